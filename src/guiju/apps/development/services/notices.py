"""Reminders by rule (提醒): deadlines, consultations and ballots. Running it again tells nobody twice."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from django.db import transaction
from django.urls import reverse
from django.utils import translation

from guiju.apps.accounts.models import User
from guiju.apps.accounts.services.notices import notify
from guiju.apps.development.models import BallotRound, Project, Round, RunningClock
from guiju.apps.development.rules.actors import people_of, procedure_of
from guiju.apps.development.services.telling import link_to
from guiju.apps.journal.services import record
from guiju.core.errors import Bilingual
from guiju.core.procedures.model import Procedure
from guiju.core.procedures.reminding import Reminder, reminders
from guiju.web.viewer import Viewer


class Matter(NamedTuple):
    """Something with a last day, and whom its rule may tell."""

    event: str
    row: RunningClock | Round | BallotRound
    what: Bilingual
    opened: date
    last: date | None
    roles: tuple[str, ...]
    project: Project


def remind(*, on: date, by: Viewer) -> int:
    """Tell everybody what the rules say is to be told on a day. Returns how many notices are new."""
    told = 0
    with transaction.atomic():
        for matter in _matters(on):
            for rule in reminders():
                if rule.event == matter.event:
                    told += _tell(rule, matter, on)
        if told:
            record(
                by=by,
                action="development.remind",
                subject=f"development.reminders:{on.isoformat()}",
                details={"notices": told},
            )
    return told


def _tell(rule: Reminder, matter: Matter, on: date) -> int:
    rung = rule.due(matter.opened, matter.last, on)
    if rung is None:
        return 0
    users = _electors(matter.row) if rule.tells == "electors" else _holders(matter, on)
    title = Bilingual(matter.project.title_zh, matter.project.title_en or matter.project.title_zh)
    # An extension or a new holiday moves the last day: then it is another reminder.
    key = f"development.{rule.id}:{matter.row.pk}:{matter.last}:{rung}"
    text = rule.sentence(title, matter.what, matter.last, on)
    return notify(users=users, key=key, text=text, link=_link(matter))


def _matters(on: date) -> Iterator[Matter]:
    clocks = RunningClock.objects.filter(done=None, project__ended=False).exclude(due=None)
    for clock in clocks.select_related("project__committee"):
        duty = procedure_of(clock.project).duties[clock.duty]
        yield Matter(
            "duty", clock, duty.title, clock.started, clock.due, (duty.owner,), clock.project
        )
    rounds = Round.objects.filter(closed=None, current=True, project__ended=False)
    for row in rounds.select_related("project__committee"):
        kind = procedure_of(row.project).consultations[row.kind]
        yield Matter(
            "consultation", row, kind.title, row.opened, row.last, kind.answered_by, row.project
        )
    ballots = BallotRound.objects.filter(closed=None, current=True, project__ended=False)
    for ballot in ballots.select_related("project__committee"):
        procedure = procedure_of(ballot.project)
        title = procedure.ballots[ballot.kind].title
        roles = tuple(_counting(procedure, ballot.kind))
        yield Matter("ballot", ballot, title, ballot.opened, ballot.last, roles, ballot.project)


def _counting(procedure: Procedure, kind: str) -> Iterator[str]:
    """The roles that close and count a ballot."""
    for step in procedure.transitions.values():
        if any(one.kind == "ballot_closed" and one.subject == kind for one in step.effects):
            yield from step.by


def _holders(matter: Matter, on: date) -> list[User]:
    return people_of(matter.project, matter.roles, on)


def _electors(row: RunningClock | Round | BallotRound) -> list[User]:
    """Those who may vote, have an account, and have not voted yet."""
    if not isinstance(row, BallotRound):
        return []
    missing = row.electors.filter(aside="", papers=None).exclude(user=None)
    return list(User.objects.filter(pk__in=missing.values("user")))


def _link(matter: Matter) -> str:
    if not isinstance(matter.row, BallotRound):
        return link_to(matter.project)
    with translation.override("zh-hans"):
        return reverse("development:ballot", args=[matter.row.pk])
