"""`guiju committee …`: does the composition of committees fit the rules."""

import json
from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from guiju.cli.database import set_up

if TYPE_CHECKING:
    from guiju.core.committees.model import Finding


@click.group()
def committee() -> None:
    """Committees: who sits in them, and by which rules. 技术委员会。"""


@committee.command()
@click.argument("key", required=False)
@click.option(
    "--on", type=click.DateTime(["%Y-%m-%d"]), help="The day; today if it is not given."
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="JSON, one committee a line.")
def check(key: str | None, on: datetime | None, as_json: bool) -> None:
    """Check the composition of one committee, or of all that stand. 核查委员会组成。

    Exit status 1 where a rule is broken.
    """
    set_up()
    from django.utils import timezone

    from guiju.apps.development.models import Committee
    from guiju.apps.development.selectors.committees import NoSuchCommitteeError
    from guiju.apps.development.selectors.committees_composition import findings

    day: date = on.date() if on else timezone.localdate()
    found = Committee.objects.select_related("authority")
    chosen = list(found.filter(key=key) if key else found.filter(ended=None))
    if key and not chosen:
        raise NoSuchCommitteeError(key)
    checked = findings(chosen, day)
    for one in chosen:
        _tell(one.key, checked[one.pk], as_json)
    if any(at.severity == "error" for row in checked.values() for at in row):
        raise SystemExit(1)


def _tell(key: str, found: "tuple[Finding, ...]", as_json: bool) -> None:
    if as_json:
        rows = [
            {
                "rule": one.rule,
                "severity": one.severity,
                "zh": one.sentence.zh,
                "en": one.sentence.en,
                "basis": one.basis,
            }
            for one in found
        ]
        click.echo(json.dumps({"committee": key, "findings": rows}, ensure_ascii=False))
        return
    click.echo(f"{key}\t{len(found)}")
    for one in found:
        click.echo(f"  {one.severity}\t{one.sentence.zh}\t{one.sentence.en}")
