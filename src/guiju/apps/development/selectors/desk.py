"""My work (我的工作): what waits for a person across all projects, in a constant number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q, QuerySet

from guiju.apps.development.models import (
    CommitteeSeat,
    Elector,
    Party,
    Project,
    Round,
    RunningClock,
)
from guiju.apps.development.rules.actors import (
    COMMITTEE,
    SECRETARIAT,
    SECRETARIAT_ROLE,
    SPEAKERS,
    name_of,
    on_the_day,
    procedure_of,
)
from guiju.apps.development.selectors.ballots import open_for
from guiju.apps.development.selectors.cases import load_many
from guiju.core.errors import Bilingual
from guiju.core.procedures.case import Actor
from guiju.core.procedures.engine import possible
from guiju.core.procedures.model import Transition
from guiju.web.viewer import Viewer

SOON = timedelta(days=30)
MOST = 50  # projects of which the steps are looked at on one page
Roles = dict[int, frozenset[str]]


@dataclass(frozen=True, slots=True)
class OpenSteps:
    """A project in which it is the viewer's turn, and the steps that are possible today."""

    project: Project
    state: Bilingual
    steps: tuple[Transition, ...]


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A round of a consultation with comments that the viewer may answer."""

    round: Round
    title: Bilingual
    count: int


@dataclass(frozen=True, slots=True)
class DueDuty:
    """A duty of the viewer's with its last day."""

    clock: RunningClock
    title: Bilingual
    due: date
    days_left: int


@dataclass(frozen=True, slots=True)
class Desk:
    """All that waits; `more`: projects beyond those whose steps are shown."""

    ballots: tuple[tuple[Elector, Bilingual], ...]
    steps: tuple[OpenSteps, ...]
    comments: tuple[Unanswered, ...]
    duties: tuple[DueDuty, ...]
    more: int

    @property
    def waits(self) -> int:
        """How many things wait: votes that are missing, steps, comments, duties soon due."""
        votes = sum(not one.has_voted for one, _ in self.ballots)  # type: ignore[attr-defined]
        return votes + len(self.steps) + sum(one.count for one in self.comments)


def own_roles(viewer: Viewer) -> Roles:
    """The viewer's roles in each running project."""
    acting = Q(user=viewer.user) | Q(organisation__in=viewer.organisations(*SPEAKERS), user=None)
    found: dict[int, set[str]] = {}
    parties = Party.objects.filter(acting, on_the_day(viewer.today), project__ended=False)
    for project, role in parties.values_list("project", "role"):
        found.setdefault(project, set()).add(role)
    seats = CommitteeSeat.objects.filter(
        on_the_day(viewer.today), person__user=viewer.user, office__in=SECRETARIAT
    )
    led = Project.objects.filter(committee__in=seats.values("committee"), ended=False)
    for project in led.values_list("pk", flat=True):
        found.setdefault(project, set()).update((COMMITTEE, SECRETARIAT_ROLE))
    return {pk: frozenset(roles) for pk, roles in found.items()}


def desk(viewer: Viewer) -> Desk:
    """What waits for the viewer today."""
    roles = own_roles(viewer)
    steps, more = _steps(viewer, roles)
    return Desk(
        ballots=tuple(
            (one, procedure_of(one.ballot.project).ballots[one.ballot.kind].title)
            for one in open_for(viewer)
        ),
        steps=steps,
        comments=tuple(_comments(roles)),
        duties=due_duties(viewer, roles),
        more=more,
    )


def _steps(viewer: Viewer, roles: Roles) -> tuple[tuple[OpenSteps, ...], int]:
    mine = _among(Project.objects.filter(ended=False), roles)
    rows = mine.only("pk", "procedure", "began", "state", "due").order_by("due", "pk")
    turns = [one.pk for one in rows if _leaves(one, roles[one.pk])]
    found = []
    cases = load_many(Project.objects.filter(pk__in=turns[:MOST]).order_by("due", "pk"))
    for project, case in cases:
        actor = Actor(name_of(viewer.user), roles[project.pk])
        procedure = procedure_of(project)
        steps = tuple(
            one
            for one in possible(procedure, case, by=actor, on=viewer.today)
            if actor.roles & set(one.by)
        )
        if steps:
            found.append(OpenSteps(project, procedure.states[project.state].title, steps))
    return tuple(found), max(0, len(turns) - MOST)


def _leaves(project: Project, roles: frozenset[str]) -> bool:
    return any(roles & set(one.by) for one in procedure_of(project).leaving(project.state))


def _among(rows: QuerySet[Project], roles: Roles) -> QuerySet[Project]:
    return rows.filter(pk__in=list(roles))


def _comments(roles: Roles) -> Iterable[Unanswered]:
    waiting = Q(remarks__standing="", remarks__hidden=None)
    rows = Round.objects.filter(project__in=list(roles)).annotate(
        waiting=Count("remarks", filter=waiting)
    )
    for one in rows.filter(waiting__gt=0).select_related("project").order_by("last", "pk"):
        kind = procedure_of(one.project).consultations[one.kind]
        if roles[one.project_id] & set(kind.answered_by):
            yield Unanswered(one, kind.title, one.waiting)


def due_duties(viewer: Viewer, roles: Roles) -> tuple[DueDuty, ...]:
    """The running duties that the viewer's roles own, the nearest first."""
    rows = RunningClock.objects.filter(project__in=list(roles), done=None).exclude(due=None)
    found = []
    for one in rows.select_related("project").order_by("due", "pk"):
        duty = procedure_of(one.project).duties[one.duty]
        if one.due is not None and duty.owner in roles[one.project_id]:
            found.append(DueDuty(one, duty.title, one.due, (one.due - viewer.today).days))
    return tuple(found)
