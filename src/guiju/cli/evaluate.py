"""`guiju evaluate`: a table of results judged by a standard, row by row."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from guiju.core.errors import InputError

if TYPE_CHECKING:
    import polars as pl

    from guiju.core.provisions.model import RuleSet
    from guiju.core.provisions.tables.evaluating import Summary

_IN = click.Path(exists=True, dir_okay=False, path_type=Path)
_OUT = click.Path(dir_okay=False, path_type=Path)


class NotASetting(InputError):
    """--set without an equals sign (适用条件写法有误)."""

    code = "evaluate_setting"
    zh = "“{subject}”应当写成 键=值，例如 --set waterbody=river。"
    en = "“{subject}” should be key=value, such as --set waterbody=river."


@click.command()
@click.argument("data", type=_IN)
@click.option("--standard", required=True, metavar="NUMBER", help="By which standard to judge.")
@click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Of a number without a year: the edition in force on this day; today if left out.",
)
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="KEY=VALUE",
    help="What decides which limits apply, for all rows; target=LEVEL asks for a level.",
)
@click.option(
    "--out", type=_OUT, help="Write the table with its verdicts: .csv .xlsx .parquet .jsonl."
)
@click.option("--json", "as_json", is_flag=True, help="The summary as one JSON value.")
def evaluate(
    data: Path,
    standard: str,
    on: datetime | None,
    settings: tuple[str, ...],
    out: Path | None,
    as_json: bool,
) -> None:
    """Judge every row of a table: verdict, grade, what limits it, and the clause. 按标准判定数据。"""
    from guiju.core.provisions.files.rulebook import rule_set
    from guiju.core.provisions.tables.evaluating import Evaluation
    from guiju.core.provisions.tables.reading import batches, form_of
    from guiju.core.provisions.tables.writing import write

    if out is not None:
        form_of(out)
    day: date = on.date() if on else datetime.now(ZoneInfo("Asia/Shanghai")).date()
    rules = rule_set(standard, day)
    pieces = batches(data)
    first = next(pieces)
    evaluation = Evaluation(rules, first.columns, dict(map(_setting, settings)))
    judged = evaluation.judged(chain([first], pieces))
    if out is None:
        for _ in judged:
            pass
    else:
        write(_shown(judged, evaluation.summary), out)
    if as_json:
        click.echo(json.dumps(evaluation.summary.to_json(), ensure_ascii=False))
    else:
        _say(evaluation.summary, rules)


def _setting(text: str) -> tuple[str, str]:
    key, sign, value = text.partition("=")
    if not sign or not key.strip() or not value.strip():
        raise NotASetting(text)
    return key.strip(), value.strip()


def _shown(pieces: Iterator["pl.DataFrame"], summary: "Summary") -> Iterator["pl.DataFrame"]:
    """Large tables say how far they are."""
    said = 0
    for piece in pieces:
        yield piece
        if summary.rows - said >= 1_000_000:
            said = summary.rows
            click.echo(f"已判定 {said:,} 行… {said:,} rows judged…", err=True)


def _say(summary: "Summary", rules: "RuleSet") -> None:
    click.echo(f"{rules.standard} {rules.title.zh} {rules.title.en}")
    for one in summary.columns:
        thing = rules.characteristics.get(one.of) or rules.attributes[one.of]
        click.echo(f"  {one.column} → {thing.name.zh} {thing.name.en} {one.unit}".rstrip())
    for name, counted in summary.answers.items():
        words = " · ".join(f"{word or '—'} {count}" for word, count in counted.most_common())
        click.echo(f"{name}: {words}")
    for name in summary.untold:
        attribute = rules.attributes[name]
        known = "|".join(attribute.values) or "…"
        click.echo(
            f"没有说明{attribute.name.zh}，请用 --set {name}={known}。 "
            f"{attribute.name.en} was not told; use --set {name}={known}.",
            err=True,
        )
    for column, row, text in summary.unreadable:
        click.echo(
            f"第 {row} 行“{column}”无法识别：{text} Row {row}, “{column}”: not understood.",
            err=True,
        )
    click.echo(f"共 {summary.rows} 行。 {summary.rows} rows.", err=True)
