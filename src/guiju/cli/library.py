"""`guiju library …`: all texts of the library at once."""

import json
from collections import Counter
from typing import TYPE_CHECKING

import click

from guiju.cli.database import set_up

if TYPE_CHECKING:
    from guiju.apps.library.models import Passage
    from guiju.apps.library.selectors.overlapping import Alike

_SHOWN = 60  # characters of a clause on the terminal


@click.group()
def library() -> None:
    """The texts of standards. 标准文本库。"""


@library.command()
@click.option("--editions", is_flag=True, help="Other editions of the same standard too.")
@click.option("--json", "as_json", is_flag=True, help="One JSON value a line, for each pair.")
def overlap(editions: bool, as_json: bool) -> None:
    """Clauses of different standards that say nearly the same, or the contrary. 条款重复与矛盾。

    Over all published texts, each pair once and as soon as it is found. Of clauses with the same
    words each is paired with the first.
    """
    set_up()
    from django.utils import timezone

    from guiju.apps.library.selectors.overlapping import library_overlaps
    from guiju.web.viewer import Seat, Viewer

    by = Viewer(timezone.localdate(), name="cli", seats=frozenset({Seat("cataloguer", 0)}))
    counts: Counter[str] = Counter()
    for one in library_overlaps(by, editions=editions):
        counts[one.found.kind] += 1
        click.echo(json.dumps(_pair(one), ensure_ascii=False) if as_json else _line(one))
    click.echo(
        "相互矛盾 {contrary} 对，文字相同 {same} 对，文字相近 {like} 对。 "
        "{contrary} contrary, {same} the same, {like} alike.".format(
            **{kind: counts[kind] for kind in ("contrary", "same", "like")}
        ),
        err=True,
    )


def _line(one: "Alike") -> str:
    """Kind, both places, the beginning of the later clause."""
    kind = one.found.differs or one.found.kind
    words = " ".join(one.own.plain.split())[:_SHOWN]
    return f"{kind}\t{_place(one.own)}\t{_place(one.other)}\t{words}"


def _place(one: "Passage") -> str:
    return f"{one.text.edition.key}#{one.address}"


def _pair(one: "Alike") -> dict[str, object]:
    return {
        "kind": one.found.kind,
        "likeness": one.found.score,
        "differs": one.found.differs,
        "own": {"address": _place(one.own), "text": one.own.plain},
        "other": {"address": _place(one.other), "text": one.other.plain},
    }
