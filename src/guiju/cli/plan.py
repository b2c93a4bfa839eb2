"""`guiju plan …`: read a policy text, bring it into the ledger, list the plans.

`parse` needs neither Django nor a database and starts without them.
"""

import json
import os
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from guiju.core.plans import Reading, read, to_json
from guiju.core.plans import parse as parse_text
from guiju.core.plans.errors import TooLarge

if TYPE_CHECKING:
    from guiju.apps.governance.selectors.previews import Preview
    from guiju.web.viewer import Viewer

ROLE_NAMES = {"lead": "牵头", "shared": "负责", "cooperating": "配合", "guiding": "指导"}
FLAG_NAMES = {
    "all_departments": "各有关部门",
    "local_governments": "地方人民政府",
    "etc": "等",
}
STATUS_NAMES = {
    "new": "新增 new",
    "changed": "变化 changed",
    "unchanged": "不变 unchanged",
    "withdrawn": "撤下 withdrawn",
}
_FILE = click.argument("file", type=click.File("rb"))
_JSON = click.option("--json", "as_json", is_flag=True, help="One JSON value on standard output.")
_LIMIT = click.option(
    "--max-mb",
    type=click.IntRange(1, 1000),
    default=20,
    envvar="GUIJU_MAX_UPLOAD_MB",
    show_default=True,
    help="Refuse a larger file.",
)


@click.group()
def plan() -> None:
    """Policy texts and the ledgers of their work. 政策文本与工作台账。"""


def _say(text: str) -> None:
    click.echo(text, err=True)


def _bytes_of(file: IO[bytes], limit: int) -> bytes:
    """The content, never more of it in memory than the limit allows."""
    if file.seekable() and (size := os.fstat(file.fileno()).st_size) > limit:
        raise TooLarge(file.name, size=size, limit=limit)
    return file.read(limit + 1)


def _parsed(file: IO[bytes], max_mb: int) -> tuple[Reading, dict[str, Any]]:
    limit = max_mb * 1024 * 1024
    reading = read(_bytes_of(file, limit), name=file.name, limit=limit)
    return reading, to_json(parse_text(reading.text, name=file.name), encoding=reading.encoding)


@plan.command()
@_FILE
@_JSON
@_LIMIT
@click.option(
    "--text",
    "text_out",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    help="Write the decoded text, in which the offsets count, as UTF-8.",
)
def parse(file: IO[bytes], as_json: bool, max_mb: int, text_out: Path | None) -> None:
    """Read a text (txt, docx, html; - is standard input) and say what it orders. 解析政策文本。"""
    reading, parsed = _parsed(file, max_mb)
    if text_out is not None:
        text_out.write_bytes(reading.text.encode("utf-8", "surrogatepass"))
    if as_json:
        click.echo(json.dumps(parsed, ensure_ascii=False))
        return
    click.echo("\n".join(_summary(parsed, reading.text)))


def _summary(parsed: dict[str, Any], text: str) -> list[str]:
    """The text for reading: each measure with its notes, then what the parser is unsure of."""
    measures = parsed["measures"]
    notes = sum(len(measure["responsibilities"]) for measure in measures)
    actions = sum(len(measure["actions"]) for measure in measures)
    lines = [
        " · ".join(
            part for part in (parsed["title"], parsed["document_number"], parsed["issued"]) if part
        ),
        f"措施 measures {len(measures)} · 责任标注 notes {notes} · 任务 actions {actions}",
    ]
    for measure in measures:
        lines.append(f"{measure['label']}{measure['title']}")
        lines += [f"    {_note(note)}" for note in measure["responsibilities"]]
    if parsed["unclear"]:
        lines += ["", f"请核对 to be checked: {len(parsed['unclear'])}"]
    return lines + _doubts(parsed, text)


def _doubts(parsed: dict[str, Any], text: str) -> list[str]:
    return [
        f"  {_place(doubt, text)}  {doubt['reason_zh']} {doubt['reason_en']}"
        for doubt in parsed["unclear"]
    ]


def _place(doubt: dict[str, Any], text: str) -> str:
    line = text.count("\n", 0, doubt["start"]) + 1
    excerpt = doubt["text"].replace("\n", " ")
    return f"第 {line} 行 line {line} “{excerpt[:24]}{'…' if len(excerpt) > 24 else ''}”"


def _note(note: dict[str, Any]) -> str:
    parts = [f"{name}：{'、'.join(note[role])}" for role, name in ROLE_NAMES.items() if note[role]]
    parts += [name for flag, name in FLAG_NAMES.items() if note[flag]]
    if note["deadline"]:
        parts.append(f"时限：{note['deadline']['text']}")
    return "；".join(parts)


@plan.command("import")
@_FILE
@_JSON
@_LIMIT
@click.option("--office", metavar="SLUG", help="The organisation that keeps a new plan's ledger.")
@click.option(
    "--plan", "slug", metavar="SLUG", help="The plan whose title or number was corrected."
)
@click.option("--title", default="", help="The title of a new plan whose text bears none.")
@click.option("--preview", "preview_only", is_flag=True, help="Stop after the preview.")
@click.option("--public", is_flag=True, help="Open the plan to the public.")
def import_(
    file: IO[bytes],
    as_json: bool,
    max_mb: int,
    office: str | None,
    slug: str | None,
    title: str,
    preview_only: bool,
    public: bool,
) -> None:
    """Bring a text into the ledger, after a preview on standard error. 导入工作台账。

    The same text again changes nothing; a corrected text keeps reports and history.
    """
    reading, parsed = _parsed(file, max_mb)  # a bad file needs no database to be refused
    from guiju.cli.database import set_up

    set_up()
    from guiju.apps.governance.selectors.imports import Source, matching_plan, plan_named
    from guiju.apps.governance.selectors.previews import preview
    from guiju.apps.governance.services.imports import clean_name, import_source
    from guiju.apps.governance.services.plans import publish_plan

    source = Source(clean_name(file.name), reading.encoding, reading.text, parsed)
    found = plan_named(slug) if slug else matching_plan(source)
    viewer = _office_viewer(office, found.office_id if found else None)
    shown = preview(viewer, source, plan=found, decided={}, language="zh-hans")
    _say_preview(shown)
    if preview_only:
        return
    if sys.stdin.isatty() and not shown.is_same and not click.confirm("导入？ Import?", err=True):
        _say("没有导入。 Nothing was imported.")
        sys.exit(1)
    outcome = import_source(source=source, plan=found, title=title, by=viewer)
    if public and not outcome.plan.is_public:
        publish_plan(
            plan=outcome.plan, is_public=True, reason="guiju plan import --public", by=viewer
        )
    if as_json:
        answer = {"plan": outcome.plan.slug, "text": outcome.number, "counts": dict(outcome.counts)}
        click.echo(json.dumps(answer, ensure_ascii=False))
    elif outcome.number is None:
        click.echo(f"{outcome.plan.slug}：文本相同，没有改动。 The same text; nothing changed.")
    else:
        click.echo(
            f"{outcome.plan.slug}：已导入第 {outcome.number} 版文本。 Imported as text {outcome.number}."
        )


def _office_viewer(slug: str | None, keeper: int | None) -> "Viewer":
    """Who acts: the command line, with the office seat where the plan's ledger is kept."""
    from django.utils import timezone

    from guiju.apps.accounts.models import Organisation
    from guiju.apps.accounts.services.registry import load_register
    from guiju.core.errors import NotFoundError
    from guiju.web.viewer import Seat, Viewer

    today = timezone.localdate()
    if not Organisation.objects.exists():
        load_register(by=Viewer(today=today, name="cli"))
    office = keeper
    if slug is not None or keeper is None:
        found = Organisation.objects.filter(slug=slug or "samr").first()
        if found is None:
            raise NotFoundError(slug or "samr")
        office = found.pk
    return Viewer(today=today, name="cli", seats=frozenset({Seat("office", office or 0)}))


def _say_preview(shown: "Preview") -> None:
    target = f"已有计划 plan {shown.plan.slug}" if shown.plan else "新计划 new plan"
    head = (shown.title, shown.document_number, shown.issued, target)
    _say(" · ".join(part for part in head if part))
    _say(" · ".join(f"{name} {shown.counts[status]}" for status, name in STATUS_NAMES.items()))
    for change in shown.differences if shown.plan else ():
        if change.status != "unchanged":
            fields = f"（{'、'.join(change.fields)}）" if change.fields else ""
            _say(f"  {STATUS_NAMES[change.status]}  {change.label}{change.title}{fields}")
    for one in shown.unclear:
        _say(
            f"  请核对 check  第 {one.line} 行 line {one.line} “{one.text[:24]}” {one.reason.zh} {one.reason.en}"
        )
    for name in shown.unknown:
        likely = "、".join(f"{choice.name} ({choice.slug})" for choice in name.suggestions)
        _say(
            f"  未识别 unknown  {name.name}（{'、'.join(name.measures)}）  可能是 perhaps: {likely or '—'}"
        )


@plan.command("list")
@_JSON
def list_(as_json: bool) -> None:
    """All plans with their texts in force. 列出计划。"""
    from guiju.cli.database import set_up

    set_up()
    from guiju.apps.governance.selectors.imports import every_plan

    rows = every_plan()
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False))
        return
    for row in rows:
        state = "公开 public" if row["is_public"] else "内部 internal"
        click.echo(f"{row['slug']}  {row['title']}  {row['document_number']}  {state}")
