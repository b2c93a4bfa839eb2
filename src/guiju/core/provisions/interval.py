"""What a limit lets pass (极限数值): an interval with its ends as they are written."""

from dataclasses import dataclass, replace
from decimal import Context, Decimal
from fractions import Fraction
from math import ceil, floor
from typing import Literal

from guiju.core.provisions.rounding import place_of

Comparison = Literal["full", "rounded"]  # 全数值比较法, 修约值比较法
_EXACT = Context(prec=200)


@dataclass(frozen=True, slots=True)
class Bound:
    """An end (极限数值). `step` is its last place, for the comparison of rounded values.

    Of A(1±b%) the deviation is rounded, not the value: steps are counted from `origin` = A.
    """

    value: Decimal
    step: Decimal
    closed: bool = True
    origin: Decimal = Decimal(0)

    @property
    def steps(self) -> Fraction:
        """How many steps it is from its origin."""
        return (Fraction(self.value) - Fraction(self.origin)) / Fraction(self.step)


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high`, None where it is open. `written` is what the standard says."""

    low: Bound | None = None
    high: Bound | None = None
    written: str = ""

    def holds(self, number: Decimal) -> bool:
        """Whether the number lies in it, compared as it is (全数值比较)."""
        return _above(number, self.low) and _below(number, self.high)

    def within(self, other: "Interval") -> bool:
        """Whether all that it lets pass, the other lets pass."""
        return _low_key(self.low) >= _low_key(other.low) and (
            _high_key(self.high) <= _high_key(other.high)
        )

    def meets(self, other: "Interval") -> bool:
        """Whether some number lies in both."""
        low = max((self.low, other.low), key=_low_key)
        high = min((self.high, other.high), key=_high_key)
        if low is None or high is None or low.value < high.value:
            return True
        return low.value == high.value and low.closed and high.closed

    def compared(self, how: Comparison) -> "Interval":
        """The interval of unrounded numbers that pass: no rounding is left to do.

        Rounding half to even to the step q and asking ≤ L is asking ≤ L+q/2 where L/q is even,
        < L+q/2 where it is odd; an open end is first moved by a step (GB/T 8170, 4.3). Of an end
        between two steps (线性内插) the next step inward is the last that passes.
        """
        if how == "full":
            return self
        return replace(
            self, low=_widened(self.low, down=True), high=_widened(self.high, down=False)
        )


def bound(written: Decimal, *, closed: bool = True) -> Bound:
    """An end as written: its last digit is its step."""
    return Bound(written, place_of(written), closed)


def _widened(end: Bound | None, *, down: bool) -> Bound | None:
    if end is None:
        return None
    steps = end.steps
    last = ceil(steps) if down else floor(steps)
    if last == steps and not end.closed:
        last += 1 if down else -1
    half = _EXACT.divide(end.step, Decimal(2))
    whole = _EXACT.add(end.origin, _EXACT.multiply(Decimal(last), end.step))
    return Bound(
        _EXACT.subtract(whole, half) if down else _EXACT.add(whole, half),
        end.step,
        closed=last % 2 == 0,
        origin=end.origin,
    )


def _above(number: Decimal, end: Bound | None) -> bool:
    return end is None or number > end.value or (end.closed and number == end.value)


def _below(number: Decimal, end: Bound | None) -> bool:
    return end is None or number < end.value or (end.closed and number == end.value)


_NONE = Decimal("-Infinity")
_ALL = Decimal("Infinity")


def _low_key(end: Bound | None) -> tuple[Decimal, bool]:
    return (_NONE, False) if end is None else (end.value, not end.closed)


def _high_key(end: Bound | None) -> tuple[Decimal, bool]:
    return (_ALL, True) if end is None else (end.value, end.closed)
