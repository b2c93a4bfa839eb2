"""A table whose rows are each judged by the edition and the phase of their day (按采样日期选用版本)."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import polars as pl
from numpy.typing import NDArray

from guiju.core.provisions.model import RuleSet
from guiju.core.provisions.tables.dates import days
from guiju.core.provisions.tables.evaluating import (
    Evaluation,
    NothingToJudgeError,
    Numbered,
    Summary,
)
from guiju.core.provisions.tables.heads import Head, known_heads
from guiju.core.provisions.tables.series import Rows
from guiju.core.provisions.words_of import STATUS_WORDS

EDITION = "edition"
VERDICTS = ("verdict", "rules_verdict")
_ROW = "row"
_UNDATED, _NONE_IN_FORCE = -2, -1
_NO_DAY = -(2**31)
_FIRST = date(1970, 1, 1)
_SAID = {
    _UNDATED: STATUS_WORDS["undetermined"].zh,
    _NONE_IN_FORCE: STATUS_WORDS["inapplicable"].zh,
}


@dataclass(frozen=True, slots=True)
class Phase:
    """What is asked from one day until another (阶段); `rules` are those of these days."""

    since: date
    until: date | None
    rules: RuleSet


def phases(editions: Iterable[RuleSet]) -> tuple[Phase, ...]:
    """All phases of all editions, in their order."""
    found: list[Phase] = []
    for one in editions:
        starts = one.changes()
        found += [
            Phase(since, until, one.on(since))
            for since, until in zip(starts, (*starts[1:], one.until), strict=True)
        ]
    return tuple(sorted(found, key=lambda phase: phase.since))


class DatedEvaluation:
    """Judges every row by the phase of its day; the column named `dates` holds the days.

    The column `edition` says which edition judged; on a day on which none is in force a row is
    不适用, without a day 不确定. An edition that is `named` judges the rows of all days, each by its
    nearest phase.
    """

    def __init__(
        self,
        editions: Sequence[RuleSet],
        columns: Iterable[str],
        settings: Mapping[str, str],
        dates: str,
        *,
        named: bool = False,
        heads: Mapping[str, Head] | None = None,
    ) -> None:
        columns = list(columns)
        self.rule_sets = tuple(editions)
        self._dates, self._named, self._phases = dates, named, phases(editions)
        self._by_phase = [
            _evaluation(phase.rules, columns, settings, heads) for phase in self._phases
        ]
        usable = [one for one in self._by_phase if isinstance(one, Evaluation)]
        if not usable:
            raise next(one for one in self._by_phase if not isinstance(one, Evaluation))
        self.summary = _summary(usable)
        self._shape = self._empty(usable, columns)

    def judged(self, pieces: Iterable[pl.DataFrame]) -> Iterator[pl.DataFrame]:
        """Every piece with the verdicts beside its rows, in their order."""
        for piece in pieces:
            yield piece.with_columns(self._added(piece))

    def _empty(self, usable: Iterable[Evaluation], columns: Sequence[str]) -> pl.DataFrame:
        """All columns that some phase adds, without rows."""
        nothing = pl.DataFrame(schema=dict.fromkeys(columns, pl.String))
        frames = [pl.DataFrame(one.added(nothing, Numbered(0))) for one in usable]
        own = {_ROW: pl.UInt32} if self._named else {EDITION: pl.String, _ROW: pl.UInt32}
        return pl.concat([*frames, pl.DataFrame(schema=own)], how="diagonal_relaxed")

    def _added(self, piece: pl.DataFrame) -> pl.DataFrame:
        before = self.summary.rows
        at = self._phases_of(piece, before)
        parts = [
            self._part(piece, int(phase), np.flatnonzero(at == phase), before)
            for phase in np.unique(at)
        ]
        self.summary.rows = before + len(piece)
        found = pl.concat([self._shape, *parts], how="diagonal_relaxed").sort(_ROW)
        # A row that got the verdict of another would be worse than none.
        if not (found[_ROW].to_numpy() == np.arange(len(piece))).all():
            raise RuntimeError("rows were lost, doubled or moved")
        return found.drop(_ROW)

    def _phases_of(self, piece: pl.DataFrame, before: int) -> NDArray[np.int32]:
        """The place of the phase for each row."""
        dated = days(piece[self._dates])
        lost = dated.is_null().arg_true().to_numpy().astype(np.intp)
        self.summary.note(piece[self._dates], lost, Numbered(before))
        numbers = dated.cast(pl.Int32).fill_null(_NO_DAY).to_numpy()
        different, back = np.unique(numbers, return_inverse=True)
        places = np.array([self._phase(int(day)) for day in different], np.int32)
        found: NDArray[np.int32] = places[back]
        return found

    def _phase(self, day: int) -> int:
        if day == _NO_DAY:
            return _UNDATED
        starts = [(phase.since - _FIRST).days for phase in self._phases]
        at = bisect_right(starts, day) - 1
        if self._named:
            return max(at, 0)
        until = self._phases[at].until
        ended = at < 0 or (until is not None and day >= (until - _FIRST).days)
        return _NONE_IN_FORCE if ended else at

    def _part(self, piece: pl.DataFrame, phase: int, rows: Rows, before: int) -> pl.DataFrame:
        """The columns for the rows of one phase, with the places of these rows."""
        edition = "" if phase < 0 else self._phases[phase].rules.standard
        if phase < 0:
            found = self._unjudged(phase, len(rows))
        else:
            judge = self._by_phase[phase]
            if not isinstance(judge, Evaluation):
                raise judge
            found = pl.DataFrame(judge.added(piece[rows], Numbered(before, rows)))
        found = found.with_columns(pl.Series(_ROW, rows, pl.UInt32))
        if self._named:
            return found
        self.summary.count(EDITION, {edition: len(rows)})
        return found.with_columns(pl.lit(edition).alias(EDITION))

    def _unjudged(self, phase: int, rows: int) -> pl.DataFrame:
        """Rows that no phase judges: empty texts, and why in `verdict`."""
        own = [name for name in self._shape.columns if name not in (_ROW, EDITION)]
        found = self._shape.select(own).clear(rows).with_columns(pl.col(pl.String).fill_null(""))
        verdicts = [name for name in own if name in VERDICTS]
        for name in verdicts:
            self.summary.count(name, {_SAID[phase]: rows})
        return found.with_columns(pl.lit(_SAID[phase]).alias(name) for name in verdicts)


def _evaluation(
    rules: RuleSet,
    columns: Sequence[str],
    settings: Mapping[str, str],
    heads: Mapping[str, Head] | None,
) -> Evaluation | NothingToJudgeError:
    """A phase that knows none of the columns may still have no row to judge."""
    if heads is not None:
        heads = known_heads(rules, heads)
    try:
        return Evaluation(rules, columns, settings, heads)
    except NothingToJudgeError as error:
        return error


def _summary(usable: Sequence[Evaluation]) -> Summary:
    """One summary for all of them."""
    own = [one.summary for one in usable]
    found = Summary(
        "、".join(dict.fromkeys(one.standard for one in own)),
        tuple({head.column: head for one in own for head in one.columns}.values()),
        untold=tuple(dict.fromkeys(name for one in own for name in one.untold)),
    )
    for one in usable:
        one.summary = found
    return found
