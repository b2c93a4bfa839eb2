"""What follows the year (附加部分): amendments, all parts, languages, editions, notes."""

import re
from dataclasses import dataclass, field

from guiju.core.numbers.model import Supplement

MOST = 8
_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")}
_LANGUAGES = {
    "en": ("en", "e", "英文版", "英文"),
    "fr": ("fr", "f", "法文版", "法文"),
    "ru": ("ru", "r", "俄文版", "俄文"),
    "es": ("es", "s", "西班牙文版", "西文版"),
    "ar": ("ar", "a", "阿拉伯文版", "阿文版"),
    "de": ("de", "d", "德文版", "德文"),
    "ja": ("ja", "j", "日文版", "日文"),
    "ko": ("ko", "韩文版", "朝鲜文版"),
    "zh": ("zh", "c", "中文版", "中文"),
}
_LANGUAGE_OF = {written: code for code, forms in _LANGUAGES.items() for written in forms}
_JOINED = r"[ /+,、;]*[(《]?(?:含|及|和)?"
# What is amended ends in a digit, or a digit and a letter: T/AXG 1 and Q/XG 1 are owners' codes.
_AFTER = r"(?:(?<=[0-9)])|(?<=[0-9][A-Z]))"
_AMENDMENT = re.compile(rf"{_AFTER}{_JOINED}XG ?(\d{{1,2}})(?: ?[-:]+ ?(\d{{4}}))?[)》]?$", re.A)
_AMENDMENT_ZH = re.compile(
    rf"{_JOINED}第? ?([0-9]{{1,2}}|[一二三四五六七八九十]{{1,3}}) ?号 ?(修改单|勘误)单?[)》]?"
    r"(?: ?\(?[-:]?(\d{4})年?\)?)?$",
    re.A,
)
_CORRIGENDUM = re.compile(r" ?/Cor ?(\d{1,2})(?:-(\d{4}))?$", re.A)
_ALL_PARTS = re.compile(
    r" ?(?:\((?:所有 ?部分|全部 ?部分|各部分|全部|all ?parts)\)|所有部分)$", re.I
)
_LANGUAGE = re.compile(rf" ?\(({'|'.join(sorted(_LANGUAGE_OF, key=len, reverse=True))})\)$", re.I)
_EDITION = re.compile(r" ?\(((?:19|20)\d\d)(?:年版?|版|年局部修订版?)?\)$", re.A)
# J449-2016: the filing number of a construction standard, printed beside its own.
_FILED = re.compile(r"(?<=[0-9]{4}) J ?\d{1,5}-\d{4}$", re.A)
_NOTE = re.compile(
    r" ?\((?:R?\d{4}年?)?(?:复审|确认|复审确认|有效|现行|废止|R\d{4})[^()]{0,20}\)$", re.A
)


@dataclass(slots=True)
class Tail:
    """What was taken off the end; supplements stand in their order."""

    rest: str
    supplements: list[Supplement] = field(default_factory=list)
    languages: tuple[str, ...] = ()
    all_parts: bool = False
    edition: str = ""


def take_tail(text: str) -> Tail:
    """Take off everything that may follow a number."""
    tail = Tail(text)
    for _ in range(MOST):
        before = tail.rest
        _take_one(tail)
        if tail.rest == before:
            break
    return tail


def _take_one(tail: Tail) -> None:
    text = tail.rest
    if text[-1:] not in ")》0123456789单误年分":
        return
    if found := _AMENDMENT.search(text) or _CORRIGENDUM.search(text):
        kind = "XG" if found.re is _AMENDMENT else "Cor"
        tail.supplements.insert(0, Supplement(kind=kind, number=found[1], year=found[2] or ""))
    elif found := _AMENDMENT_ZH.search(text):
        kind = "XG" if found[2] == "修改单" else "Cor"
        number = _in_digits(found[1])
        tail.supplements.insert(0, Supplement(kind=kind, number=number, year=found[3] or ""))
    elif found := _ALL_PARTS.search(text):
        tail.all_parts = True
    elif found := _LANGUAGE.search(text):
        tail.languages = (_LANGUAGE_OF[found[1].lower()], *tail.languages)
    elif found := _EDITION.search(text):
        tail.edition = found[1]
    elif not (found := _NOTE.search(text) or _FILED.search(text)):
        return
    tail.rest = text[: found.start()]


def _in_digits(written: str) -> str:
    """第十一号: a number below a hundred in Chinese or in digits.

    >>> _in_digits("12"), _in_digits("二"), _in_digits("十"), _in_digits("二十一")
    ('12', '2', '10', '21')
    """
    if written.isdigit():
        return written
    tens, ten, ones = written.rpartition("十")
    return str((_DIGITS.get(tens, 1) if ten else 0) * 10 + _DIGITS.get(ones, 0))
