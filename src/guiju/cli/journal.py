"""`guiju journal …`: is the chain whole?"""

import json
import sys

import click

from guiju.cli.database import set_up
from guiju.core.seals.marks import read_mark


@click.group()
def journal() -> None:
    """The append-only log of official acts. 日志。"""


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

    verdict = verify_chain(read_mark(expect) if expect is not None else None)
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
