"""From rows to a case and back to the clock (办件的读取): what the engine works on."""

from collections.abc import Iterable
from datetime import date
from typing import Any, TypedDict

from django.db.models import Count, Prefetch, Q, QuerySet

from guiju.apps.development.models import BallotRound, Project, Round, RunningClock
from guiju.core.procedures.ballots.model import Ballot, Elector, Recusal, Vote
from guiju.core.procedures.ballots.rules import ballot_rule
from guiju.core.procedures.calendar.periods import Period
from guiju.core.procedures.case import Case, HandedIn, Held, Step
from guiju.core.procedures.clocks import Clock, Pause


class Length(TypedDict):
    """A period as it is stored."""

    key: str
    count: int
    unit: Any
    basis: str


def load(project: Project) -> Case:
    """The case of a project, in seven queries however long it has run."""
    return _case(
        project, project.ballots.prefetch_related("electors__papers"), _counted(project.rounds)
    )


def load_many(projects: QuerySet[Project]) -> list[tuple[Project, Case]]:
    """The cases of many projects in as many queries as one takes; for reading only."""
    rows = projects.prefetch_related(
        "materials", "clocks", "steps", "ballots__electors__papers",
        Prefetch("rounds", queryset=_counted(Round.objects)),
    )  # fmt: skip
    return [(one, _case(one, one.ballots.all(), one.rounds.all())) for one in rows]


def _counted(rounds: Any) -> QuerySet[Round]:
    waiting = Q(remarks__standing="", remarks__hidden=None)
    counted: QuerySet[Round] = rounds.annotate(
        received=Count("remarks"), unanswered=Count("remarks", filter=waiting)
    )
    # Said anew: rows that are counted by group come without the order of their model.
    return counted.order_by("number")


def _case(project: Project, ballots: Iterable[BallotRound], rounds: Iterable[Round]) -> Case:
    return Case(
        id=str(project.pk),
        procedure=project.procedure,
        began=project.began,
        state=project.state,
        facts=dict(project.facts),
        materials=tuple(
            HandedIn(one.material, one.by, one.on, str(one.pk)) for one in project.materials.all()
        ),
        consultations=tuple(_held(one) for one in rounds),
        ballots=tuple(ballot_of(one) for one in ballots),
        clocks=tuple(_clock(one) for one in project.clocks.all()),
        history=tuple(
            Step(one.transition, one.by, one.on, one.source, one.target, one.note)
            for one in project.steps.all()
        ),
    )


def ballot_of(row: BallotRound) -> Ballot:
    """A round of a ballot as the engine counts it; its electors and papers are prefetched."""
    electors = list(row.electors.all())
    votes = sorted((paper.pk, one.actor, paper) for one in electors for paper in one.papers.all())
    return Ballot(
        kind=row.kind,
        rule=ballot_rule(row.rule, row.opened),
        electors=tuple(
            Elector(one.actor, one.unit, one.seat, frozenset(one.roles)) for one in electors
        ),
        opened=row.opened,
        last=row.last,
        votes=tuple(
            Vote(actor, tuple(paper.marks), paper.on, paper.reasons) for _, actor, paper in votes
        ),
        recusals=tuple(Recusal(one.actor, one.aside) for one in electors if one.aside),
        closed=row.closed,
        current=row.current,
    )


def _held(row: Round) -> Held:
    received, unanswered = getattr(row, "received"), getattr(row, "unanswered")  # noqa: B009
    return Held(
        row.kind, row.opened, Period(**row.length), received, unanswered, row.closed, row.current
    )


def _clock(row: RunningClock) -> Clock:
    return Clock(
        duty=row.duty,
        started=row.started,
        length=Period(**row.length),
        extensions=tuple(Period(**one) for one in row.extensions),
        pauses=tuple(Pause(_day(one["since"]), _day(one["until"])) for one in row.pauses),
        done=row.done,
    )


def _day(text: Any) -> Any:
    return date.fromisoformat(text) if text else None
