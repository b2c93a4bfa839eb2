"""Statistics as columns of results that can be judged (统计值列)."""

from fractions import Fraction
from math import lcm

import numpy as np

from guiju.core.provisions.columnar.columns import Codes, Column, Numbers
from guiju.core.provisions.columnar.scaled import Wholes, quotients, times
from guiju.core.provisions.composed import Statistic
from guiju.core.provisions.derived import standing_for
from guiju.core.provisions.interval import Bound, Interval
from guiju.core.provisions.measured import Measured
from guiju.core.provisions.rounding import place_of
from guiju.core.provisions.statistics.grids import Flags, Grid, Places

_MISSING = Measured("missing")
_LOST = Measured("between", range=Interval())


def results_of(one: Statistic, grid: Grid, groups: Places, periods: Places) -> Column:
    """The statistic of these groups and periods (columns of the grid), rounded; missing where invalid."""
    exact = Grid(
        grid.unit, 0, grid.low[groups, periods], grid.by, grid.there[groups, periods],
        None if grid.high is None else grid.high[groups, periods],
        None if grid.lost is None else grid.lost[groups, periods],
    )  # fmt: skip
    cut = exact.rounded(one.step)
    if not one.sure:
        cut = _either(exact, cut)
    there = cut.there
    lost = np.zeros(len(there), np.bool_) if cut.lost is None else cut.lost & there
    differ = np.zeros(len(there), np.bool_)
    if cut.high is not None:
        differ = (cut.low != cut.high).astype(np.bool_) & there & ~lost
    plain = there & ~lost & ~differ
    numbers: Numbers = np.where(plain, quotients(np.where(plain, cut.low, 0), cut.by), np.nan)
    if plain.all():
        return Column(numbers)
    codes: Codes = np.where(plain, 0, np.where(lost, 2, 1)).astype(np.int32)
    others = [_MISSING, _LOST]
    if cut.high is not None:
        others += _ranges(cut.low, cut.high, cut.by, differ, codes)
    return Column(numbers, codes, tuple(others))


def _either(one: Grid, other: Grid) -> Grid:
    """From the lower of both to the higher."""
    by = lcm(one.by, other.by)
    ends = [times(end, by // each.by) for each in (one, other) for end in each.ends()]
    low, high = ends[0], ends[0]
    for end in ends[1:]:
        low, high = np.minimum(low, end), np.maximum(high, end)
    return one.of((low, high), by)


def _ranges(low: Wholes, high: Wholes, by: int, differ: Flags, codes: Codes) -> list[Measured]:
    """What lies between two ends, each pair once; their codes begin with 3."""
    known: dict[tuple[int, int], int] = {}
    for at in np.flatnonzero(differ):
        codes[at] = known.setdefault((int(low[at]), int(high[at])), len(known) + 3)
    found = []
    for pair in known:
        ends = [standing_for(Fraction(end, by)) for end in pair]
        first, last = (Bound(end, place_of(end)) for end in ends)
        found.append(Measured("between", range=Interval(first, last)))
    return found
