"""Tables whose rows or periods are judged by the edition of their day (按日期选用版本的判定)."""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from guiju.apps.conformity.models import Judgement
from guiju.apps.conformity.selectors.judging_rules import rules_in
from guiju.core.provisions.model import RuleSet
from guiju.core.provisions.tables.dates import date_column, days
from guiju.core.provisions.tables.dating import EDITION, DatedEvaluation
from guiju.core.provisions.tables.evaluating import Evaluation
from guiju.core.provisions.tables.heads import Head
from guiju.core.provisions.tables.periods import Series


def sets_of(judgement: Judgement) -> tuple[RuleSet, ...]:
    """The whole rule sets that may judge, the oldest first."""
    kept = [one["text"] for one in judgement.editions] or [judgement.rules]
    return tuple(rules_in(text) for text in kept)


def is_named(judgement: Judgement) -> bool:
    """Whether one edition was named, by its year or by a day for all rows."""
    dating = judgement.dating
    return bool(dating.get("named", True) or not dating.get("by_day"))


def days_choose(sets: Sequence[RuleSet], *, named: bool) -> bool:
    """Whether the days of the rows can choose anything: an edition, or a phase."""
    return not named or any(len(one.changes()) > 1 for one in sets)


def may_be_dated(judgement: Judgement) -> bool:
    """Whether a column of days is asked for."""
    by_day = bool(judgement.dating.get("by_day"))
    return by_day and days_choose(sets_of(judgement), named=is_named(judgement))


def may_be_series(judgement: Judgement) -> bool:
    """Whether the standard reckons anything out of a time series."""
    return any(one.statistics for one in sets_of(judgement))


def dates_proposed(judgement: Judgement, names: Sequence[str]) -> str:
    """The column of days that was chosen, else the one that is called so."""
    chosen = judgement.dating.get("dates")
    return str((date_column(names) or "") if chosen is None else chosen)


def series_of(judgement: Judgement) -> Series | None:
    """The table as a time series, where it was said to be one."""
    kept: dict[str, Any] = judgement.dating
    if not kept.get("time"):
        return None
    return Series(
        time=tuple(kept["time"]),
        by=tuple(kept["by"]),
        per=kept["per"] or None,
        stamp=kept["stamp"],
    )


def evaluation_dated(
    rules: RuleSet,
    sets: Sequence[RuleSet],
    columns: Sequence[str],
    settings: Mapping[str, str],
    heads: Mapping[str, Head],
    *,
    dates: str,
    named: bool,
) -> Evaluation | DatedEvaluation:
    """Each row by the phase of its day; without a column of days all by `rules`."""
    if dates and days_choose(sets, named=named):
        return DatedEvaluation(sets, columns, settings, dates, named=named, heads=heads)
    return Evaluation(rules, columns, settings, heads)


def rules_of_row(judgement: Judgement, cells: Mapping[str, Any]) -> RuleSet | None:
    """The rules of the day of a row; None where no edition judged it."""
    sets = sets_of(judgement)
    dates = judgement.dating.get("dates") if may_be_dated(judgement) else ""
    if not dates:
        return rules_in(judgement.rules).on(judgement.on)
    return rules_of_day(sets, cells, dates, named=is_named(judgement))


def rules_of_day(
    sets: Sequence[RuleSet], cells: Mapping[str, Any], dates: str, *, named: bool
) -> RuleSet | None:
    """The rules of the day that stands in the cell `dates`; None where no edition judged the row."""
    if named:
        rules = sets[0]
    else:
        found = [one for one in sets if one.standard == cells.get(EDITION)]
        if not found:
            return None
        rules = found[0]
    day = days(pl.Series([cells.get(dates)]))[0]
    return rules.on(day) if day is not None else None
