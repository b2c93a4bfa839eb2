"""Values as standards write them (数值): what stands there, and what it means as an interval.

`read(text, at)` finds the longest way of writing that begins there: `0.50 mm`, `510(1±5%)`,
`80 +2 −1`, `6.5~8.5`, `（65±2）%`, `1:1.5`, `三分之一`, `2倍`, `B1级`.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from guiju.core.drafting.provisions.numerals import CHINESE, SIGNED, SP
from guiju.core.drafting.provisions.units import counter, unit
from guiju.core.drafting.provisions.ways import PERCENT, level, ways


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


def read(text: str, at: int) -> Value | None:
    """The value that begins at `at`, or None."""
    first = _first(text[at : at + 1])
    for way in ways() if first else ():
        if way.first != first or not way.may_stand(text, at):
            continue
        found = way.pattern.match(text, at)
        if found:
            low, high = way.meaning(found)
            return _value(found, low, high)
    return None


def _first(sign: str) -> str:
    if sign.isdecimal() or (sign and sign in "±＋+-−–"):
        return "number"
    if sign and sign in "（(":
        return "bracket"
    return "word" if sign.isalnum() else ""


def scalar() -> str:
    """The pattern of what may stand before 以上 and 以下."""
    return rf"(?:{SIGNED}{SP}(?:{unit()})?|{level()}|{CHINESE}{{1,4}}(?:{counter()}))"


def _value(found: re.Match[str], low: Decimal | None, high: Decimal | None) -> Value:
    groups = found.groupdict()
    last, inner = groups.get("unit") or "", groups.get("inner") or ""
    written = found.group()
    if last and not inner and written.endswith(last):
        written = written[: -len(last)].rstrip()
    share = last in PERCENT
    exact = (low is None or low == high) and not {"low", "middle"} & groups.keys()
    if inner and last and inner != last and not share:
        low = high = None  # 1 m±5 mm, 1 MHz～1 GHz
    of = inner if inner and share else last or inner
    return Value(found.start(), found.end(), written, of, low, high, exact)
