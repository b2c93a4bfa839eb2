"""`guiju project …`: projects as the public sees them, what is due, which reviews are (制修订项目)."""

import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click

from guiju.cli.database import set_up

if TYPE_CHECKING:
    from guiju.apps.development.selectors.projects import Row
    from guiju.web.viewer import Viewer

MOST = 200
_json = click.option("--json", "as_json", is_flag=True, help="JSON on standard output.")
_lang = click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True)
_on = click.option(
    "--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day, instead of today."
)


@click.group()
def project() -> None:
    """Standards in the making, as the public sees them. 制修订项目。"""


@project.command("list")
@click.option("--procedure", default="", help="Of one procedure, by its id.")
@click.option("--stage", default="", help="At a stage, such as 30 or 30.20.")
@click.option("--committee", default="", help="Of a committee, by its number or name.")
@click.option("--state", type=click.Choice(["running", "ended"]), default=None)
@click.option("--overdue", is_flag=True, help="Only those that are late.")
@click.option("-q", "words", default="", help="Words of the title, or a number.")
@click.option("--most", type=click.IntRange(1, 10_000), default=MOST, show_default=True)
@_on
@_lang
@_json
def list_(most: int, day: datetime | None, lang: str, as_json: bool, **asked: Any) -> None:
    """The projects, those that changed last first. 项目清单。"""
    viewer = _public(day)
    from guiju.apps.development.selectors.projects import Asked, projects, rows_of

    asked["q"], asked["state"] = asked.pop("words"), asked["state"] or ""
    found = projects(viewer, Asked(**asked))[:most]
    for one in rows_of(viewer, found, lang):
        _say(_told(one), _line(one, lang), as_json=as_json)


@project.command()
@click.argument("number", type=int)
@_on
@_lang
@_json
def show(number: int, day: datetime | None, lang: str, as_json: bool) -> None:
    """One project by the number of its page: its state, its steps so far, what is due. 项目。"""
    viewer = _public(day)
    from django.http import Http404

    from guiju.apps.development.rules.actors import procedure_of
    from guiju.apps.development.selectors.projects import project_of, rows_of
    from guiju.apps.development.services.errors import NotOfProjectError

    try:
        one = project_of(viewer, number)
    except Http404:
        raise NotOfProjectError(str(number)) from None
    row = rows_of(viewer, [one], lang, inside=False)[0]
    found = procedure_of(one)
    shown = "progress" in found.states[one.state].shows
    steps = list(one.steps.values_list("on", "transition")) if shown else []
    titled = [(on.isoformat(), found.transitions[key].title) for on, key in steps]
    told = _told(row) | {"steps": [{"on": on, "step": say._asdict()} for on, say in titled]}
    lines = [_line(row, lang), *(f"{on}\t{say.say(lang)}" for on, say in titled)]
    _say(told, "\n".join(lines), as_json=as_json)


@project.command()
@_on
@_lang
@_json
def due(day: datetime | None, lang: str, as_json: bool) -> None:
    """What is due, the nearest first. 到期事项。"""
    viewer = _public(day)
    from guiju.apps.development.selectors.projects import Asked, projects, rows_of

    running = projects(viewer, Asked(state="running", sort="due")).exclude(due=None)
    for one in rows_of(viewer, running, lang):
        if one.due is not None:
            _say(_told(one), _line(one, lang), as_json=as_json)


@project.command()
@click.option("--everywhere", is_flag=True, help="Also where no committee of this platform has it.")
@_on
@_json
def reviews(everywhere: bool, day: datetime | None, as_json: bool) -> None:
    """Standards whose review should have begun and has not, the longest due first. 到期复审。"""
    viewer = _public(day)
    from guiju.apps.development.selectors.reviews_due import reviews_due

    for one in reviews_due(viewer.today, everywhere=everywhere):
        told = {
            "number": one.edition.key,
            "title": {"zh": one.edition.title_zh, "en": one.edition.title_en},
            "due": one.due.isoformat(),
            "last": one.last.isoformat(),
            "committee": one.committee.key if one.committee else None,
        }
        line = f"{one.due}\t{one.edition.key}\t{one.edition.title_zh}\t{told['committee'] or '—'}"
        _say(told, line, as_json=as_json)


def _public(day: datetime | None) -> "Viewer":
    set_up()
    from django.utils import timezone

    from guiju.web.viewer import Viewer

    return Viewer(today=day.date() if day else timezone.localdate())


def _told(one: "Row") -> dict[str, Any]:
    return {
        "id": one.pk,
        "title": {"zh": one.title_zh, "en": one.title_en},
        "procedure": one.procedure_id,
        "state": one.state._asdict(),
        "stage": one.stage,
        "plan_number": one.plan_number,
        "number": one.number,
        "committee": one.committee,
        "entered": one.entered.isoformat(),
        "due": _iso(one.due),
        "duty": one.due_title._asdict() if one.due_title else None,
        "overdue": one.is_overdue,
        "ended": one.is_ended,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _line(one: "Row", lang: str) -> str:
    due = f"{one.due} {one.due_title.say(lang)}" if one.due and one.due_title else "—"
    cells = (str(one.pk), one.stage, one.state.say(lang), one.title(lang), one.number or "—", due)
    return "\t".join(cells)


def _say(told: dict[str, Any], line: str, *, as_json: bool) -> None:
    click.echo(json.dumps(told, ensure_ascii=False) if as_json else line)
