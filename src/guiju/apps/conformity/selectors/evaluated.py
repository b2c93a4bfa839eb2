"""Data that a program hands in, judged at once and kept nowhere (即时判定)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

import polars as pl

from guiju.apps.conformity.selectors.dated_tables import days_choose, evaluation_dated
from guiju.apps.conformity.selectors.judging_rules import Judging
from guiju.core.errors import InputError
from guiju.core.provisions.model import RuleSet
from guiju.core.provisions.tables.dates import date_column
from guiju.core.provisions.tables.evaluating import Summary
from guiju.core.provisions.tables.heads import mapped

_ANSWERS = ("grade", "verdict", "limiting", "primary", "clause", "edition")


class TooManyToAnswerError(InputError):
    """More rows than one call judges (行数过多)."""

    code = "evaluate_rows"
    zh = "一次最多判定 {subject} 行。请分批调用，或者用命令行 guiju evaluate。"
    en = "One call judges at most {subject} rows. Call in parts, or use the command line: guiju evaluate."


@dataclass(frozen=True, slots=True)
class Evaluated:
    """The rules of the day, the summary, the rows as they came and their answers beside them."""

    rules: RuleSet
    summary: Summary
    rows: pl.DataFrame
    answers: list[dict[str, Any]]
    dates: str = ""


@dataclass(frozen=True, slots=True)
class ByDay:
    """Editions of which the days of the rows choose; `column` holds them, else a head such as 采样日期."""

    editions: tuple[Judging, ...]
    named: bool
    column: str | None = None


def evaluated(
    judging: Judging,
    pieces: Iterator[pl.DataFrame],
    settings: Mapping[str, str],
    chosen: Mapping[str, str],
    most: int,
    by_day: ByDay | None = None,
) -> Evaluated:
    """Judge all rows. `chosen` says what a column holds where its head does not.

    With `by_day` each row is judged by the edition and the phase of its day, where a column holds it.
    """
    first = next(pieces)
    heads = mapped(first.columns, judging.rules, chosen)
    found = "" if by_day is None else date_column(first.columns, by_day.column) or ""
    sets = () if by_day is None else tuple(one.rules for one in by_day.editions)
    named = by_day is None or by_day.named
    dates = found if days_choose(sets, named=named) else ""
    evaluation = evaluation_dated(
        judging.rules, sets, first.columns, settings, heads, dates=dates, named=named
    )
    whole = pl.concat(list(evaluation.judged(_bounded(chain([first], pieces), most))))
    answers = {*_ANSWERS, *(one.id for one in judging.rules.indices)}
    added = [name for name in whole.columns if name not in first.columns or name in answers]
    return Evaluated(
        rules=judging.rules,
        summary=evaluation.summary,
        rows=whole,
        answers=whole.select(added).rows(named=True),
        dates=dates,
    )


def frame_of(rows: Iterable[Mapping[str, Any]]) -> pl.DataFrame:
    """Rows of JSON as a table of texts: 7.5 is "7.5", null is no value."""
    rows = list(rows)
    names = list(dict.fromkeys(name for row in rows for name in row))
    columns = {name: [_text(row.get(name)) for row in rows] for name in names}
    return pl.DataFrame(columns, schema=dict.fromkeys(names, pl.String))


def _bounded(pieces: Iterable[pl.DataFrame], most: int) -> Iterator[pl.DataFrame]:
    rows = 0
    for piece in pieces:
        rows += len(piece)
        if rows > most:
            raise TooManyToAnswerError(str(most))
        yield piece


def _text(value: Any) -> str | None:
    return None if value is None else str(value)
