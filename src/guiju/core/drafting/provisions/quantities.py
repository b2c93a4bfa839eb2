"""Values as standards write them (数值): what stands there, and what it means as an interval.

`read(text, at)` finds the longest way of writing that begins there: `0.50 mm`, `510(1±5%)`,
`80 +2 −1`, `6.5~8.5`, `（65±2）%`, `1:1.5`, `三分之一`, `2倍`, `B1级`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache

from guiju.core.drafting.provisions.lexicon import either
from guiju.core.drafting.provisions.units import counter, unit

_SP = r"[ \u00a0\u2009\u202f\u3000]{0,2}"
_DIGITS = (
    r"\d{1,15}(?:[ \u00a0\u2009\u202f]\d{3}(?!\d)|,\d{3}(?![\d,.]*\d{4})){0,4}"
    r"(?:[.．]\d{1,12}|,(?:\d{1,2}|\d{4,6})(?![\d,]))?"
)
_POWER = rf"(?:{_SP}[×xX]{_SP}10(?:\^[-−–]?\d{{1,2}}|[-−–]\d{{1,2}}|[⁻⁺]?[⁰¹²³⁴-⁹]{{1,2}}|(?<!\d\d[×xX]10)[3-9](?![\d.])))?"
_NUMBER = rf"(?:{_DIGITS}{_POWER})"
_SIGNED = rf"(?:[±＋+\-−–]{_SP})?{_NUMBER}"
_TO = r"(?:[~～〜∼—–―－\-−]|至|到|to\b|…)"  # noqa: RUF001
_CHINESE = "[一二两三四五六七八九十百千]"
_DIGIT_OF = {sign: at for at, sign in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_PERCENT = ("%", "％")  # noqa: RUF001
_WORTH = {"十": 10, "百": 100, "千": 1000, "万": 10000}


@dataclass(frozen=True, slots=True)
class Value:
    """A value as read: `written` without its unit, `low` and `high` what it means.

    A plain number has both the same; `exact` says that it is one, not a range or a tolerance.
    """

    start: int
    end: int
    written: str
    unit: str
    low: Decimal | None
    high: Decimal | None
    exact: bool = True


def decimal(written: str) -> Decimal | None:
    """A number as written, with its spaces, signs and power of ten."""
    plain = _COMMA.sub(".", _THOUSANDS.sub("", re.sub(r"\s", "", written))).translate(_PLAIN)
    number, _, power = re.sub(r"[×xX]10\^?", "E", plain, count=1).partition("E")
    try:
        return Decimal(f"{number}E{power}" if power else number)
    except InvalidOperation:
        return None


_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_COMMA = re.compile(r"(?<=\d),(?=\d)")
_PLAIN = str.maketrans("−–．＋⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "--.+-0123456789")


def read(text: str, at: int) -> Value | None:
    """The value that begins at `at`, or None."""
    for pattern, meaning in _ways():
        found = pattern.match(text, at)
        if found:
            low, high = meaning(found)
            return _value(found, low, high)
    return None


def scalar() -> str:
    """The pattern of what may stand before 以上 and 以下."""
    return rf"(?:{_SIGNED}{_SP}(?:{unit()})?|{_level()}|{_CHINESE}{{1,4}}(?:{counter()}))"


Meaning = Callable[[re.Match[str]], tuple[Decimal | None, Decimal | None]]


def _value(found: re.Match[str], low: Decimal | None, high: Decimal | None) -> Value:
    groups = found.groupdict()
    last, inner = groups.get("unit") or "", groups.get("inner") or ""
    written = found.group()
    if last and not inner and written.endswith(last):
        written = written[: -len(last)].rstrip()
    share = last in _PERCENT
    exact = (low is None or low == high) and not {"low", "middle"} & groups.keys()
    if inner and last and inner != last and not share:
        low = high = None  # 1 m±5 mm, 1 MHz～1 GHz
    of = inner if inner and share else last or inner
    return Value(found.start(), found.end(), written, of, low, high, exact)


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
    number = Decimal(_chinese(found["number"]))
    return number, number


def _shared(found: re.Match[str]) -> tuple[Decimal | None, Decimal | None]:
    under = 100 if found["under"] == "百" else _chinese(found["under"])
    share = Decimal(_chinese(found["over"])) / under
    return share, share


def _half(found: re.Match[str]) -> tuple[Decimal | None, Decimal | None]:
    return Decimal("0.5"), Decimal("0.5")


def _none(found: re.Match[str]) -> tuple[Decimal | None, Decimal | None]:
    return None, None


def _chinese(written: str) -> int:
    """一百二十 → 120."""
    total, digit = 0, 0
    for sign in written:
        if sign in _WORTH:
            total += (digit or 1) * _WORTH[sign]
            digit = 0
        else:
            digit = _DIGIT_OF[sign]
    return total + digit


def _level() -> str:
    """A grade: B1级, IP2X级, 一、二级, Ⅱ级, DN100."""
    return (
        rf"(?:[A-Z]{{1,3}}\d{{0,3}}[A-Z]?{_SP}级|IP{_SP}[\dX]{{2}}[A-Z]?|(?:DN|De|PN|SN){_SP}{_DIGITS}"
        r"|[一二三四五六七八九甲乙丙丁](?:、[一二三四五六七八九甲乙丙丁]){0,3}[级类等](?![\u4e00-\u9fff]?标准)|[ⅠⅡⅢⅣⅤⅥIV]{1,3}[级类])"  # noqa: RUF001
    )


@cache
def _ways() -> tuple[tuple[re.Pattern[str], Meaning], ...]:
    """Each way of writing and what it means, the more special first."""
    of = unit()
    last, inner = rf"(?P<unit>{of})", rf"(?P<inner>{of})"
    percent = either(_PERCENT)
    number = rf"(?P<number>{_SIGNED})"
    ways: list[tuple[str, Meaning]] = [
        (
            rf"[（(]{_SP}(?P<middle>{_SIGNED}){_SP}±{_SP}(?P<off>{_NUMBER}){_SP}[)）]{_SP}{last}?",
            _around,
        ),
        (
            rf"(?P<middle>{_SIGNED}){_SP}{inner}?{_SP}[（(]{_SP}(?:1{_SP})?±{_SP}(?P<off>{_NUMBER}){_SP}(?P<share>{percent}){_SP}[)）]{_SP}{last}?",
            _around,
        ),
        (
            rf"(?P<middle>{_NUMBER}){_SP}{inner}?{_SP}±{_SP}(?P<off>{_NUMBER}){_SP}{last}?",
            _around_with_unit,
        ),
        (
            rf"(?P<middle>{_NUMBER}){_SP}{inner}?{_SP}[（(]?[+＋]{_SP}(?P<up>{_NUMBER}){_SP}(?:{of})?{_SP}[,，/、]?{_SP}[-−–]?{_SP}(?P<down>{_NUMBER}){_SP}[)）]?{_SP}{last}?",
            _apart,
        ),
        (
            rf"[（(]{_SP}(?P<low>{_SIGNED}){_SP}{_TO}{_SP}(?P<high>{_SIGNED}){_SP}[)）]{_SP}{last}?",
            _range,
        ),
        (
            rf"(?P<low>{_SIGNED}){_SP}{inner}?{_SP}{_TO}{_SP}(?P<high>{_SIGNED})(?![\d.]*{_SP}年{_SP}\d){_SP}{last}?",
            _range,
        ),
        (
            rf"{_NUMBER}{_SP}{inner}?(?:{_SP}[×xX*]{_SP}(?!10[\^⁻⁰¹²³⁴-⁹\-−–]){_NUMBER}{_SP}(?:{of})?){{1,2}}",
            _none,
        ),
        (rf"(?P<over>{_DIGITS}){_SP}[:：∶]{_SP}(?P<under>{_DIGITS})", _ratio),  # noqa: RUF001
        (
            rf"(?P<over>[±+＋\-−]?{_SP}\d{{1,4}})[/／](?P<under>\d{{1,3}}(?:[ \u00a0\u2009\u202f]\d{{3}}){{1,2}}|\d{{1,6}})(?![\d/])",
            _ratio,
        ),
        (rf"(?!(?:19|20)\d\d{_SP}年){number}{_SP}{last}(?![a-zA-Z])", _single),
        (
            rf"{number}{_SP}(?P<unit>[A-Za-z]\d?)(?![A-Za-z0-9])(?=\s*(?:[\u4e00-\u9fff，。；、（()）]|$))",
            _single,
        ),
        (rf"(?!(?:19|20)\d\d{_SP}年){number}", _single),
        (_level(), _none),
        (rf"(?P<under>{_CHINESE}{{1,3}})分之(?P<over>{_CHINESE}{{1,4}})", _shared),
        (r"一半|半数", _half),
        (rf"半(?P<unit>个波长|{counter()}|年|天|小时)", _half),
        (rf"(?P<number>{_CHINESE}{{1,4}})(?P<unit>{of})", _counted),
    ]
    return tuple((re.compile(pattern), meaning) for pattern, meaning in ways)


def _around_with_unit(found: re.Match[str]) -> tuple[Decimal | None, Decimal | None]:
    """`100 mm±5%` is a share of the number, `60%±5%` is not."""
    middle, off = decimal(found["middle"]), decimal(found["off"])
    if middle is None or off is None:
        return None, None
    inner, last = found["inner"] or "", found["unit"] or ""
    if last in _PERCENT and inner and inner not in _PERCENT:
        off = middle * off / 100
    return middle - off, middle + off
