"""A code of a classification, and the refusal of what is none (分类号)."""

import unicodedata
from dataclasses import dataclass
from typing import NoReturn

from guiju.core.errors import Bilingual, InputError


class ClassCodeError(InputError):
    """The text is no code of the classification (分类号有误)."""

    code = "class_code"
    zh = "“{subject}”不是 {scheme} 代码：{reason_zh}"
    en = "“{subject}” is not a code of {scheme}: {reason_en}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassCode:
    """One entry of a classification. `scheme` is ics, ccs or industry; `parent` empty at the top."""

    scheme: str
    code: str
    name_zh: str = ""
    name_en: str = ""
    name_fr: str = ""
    parent: str = ""
    notes: tuple[str, ...] = ()


def narrow(written: str, prefix: str) -> str:
    """Half width and upper case, without the scheme's name in front."""
    text = unicodedata.normalize("NFKC", written).strip().upper()
    return text.removeprefix(prefix).lstrip(" :")


def refuse(scheme: str, written: str, reason: Bilingual) -> NoReturn:
    """Say why the text is no code of the scheme."""
    raise ClassCodeError(written, scheme=scheme, reason_zh=reason.zh, reason_en=reason.en)
