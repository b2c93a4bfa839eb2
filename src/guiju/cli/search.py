"""`guiju search`: the one box, on the command line."""

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from guiju.cli.database import set_up

if TYPE_CHECKING:
    from guiju.search import Proposal

MOST = 1000


@click.command()
@click.argument("query")
@click.option("--limit", type=click.IntRange(1, MOST), default=20, show_default=True)
@click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="States are told for this day; today if left out.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON value on standard output.")
def search(query: str, limit: int, on: datetime | None, as_json: bool) -> None:
    """Find standards by number, words, pinyin, code or organisation. 检索标准。"""
    set_up()
    from django.utils import timezone

    from guiju.apps.catalogue.selectors.search_answer import answer
    from guiju.apps.catalogue.selectors.searching import FACETS, Query, find, proposals
    from guiju.apps.catalogue.services.indexing import bring_up_to_date
    from guiju.core.codes.words import word
    from guiju.web.viewer import Viewer

    bring_up_to_date()
    day: date = on.date() if on else timezone.localdate()
    asked = Query(text=query, on=day, limit=limit, facets=FACETS)
    viewer = Viewer(today=day, name="cli")
    found = find(viewer, asked)
    if as_json:
        click.echo(json.dumps(answer(asked, found), ensure_ascii=False))
        return
    for hit in found.hits:
        title = hit.row.titles.get("zh") or hit.row.titles.get("en") or ""
        click.echo(f"{hit.row.display}\t{word('state', hit.state).zh}\t{title}")
    click.echo(f"共 {found.total} 条。 {found.total} found.", err=True)
    if not found.total:
        _propose(proposals(viewer, asked))


def _propose(ideas: Iterable["Proposal"]) -> None:
    """Other searches that find something, as the page of the search shows them."""
    for at, idea in enumerate(ideas):
        if at == 0:
            click.echo("可改查： These would find something:", err=True)
        click.echo(f"  {idea.query.text}\t{idea.total}", err=True)
