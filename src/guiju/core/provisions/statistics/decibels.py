"""Energetic means on grids (批量分贝能量平均): binary numbers, and the close cases settled in decimals."""

from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from guiju.core.provisions.columnar.scaled import Wholes
from guiju.core.provisions.composed import Statistic
from guiju.core.provisions.derived import standing_for
from guiju.core.provisions.rounding import rounded
from guiju.core.provisions.statistics.energy import energetic_mean
from guiju.core.provisions.statistics.grids import Flags, Grid, Places

# Binary numbers are off by less than a millionth of this.
_CLOSE = 1e-6


def levels(
    one: Statistic, source: Grid, there: Flags, counts: NDArray[np.int32], starts: Places
) -> tuple[tuple[Wholes, ...], int]:
    """The mean levels in whole steps of the statistic, and over what."""
    step = one.step
    assert step is not None  # noqa: S101 the file was checked
    share = Fraction(step)
    ends = tuple(
        _one(one, end, source.by, there, counts, starts) * share.numerator for end in source.ends()
    )
    return ends, share.denominator


def _one(
    one: Statistic,
    end: Wholes,
    by: int,
    there: Flags,
    counts: NDArray[np.int32],
    starts: Places,
) -> Wholes:
    step = one.step
    assert step is not None  # noqa: S101 the file was checked
    values = end.astype(np.float64) / by
    powers = np.where(there, 10.0 ** (np.where(there, values, 0.0) / 10), 0.0)
    total = np.add.reduceat(powers, starts, axis=1) / np.maximum(counts, 1)
    level = 10 * np.log10(np.where(total > 0, total, 1.0)) / float(step)
    found = np.rint(level).astype(np.int64)
    near = np.abs(np.abs(level - np.floor(level)) - 0.5) < _CLOSE
    bounds = np.append(starts, there.shape[1])
    for group, at in np.argwhere(near & (counts > 0)):
        here = slice(bounds[at], bounds[at + 1])
        own = end[group, here][there[group, here]]
        mean = energetic_mean(Fraction(int(value), by) for value in own)
        steps = rounded(standing_for(Fraction(mean)), step) / step
        found[group, at] = int(steps)
    return found
