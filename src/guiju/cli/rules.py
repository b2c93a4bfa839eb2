"""`guiju rules …`: rule sets listed, shown, checked, compared, exported, tried."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from guiju.cli import rules_words as words
from guiju.cli.evaluate_report import say_not_reviewed, write_paper
from guiju.cli.evaluate_rules import rules_in

if TYPE_CHECKING:
    from guiju.core.provisions.model import RuleSet

_IN = click.Path(exists=True, dir_okay=False, path_type=Path)
_OUT = click.Path(dir_okay=False, path_type=Path)
_JSON = click.option("--json", "as_json", is_flag=True, help="One JSON value on standard output.")
_ON = click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day of which is spoken; today if left out.",
)


@click.group()
def rules() -> None:
    """Rule sets: what standards ask, for a machine. 规则集：查看、核对、对标、导出、试算。"""


@rules.command("list")
@_JSON
def list_rules(as_json: bool) -> None:
    """All rule sets with their dates and how much they hold. 列出规则集。"""
    from guiju.core.provisions.files.rulebook import rule_sets

    found = [words.about(one) for one in rule_sets()]
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False))
        return
    for one in found:
        click.echo(words.about_line(one))


@rules.command("show")
@click.argument("number")
@_ON
@_JSON
def show(number: str, on: datetime | None, as_json: bool) -> None:
    """What NUMBER (or a rule file) asks, in sentences and tables. 查看一个规则集。"""
    found, reviewed = _one(number, on)
    if as_json:
        click.echo(json.dumps({**words.whole(found), "reviewed": reviewed}, ensure_ascii=False))
        return
    for line in words.whole_lines(found):
        click.echo(line)
    if not reviewed:
        say_not_reviewed()


@rules.command("check")
@click.argument("file", type=_IN)
@_JSON
def check(file: Path, as_json: bool) -> None:
    """All that is wrong or doubtful in a rule file, with lines. 核对规则文件。

    Exit status 0: nothing is wrong; 1: there are errors.
    """
    from guiju.core.decoding import decode
    from guiju.core.provisions.files.linting import lint

    found = lint(decode(file.read_bytes(), name=file.name)[0], file.name)
    if as_json:
        problems = [words.problem_json(one) for one in found]
        click.echo(json.dumps({"file": file.name, "problems": problems}, ensure_ascii=False))
    else:
        for one in found:
            click.echo(words.problem_line(one, file.name))
        if not found:
            click.echo(f"{file.name}：没有问题。 {file.name}: nothing is wrong.")
    if any(one.severity == "error" for one in found):
        raise SystemExit(1)


@rules.command("compare")
@click.argument("a")
@click.argument("b", nargs=-1, required=True)
@_ON
@click.option("--report", type=_OUT, help="Write the comparison: .xlsx .docx.")
@click.option(
    "--language", type=click.Choice(["zh", "en", "both"]), default="both", show_default=True
)
@_JSON
def compare_rules(
    a: str,
    b: tuple[str, ...],
    on: datetime | None,
    report: Path | None,
    language: str,
    as_json: bool,
) -> None:
    """Whether A asks for more than B, limit by limit. 对标：逐项比较限值。

    Each is a number, a rule file (.yaml), or a table of indicators (.csv, .xlsx: name, limit, unit).
    """
    from guiju.core.provisions.against.comparing import compare
    from guiju.core.provisions.against.paper import paper_of
    from guiju.core.provisions.against.summing import own_summary

    ours, is_table = _side(a, on)
    day = _day(on)
    found = [compare(ours, _side(one, on)[0], day) for one in b]
    summaries = [own_summary(one) for one in found] if is_table else []
    if report is not None:
        write_paper(paper_of(found, summaries), report, language)  # type: ignore[arg-type]
    if as_json:
        click.echo(json.dumps(words.comparison_json(found, summaries), ensure_ascii=False))
        return
    for line in words.comparison_lines(found, summaries):
        click.echo(line)


@rules.command("sql")
@click.argument("number")
@_ON
@click.option("--level", default="", metavar="LEVEL", help="The level that is asked for.")
def sql_of(number: str, on: datetime | None, level: str) -> None:
    """What NUMBER (or a rule file) asks, as SQL for DuckDB. 导出 DuckDB SQL。"""
    from guiju.core.provisions.exports.sql import sql

    found, _ = _one(number, on)
    click.echo(sql(found, target=level, on=_day(on)))


@rules.command("try")
@click.argument("file")
@_ON
@_JSON
def try_rules(file: str, on: datetime | None, as_json: bool) -> None:
    """For each limit of FILE (or a number) a value that conforms and one that fails. 试算限值两侧。"""
    from guiju.core.provisions.explaining.boundaries import boundary_values

    found, reviewed = _one(file, on)
    values = boundary_values(found)
    if as_json:
        answer = [words.boundary_json(one) for one in values]
        click.echo(json.dumps({"reviewed": reviewed, "values": answer}, ensure_ascii=False))
        return
    for one in values:
        click.echo(words.boundary_line(one))
    if not reviewed:
        say_not_reviewed()


def _day(on: datetime | None) -> date:
    return on.date() if on else datetime.now(ZoneInfo("Asia/Shanghai")).date()


def _one(number: str, on: datetime | None) -> "tuple[RuleSet, bool]":
    """A rule set by its number, or of a file, which is not reviewed; in the phase of the day."""
    from guiju.core.provisions.files.rulebook import rule_set

    day = _day(on)
    if number.lower().endswith((".yaml", ".yml")) and Path(number).is_file():
        found = rules_in(Path(number))
        return (found.on(day) if on else found), False
    return (rule_set(number, day).on(day) if on else rule_set(number, day)), True


def _side(text: str, on: datetime | None) -> "tuple[RuleSet, bool]":
    """One side of a comparison, and whether it is a table of indicators."""
    from guiju.core.provisions.against.indicators import read_indicators

    if text.lower().endswith((".csv", ".tsv", ".xlsx")) and Path(text).is_file():
        found = read_indicators(Path(text))
        for one in found.refused:
            click.echo(f"{one.zh} {one.en}", err=True)
        return found.rules, True
    return _one(text, on)[0], False
