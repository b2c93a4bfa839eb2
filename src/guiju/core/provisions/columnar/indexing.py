"""Indices by breakpoints on columns (批量分指数): no division is left at run time.

For every whole value the largest result that does not exceed it is known at load, exactly; the
index of a result is then how many of these it exceeds, and so is rounded up without an error.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from guiju.core.provisions.columnar.codes import PASS
from guiju.core.provisions.columnar.columns import Column, Numbers
from guiju.core.provisions.columnar.standing import standing
from guiju.core.provisions.columnar.told import Told
from guiju.core.provisions.indexing import beyond, sub_index
from guiju.core.provisions.measured import Measured
from guiju.core.provisions.model import Index, Scale

NO_INDEX = -1


@dataclass(frozen=True, slots=True, eq=False)
class Indexed:
    """The index of each row, NO_INDEX where there is none; `parts` by rows are the sub-indices."""

    value: NDArray[np.int16]
    parts: NDArray[np.int16]


@dataclass(frozen=True, slots=True, eq=False)
class Steps:
    """The largest results that do not exceed `first`, `first`+1 …"""

    scale: Scale
    first: int
    ends: Numbers
    least: float
    most: float
    last: int

    def part(self, column: Column, index: Index, out: NDArray[np.int16]) -> None:
        numbers = column.numbers
        out[:] = np.searchsorted(self.ends, numbers, side="left") + self.first
        out[numbers > self.most] = self.last
        out[~(numbers >= self.least)] = NO_INDEX
        if column.codes is not None:
            table = np.array(
                [0, *(_value(one, self.scale, index) for one in column.others)], np.int16
            )
            at = np.flatnonzero(column.codes)
            out[at] = table[column.codes[at]]


@lru_cache(maxsize=256)
def steps(scale: Scale, index: Index) -> Steps:
    """A scale with all its steps, as binary numbers; reckoned once for all pieces of a table."""
    points = [Fraction(point) for point in scale.points]
    values = [Fraction(value) for value in index.values[: len(points)]]
    first, last = -(-values[0] // 1), -(-values[-1] // 1)
    ends, at = [], 1
    for value in range(first, last + 1):
        while values[at] < value:
            at += 1
        share = (value - values[at - 1]) / (values[at] - values[at - 1])
        ends.append(float(points[at - 1] + share * (points[at] - points[at - 1])))
    above = beyond(scale, index)
    most = NO_INDEX if above is None else above
    return Steps(scale, first, np.array(ends), float(points[0]), float(points[-1]), most)


def indexed(index: Index, columns: Mapping[str, Column], told: Told, rows: int) -> Indexed:
    """As `core.provisions.indexing.indexed` has it, for all rows."""
    parts = np.full((len(index.scales), rows), NO_INDEX, np.int16)
    for scale, own in zip(index.scales, parts, strict=True):
        column = columns.get(scale.characteristic)
        if column is None:
            continue
        stands = standing(scale.when, told)
        if isinstance(stands, int) and stands != PASS:
            continue
        steps(scale, index).part(column, index, own)
        if not isinstance(stands, int):
            own[stands != PASS] = NO_INDEX
    value = parts.max(axis=0) if len(parts) else np.full(rows, NO_INDEX, np.int16)
    return Indexed(value, parts)


def _value(measured: Measured, scale: Scale, index: Index) -> int:
    found = sub_index(measured, scale, index)
    return NO_INDEX if found is None else found
