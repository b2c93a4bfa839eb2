"""`guiju number …`: read numbers of standards, and find them in a text.

Neither needs Django nor a database.
"""

import json
import sys
from typing import IO, Any

import click

from guiju.core.errors import Bilingual
from guiju.core.numbers import Found, find, read_to_json, to_json
from guiju.core.plans import read

FINDINGS = 1
NAMES = {
    "national": Bilingual("国家", "national"),
    "industry": Bilingual("行业", "industry"),
    "local_province": Bilingual("地方（省级）", "local, province"),
    "local_city": Bilingual("地方（设区的市）", "local, city"),
    "group": Bilingual("团体", "group"),
    "enterprise": Bilingual("企业", "enterprise"),
    "international": Bilingual("国际", "international"),
    "regional": Bilingual("区域", "regional"),
    "foreign": Bilingual("国外", "foreign"),
    "mandatory": Bilingual("强制性", "mandatory"),
    "recommended": Bilingual("推荐性", "recommended"),
    "guidance": Bilingual("指导性技术文件", "guidance"),
    "sample": Bilingual("标准样品", "sample"),
    "plan": Bilingual("计划", "plan"),
    "committee": Bilingual("委员会", "committee"),
    "document": Bilingual("工作文件", "working document"),
}
_JSON = click.option("--json", "as_json", is_flag=True, help="JSON on standard output.")
MEGABYTE = 1024 * 1024


@click.group()
def number() -> None:
    """Numbers of standards, plans and committees. 标准、计划和委员会编号。"""


@number.command()
@_JSON
def parse(as_json: bool) -> None:
    """Read the numbers on standard input, one a line. 逐行读取编号。

    Exit status 0 when all were read, 1 when some were refused.
    """
    refused = 0
    for line in sys.stdin.buffer:
        text = _decoded(line).rstrip("\r\n")
        answer = read_to_json(text)
        refused += not answer["ok"]
        shown = json.dumps(answer, ensure_ascii=False) if as_json else _row(answer)
        sys.stdout.write(shown + "\n")
    if refused:
        click.echo(f"{refused} 个编号不可读。 {refused} could not be read.", err=True)
        sys.exit(FINDINGS)


def _decoded(line: bytes) -> str:
    """UTF-8, or else GB 18030, in which Chinese spreadsheets write text."""
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError:
        return line.decode("gb18030", "replace")


def _row(answer: dict[str, Any]) -> str:
    if not answer["ok"]:
        return f"✗ {answer['error']['zh']} {answer['error']['en']}"
    return f"{answer['display']:<32}  {_words(answer)}"


def _words(answer: dict[str, Any]) -> str:
    """What kind of number it is, in both languages."""
    said = dict.fromkeys(
        NAMES[answer[key]] for key in ("level", "nature", "kind") if answer[key] in NAMES
    )
    warnings = [f"⚠ {one['zh']} {one['en']}" for one in answer["warnings"]]
    zh, en = "、".join(one.zh for one in said), ", ".join(one.en for one in said)
    return "  ".join([f"{zh} {en}", *warnings])


@number.command("find")
@click.argument("file", type=click.File("rb"))
@_JSON
@click.option(
    "--max-mb",
    type=click.IntRange(1, 1000),
    default=20,
    envvar="GUIJU_MAX_UPLOAD_MB",
    show_default=True,
    help="Refuse a larger file.",
)
def find_(file: IO[bytes], as_json: bool, max_mb: int) -> None:
    """Find all numbers in a text (txt, docx, html; - is standard input). 在文本中查找编号。"""
    limit = max_mb * MEGABYTE
    reading = read(file.read(limit + 1), name=file.name, limit=limit)
    found = find(reading.text)
    if as_json:
        answer = {
            "encoding": reading.encoding,
            "numbers": [_located(one, reading.text) for one in found],
        }
        click.echo(json.dumps(answer, ensure_ascii=False))
        return
    for one in found:
        line = reading.text.count("\n", 0, one.start) + 1
        click.echo(f"{line:>6}  {_row(to_json(one.number))}")


def _located(one: Found, text: str) -> dict[str, Any]:
    """`start` and `end` are character offsets into the decoded text."""
    return {
        "start": one.start,
        "end": one.end,
        "text": text[one.start : one.end],
        **to_json(one.number),
    }
