"""Keys of a table on columns (批量查表的键): for each row a code, and the cases that hold for each code."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from guiju.core.provisions.columnar.columns import Codes, Numbers
from guiju.core.provisions.columnar.ends import high_end, low_end
from guiju.core.provisions.columnar.told import Amounts, Words
from guiju.core.provisions.model import Case

Cases = frozenset[int]
_TRIES = 200


@dataclass(frozen=True, slots=True, eq=False)
class Key:
    """`options` are the cases that hold for each code, None where the attribute was not told.

    `codes` are those of some rows; None: all rows have the code 0.
    """

    options: tuple[Cases | None, ...]
    codes: Callable[[slice], Codes] | None = None


def key_of(cases: Sequence[Case], at: int, told: Words | Amounts | str | float | None) -> Key:
    """The key that is condition number `at` of every case."""
    if told is None:
        return Key((None,))
    if isinstance(told, str):
        return Key((_naming(cases, at, told),))
    if isinstance(told, Words):
        codes = told.codes
        options = (None, *(_naming(cases, at, value) for value in told.values))
        return Key(options, lambda rows: codes[rows])
    low, high = _ends(cases, at)
    if not isinstance(told, Amounts):
        return Key((_holding(low, high, told),))
    return _pointed(low, high, told.numbers) or _cut(low, high, told.numbers)


def _naming(cases: Sequence[Case], at: int, value: str) -> Cases:
    return frozenset(place for place, case in enumerate(cases) if value in case.when[at].values)


def _ends(cases: Sequence[Case], at: int) -> tuple[Numbers, Numbers]:
    intervals = [case.when[at].interval for case in cases]
    low = [np.inf if one is None else low_end(one) for one in intervals]
    high = [-np.inf if one is None else high_end(one) for one in intervals]
    return np.array(low), np.array(high)


def _holding(low: Numbers, high: Numbers, number: float) -> Cases:
    return frozenset(np.flatnonzero((low <= number) & (number <= high)).tolist())


def _cut(low: Numbers, high: Numbers, numbers: Numbers) -> Key:
    """Intervals cut the numbers into segments; a number is searched once."""
    cuts = np.unique(np.concatenate([low, np.nextafter(high, np.inf)]))
    cuts = cuts[np.isfinite(cuts)]
    segments = [_holding(low, high, start) for start in (-np.inf, *cuts)]
    # NaN is searched behind all numbers, and so finds the place behind the last cut.
    searched = np.append(cuts, np.nan)
    return Key(
        (*segments, None),
        lambda rows: np.searchsorted(searched, numbers[rows], side="right").astype(np.int32),
    )


def _pointed(low: Numbers, high: Numbers, numbers: Numbers) -> Key | None:
    """Keys that are single numbers: their bits, multiplied, are a place in a table of their own.

    None where they are not single numbers, or no such table is found.
    """
    points = np.unique(low) + 0.0
    if (low != high).any() or not np.isfinite(points).all():
        return None
    found = _places(points.view(np.uint64))
    if found is None:
        return None
    by, shift, table = found
    none, untold = len(points), len(points) + 1
    options = (*(_holding(low, high, point) for point in points), frozenset[int](), None)

    def codes(rows: slice) -> Codes:
        # -0 is 0.
        own = numbers[rows] + 0.0
        places: Codes = table[(own.view(np.uint64) * by) >> shift]
        other = points[places] != own
        if other.any():
            places[other] = np.where(np.isnan(own[other]), untold, none)
        return places

    return Key(options, codes)


def _places(bits: NDArray[np.uint64]) -> tuple[np.uint64, np.uint64, Codes] | None:
    """A factor that sends every one of them to a place of its own, by their highest bits."""
    size = max(4, int(4 * len(bits) ** 2 - 1).bit_length())
    shift = np.uint64(64 - min(size, 16))
    draw = np.random.default_rng(0)
    for _ in range(_TRIES):
        by = draw.integers(1, 2**64 - 1, dtype=np.uint64) | np.uint64(1)
        places = (bits * by) >> shift
        if len(np.unique(places)) == len(bits):
            table = np.zeros(2 ** int(np.uint64(64) - shift), np.int32)
            table[places] = np.arange(len(bits))
            return by, shift, table
    return None
