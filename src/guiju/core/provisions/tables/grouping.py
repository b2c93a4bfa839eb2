"""Rows of a series by group (分组): where each stands in a grid, some groups at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import numpy as np
import polars as pl
from numpy.typing import NDArray

from guiju.core.provisions.statistics.grids import Layout
from guiju.core.provisions.tables.errors import TableError
from guiju.core.provisions.tables.stamps import Stamp, check_once, stamps


@dataclass(frozen=True, slots=True, eq=False)
class Grouped:
    """The group and the hour or day of every row; groups count in their order of appearance."""

    unit: Literal["hour", "day"]
    group: NDArray[np.int64]
    number: NDArray[np.int64]
    groups: int

    def parts(self, cells: int) -> Iterator[tuple[NDArray[np.intp], Layout]]:
        """The rows of some groups with their layout, so that a grid has about so many cells."""
        if not len(self.number):
            return
        first, steps = self._span()
        at_once = max(1, cells // steps)
        if at_once >= self.groups:
            yield (
                np.arange(len(self.group)),
                self._layout(slice(None), 0, self.groups, first, steps),
            )
            return
        order = np.argsort(self.group, kind="stable")
        ends = np.searchsorted(self.group[order], np.arange(0, self.groups + at_once, at_once))
        for at, (start, end) in enumerate(pairwise(ends)):
            rows = np.sort(order[start:end])
            begun = at * at_once
            count = min(at_once, self.groups - begun)
            yield rows, self._layout(rows, begun, count, first, steps)

    def _span(self) -> tuple[int, int]:
        """The first step and how many: whole days."""
        low, high = int(self.number.min()), int(self.number.max())
        if self.unit == "day":
            return low, high - low + 1
        first = (low - 1) // 24 * 24 + 1
        return first, -(-(high - first + 1) // 24) * 24

    def _layout(
        self, rows: NDArray[np.intp] | slice, begun: int, groups: int, first: int, steps: int
    ) -> Layout:
        return Layout(
            self.unit, first, groups, steps, self.group[rows] - begun, self.number[rows] - first
        )


def grouped(frame: pl.DataFrame, time: Sequence[str], by: Sequence[str], stamp: Stamp) -> Grouped:
    """Raises TableError, StampError and TwiceError."""
    for name in (*time, *by):
        if name not in frame.columns:
            known = "、".join(frame.columns)
            raise TableError(
                name,
                why_zh=f"没有这一列；有 {known}。",
                why_en=f"there is no such column, only {known}.",
            )
    texts = frame[time[0]]
    if len(time) > 1:
        joined = pl.concat_str([pl.col(one).cast(pl.String) for one in time], separator=" ")
        texts = frame.select(joined.alias(" ".join(time))).to_series()
    found = stamps(texts, stamp)
    group = np.zeros(len(frame), np.int64)
    groups = 1
    if by:
        different = frame.select(by).unique(maintain_order=True).with_row_index("guiju group")
        groups = len(different)
        codes = frame.select(by).join(
            different, on=list(by), how="left", nulls_equal=True, maintain_order="left"
        )
        group = codes["guiju group"].to_numpy().astype(np.int64)
    if len(found.numbers):
        first, last = int(found.numbers.min()), int(found.numbers.max())
        keys = group * (last - first + 1) + (found.numbers - first)
        check_once(keys, texts, tuple(by))
    return Grouped(found.unit, group, found.numbers, groups)
