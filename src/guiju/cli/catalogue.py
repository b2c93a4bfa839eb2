"""`guiju catalogue …`: records in, one standard out."""

import gc
import json
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from guiju.cli.database import set_up
from guiju.core.errors import InputError

if TYPE_CHECKING:
    from guiju.apps.catalogue.models import Import
    from guiju.web.viewer import Viewer

_JSON = click.option("--json", "as_json", is_flag=True, help="One JSON value on standard output.")
_SHOWN = 5  # refused records told on the terminal; all of them stand in the database


@click.group()
def catalogue() -> None:
    """Standards, editions, relations. 标准名录：导入、查看、索引。"""


@catalogue.command("import")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--source", help="Address name of the source, such as iso; by default the file's.")
@click.option(
    "--mapping",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="For CSV and XLSX: a JSON object, column heading to field. Left out, it is proposed.",
)
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day of which the file speaks, where it does not say; else the day it first came.",
)
@_JSON
def import_files(
    files: tuple[Path, ...],
    source: str | None,
    mapping: Path | None,
    as_of: datetime | None,
    as_json: bool,
) -> None:
    """Read FILES in; a file that was stopped goes on, the same again changes nothing. 导入著录。

    Exit status 0: all taken; 1: some records were refused, or classification rows.
    """
    set_up()
    from guiju.apps.catalogue.services.files import import_file
    from guiju.apps.catalogue.services.indexing import bring_up_to_date

    # An import makes millions of small values and no circles: looking for these costs a fifth.
    gc.set_threshold(100_000, 50, 50)
    given = _mapping_in(mapping) if mapping else None
    runs = []
    for file in files:
        run = import_file(
            path=file,
            slug=source,
            mapping=given,
            as_of=as_of.date().isoformat() if as_of else "",
            by=_by(),
            progress=_tell,
        )
        runs.append(run)
        _sum_up(run)
        if given is None and run.format == "table":
            _ask(file, run.mapping)
    click.echo("正在更新检索索引… Bringing the search index up to date…", err=True)
    indexed = bring_up_to_date()
    if as_json:
        answer = {"files": [_counts(run) for run in runs], "indexed": indexed}
        click.echo(json.dumps(answer, ensure_ascii=False))
    sys.exit(1 if any(run.counts.get("refused") for run in runs) else 0)


class BadMappingError(InputError):
    """The file of a mapping is none (列对应文件有误)."""

    code = "bad_mapping"
    zh = "“{subject}”不是列对应：应为 JSON 对象，列名对字段，如 {example}。"
    en = "“{subject}” is no mapping: it is a JSON object, column heading to field, such as {example}."


def _mapping_in(path: Path) -> dict[str, str]:
    try:
        found = json.loads(path.read_text("utf-8-sig"))
    except ValueError:
        found = None
    if isinstance(found, dict) and all(isinstance(one, str) for one in found.values()):
        return found
    raise BadMappingError(path.name, example='{"标准号": "number"}')


def _tell(run: "Import") -> bool:
    """How far it is: one line that is written over on a terminal, else a line each time."""
    click.echo(f"{_over()}{run.file_name}: {run.position}", nl=not _over(), err=True)
    return True


def _over() -> str:
    """What begins a line that is written over the last one; nothing where that cannot be."""
    return "\r" if sys.stderr.isatty() else ""


def _counts(run: "Import") -> dict[str, Any]:
    names = ("new", "changed", "unchanged", "refused")
    refused = run.refused.all()[:1000]
    return {
        "file": run.file_name,
        "source": run.source.slug,
        **{name: run.counts.get(name, 0) for name in names},
        "reasons": [
            {"at": one.position, "zh": one.reason_zh, "en": one.reason_en, "record": one.excerpt}
            for one in refused
        ],
    }


def _sum_up(run: "Import") -> None:
    counts = {name: run.counts.get(name, 0) for name in ("new", "changed", "unchanged", "refused")}
    click.echo(
        "{over}{file}: 新增 {new}，变更 {changed}，未变 {unchanged}，拒收 {refused}。 "
        "New {new}, changed {changed}, unchanged {unchanged}, refused {refused}.".format(
            over=_over(), file=run.file_name, **counts
        ),
        err=True,
    )
    for one in run.refused.all()[:_SHOWN]:
        click.echo(
            f"  {one.position}: {one.reason_zh} {one.reason_en} {one.excerpt[:80]}", err=True
        )


def _ask(file: Path, mapping: dict[str, str]) -> None:
    """Of columns that were left out because they may mean either of two things."""
    from guiju.core.records.readers.tables import preview

    for question in preview(file, mapping, rows=0).questions.values():
        click.echo(f"  {question.zh} {question.en} (--mapping)", err=True)


@catalogue.command()
@click.argument("number")
@click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day to speak of; today if left out.",
)
@_JSON
def show(number: str, on: datetime | None, as_json: bool) -> None:
    """One standard: its record, its state on a day and why, its relations. 查看标准。"""
    set_up()
    from guiju.apps.catalogue.selectors.standard import asked_for, standard_json

    viewer = _by()
    day = on.date() if on else viewer.today
    found = standard_json(viewer, asked_for(viewer, number, day).edition, day)
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False))
    else:
        _print(found)


def _print(found: dict[str, Any]) -> None:
    click.echo(found["display"])
    for title in found["titles"].values():
        click.echo(f"  {title}")
    status = found["status"]
    click.echo(f"  {status['on']}: {status['zh']} / {status['en']}")
    for reason in status["reasons"]:
        click.echo(f"    {reason['zh']}")
        click.echo(f"    {reason['en']}")
    for one in found["relations"]:
        click.echo(f"  {one['zh']} / {one['en']}: {one['number']}")


@catalogue.command()
@click.option("--anew", is_flag=True, help="Build all of it beside the old one, then swap.")
def index(anew: bool) -> None:
    """Bring the search indexes up to date: of records and of clauses. 更新检索索引。"""
    set_up()
    from guiju.apps.catalogue.services import indexing as editions
    from guiju.apps.library.services import indexing as texts

    taken, read = (
        one.rebuild_index() if anew else one.bring_up_to_date() for one in (editions, texts)
    )
    click.echo(f"已索引 {taken} 条，文本 {read} 份。 Indexed {taken}, and {read} texts.")


def _today() -> date:
    from django.utils import timezone

    return timezone.localdate()


def _by() -> "Viewer":
    """The command line with a cataloguer's seat: who has the shell has the catalogue."""
    from guiju.web.viewer import Seat, Viewer

    return Viewer(today=_today(), name="cli", seats=frozenset({Seat("cataloguer", 0)}))
