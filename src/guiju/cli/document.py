"""`guiju document …`: read, check, compare and write the texts of standards.

Neither needs Django nor a database, and what a command does not use is not loaded.
"""

import json
import sys
from datetime import date, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from guiju.cli.source_file import NotReadable, SourceFile
from guiju.core.errors import InputError

if TYPE_CHECKING:
    from guiju.core.documents.model import Reading
    from guiju.core.drafting.finding import Report

FINDINGS = 1
MEGABYTE = 1024 * 1024
_OUT = click.Path(dir_okay=False, path_type=Path, allow_dash=True)
_FILE = click.argument("file", type=SourceFile())
_JSON = click.option("--json", "as_json", is_flag=True, help="One JSON value on standard output.")
_AS = click.option(
    "--as", "suffix", metavar="SUFFIX", default="", help="What standard input is: .docx, .md …"
)
_LIMIT = click.option(
    "--max-mb",
    type=click.IntRange(1, 1000),
    default=20,
    envvar="GUIJU_MAX_UPLOAD_MB",
    show_default=True,
    help="Refuse a larger file.",
)


class FileTooLarge(InputError):
    """The file is larger than the limit (文件过大)."""

    code = "document_file_too_large"
    zh = "“{subject}”超过 {most} MB。请移出图片或拆分，或者用 --max-mb 放宽上限。"
    en = (
        "“{subject}” has more than {most} MB. Move pictures out or split it, or raise the limit "
        "with --max-mb."
    )


class NotWritten(InputError):
    """The file could not be written (无法写入)."""

    code = "document_not_written"
    zh = "无法写入“{subject}”：{reason}。请检查目录和权限。"
    en = "“{subject}” could not be written: {reason}. Check the folder and its permissions."


class NotOff(InputError):
    """--off without a reason (停用规则未说明理由)."""

    code = "document_off"
    zh = "“--off {subject}”应写成 规则=理由，例如 --off N02=企业内部文件。"
    en = "“--off {subject}” must be RULE=REASON, such as --off N02=internal."


@click.group()
def document() -> None:
    """The texts of standards: read, check, compare, write. 标准文本：读取、检查、比对、转换。"""


def _read(file: IO[bytes], suffix: str, max_mb: int) -> "Reading":
    """The document, and what the reader was unsure of on standard error."""
    from guiju.cli.document_words import doubt_lines
    from guiju.core.documents.reading import read

    name = _named(file, suffix)
    try:
        data = file.read(max_mb * MEGABYTE + 1)
    except OSError as failure:
        raise NotReadable.of(name, failure) from None
    if len(data) > max_mb * MEGABYTE:
        raise FileTooLarge(name, most=max_mb)
    reading = read(data, name)
    for line in doubt_lines(reading.doubts, reading.places):
        click.echo(line, err=True)
    return reading


def _named(file: IO[bytes], suffix: str) -> str:
    """The name of the file; standard input is called what --as says."""
    name = Path(str(file.name)).name if file.name else "-"
    if not suffix:
        return name
    return f"{name}.{suffix.lstrip('.')}"


def _write(out: Path, content: bytes) -> None:
    if str(out) == "-":
        sys.stdout.buffer.write(content)
        return
    try:
        out.write_bytes(content)
    except OSError as failure:
        raise NotWritten(str(out), reason=failure.strerror or str(failure)) from None


def _say(value: Any) -> None:
    click.echo(json.dumps(value, ensure_ascii=False))


def _today() -> date:
    return datetime.now(ZoneInfo("Asia/Shanghai")).date()


@document.command()
@click.argument("source", metavar="IN", type=SourceFile())
@click.argument("out", metavar="OUT", type=_OUT)
@_AS
@click.option("--to", "target", metavar="SUFFIX", default="", help="What OUT is, where it is -.")
@_LIMIT
def convert(source: IO[bytes], out: Path, suffix: str, target: str, max_mb: int) -> None:
    """Write a text in the format that OUT's suffix says; - is standard input or output. 转换格式。

    Reads .sts.xml .xml .docx .md .adoc .html .pdf .json .txt; writes .sts.xml .docx .md .html
    .json .txt, and .pdf where LibreOffice is installed. What the reader was unsure of goes to
    standard error.
    """
    from guiju.core.documents.writing import check_name, write

    name = f"{out.name}.{target.lstrip('.')}" if target else out.name
    if name.lower().endswith(".pdf"):
        from guiju.web import office

        office.program()  # said before a long text is read
        _write(out, office.pdf_of_docx(write(_read(source, suffix, max_mb), f"{name}.docx")))
        return
    check_name(name)
    _write(out, write(_read(source, suffix, max_mb), name))


@document.command()
@_FILE
@click.option(
    "--mode",
    type=click.Choice(["draft", "submission", "adoption"]),
    default="submission",
    show_default=True,
    help="What the check is for.",
)
@click.option("--off", multiple=True, metavar="RULE=REASON", help="Leave a rule out, and why.")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day; today without it.")
@click.option("--fix", "fixed", type=_OUT, help="Write the text with all mechanical mends.")
@_AS
@_LIMIT
@_JSON
def lint(
    file: IO[bytes],
    mode: Any,
    off: tuple[str, ...],
    day: datetime | None,
    fixed: Path | None,
    suffix: str,
    max_mb: int,
    as_json: bool,
) -> None:
    """Check a text against the rules of GB/T 1.1. 按 GB/T 1.1 检查。

    Exit status 1 when there are findings of severity E.
    """
    from guiju.cli.document_words import finding_lines
    from guiju.core.documents.writing import check_name, write
    from guiju.core.drafting.checking import check
    from guiju.core.drafting.outputs import to_json

    if fixed is not None:
        check_name(fixed.name)
    left_out = dict(map(_off, off))
    reading = _read(file, suffix, max_mb)
    report = check(reading.document, mode=mode, on=day.date() if day else _today(), off=left_out)
    if fixed is not None:
        _write(fixed, write(_mended(reading, report), fixed.name))
    if as_json:
        _say({**to_json(report), "places": reading.places})
    else:
        click.echo("\n".join(finding_lines(report, reading.places)))
    if report.counts["E"]:
        sys.exit(FINDINGS)


def _mended(reading: "Reading", report: "Report") -> "Reading":
    """The text with all mechanical mends; an STS file is changed in place and loses nothing."""
    from dataclasses import replace

    from guiju.core.drafting.checking import apply
    from guiju.core.drafting.mending_sts import mend_sts

    if not reading.sts:
        return replace(reading, document=apply(reading.document, report.findings))
    able = [one for one in report.findings if one.mend is not None]
    made = mend_sts(reading.sts, able)
    for one in made.left:
        place = f"{one.rule} {one.address}"
        click.echo(f"未能改正 not mended  {place}", err=True)
    return replace(reading, document=apply(reading.document, made.applied), sts=made.data)


def _off(written: str) -> tuple[str, str]:
    rule, _, reason = written.partition("=")
    if not rule.strip() or not reason.strip():
        raise NotOff(written)
    return rule.strip(), reason.strip()


@document.command()
@click.argument("a", type=SourceFile())
@click.argument("b", type=SourceFile())
@click.option("--html", "page", type=_OUT, help="Write the comparison as a page.")
@click.option("--docx", "redlined", type=_OUT, help="Write a DOCX with tracked changes.")
@click.option("--author", default="Guiju", show_default=True, help="Who stands at each change.")
@_AS
@_LIMIT
@_JSON
def compare(
    a: IO[bytes],
    b: IO[bytes],
    page: Path | None,
    redlined: Path | None,
    author: str,
    suffix: str,
    max_mb: int,
    as_json: bool,
) -> None:
    """What changed from A, the old text, to B, the new one. 比对两个文本。"""
    from guiju.core.compare.documents import align, compared, redline_of, to_json

    old, new = (_read(one, suffix if one.name == "<stdin>" else "", max_mb) for one in (a, b))
    found = align(old.document, new.document)
    comparison = compared(found)
    if page is not None:
        from guiju.cli.document_page import comparison_page

        _write(page, comparison_page(comparison, new.document.meta.language).encode())
    if redlined is not None:
        now = datetime.now(ZoneInfo("Asia/Shanghai")).replace(microsecond=0)
        _write(redlined, redline_of(found, author=author, date=now))
    if as_json:
        _say(to_json(comparison))
    elif page is None and redlined is None:
        from guiju.cli.document_words import comparison_lines

        click.echo("\n".join(comparison_lines(comparison)))


@document.command()
@_FILE
@_AS
@_LIMIT
@_JSON
def provisions(file: IO[bytes], suffix: str, max_mb: int, as_json: bool) -> None:
    """What the text demands: each sentence classed, each limit read. 提取条款和指标。"""
    from guiju.core.drafting import provisions as drafting

    reading = _read(file, suffix, max_mb)
    found = drafting.provisions(reading.document)
    against = drafting.conflicts(reading.document)
    if as_json:
        _say(
            {
                "provisions": [drafting.to_json(one) for one in found],
                "conflicts": [drafting.conflict_to_json(one) for one in against],
            }
        )
        return
    from guiju.cli.document_words import provision_lines

    click.echo("\n".join(provision_lines(found, against)))


@document.command()
@_FILE
@_AS
@_LIMIT
@_JSON
def addresses(file: IO[bytes], suffix: str, max_mb: int, as_json: bool) -> None:
    """Each address of the text with its first words. 列出地址。"""
    from guiju.cli.document_words import cut
    from guiju.core.documents.outputs.listing import listed

    reading = _read(file, suffix, max_mb)
    if as_json:
        _say([{"address": one, "text": words} for one, words in listed(reading.document)])
        return
    for address, words in listed(reading.document):
        click.echo(f"{address:<24} {cut(words)}")
