"""Periods that are each judged by the edition of their first day (按时段选用版本)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

import polars as pl

from guiju.core.provisions.model import RuleSet
from guiju.core.provisions.statistics.calendar import date_of, day_of
from guiju.core.provisions.tables.evaluating import Summary
from guiju.core.provisions.tables.grouping import grouped
from guiju.core.provisions.tables.heads import Head
from guiju.core.provisions.tables.periods import PeriodEvaluation, Series, Span

EDITION = "edition"


def judged_periods(
    editions: Sequence[RuleSet],
    frame: pl.DataFrame,
    series: Series,
    settings: Mapping[str, str],
    *,
    named: bool = False,
    chosen: Mapping[str, str] | None = None,
    heads: Mapping[str, Head] | None = None,
) -> tuple[pl.DataFrame, Summary]:
    """All periods with their verdicts, and one summary; of several editions the column `edition` says which.

    An edition that is `named` judges the periods of all days, each by its nearest phase.
    """
    editions = _reached(editions, frame, series)
    if len(editions) == 1 and named:
        one = PeriodEvaluation(
            editions[0],
            frame,
            series,
            settings,
            span=Span(named=True),
            chosen=chosen,
            heads=heads,
        )
        return one.judged(), one.summary
    ends: list[date | None] = [*(one.since for one in editions[1:]), None]
    found, summaries = [], []
    for at, (rules, end) in enumerate(zip(editions, ends, strict=True)):
        span = Span(rules.since if at else None, end, named=named)
        own = PeriodEvaluation(
            rules, frame, series, settings, span=span, chosen=chosen, heads=heads
        )
        table = own.judged()
        if len(table):
            found.append(table.with_columns(pl.lit(rules.standard).alias(EDITION)))
            summaries.append(own.summary)
    if not found:
        return pl.DataFrame(), Summary("、".join(one.standard for one in editions), ())
    return pl.concat(found, how="diagonal_relaxed"), _merged(summaries)


def _reached(editions: Sequence[RuleSet], frame: pl.DataFrame, series: Series) -> Sequence[RuleSet]:
    """The editions that judge a period of these days: the oldest, and later ones that had begun."""
    found = grouped(frame, series.time, series.by, series.stamp)
    if not len(found.number):
        return editions[:1]
    last, first = int(found.number.max()), int(found.number.min())
    days = [date_of(day_of(one) if found.unit == "hour" else one) for one in (first, last)]
    begun = [one for one in editions if one.since <= days[1]] or [editions[0]]
    year = days[0].replace(month=1, day=1)
    return [one for one in begun if one.until is None or year < one.until or one is begun[-1]]


def _merged(summaries: Sequence[Summary]) -> Summary:
    first = summaries[0]
    answers: dict[str, Counter[str]] = {}
    for one in summaries:
        for name, counted in one.answers.items():
            answers.setdefault(name, Counter()).update(counted)
    return Summary(
        "、".join(dict.fromkeys(one.standard for one in summaries)),
        first.columns,
        rows=sum(one.rows for one in summaries),
        answers=answers,
        unreadable=first.unreadable,
        untold=tuple(dict.fromkeys(name for one in summaries for name in one.untold)),
    )
