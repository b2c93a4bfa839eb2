"""`guiju journal …`: is the chain whole?"""

import json
import re
import sys

import click

from guiju.cli.database import set_up
from guiju.core.errors import InputError
from guiju.core.seals.chain import Mark


@click.group()
def journal() -> None:
    """The append-only log of official acts. 日志。"""


class MarkError(InputError):
    """The noted head cannot be read (留存哈希格式有误)."""

    code = "mark"
    zh = "“{subject}”应为 序号:SM3，即 guiju journal verify 印出的末行。"
    en = "“{subject}” must be NUMBER:SM3, the last line that guiju journal verify printed."


def _mark(text: str | None) -> Mark | None:
    if text is None:
        return None
    number, _, sm3 = text.partition(":")
    if not number.isdecimal() or not re.fullmatch(r"[0-9a-f]{64}", sm3):
        raise MarkError(text)
    return Mark(int(number), sm3)


@journal.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON value on standard output.")
@click.option(
    "--expect", metavar="NUMBER:SM3", help="A head noted earlier that must still be there."
)
def verify(as_json: bool, expect: str | None) -> None:
    """Read the whole chain; name the first bad entry. 核验全部日志。

    Exit status 0: whole; 1: not whole.
    """
    set_up()
    from guiju.apps.journal.selectors import verify_chain

    verdict = verify_chain(_mark(expect))
    fault = verdict.fault
    if as_json:
        answer = {
            "whole": fault is None,
            "count": verdict.count,
            "sm3": verdict.last.sm3,
            "sha256": verdict.last.sha256,
            "fault": fault
            and {"number": fault.number, "zh": fault.reason.zh, "en": fault.reason.en},
        }
        click.echo(json.dumps(answer, ensure_ascii=False))
    elif fault is None:
        click.echo(
            f"日志完整，共 {verdict.count} 条。 The journal is whole: {verdict.count} entries."
        )
        click.echo(f"{verdict.count}:{verdict.last.sm3}")
    else:
        click.echo(fault.reason.zh, err=True)
        click.echo(fault.reason.en, err=True)
    sys.exit(0 if fault is None else 1)
