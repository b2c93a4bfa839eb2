"""Statistics on grids (批量时段统计): the same answers as the fractions, all groups and periods at once."""

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import lcm

import numpy as np
from numpy.typing import NDArray

from guiju.core.provisions.columnar.scaled import Wholes, roomy, times
from guiju.core.provisions.composed import Statistic, Unit
from guiju.core.provisions.statistics.calendar import LENGTHS
from guiju.core.provisions.statistics.decibels import levels
from guiju.core.provisions.statistics.grids import Flags, Grid, Places
from guiju.core.provisions.statistics.percentiles import percentiles

Counts = NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class Segments:
    """The columns of a grid that make a period each: from `starts` on; `first` is the first period."""

    first: int
    starts: Places
    lengths: Places


def statistic(one: Statistic, source: Grid) -> Grid:
    """The statistic of every period, not rounded; `counts` are the values that each has."""
    source = source.rounded(one.before)
    if one.over is None:
        return _running(one, source)
    segments = segments_of(source, one.over)
    there = source.there
    if one.hours != (1, 24):
        there = there & _within(source, one.hours)
    counts = _added(there.astype(np.int32), segments)
    lost = None if source.lost is None else _any(source.lost & there, segments)
    ends, by = _taken(one, source, there, counts, segments)
    found = Grid(one.over, segments.first, ends[0], by, counts > 0, lost=lost, counts=counts)
    found = found.of(ends, by)
    full = counts >= one.at_least
    if one.each_month:
        full &= _months_full(one, source, there, segments)
    if one.or_above is not None:
        full |= _above(found, one)
    return Grid(
        found.unit, found.first, found.low, found.by, full & (counts > 0), found.high, lost, counts
    )


def segments_of(grid: Grid, over: Unit) -> Segments:
    """A grid's columns by period."""
    return _segments(grid.unit, grid.first, grid.low.shape[1], over)


@lru_cache(maxsize=64)
def _segments(unit: Unit, first: int, width: int, over: Unit) -> Segments:
    steps = first + np.arange(width, dtype=np.int64)
    days = (steps - 1) // 24 if unit == "hour" else steps
    if unit in LENGTHS:
        months = steps * LENGTHS[unit]
    else:
        months = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    periods = days if over == "day" else months // LENGTHS[over]
    starts = np.flatnonzero(np.diff(periods, prepend=periods[0] - 1))
    return Segments(int(periods[0]), starts, np.diff(starts, append=len(periods)))


def _taken(
    one: Statistic, source: Grid, there: Flags, counts: Counts, segments: Segments
) -> tuple[tuple[Wholes, ...], int]:
    """The ends of the statistic, and over what."""
    if one.take == "percentile":
        share = Fraction(one.share)
        ends = tuple(
            percentiles(end, there, share, segments.starts, segments.lengths)
            for end in source.ends()
        )
        return ends, source.by * share.denominator
    if one.take == "energy":
        return levels(one, source, there, counts, segments.starts)
    if one.take in ("max", "min"):
        return tuple(_extreme(one, end, there, segments) for end in source.ends()), source.by
    longest = int(segments.lengths.max(initial=1))
    sums = tuple(_added(roomy(np.where(there, end, 0), longest), segments) for end in source.ends())
    return (sums, source.by) if one.take == "sum" else _means(sums, counts, source.by)


def _means(sums: tuple[Wholes, ...], counts: Counts, by: int) -> tuple[tuple[Wholes, ...], int]:
    """Sums by their counts, over a number that all counts divide."""
    different = [int(count) for count in np.flatnonzero(np.bincount(counts.ravel())) if count]
    common = lcm(*different)
    safe = np.maximum(counts, 1)
    if common < 1 << 62:
        shares: Wholes = common // safe.astype(np.int64)
    else:
        shares = common // safe.astype(object)
    ends = []
    for own in sums:
        wide = roomy(own, common)
        ends.append(wide * (shares.astype(object) if wide.dtype == object else shares))
    return tuple(ends), by * common


def _extreme(one: Statistic, end: Wholes, there: Flags, segments: Segments) -> Wholes:
    largest = int(np.abs(end).max(initial=0)) + 1
    function, beside = (np.maximum, -largest) if one.take == "max" else (np.minimum, largest)
    found: Wholes = function.reduceat(np.where(there, end, beside), segments.starts, axis=1)
    return found


def _added(values: Wholes, segments: Segments) -> Wholes:
    length = int(segments.lengths[0]) if len(segments.lengths) else 1
    if (segments.lengths == length).all():
        shape = (values.shape[0], len(segments.starts), length)
        found: Wholes = values.reshape(shape).sum(axis=2, dtype=values.dtype)
        return found
    added: Wholes = np.add.reduceat(values, segments.starts, axis=1)
    return added


def _any(flags: Flags, segments: Segments) -> Flags:
    found: Flags = np.logical_or.reduceat(flags, segments.starts, axis=1)
    return found


def _within(source: Grid, hours: tuple[int, int]) -> Flags:
    hour = (source.first - 1 + np.arange(source.low.shape[1])) % 24 + 1
    found: Flags = (hour >= hours[0]) & (hour <= hours[1])
    return found


def _months_full(one: Statistic, source: Grid, there: Flags, segments: Segments) -> Flags:
    """Whether every month of a period has values enough; a month outside the grid has none."""
    months = segments_of(source, "month")
    counts = _added(there.astype(np.int32), months)
    number = months.first + np.arange(counts.shape[1])
    enough = counts >= np.where(number % 12 == 1, one.february, one.each_month)
    length = LENGTHS[one.over or "year"]
    periods = number // length
    starts = np.flatnonzero(np.diff(periods, prepend=periods[0] - 1))
    full: Flags = np.add.reduceat(enough.astype(np.int32), starts, axis=1) == length
    return full


def _above(found: Grid, one: Statistic) -> Flags:
    """Whether it is valid whatever is missing: the whole would be no less."""
    value = found.rounded(one.step)
    limit = Fraction(one.or_above or 0)
    above: Flags = (times(value.low, limit.denominator) > limit.numerator * value.by).astype(
        np.bool_
    )
    return above if found.lost is None else above & ~found.lost


def _running(one: Statistic, source: Grid) -> Grid:
    """The window that ends with each step, from the first value to the end of the last one's day."""
    last = one.last or 1
    counts = _windowed(source.there.astype(np.int32), last)
    lost = None
    if source.lost is not None:
        lost = _windowed((source.lost & source.there).astype(np.int32), last) > 0
    if one.take in ("max", "min"):
        ends, by = tuple(_moving(one, end, source.there, last) for end in source.ends()), source.by
    else:
        steps = source.low.shape[1]
        sums = tuple(
            _windowed(roomy(np.where(source.there, end, 0), steps), last) for end in source.ends()
        )
        ends, by = (sums, source.by) if one.take == "sum" else _means(sums, counts, source.by)
    full = (counts >= one.at_least) & (counts > 0) & _span(source)
    found = Grid(source.unit, source.first, ends[0], by, full, lost=lost, counts=counts)
    return found.of(ends, by)


def _windowed(values: Wholes, last: int) -> Wholes:
    total: Wholes = np.cumsum(values, axis=1, dtype=values.dtype)
    found = total.copy()
    found[:, last:] -= total[:, :-last]
    return found


def _moving(one: Statistic, end: Wholes, there: Flags, last: int) -> Wholes:
    largest = int(np.abs(end).max(initial=0)) + 1
    function, beside = (np.maximum, -largest) if one.take == "max" else (np.minimum, largest)
    masked = np.where(there, end, beside)
    found = masked.copy()
    for back in range(1, min(last, masked.shape[1])):
        function(found[:, back:], masked[:, :-back], out=found[:, back:])
    return found


def _span(source: Grid) -> Flags:
    steps = source.there.shape[1]
    place = np.arange(steps)
    first = np.where(source.there.any(axis=1), source.there.argmax(axis=1), steps)
    end = steps - 1 - source.there[:, ::-1].argmax(axis=1)
    if source.unit == "hour":
        end = end // 24 * 24 + 23
    found: Flags = (place >= first[:, None]) & (place <= end[:, None])
    return found
