"""What limits let pass, in one unit (限值的通过范围), and how two such ranges lie to each other."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from guiju.core.provisions.against.model import Relation
from guiju.core.provisions.interval import Bound, Comparison, Interval
from guiju.core.provisions.written import Limit

End = tuple[Fraction, bool]  # the value, and whether it passes itself


@dataclass(frozen=True, slots=True)
class Span:
    """From `low` to `high`, None where it is open: of unrounded numbers, in one unit."""

    low: End | None = None
    high: End | None = None

    @property
    def is_empty(self) -> bool:
        if self.low is None or self.high is None:
            return False
        if self.low[0] == self.high[0]:
            return not (self.low[1] and self.high[1])
        return self.low[0] > self.high[0]

    def holds(self, number: Fraction) -> bool:
        return _low(self.low) <= (number, 0) and (number, 0) <= _high(self.high)

    def within(self, other: "Span") -> bool:
        return _low(self.low) >= _low(other.low) and _high(self.high) <= _high(other.high)

    def both(self, other: "Span") -> "Span":
        return Span(max(self.low, other.low, key=_low), min(self.high, other.high, key=_high))


def span(limit: Limit, comparison: Comparison, factor: Fraction, least: Decimal | None) -> Span:
    """All numbers that conform. 不得检出 lets zero pass; nothing is below `least`."""
    if not isinstance(limit, Interval):
        zero = (Fraction(0), True)
        return Span(None if least == 0 else zero, zero)
    passing = limit.compared(comparison)
    low, high = _end(passing.low, factor), _end(passing.high, factor)
    if least is not None and low is not None:
        start = (Fraction(least) * factor, True)
        if _low(low) <= _low(start):
            low = None
    return Span(low, high)


def together(spans: Iterable[Span]) -> Span:
    """What all of them let pass."""
    found = Span()
    for one in spans:
        found = found.both(one)
    return found


def relation(a: Span, b: Span) -> Relation:
    """How the first lies to the second."""
    inside, around = a.within(b), b.within(a)
    if inside and around:
        return "equal"
    return "stricter" if inside else "looser" if around else "crossing"


def _end(end: Bound | None, factor: Fraction) -> End | None:
    return None if end is None else (Fraction(end.value) * factor, end.closed)


def _low(end: End | None) -> tuple[Fraction | float, int]:
    return (float("-inf"), 0) if end is None else (end[0], 0 if end[1] else 1)


def _high(end: End | None) -> tuple[Fraction | float, int]:
    return (float("inf"), 0) if end is None else (end[0], 0 if end[1] else -1)
