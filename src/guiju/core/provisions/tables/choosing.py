"""How a table is judged by a standard (选用版本): by one edition, or each row by that of its day."""

from collections.abc import Iterable, Mapping
from datetime import date

from guiju.core.errors import InputError
from guiju.core.numbers import parse
from guiju.core.provisions.files.rulebook import editions, rule_set
from guiju.core.provisions.model import RuleSet
from guiju.core.provisions.tables.dates import date_column
from guiju.core.provisions.tables.dating import DatedEvaluation
from guiju.core.provisions.tables.evaluating import Evaluation
from guiju.core.provisions.tables.heads import Head


class TwoWaysOfDatingError(InputError):
    """A day for all rows, and a column of days (日期重复指定)."""

    code = "provisions.two-ways-of-dating"
    zh = "已经用 --on 指定了日期，不能再指定日期列“{subject}”。请去掉其中一个。"
    en = "--on says the day of all rows; the date column “{subject}” cannot be used as well. Leave out one of them."


def evaluation_of(
    standard: str,
    columns: Iterable[str],
    settings: Mapping[str, str],
    *,
    today: date,
    on: date | None = None,
    dates: str | None = None,
    heads: Mapping[str, Head] | None = None,
) -> Evaluation | DatedEvaluation:
    """The evaluation of a table with these columns.

    `on` is the day of all rows; `dates` the column of their days, which a head such as 采样日期 is by
    itself; without either it is today. `heads` as for Evaluation. Raises NoRuleSetError, NoDateColumnError,
    TwoWaysOfDatingError and what Evaluation raises.
    """
    if on is not None and dates is not None:
        raise TwoWaysOfDatingError(dates)
    columns = list(columns)
    day, column = on or today, None if on is not None else date_column(columns, dates)
    if column is None:
        return Evaluation(rule_set(standard, day).on(day), columns, settings, heads)
    found = editions(standard)
    if parse(standard).year and len(found) == 1:
        return evaluation_by(found[0], columns, settings, today=today, dates=column, heads=heads)
    return DatedEvaluation(found, columns, settings, column, heads=heads)


def evaluation_by(
    rules: RuleSet,
    columns: Iterable[str],
    settings: Mapping[str, str],
    *,
    today: date,
    on: date | None = None,
    dates: str | None = None,
    heads: Mapping[str, Head] | None = None,
) -> Evaluation | DatedEvaluation:
    """The evaluation by one rule set, which judges all days: each by the nearest of its phases.

    Raises NoDateColumnError, TwoWaysOfDatingError and what Evaluation raises.
    """
    if on is not None and dates is not None:
        raise TwoWaysOfDatingError(dates)
    columns = list(columns)
    column = None if on is not None else date_column(columns, dates)
    if column is None or len(rules.changes()) == 1:
        return Evaluation(rules.on(on or today), columns, settings, heads)
    return DatedEvaluation((rules,), columns, settings, column, named=True, heads=heads)
