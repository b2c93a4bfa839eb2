"""A time series judged by period (时段判定): a row a day, month, quarter, year and group."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import polars as pl
from numpy.typing import NDArray

from guiju.core.errors import InputError
from guiju.core.provisions.columnar.columns import Column
from guiju.core.provisions.columnar.derived import with_sums
from guiju.core.provisions.columnar.told import Amounts, Words
from guiju.core.provisions.composed import UNITS, Statistic, Unit
from guiju.core.provisions.model import Rule, RuleSet, Rung, Scale
from guiju.core.provisions.statistics.calendar import first_date, name_of
from guiju.core.provisions.statistics.grids import Grid, Layout
from guiju.core.provisions.statistics.reckoning import reckonable, reckoned
from guiju.core.provisions.statistics.results import results_of
from guiju.core.provisions.statistics.windows import segments_of
from guiju.core.provisions.tables.evaluating import NothingToJudgeError, Numbered, Summary
from guiju.core.provisions.tables.grouping import grouped
from guiju.core.provisions.tables.heads import Head, known_heads, mapped
from guiju.core.provisions.tables.series import results, words
from guiju.core.provisions.tables.settings import settings_of
from guiju.core.provisions.tables.stamps import Stamp
from guiju.core.provisions.tables.values import gaps, shown
from guiju.core.provisions.tables.verdicts import verdicts
from guiju.core.provisions.units import in_units
from guiju.core.provisions.untold import deciding
from guiju.core.provisions.words_of import STATUS_WORDS

# Cells of a grid that are held at once: a group of stations at a time.
_CELLS = 4_000_000


_TAIL = ("invalid", "grade", "verdict", "limiting", "clause")


class NoStatisticsError(InputError):
    """The rules reckon nothing out of these columns (没有可计算的统计值)."""

    code = "provisions.no-statistics"
    zh = "“{subject}”没有可由这些列计算的时段统计值。请核对列名，或去掉 --time 逐行判定。"
    en = "“{subject}” reckons no statistic out of these columns. Check the heads, or leave out --time to judge row by row."


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """How a table is a series: its time columns, what groups its rows, and which periods are asked."""

    time: tuple[str, ...]
    by: tuple[str, ...] = ()
    per: Unit | None = None
    stamp: Stamp = "end"


@dataclass(frozen=True, slots=True)
class Span:
    """The periods that have a row: those that begin from one day on, and before another.

    Those outside the dates of an edition are 不适用, unless that edition was `named`.
    """

    first: date | None = None
    end: date | None = None
    named: bool = True

    def holds(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.end is None or day < self.end)


_ALL = Span()


class PeriodEvaluation:
    """Judges the periods of a series. `settings` are attributes for all rows, and the target.

    `chosen` names what a column holds where its head does not say it; `heads` say it of all columns.
    """

    def __init__(
        self,
        rules: RuleSet,
        frame: pl.DataFrame,
        series: Series,
        settings: Mapping[str, str],
        *,
        span: Span = _ALL,
        chosen: Mapping[str, str] | None = None,
        heads: Mapping[str, Head] | None = None,
    ) -> None:
        self._frame, self._series, self._span = frame, series, span
        self._grouped = grouped(frame, series.time, series.by, series.stamp)
        unit = self._grouped.unit
        own = (*series.time, *series.by)
        if heads is None:
            groups = mapped(series.by, rules) if series.by else {}
            heads = mapped([one for one in frame.columns if one not in own], rules, chosen)
        else:
            known_here = known_heads(rules, heads)
            groups = {name: one for name, one in known_here.items() if one.column in series.by}
            heads = {name: one for name, one in known_here.items() if one.column not in own}
        heads = {name: one for name, one in heads.items() if one.kind == "characteristic"}
        if unit == "day":
            heads = _of_days(heads, rules)
        if not heads:
            known = "、".join(one.name.zh for one in rules.characteristics.values())
            raise NothingToJudgeError(rules.standard, known=known)
        self._told = {name: one for name, one in groups.items() if one.kind == "attribute"}
        self._settings, self._target = settings_of(rules, settings)
        self._rules = in_units(rules, {name: one.unit for name, one in heads.items()})
        self._heads = heads
        self._some = reckonable(self._rules, heads, unit)
        self._units = self._asked(unit)
        columns = (*heads.values(), *self._told.values())
        self.summary = Summary(rules.standard, columns, untold=self._untold())

    def _untold(self) -> tuple[str, ...]:
        """Attributes that decide something here and that neither a group nor a setting tells."""
        made = {*self._heads, *(one.id for one in self._some)}
        parts: list[Rule | Rung | Scale] = [
            *self._rules.rules,
            *(rung for ladder in self._rules.ladders for rung in ladder.rungs),
            *(scale for index in self._rules.indices for scale in index.scales),
        ]
        needed = deciding(part for part in parts if part.characteristic in made)
        return tuple(one for one in needed if one not in self._told and one not in self._settings)

    def _asked(self, unit: Unit) -> tuple[Unit, ...]:
        """Which periods have rows: those that are asked for, or all but hours, the longest first."""
        made: dict[Unit, None] = {unit: None}
        source: dict[str, Unit] = {}
        for one in self._some:
            source[one.id] = one.over or source.get(one.of, unit)
            made[source[one.id]] = None
        asked = [self._series.per] if self._series.per else [*UNITS[:0:-1]]
        found = tuple(one for one in asked if one in made)
        if not found or not (self._some or unit == "day"):
            raise NoStatisticsError(self._rules.standard)
        return found

    def judged(self) -> pl.DataFrame:
        """The periods with their statistics and verdicts, by kind of period, group and time."""
        columns = {name: results(self._frame[one.column]) for name, one in self._heads.items()}
        self._note(columns)
        pieces: dict[Unit, list[pl.DataFrame]] = {unit: [] for unit in self._units}
        for rows, layout in self._grouped.parts(_CELLS):
            own = {name: _cut(column, rows) for name, column in columns.items()}
            grids = reckoned(self._some, own, layout, self._rules)
            for unit in self._units:
                pieces[unit].append(self._piece(unit, rows, layout, own, grids))
        found = [piece for unit in self._units for piece in pieces[unit]]
        whole = pl.concat(found, how="diagonal_relaxed") if found else pl.DataFrame()
        tail = [name for name in _TAIL if name in whole.columns]
        return whole.select(pl.exclude(tail), *tail)

    def _piece(
        self,
        unit: Unit,
        rows: NDArray[np.intp],
        layout: Layout,
        own: Mapping[str, Column],
        grids: Mapping[str, Grid],
    ) -> pl.DataFrame:
        groups, periods, at = _present(unit, layout)
        days = {int(one): first_date(int(one), unit) for one in np.unique(periods)}
        inside = np.array([self._span.holds(days[int(one)]) for one in periods], np.bool_)
        groups, periods, at = groups[inside], periods[inside], at[inside]
        first = rows[at]
        columns: dict[str, Column] = {}
        if unit == layout.unit:
            columns = {name: _cut(column, at) for name, column in own.items()}
        some = [one for one in self._some if grids[one.id].unit == unit]
        for one in some:
            grid = grids[one.id]
            columns[one.id] = results_of(one, grid, groups, periods - grid.first)
        columns = with_sums(self._rules, columns, len(first))
        named = {number: name_of(number, unit) for number in days}
        table = pl.DataFrame(
            [
                *(self._frame[name][first] for name in self._series.by),
                pl.Series("period", [named[int(one)] for one in periods], dtype=pl.String),
            ]
        )
        known = self._rules.characteristics
        table = table.with_columns([shown(known[name], one) for name, one in columns.items()])
        table = table.with_columns(gaps(self._invalid(some, grids, groups, periods), len(first)))
        return self._with_verdicts(table, unit, columns, periods)

    def _invalid(
        self,
        some: Sequence[Statistic],
        grids: Mapping[str, Grid],
        groups: NDArray[np.int64],
        periods: NDArray[np.int64],
    ) -> Iterator[tuple[str, int, NDArray[np.int32], NDArray[np.bool_]]]:
        """Of each statistic its name, the values that it needs and has, and where it is not valid."""
        for one in some:
            grid, name = grids[one.id], self._rules.characteristics[one.id].name.zh
            counts = grid.counts
            if counts is not None:
                place = periods - grid.first
                yield name, one.at_least, counts[groups, place], ~grid.there[groups, place]

    def _with_verdicts(
        self,
        table: pl.DataFrame,
        unit: Unit,
        columns: Mapping[str, Column],
        periods: NDArray[np.int64],
    ) -> pl.DataFrame:
        """Verdicts by the rules of the day on which each period begins."""
        days = [one.toordinal() for one in self._rules.changes()]
        starts = np.array([first_date(int(one), unit).toordinal() for one in periods], np.int64)
        phase = np.searchsorted(days, starts, side="right") - 1
        if self._span.named:
            phase = np.maximum(phase, 0)
        elif self._rules.until is not None:
            phase = np.where(starts >= self._rules.until.toordinal(), -1, phase)
        judged = [pl.DataFrame(schema={"verdict": pl.String, "row": pl.Int64})]
        for number in np.unique(phase):
            here = np.flatnonzero(phase == number)
            if number < 0:
                found = pl.DataFrame({"verdict": [STATUS_WORDS["inapplicable"].zh] * len(here)})
            else:
                day = date.fromordinal(days[int(number)])
                found = self._phase(day, table[here], columns, here)
            judged.append(found.with_columns(pl.Series("row", here, pl.Int64)))
        added = pl.concat(judged, how="diagonal_relaxed").sort("row")
        # A period that got the verdict of another would be worse than none.
        if added["row"].to_list() != list(range(len(table))):
            raise RuntimeError("periods were lost, doubled or moved")
        added = added.drop("row").with_columns(pl.col(pl.String).fill_null(""))
        self.summary.rows += len(table)
        for one in added:
            if one.name in ("grade", "verdict"):
                counts = one.value_counts()
                self.summary.count(
                    one.name, dict(zip(counts[one.name], counts["count"], strict=True))
                )
        return table.hstack(added)

    def _phase(
        self,
        day: date,
        table: pl.DataFrame,
        columns: Mapping[str, Column],
        here: NDArray[np.intp],
    ) -> pl.DataFrame:
        rules = self._rules.on(day)
        told: dict[str, Words | Amounts | str | float] = dict(self._settings)
        for name, head in self._told.items():
            told[name], _ = words(table[head.column], rules.attributes[name])
        own = {name: _cut(column, here) for name, column in columns.items()}
        return pl.DataFrame(verdicts(rules, own, told, len(here), self._target))

    def _note(self, columns: Mapping[str, Column]) -> None:
        for name, column in columns.items():
            if column.codes is not None:
                odd = [at for at, one in enumerate(column.others, 1) if one.kind == "unreadable"]
                places = np.flatnonzero(np.isin(column.codes, odd))
                self.summary.note(self._frame[self._heads[name].column], places, Numbered(0))


def _of_days(heads: Mapping[str, Head], rules: RuleSet) -> dict[str, Head]:
    """In a series of days a column of a characteristic holds its means of the day."""
    found: dict[str, Head] = {}
    for name, head in heads.items():
        day = [
            one.id for one in rules.statistics
            if one.of == name and one.over == "day" and one.take in ("mean", "energy")
        ]  # fmt: skip
        of = day[0] if len(day) == 1 and day[0] not in heads else name
        found[of] = Head(head.column, head.kind, of, head.unit)
    return found


def _present(
    unit: Unit, layout: Layout
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.intp]]:
    """The groups and periods that have rows, and the first row of each."""
    if unit == layout.unit:
        periods = layout.first + layout.step
    else:
        empty = np.zeros((1, layout.steps), np.int64)
        grid = Grid(layout.unit, layout.first, empty, 1, empty > 0)
        segments = segments_of(grid, unit)
        periods = segments.first + np.searchsorted(segments.starts, layout.step, side="right") - 1
    keys = layout.row * (1 << 40) + (periods - periods.min())
    _, at = np.unique(keys, return_index=True)
    return layout.row[at], periods[at], at


def _cut(column: Column, rows: NDArray[np.intp]) -> Column:
    codes = None if column.codes is None else column.codes[rows]
    return Column(column.numbers[rows], codes, column.others)
