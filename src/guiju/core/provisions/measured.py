"""What was measured (检测结果): a number, or why there is none.

A result below the detection limit is no number: it may be anything from `low` up to that limit.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from guiju.core.provisions.interval import Bound, Interval
from guiju.core.provisions.rounding import Mark, place_of
from guiju.core.provisions.words import folded, folded_set, values
from guiju.core.provisions.written import number

Kind = Literal[
    "number", "below", "above", "not-detected", "missing", "unreadable", "between", "partial"
]

_NUMBER = r"[-+]?(?:\d{1,30}(?:\.\d{0,30})?|\.\d{1,30})(?:(?:[×x*]10\^?|e)[-+]?\d{1,3})?"
_PLAIN = re.compile(rf"(?P<number>{_NUMBER})(?P<mark>\((?:\+|-)\)|[+-])?")
_BELOW = re.compile(
    rf"(?:<=?|≤|小于|低于)(?P<number>{_NUMBER})|(?P<flagged>{_NUMBER})l|(?:nd|未检出)\(<?(?P<limit>{_NUMBER})\)"
)
_ABOVE = re.compile(rf"(?:>=?|≥|大于|超过)(?P<number>{_NUMBER})")
_POWER = re.compile(r"[×x*]10\^?([-+]?\d{1,3})$")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?:\D|$))")


@dataclass(frozen=True, slots=True)
class Measured:
    """A result. `number` is the value, or the limit that it is below or above.

    `written` is what stood there; `mark` says that a reported number was cut ("+") or raised ("-").
    What is made of several results lies somewhere in `range` where one of them is no number
    ("between"), or is missing ("partial").
    """

    kind: Kind
    number: Decimal | None = None
    written: str = ""
    mark: Mark = ""
    range: Interval | None = None

    def possible(self, least: Decimal | None) -> Interval | None:
        """The numbers that it may stand for; None: it says nothing of them.

        `least` is the smallest value that the characteristic can have: 0 of a concentration, None
        of a temperature.
        """
        if self.range is not None or self.number is None:
            return self.range
        here = Bound(self.number, place_of(self.number))
        if self.kind == "number":
            return Interval(here, here, self.written)
        open_end = Bound(self.number, here.step, closed=False)
        if self.kind == "below":
            start = None if least is None else Bound(least, place_of(least))
            return Interval(start, open_end, self.written)
        return Interval(open_end, None, self.written)


def read_measured(text: str) -> Measured:
    """A result as it stands in a report: `8.675`, `<0.005`, `0.005L`, `未检出`, `1.2×10^3`, `—`.

    >>> read_measured("0.010L")
    Measured(kind='below', number=Decimal('0.010'), written='0.010L', mark='')
    """
    plain = _THOUSANDS.sub("", folded(text))
    written = text.strip()
    if plain in folded_set("values", "missing"):
        return Measured("missing", written=written)
    if plain in folded_set("values", "not_detected"):
        return Measured("not-detected", written=written)
    if plain in folded_set("values", "uncountable"):
        return Measured("above", written=written)
    if found := _PLAIN.fullmatch(plain):
        if _decimal(found["number"]) in missing_numbers():
            return Measured("missing", written=written)
        mark = (found["mark"] or "").strip("()")
        return Measured(
            "number",
            _decimal(found["number"]),
            written,
            "+" if mark == "+" else "-" if mark else "",
        )
    if found := _BELOW.fullmatch(plain):
        return Measured(
            "below", _decimal(found["number"] or found["flagged"] or found["limit"]), written
        )
    if found := _ABOVE.fullmatch(plain):
        return Measured("above", _decimal(found["number"]), written)
    return Measured("unreadable", written=written)


@cache
def missing_numbers() -> frozenset[Decimal]:
    """Numbers that stand for "no result" (-9999), whatever zeros follow."""
    words = (str(word) for word in values()["missing"])
    return frozenset(Decimal(word) for word in words if word.lstrip("-").isdigit())


def _decimal(written: str) -> Decimal:
    power = _POWER.search(written)
    if not power:
        return Decimal(written)
    exponent = int(power[1])
    return number(written[: power.start()]).scaleb(exponent)
