"""`guiju ledger …`: what the ledger of work needs at regular times."""

import json
import sys
from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from guiju.cli.database import set_up

if TYPE_CHECKING:
    from guiju.web.viewer import Viewer

_JSON = click.option("--json", "as_json", is_flag=True, help="One JSON value on standard output.")


@click.group()
def ledger() -> None:
    """Reminders and frozen quarters. 工作台账：提醒与季度快照。"""


@ledger.command()
@click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day to speak for; today if left out.",
)
@_JSON
def remind(on: datetime | None, as_json: bool) -> None:
    """Tell liaison officers what is due; run it daily. Nobody is told twice. 发送提醒。"""
    set_up()
    from guiju.apps.governance.services.reminders import remind as tell

    sent = tell(on=on.date() if on else _today(), by=_by())
    if as_json:
        click.echo(json.dumps(sent))
        return
    click.echo(
        "已发送提醒 {total} 条：即将到期 {due}，逾期 {overdue}，应报 {report_wanted}，迟报 {report_late}。 "
        "Reminders sent: {total}.".format(total=sum(sent.values()), **sent)
    )


@ledger.command()
@click.argument("plan")
@click.option(
    "--period", required=True, metavar="QUARTER", help="An ended quarter, such as 2023Q1."
)
def snapshot(plan: str, period: str) -> None:
    """Freeze the ledger of PLAN (its address name) for an ended quarter. 生成季度快照。"""
    set_up()
    from guiju.apps.governance.services.snapshots import take_snapshot

    taken = take_snapshot(plan=plan, period=period, by=_by(plan))
    click.echo(f"{taken.period} SM3 {taken.sm3} SHA-256 {taken.sha256}")


@ledger.command()
@_JSON
def verify_snapshots(as_json: bool) -> None:
    """Compute the digests of every frozen ledger again. 核验全部快照。

    Exit status 0: all whole; 1: one was changed.
    """
    set_up()
    from guiju.apps.governance.selectors.snapshots import damaged_snapshots

    names = [f"{one.plan.slug} {one.period}" for one in damaged_snapshots()]
    if as_json:
        click.echo(json.dumps({"whole": not names, "damaged": names}, ensure_ascii=False))
    elif names:
        click.echo(f"内容与哈希不符：{'；'.join(names)}", err=True)
        click.echo(f"Changed since they were taken: {'; '.join(names)}", err=True)
    else:
        click.echo("全部快照完整。 Every snapshot is whole.")
    sys.exit(1 if names else 0)


def _today() -> date:
    from django.utils import timezone

    return timezone.localdate()


def _by(slug: str = "") -> "Viewer":
    """The command line, with the office's seat of the plan: who has the shell has the ledger."""
    from guiju.apps.governance.models import Plan
    from guiju.web.viewer import Seat, Viewer

    office = Plan.objects.filter(slug=slug).values_list("office_id", flat=True).first()
    seats = frozenset({Seat("office", office)} if office else ())
    return Viewer(today=_today(), name="cli", seats=seats)
