"""`guiju evaluate`: a table of results judged row by row, or one report explained line by line."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from guiju.cli.evaluate_periods import NotWithTime, judge_periods
from guiju.cli.evaluate_report import (
    check_paper,
    say_not_reviewed,
    say_report,
    say_summary,
    write_paper,
)
from guiju.cli.evaluate_rules import chosen_columns, heads_of, rules_about, rules_of, setting

if TYPE_CHECKING:
    import polars as pl

    from guiju.core.provisions.composed import Unit
    from guiju.core.provisions.model import RuleSet
    from guiju.core.provisions.papers.model import Languages
    from guiju.core.provisions.tables.dating import DatedEvaluation
    from guiju.core.provisions.tables.evaluating import Evaluation, Summary
    from guiju.core.provisions.tables.stamps import Stamp
    from guiju.core.provisions.uncertainty import Decision

_IN = click.Path(exists=True, dir_okay=False, path_type=Path)
_OUT = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.argument("data", type=_IN)
@click.option("--standard", metavar="NUMBER", help="By which standard to judge.")
@click.option("--rules", "own", type=_IN, help="By a rule file of your own, which is not reviewed.")
@click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Of a number without a year: the edition in force on this day; today if left out.",
)
@click.option(
    "--date-column",
    metavar="HEAD",
    help="The column of the days of the samples: each is judged by the edition of its day.",
)
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="KEY=VALUE",
    help="What decides which limits apply, for all rows; target=LEVEL asks for a level.",
)
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="HEAD=CHARACTERISTIC",
    help="What a column holds, where its head does not say so.",
)
@click.option(
    "--time",
    multiple=True,
    metavar="HEAD",
    help="The column of hours or days: the periods of the series are judged. Twice for date and hour.",
)
@click.option(
    "--by", multiple=True, metavar="HEAD", help="A column that names the series: a station."
)
@click.option(
    "--per",
    type=click.Choice(["hour", "day", "month", "quarter", "year"]),
    help="Only these periods of the series; all but hours if left out.",
)
@click.option(
    "--stamp",
    type=click.Choice(["end", "start"]),
    default="end",
    show_default=True,
    help="Whether a stamp is the end of its hour (24:00 is the last of a day) or the start.",
)
@click.option(
    "--long/--wide",
    "long",
    default=None,
    help="One line a characteristic, or one row a sample; recognised if left out.",
)
@click.option(
    "--out", type=_OUT, help="Write the table with its verdicts: .csv .xlsx .parquet .jsonl."
)
@click.option("--report", type=_OUT, help="Write a report with explanations: .docx .xlsx.")
@click.option(
    "--language",
    type=click.Choice(["zh", "en", "both"]),
    default="both",
    show_default=True,
    help="Of the report.",
)
@click.option(
    "--decision",
    type=click.Choice(["simple", "guarded"]),
    default="simple",
    show_default=True,
    help="Of one report: the declared rule for results with an uncertainty (8.6±0.2).",
)
@click.option(
    "--limit-errors",
    type=click.IntRange(min=0),
    default=20,
    show_default=True,
    help="How many cells that are not understood, and rows that fail, are listed.",
)
@click.option("--json", "as_json", is_flag=True, help="The summary as one JSON value.")
def evaluate(**options: Any) -> None:
    """Judge every row of a table, or explain one report: verdict, grade, limit, clause. 按标准判定数据。"""
    from guiju.core.provisions.tables.reading import form_of

    on = options.pop("on")
    asked = Asked(on=on.date() if on else None, **options)
    if asked.out is not None:
        form_of(asked.out)
    check_paper(asked.report)
    rules = rules_about(asked.standard, asked.own, asked.on or _today())
    told = dict(map(setting, asked.settings))
    chosen = chosen_columns(asked.columns, rules)
    if asked.time:
        _judge_periods(asked, rules, told, chosen)
    elif _is_one_report(asked, rules):
        _explain(asked, told, chosen)
    else:
        _judge(asked, rules, told, chosen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The options, as they were given."""

    data: Path
    standard: str | None
    own: Path | None
    on: date | None
    date_column: str | None
    settings: tuple[str, ...]
    columns: tuple[str, ...]
    time: tuple[str, ...]
    by: tuple[str, ...]
    per: "Unit | None"
    stamp: "Stamp"
    long: bool | None
    out: Path | None
    report: Path | None
    language: "Languages"
    decision: "Decision"
    limit_errors: int
    as_json: bool


def _today() -> date:
    return datetime.now(ZoneInfo("Asia/Shanghai")).date()


def _judge_periods(
    asked: Asked, rules: "RuleSet", told: dict[str, str], chosen: dict[str, str]
) -> None:
    """A number without a year means the editions of the periods' days."""
    from guiju.core.numbers import parse
    from guiju.core.provisions.files.rulebook import editions
    from guiju.core.provisions.tables.periods import Series

    for option, value in (
        ("--report", asked.report),
        ("--date-column", asked.date_column),
        ("--long", asked.long),
    ):
        if value:
            raise NotWithTime(option)
    named = asked.standard is None or bool(parse(asked.standard).year) or asked.on is not None
    judge_periods(
        asked.data,
        (rules,) if named else editions(asked.standard or ""),
        Series(time=asked.time, by=asked.by, per=asked.per, stamp=asked.stamp),
        told,
        named=named,
        chosen=chosen,
        out=asked.out,
        report=asked.report,
        language=asked.language,
        most=asked.limit_errors,
        as_json=asked.as_json,
        reviewed=asked.own is None,
    )


def _is_one_report(asked: Asked, rules: "RuleSet") -> bool:
    """Long form of one sample; with --out the table of its verdicts is wanted."""
    from guiju.core.provisions.reports.reading import is_report

    if asked.out is not None or asked.long is False:
        return False
    return asked.long is True or is_report(asked.data, rules)


def _explain(asked: Asked, told: dict[str, str], chosen: dict[str, str]) -> None:
    from guiju.core.provisions.reports.judging import judged_report
    from guiju.core.provisions.reports.paper import paper_of
    from guiju.core.provisions.reports.reading import read_entries

    day = asked.on or _today()
    rules = rules_of(asked.standard, asked.own, day)
    found = judged_report(
        read_entries(asked.data, rules),
        rules,
        told,
        on=day if asked.own is None else asked.on,
        reviewed=asked.own is None,
        chosen=chosen,
        decision=asked.decision,
    )
    if asked.report is not None:
        write_paper(paper_of(found), asked.report, asked.language)
    if asked.as_json:
        click.echo(json.dumps({"rows": 1, **found.to_json()}, ensure_ascii=False))
    else:
        say_report(found)


def _judge(asked: Asked, rules: "RuleSet", told: dict[str, str], chosen: dict[str, str]) -> None:
    from guiju.core.provisions.reports.tables import table_paper
    from guiju.core.provisions.tables.failing import Failing
    from guiju.core.provisions.tables.writing import write

    pieces = _pieces(asked, rules)
    first = next(pieces)
    evaluation = _evaluation(asked, rules, first.columns, told, chosen)
    summary = evaluation.summary
    summary.most_unreadable = asked.limit_errors
    failing = Failing(tuple(one.column for one in summary.columns), asked.limit_errors)
    judged = failing.noted(_shown(evaluation.judged(chain([first], pieces)), summary))
    if asked.out is None:
        for _ in judged:
            pass
    else:
        write(judged, asked.out)
    reviewed = asked.own is None
    if asked.report is not None:
        name, sets = asked.data.name, evaluation.rule_sets
        made = table_paper(summary, sets, failing, name=name, reviewed=reviewed)
        write_paper(made, asked.report, asked.language)
    if asked.as_json:
        answer = {**summary.to_json(), "reviewed": reviewed}
        click.echo(json.dumps(answer, ensure_ascii=False))
        return
    say_summary(summary, evaluation.rule_sets)
    if not reviewed:
        say_not_reviewed()


def _evaluation(
    asked: Asked,
    rules: "RuleSet",
    columns: list[str],
    told: dict[str, str],
    chosen: dict[str, str],
) -> "Evaluation | DatedEvaluation":
    from guiju.core.provisions.tables.choosing import evaluation_by, evaluation_of

    heads = heads_of(columns, rules, chosen)
    if asked.standard is None:
        return evaluation_by(
            rules,
            columns,
            told,
            today=_today(),
            on=asked.on,
            dates=asked.date_column,
            heads=heads,
        )
    return evaluation_of(
        asked.standard,
        columns,
        told,
        today=_today(),
        on=asked.on,
        dates=asked.date_column,
        heads=heads,
    )


def _pieces(asked: Asked, rules: "RuleSet") -> Iterator["pl.DataFrame"]:
    """The table from where its heads stand; long form as one row a sample."""
    from guiju.core.provisions.tables.long_form import long_form, widened
    from guiju.core.provisions.tables.proposing import proposed_layout
    from guiju.core.provisions.tables.reading import batches

    pieces = batches(asked.data, proposed_layout(asked.data, rules))
    first = next(pieces)
    found = None if asked.long is False else long_form(first.columns)
    whole = chain([first], pieces)
    return whole if found is None else widened(whole, found, asked.data.name)


def _shown(pieces: Iterator["pl.DataFrame"], summary: "Summary") -> Iterator["pl.DataFrame"]:
    """Large tables say how far they are."""
    said = 0
    for piece in pieces:
        yield piece
        if summary.rows - said >= 1_000_000:
            said = summary.rows
            click.echo(f"已判定 {said:,} 行… {said:,} rows judged…", err=True)
