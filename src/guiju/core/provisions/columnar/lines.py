"""Limits between two rows on columns (批量线性内插): reckoned in binary, settled exactly where it is close.

The binary number is only used where it is further from the result than it can be wrong; there the
exact fraction lies on the same side.
"""

from dataclasses import dataclass, field
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from guiju.core.provisions.columnar.columns import Codes, Numbers
from guiju.core.provisions.columnar.ends import inner_high, inner_low
from guiju.core.provisions.interval import Bound, Comparison, Interval
from guiju.core.provisions.lookup import on_the_line
from guiju.core.provisions.model import Between, Lookup

Ends = tuple[float, float]
_OPEN: Ends = (-np.inf, np.inf)
# Twice what the few operations of a line can add up to, of the numbers that go into it.
_WRONG = 16 * 2.0**-52


@dataclass(frozen=True, slots=True, eq=False)
class Reckoned:
    """Both ends of each limit, and how near to them a result must be settled exactly, -1: never.

    `asks` says whether there is a limit at all.
    """

    low: Numbers
    high: Numbers
    near: Numbers
    asks: NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Lines:
    """Numbers between rows of a table: the case of each, and the number."""

    lookup: Lookup
    cases: Codes
    numbers: Numbers
    comparison: Comparison
    _known: dict[tuple[int, float], Interval | None] = field(default_factory=dict)

    def alike(self, at: Codes) -> Codes:
        """For each the first of these that has the same case and the same number."""
        both = self.cases[at] + 1j * self.numbers[at]
        _, first, back = np.unique(both, return_index=True, return_inverse=True)
        return at[first][back]

    def limit(self, at: int) -> Interval | None:
        """The limit of one of them, exactly."""
        case, number = int(self.cases[at]), float(self.numbers[at])
        if (case, number) not in self._known:
            between = self.lookup.cases[case].limit
            # The shortest decimal of a binary number is the one that was written.
            exact = Decimal(repr(number))
            found = on_the_line(between, exact) if isinstance(between, Between) else None
            self._known[case, number] = found
        return self._known[case, number]

    def ends(self, at: int) -> Ends:
        """Its ends, exactly."""
        return _ends(self.limit(at), self.comparison)

    def reckoned(self) -> Reckoned:
        """All of them at once."""
        slopes = _slopes(self.lookup)
        one = {name: values.take(self.cases) for name, values in slopes.items()}
        limit = one["first"] + one["rise"] * ((self.numbers - one["start"]) / one["width"])
        asks, above = ~np.isnan(limit), one["above"] > 0
        near = np.where(asks, one["wrong"], -1.0)
        if self.comparison == "rounded":
            self._round(limit, near, one["step"], above)
            near[:] = -1.0
        return Reckoned(
            np.where(asks & above, limit, -np.inf),
            np.where(asks & ~above, limit, np.inf),
            near,
            asks,
        )

    def _round(
        self, limit: Numbers, near: Numbers, step: Numbers, above: NDArray[np.bool_]
    ) -> None:
        """Limits as the last numbers that still pass when they are rounded to their steps."""
        steps = limit / step
        close = np.abs(steps - np.rint(steps)) * step <= near + np.abs(limit) * _WRONG
        last = np.where(above, np.ceil(steps), np.floor(steps))
        plain = np.flatnonzero(~close & ~np.isnan(limit))
        keys = np.stack([last[plain], step[plain], above[plain]])
        different, back = np.unique(keys, axis=1, return_inverse=True)
        passing = [_last_passing(*(float(one) for one in key)) for key in different.T]
        limit[plain] = np.array(passing, np.float64)[back.ravel()]
        for at in np.flatnonzero(close & ~np.isnan(limit)):
            low, high = self.ends(int(at))
            limit[at] = low if above[at] else high


def _slopes(lookup: Lookup) -> dict[str, Numbers]:
    """Of every case where its line starts and how it rises; NaN where it is none.

    `above` is 1 where the limit is a lower one; `wrong` is how far off the reckoning may be.
    """
    names = ("start", "width", "first", "rise", "step", "above", "wrong")
    found = {name: np.full(len(lookup.cases), np.nan) for name in names}
    for at, case in enumerate(lookup.cases):
        line = case.limit
        if not isinstance(line, Between) or line.at_start is None or line.at_end is None:
            continue
        one, other = _end(line.at_start), _end(line.at_end)
        if one is None or other is None:
            continue
        start, end, first, last = map(float, (line.start, line.end, one.value, other.value))
        width, rise = float(line.end - line.start), float(other.value - one.value)
        wrong = abs(rise) * (1 + (abs(start) + abs(end)) / width) + abs(first) + abs(last)
        step = float(min(one.step, other.step))
        above = float(line.at_start.low is not None)
        for name, value in zip(
            names, (start, width, first, rise, step, above, wrong * _WRONG), strict=True
        ):
            found[name][at] = value
    return found


def _end(interval: Interval) -> Bound | None:
    return interval.high if interval.low is None else interval.low


def _last_passing(last: float, step: float, above: float) -> float:
    """The end of all numbers that are rounded to so many steps, or further inward."""
    size = Decimal(repr(step))
    bound = Bound(int(last) * size, size)
    low, high = _ends(Interval(bound, None) if above else Interval(None, bound), "rounded")
    return low if above else high


def _ends(interval: Interval | None, comparison: Comparison) -> Ends:
    if interval is None:
        return _OPEN
    passing = interval.compared(comparison)
    return inner_low(passing), inner_high(passing)
