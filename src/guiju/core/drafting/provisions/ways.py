"""Ways of writing a value (数值的写法), and what each means as an interval.

A way is tried only where its first character and its own signs stand, and made a pattern when it is
tried for the first time: units make the patterns long.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property

from guiju.core.drafting.provisions.numerals import (
    CHINESE,
    DIGITS,
    NUMBER,
    SIGNED,
    SP,
    chinese,
    decimal,
)
from guiju.core.drafting.provisions.units import counter, unit, units
from guiju.core.patterns import either

PERCENT = ("%", "％")  # noqa: RUF001
_TO = r"(?:[~～〜∼—–―－\-−]|至|到|to\b|…)"  # noqa: RUF001
_TO_SIGNS = "~～〜∼—–―－-−至到o…"  # noqa: RUF001
_WINDOW = 120  # characters in which the signs of a way stand
Meaning = Callable[[re.Match[str]], tuple[Decimal | None, Decimal | None]]


@dataclass(frozen=True)
class Way:
    """`first` is what it begins with: a number, a bracket or a word; one of `signs` stands in it."""

    first: str
    signs: str
    written: str
    meaning: Meaning

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self.written)

    @cached_property
    def _any_sign(self) -> re.Pattern[str] | None:
        return re.compile(f"[{re.escape(self.signs)}]") if self.signs else None

    def may_stand(self, text: str, at: int) -> bool:
        """Whether one of its signs stands near enough."""
        return self._any_sign is None or bool(self._any_sign.search(text, at, at + _WINDOW))


@cache
def ways() -> tuple[Way, ...]:
    """The more special first."""
    of = unit()
    last, inner = rf"(?P<unit>{of})", rf"(?P<inner>{of})"
    percent = either(PERCENT)
    number = rf"(?P<number>{SIGNED})"
    return (
        Way(
            "bracket",
            "±",
            rf"[（(]{SP}(?P<middle>{SIGNED}){SP}±{SP}(?P<off>{NUMBER}){SP}[)）]{SP}{last}?",
            _around,
        ),
        Way(
            "number",
            "±",
            rf"(?P<middle>{SIGNED}){SP}{inner}?{SP}[（(]{SP}(?:1{SP})?±{SP}(?P<off>{NUMBER}){SP}(?P<share>{percent}){SP}[)）]{SP}{last}?",
            _around,
        ),
        Way(
            "number",
            "±",
            rf"(?P<middle>{NUMBER}){SP}{inner}?{SP}±{SP}(?P<off>{NUMBER}){SP}{last}?",
            _around_with_unit,
        ),
        Way(
            "number",
            "+＋",
            rf"(?P<middle>{NUMBER}){SP}{inner}?{SP}[（(]?[+＋]{SP}(?P<up>{NUMBER}){SP}(?:{of})?{SP}[,，/、]?{SP}[-−–]?{SP}(?P<down>{NUMBER}){SP}[)）]?{SP}{last}?",
            _apart,
        ),
        Way(
            "bracket",
            _TO_SIGNS,
            rf"[（(]{SP}(?P<low>{SIGNED}){SP}{_TO}{SP}(?P<high>{SIGNED}){SP}[)）]{SP}{last}?",
            _range,
        ),
        Way(
            "number",
            "+＋",
            rf"[+＋]{SP}(?P<up>{NUMBER}){SP}{inner}?{SP}[,，/、]{SP}[-−–]{SP}(?P<low>{NUMBER}){SP}{last}?",
            _tolerance,
        ),
        Way(
            "number",
            _TO_SIGNS,
            rf"(?P<low>{SIGNED}){SP}{inner}?{SP}{_TO}{SP}(?P<high>{SIGNED})(?![\d.]*{SP}年{SP}\d){SP}{last}?",
            _range,
        ),
        Way(
            "number",
            "×xX*",
            rf"{NUMBER}{SP}{inner}?(?:{SP}[×xX*]{SP}(?!10[\^⁻⁰¹²³⁴-⁹\-−–]|(?<=(?<!\d)\d[×xX])10[3-9](?![\d.])){NUMBER}{SP}(?:{of})?){{1,2}}",
            _none,
        ),
        Way("number", ":：∶", rf"(?P<over>{DIGITS}){SP}[:：∶]{SP}(?P<under>{DIGITS})", _ratio),  # noqa: RUF001
        Way(
            "number",
            "/／",
            rf"(?P<over>[±+＋\-−]?{SP}\d{{1,4}})[/／](?P<under>\d{{1,3}}(?:[ \u00a0\u2009\u202f]\d{{3}}){{1,2}}|\d{{1,6}})(?![\d/])",
            _ratio,
        ),
        Way("number", "", rf"(?!(?:19|20)\d\d{SP}年){number}{SP}{last}(?![a-zA-Z])", _single),
        Way(
            "number",
            "",
            rf"{number}{SP}(?P<unit>[A-Za-z]\d?)(?![A-Za-z0-9])(?=\s*(?:[\u4e00-\u9fff，。；、（()）]|$))",
            _single,
        ),
        Way("number", "", rf"(?!(?:19|20)\d\d{SP}年){number}", _single),
        Way("word", "", level(), _none),
        Way("word", "分", rf"(?P<under>{CHINESE}{{1,3}})分之(?P<over>{CHINESE}{{1,4}})", _shared),
        Way("word", "半", r"一半|半数", _half),
        *_english(),
        Way("word", "半", rf"半(?P<unit>个波长|{counter()}|年|天|小时)", _half),
        Way("word", "", rf"(?P<number>{CHINESE}{{1,4}})(?P<unit>{of})", _counted),
    )


def _range(found: re.Match[str]) -> tuple[Decimal | None, Decimal | None]:
    return decimal(found["low"]), decimal(found["high"])


def _around(found: re.Match[str]) -> tuple[Decimal | None, Decimal | None]:
    """510±5, (65±2)%, 510(1±5%), 100±5%: a share is one of the number unless it has its unit."""
    middle, off = decimal(found["middle"]), decimal(found["off"])
    if middle is None or off is None:
        return None, None
    if found.groupdict().get("share"):
        off = middle * off / 100
    return middle - off, middle + off


def _apart(found: re.Match[str]) -> tuple[Decimal | None, Decimal | None]:
    middle, up, down = (decimal(found[name]) for name in ("middle", "up", "down"))
    if middle is None or up is None or down is None:
        return None, None
    return middle - down, middle + up


def _tolerance(found: re.Match[str]) -> tuple[Decimal | None, Decimal | None]:
    up, down = decimal(found["up"]), decimal(found["low"])
    return (None, None) if up is None or down is None else (-down, up)


def _single(found: re.Match[str]) -> tuple[Decimal | None, Decimal | None]:
    written = found["number"].strip()
    if written.startswith("±"):
        off = decimal(written[1:])
        return (None, None) if off is None else (-off, off)
    number = decimal(written)
    return number, number


def _ratio(found: re.Match[str]) -> tuple[Decimal | None, Decimal | None]:
    over, under = decimal(found["over"]), decimal(found["under"])
    if over is None or not under:
        return None, None
    share = over / under
    return share, share


def _counted(found: re.Match[str]) -> tuple[Decimal | None, Decimal | None]:
    number = Decimal(chinese(found["number"]))
    return number, number


def _shared(found: re.Match[str]) -> tuple[Decimal | None, Decimal | None]:
    under = 100 if found["under"] == "百" else chinese(found["under"])
    share = Decimal(chinese(found["over"])) / under
    return share, share


def _half(found: re.Match[str]) -> tuple[Decimal | None, Decimal | None]:
    return Decimal("0.5"), Decimal("0.5")


def _none(found: re.Match[str]) -> tuple[Decimal | None, Decimal | None]:
    return None, None


def level() -> str:
    """A grade: B1级, IP2X级, 一、二级, Ⅱ级, DN100."""
    return (
        rf"(?:[A-Z]{{1,3}}\d{{0,3}}[A-Z]?{SP}级|IP{SP}[\dX]{{2}}[A-Z]?|(?:DN|De|PN|SN){SP}{DIGITS}"
        r"|[一二三四五六七八九甲乙丙丁](?:、[一二三四五六七八九甲乙丙丁]){0,3}[级类等](?![\u4e00-\u9fff]?标准)|[ⅠⅡⅢⅣⅤⅥIV]{1,3}[级类])"  # noqa: RUF001
    )


def _english() -> list[Way]:
    """Numbers in words: three cycles, one half of, two thirds, twice."""
    numerals = either(units()["numerals"])
    share = rf"(?P<share>{either(units()['shares'])})(?![a-z-])"
    unit_of = rf"(?:\s(?P<unit>{either(units()['english'])})(?![a-z]))?"
    return [
        Way("word", "", rf"(?:(?P<over>{numerals}|a)[\s-])?{share}", _share_in_words),
        Way(
            "word",
            "",
            rf"(?P<number>{numerals})(?![a-z-])(?!\s(?:of|or|another|and)\b){unit_of}",
            _in_words,
        ),
    ]


def _share_in_words(found: re.Match[str]) -> tuple[Decimal | None, Decimal | None]:
    over = units()["numerals"].get(found["over"], 1)
    share = Decimal(over) / Decimal(units()["shares"][found["share"]])
    return share, share


def _in_words(found: re.Match[str]) -> tuple[Decimal | None, Decimal | None]:
    number = Decimal(units()["numerals"][found["number"]])
    return number, number


def _around_with_unit(found: re.Match[str]) -> tuple[Decimal | None, Decimal | None]:
    """`100 mm±5%` is a share of the number, `60%±5%` is not."""
    middle, off = decimal(found["middle"]), decimal(found["off"])
    if middle is None or off is None:
        return None, None
    inner, last = found["inner"] or "", found["unit"] or ""
    if last in PERCENT and inner and inner not in PERCENT:
        off = middle * off / 100
    return middle - off, middle + off
