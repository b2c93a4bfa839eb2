"""The unified social credit code (统一社会信用代码, GB 32100-2015): read and checked.

python-stdnum knows this code too, but refuses letters in the first two places (A and N are
in use), says only that something is wrong, and does not look at the inner organisation code.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from guiju.core.errors import Bilingual, InputError

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # no I, O, S, V, Z
LENGTH = 18
_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
_INNER_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_INNER_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_HYPHENS = "-‐‑‒–—―−﹣－"  # noqa: RUF001


class UsccLengthError(InputError):
    """Too short or too long (位数不符)."""

    code = "uscc_length"
    zh = "统一社会信用代码应为 18 位，“{subject}”有 {length} 位。请补全或删去多余的字符。"
    en = "A unified social credit code has 18 characters; “{subject}” has {length}."


class UsccCharacterError(InputError):
    """A character that this place cannot hold (字符不符)."""

    code = "uscc_character"
    zh = "“{subject}”的第 {place} 位“{character}”不能出现在这里（可用：{allowed}）。请核对。"
    en = "Character {place} of “{subject}”, “{character}”, cannot stand there (allowed: {allowed})."


class UsccCheckError(InputError):
    """The check character does not fit (校验码不符)."""

    code = "uscc_check"
    zh = "“{subject}”的校验码不符：按前 17 位计算，最后一位应为“{right}”。请核对是否抄错。"
    en = (
        "The check character of “{subject}” does not fit: the first 17 characters ask for"
        " “{right}”. Check for a slip in copying."
    )


@dataclass(frozen=True, slots=True)
class Uscc:
    """A code that was checked. `warning` tells of an inner organisation code that does not fit.

    >>> code = parse("9144 0300-1922038216")
    >>> str(code), code.category.en, code.region, code.organisation_code, code.warning
    ('914403001922038216', 'enterprise', '440300', '19220382-1', None)
    """

    text: str
    department: Bilingual
    category: Bilingual
    warning: Bilingual | None

    def __str__(self) -> str:
        return self.text

    @property
    def region(self) -> str:
        """GB/T 2260 code of the place of registration; 100000 is the central level."""
        return self.text[2:8]

    @property
    def organisation_code(self) -> str:
        """The inner organisation code (GB 11714)."""
        return f"{self.text[8:16]}-{self.text[16]}"


@cache
def _departments() -> dict[str, Any]:
    file = resources.files("guiju.rulebook") / "organisations" / "uscc.yaml"
    departments: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))["departments"]
    return departments


def normalise(written: str) -> str:
    """Half width, upper case, without spaces and hyphens."""
    narrow = unicodedata.normalize("NFKC", written).upper()
    return "".join(c for c in narrow if not c.isspace() and c not in _HYPHENS)


def check_character(first: str) -> str:
    """The eighteenth character for the first seventeen."""
    total = sum(ALPHABET.index(c) * weight for c, weight in zip(first, _WEIGHTS, strict=True))
    return ALPHABET[-total % 31]


def inner_check_character(first: str) -> str:
    """The ninth character of an organisation code (GB 11714) for its first eight."""
    pairs = zip(first, _INNER_WEIGHTS, strict=True)
    total = sum(_INNER_ALPHABET.index(c) * weight for c, weight in pairs)
    return "0123456789X0"[11 - total % 11]


def parse(written: str) -> Uscc:
    """Read a code. Raises an InputError that names the wrong character, or the right check."""
    text = normalise(written)
    if len(text) != LENGTH:
        raise UsccLengthError(text, length=len(text))
    departments = _departments()
    _allow(text, 0, "".join(departments))
    categories = departments[text[0]]["categories"]
    _allow(text, 1, "".join(categories))
    for place in range(2, 8):
        _allow(text, place, "0123456789")
    for place in range(8, LENGTH):
        _allow(text, place, ALPHABET)
    if (right := check_character(text[:17])) != text[17]:
        raise UsccCheckError(text, right=right)
    return Uscc(
        text,
        department=Bilingual(**departments[text[0]]["name"]),
        category=Bilingual(**categories[text[1]]),
        warning=_inner_warning(text),
    )


def _allow(text: str, place: int, allowed: str) -> None:
    if text[place] not in allowed:
        raise UsccCharacterError(text, place=place + 1, character=text[place], allowed=allowed)


def _inner_warning(text: str) -> Bilingual | None:
    right = inner_check_character(text[8:16])
    if right == text[16]:
        return None
    return Bilingual(
        f"其中的组织机构代码 {text[8:16]}-{text[16]} 校验不符（应为 {right}），请核对；代码仍可使用。",
        f"The inner organisation code {text[8:16]}-{text[16]} does not check (it asks for {right});"
        " please verify. The code may still be used.",
    )
