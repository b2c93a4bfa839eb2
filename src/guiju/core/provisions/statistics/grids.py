"""Series as grids of whole numbers (时序网格): a row a group, a column an hour or a period.

A value is a whole number over `by`, the same for the whole grid, so that sums and means have no
error. Where a value may be anything between two, `low` and `high` are the ends.
"""

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from math import lcm

import numpy as np
from numpy.typing import NDArray

from guiju.core.provisions.columnar.columns import Column
from guiju.core.provisions.columnar.scaled import Wholes, half_even, scaled, times
from guiju.core.provisions.composed import Censored, Unit
from guiju.core.provisions.measured import Measured
from guiju.core.provisions.model import Characteristic
from guiju.core.provisions.statistics.reference import value_of

Places = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """`first` is the number of the first column's hour or period; `there` says where a value is.

    `high` is None where it is `low`. Of what is `lost` none can tell the value. `counts` are how
    many values each was made of.
    """

    unit: Unit
    first: int
    low: Wholes
    by: int
    there: Flags
    high: Wholes | None = None
    lost: Flags | None = None
    counts: NDArray[np.int32] | None = None

    def ends(self) -> tuple[Wholes, ...]:
        return (self.low,) if self.high is None else (self.low, self.high)

    def of(self, ends: tuple[Wholes, ...], by: int) -> "Grid":
        return replace(self, low=ends[0], high=ends[1] if len(ends) > 1 else None, by=by)

    def rounded(self, step: Decimal | None) -> "Grid":
        """To the nearest whole step, a tie to the even one."""
        if step is None:
            return self
        share = Fraction(step)
        ends = tuple(
            times(
                half_even(times(end, share.denominator), self.by * share.numerator),
                share.numerator,
            )
            for end in self.ends()
        )
        return self.of(ends, share.denominator)


@dataclass(frozen=True, eq=False)
class Layout:
    """Where the rows of a table stand in a grid: `groups` rows, `steps` columns from `first` on."""

    unit: Unit
    first: int
    groups: int
    steps: int
    row: Places
    step: Places

    @cached_property
    def flat(self) -> Places:
        """The place of each row in a grid of one line."""
        return self.row * self.steps + self.step


def grid_of(
    column: Column, layout: Layout, characteristic: Characteristic, censored: Censored
) -> Grid:
    """A column of results in its places; what is missing or not understood is not there."""
    wholes, places = scaled(column.numbers)
    by = 10**places
    ends = [(Fraction(0), Fraction(0)), *_others(column, characteristic, censored)]
    common = lcm(by, *(end.denominator for pair in ends for end in pair))
    wholes = times(wholes, common // by)
    known: Flags = ~np.isnan(column.numbers)
    lost: Flags | None = None
    pairs: tuple[Wholes, ...] = (wholes,)
    if column.codes is not None and len(column.others):
        known, lost, pairs = _with_others(column, wholes, ends, common, characteristic, censored)
    shape = (layout.groups, layout.steps)
    spread = tuple(_spread(one, layout, shape) for one in pairs)
    return Grid(
        layout.unit, layout.first, spread[0], common, _flags(known, layout, shape),
        high=spread[1] if len(spread) > 1 else None,
        lost=None if lost is None else _flags(lost, layout, shape),
    )  # fmt: skip


def _others(
    column: Column, characteristic: Characteristic, censored: Censored
) -> list[tuple[Fraction, Fraction]]:
    """The two ends of what is no plain number; 0 of what says nothing."""
    nothing = (Fraction(0), Fraction(0))
    return [
        nothing if not _says(one) else value_of(one, censored, characteristic) or nothing
        for one in column.others
    ]


def _says(one: Measured) -> bool:
    return one.kind not in ("missing", "unreadable")


def _with_others(
    column: Column,
    wholes: Wholes,
    ends: list[tuple[Fraction, Fraction]],
    common: int,
    characteristic: Characteristic,
    censored: Censored,
) -> tuple[Flags, Flags | None, tuple[Wholes, ...]]:
    codes = column.codes
    assert codes is not None  # noqa: S101 the caller looked
    known = np.array([True, *map(_says, column.others)])[codes]
    known &= (codes > 0) | ~np.isnan(column.numbers)
    tables = [np.array([int(pair[end] * common) for pair in ends], object) for end in (0, 1)]
    pairs: list[Wholes] = []
    for table in tables:
        own = wholes.copy() if _fits(table) else wholes.astype(object)
        at = np.flatnonzero(codes)
        own[at] = table[codes[at]]
        pairs.append(own)
    untold = [False] + [
        _says(one) and value_of(one, censored, characteristic) is None for one in column.others
    ]
    lost = np.array(untold)[codes] if any(untold) else None
    differ = any(low != high for low, high in ends)
    return known, lost, tuple(pairs) if differ else (pairs[0],)


def _fits(table: Wholes) -> bool:
    return bool(max(map(abs, table.tolist()), default=0) < 1 << 60)


def _spread(wholes: Wholes, layout: Layout, shape: tuple[int, int]) -> Wholes:
    found = np.zeros(shape, wholes.dtype)
    found.reshape(-1)[layout.flat] = wholes
    return found


def _flags(flags: Flags, layout: Layout, shape: tuple[int, int]) -> Flags:
    found = np.zeros(shape, np.bool_)
    found.reshape(-1)[layout.flat] = flags
    return found
