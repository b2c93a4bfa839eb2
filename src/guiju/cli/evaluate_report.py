"""What `guiju evaluate` says and writes (判定结果的输出): of a table, and of one report."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guiju.core.errors import InputError

if TYPE_CHECKING:
    from guiju.core.provisions.model import RuleSet
    from guiju.core.provisions.papers.model import Languages, Paper
    from guiju.core.provisions.reports.model import Report
    from guiju.core.provisions.tables.evaluating import Summary

PAPERS = (".docx", ".xlsx")


class NotAPaper(InputError):
    """--report with another suffix (报告格式有误)."""

    code = "evaluate_report"
    zh = "“{subject}”的后缀应当是 .docx 或 .xlsx。"
    en = "The name “{subject}” should end in .docx or .xlsx."


def check_paper(path: Path | None) -> None:
    """Raises NotAPaper before anything is judged."""
    if path is not None and path.suffix.lower() not in PAPERS:
        raise NotAPaper(path.name)


def write_paper(paper: "Paper", path: Path, languages: "Languages") -> None:
    from guiju.core.provisions.papers.docx import document
    from guiju.core.provisions.papers.xlsx import workbook

    check_paper(path)
    make = document if path.suffix.lower() == ".docx" else workbook
    path.write_bytes(make(paper, languages))


def say_not_reviewed() -> None:
    from guiju.core.provisions.reports.model import NOT_REVIEWED

    click.echo(f"{NOT_REVIEWED.zh}。 {NOT_REVIEWED.en[:1].upper()}{NOT_REVIEWED.en[1:]}.")


def say_report(report: "Report") -> None:
    """Every result with its explanation, in both languages."""
    click.echo(f"{report.standard} {report.title.zh} {report.title.en}")
    sentences = [
        *(one.sentence for one in report.findings),
        *(place.sentence for one in report.grades for place in one.places),
        *(part.sentence for one in report.indices for part in one.parts),
    ]
    for one in sentences:
        click.echo(f"  {one.zh}\n  {one.en}")
    for whole in (
        *(one.sentence for one in report.grades),
        *(one.sentence for one in report.indices),
    ):
        click.echo(f"{whole.zh}\n{whole.en}")
    click.echo(f"{report.sentence.zh}\n{report.sentence.en}")
    for note in report.notes:
        click.echo(f"{note.zh} {note.en}", err=True)
    for entry in report.unmatched:
        click.echo(
            f"第 {entry.row} 行“{entry.name}”：规则中没有。 "
            f"Row {entry.row}, “{entry.name}”: no rule is about it.",
            err=True,
        )


def say_summary(summary: "Summary", rule_sets: "Sequence[RuleSet]") -> None:
    """`rule_sets` are those of all editions that judged."""
    from guiju.core.provisions.reports.tables import thing_called

    for rules in {one.standard: one for one in rule_sets}.values():
        click.echo(f"{rules.standard} {rules.title.zh} {rules.title.en}")
    for one in summary.columns:
        thing = thing_called(one.of, rule_sets)
        click.echo(f"  {one.column} → {thing.name.zh} {thing.name.en} {one.unit}".rstrip())
    for name, counted in summary.answers.items():
        words = " · ".join(f"{word or '—'} {count}" for word, count in counted.most_common())
        click.echo(f"{name}: {words}")
    for name in summary.untold:
        called = thing_called(name, rule_sets).name
        values = (one.attributes[name].values for one in rule_sets if name in one.attributes)
        known = "|".join(next(values, ())) or "…"
        click.echo(
            f"没有说明{called.zh}，请用 --set {name}={known}。 "
            f"{called.en} was not told; use --set {name}={known}.",
            err=True,
        )
    for column, row, text in summary.unreadable:
        click.echo(
            f"第 {row} 行“{column}”无法识别：{text} Row {row}, “{column}”: not understood.",
            err=True,
        )
    click.echo(f"共 {summary.rows} 行。 {summary.rows} rows.", err=True)
