"""`guiju evaluate --time`: a series of hours or days, judged by period (时段判定)."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guiju.cli.evaluate_report import say_not_reviewed, say_summary, write_paper
from guiju.core.errors import InputError

if TYPE_CHECKING:
    from guiju.core.provisions.model import RuleSet
    from guiju.core.provisions.papers.model import Languages
    from guiju.core.provisions.tables.periods import Series


class NotWithTime(InputError):
    """An option that says nothing of a series (不适用于时间序列的选项)."""

    code = "evaluate_time"
    zh = "“{subject}”不能与 --time 同用。请去掉其中之一。"
    en = "“{subject}” does not go with --time. Leave out one of them."


def judge_periods(
    data: Path,
    editions: "Sequence[RuleSet]",
    series: "Series",
    settings: dict[str, str],
    *,
    named: bool,
    chosen: dict[str, str],
    out: Path | None,
    report: Path | None,
    language: "Languages",
    most: int,
    as_json: bool,
    reviewed: bool,
) -> None:
    """Judge, write and say; `most` rows that fail stand in the report."""
    import polars as pl

    from guiju.core.provisions.reports.tables import table_paper
    from guiju.core.provisions.tables.dated_periods import judged_periods
    from guiju.core.provisions.tables.failing import Failing
    from guiju.core.provisions.tables.proposing import proposed_layout
    from guiju.core.provisions.tables.reading import batches
    from guiju.core.provisions.tables.writing import write

    frame = pl.concat(
        list(batches(data, proposed_layout(data, editions[-1]))), how="vertical_relaxed"
    )
    table, summary = judged_periods(editions, frame, series, settings, named=named, chosen=chosen)
    if out is not None:
        write([table], out)
    if report is not None:
        failing = Failing(tuple(one.column for one in summary.columns), most)
        for _ in failing.noted([table]):
            pass
        made = table_paper(summary, editions, failing, name=data.name, reviewed=reviewed)
        write_paper(made, report, language)
    if as_json:
        click.echo(json.dumps({**summary.to_json(), "reviewed": reviewed}, ensure_ascii=False))
    else:
        say_summary(summary, tuple(editions))
        if not reviewed:
            say_not_reviewed()
