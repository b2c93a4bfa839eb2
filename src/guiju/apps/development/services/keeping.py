"""From a case to rows (办件的保存): what the engine changed is written, nothing else."""

from dataclasses import asdict
from datetime import date
from typing import Any

from django.utils import timezone

from guiju.apps.development.models import (
    BallotRound,
    Elector,
    Project,
    Round,
    RunningClock,
    StepTaken,
)
from guiju.apps.development.selectors.electorates import Named
from guiju.core.procedures.ballots.counting import tally
from guiju.core.procedures.ballots.model import Ballot
from guiju.core.procedures.calendar.files import calendar
from guiju.core.procedures.case import Case, Held
from guiju.core.procedures.clocks import Clock
from guiju.core.procedures.looking import last_of
from guiju.core.procedures.model import Procedure


def keep(
    project: Project,
    procedure: Procedure,
    before: Case,
    after: Case,
    electors: tuple[Named, ...] = (),
) -> None:
    """Write what a step or an extension changed. Comments, votes and materials have their own doors."""
    _keep_rounds(project, before, after)
    _keep_ballots(project, before, after, electors)
    _keep_clocks(project, before, after)
    StepTaken.objects.bulk_create(
        StepTaken(project=project, number=at, **asdict(one))
        for at, one in enumerate(after.history)
        if at >= len(before.history)
    )
    state = procedure.states[after.state]
    if after.state != project.state or not project.entered:
        project.entered = after.last_day
    project.state, project.stage, project.ended = after.state, state.stage, state.ends
    project.facts = after.facts
    nearest = sorted(
        (due.day, one.duty)
        for one in after.clocks
        if one.done is None and (due := one.due(calendar())) is not None
    )
    project.due, project.due_duty = nearest[0] if nearest and not state.ends else (None, "")
    project.changed = timezone.now()
    project.save()


def _keep_rounds(project: Project, before: Case, after: Case) -> None:
    for at, one in enumerate(after.consultations):
        if at >= len(before.consultations):
            Round.objects.create(project=project, number=at, **_round(one))
        elif one != before.consultations[at]:
            project.rounds.filter(number=at).update(closed=one.closed, current=one.current)


def _round(held: Held) -> dict[str, Any]:
    return {
        "kind": held.kind,
        "opened": held.opened,
        "length": asdict(held.length),
        "last": last_of(held, calendar()).day,
    }


def _keep_ballots(project: Project, before: Case, after: Case, electors: tuple[Named, ...]) -> None:
    for at, one in enumerate(after.ballots):
        if at >= len(before.ballots):
            row = BallotRound.objects.create(
                project=project,
                number=at,
                kind=one.kind,
                rule=one.rule.id,
                opened=one.opened,
                last=one.last,
            )
            _keep_electors(row, one, electors)
        elif one != before.ballots[at]:
            passed = tally(one).passed if one.closed else None
            project.ballots.filter(number=at).update(
                closed=one.closed, current=one.current, passed=passed
            )


def _keep_electors(row: BallotRound, ballot: Ballot, electors: tuple[Named, ...]) -> None:
    entitled = {one.person for one in ballot.electors}
    Elector.objects.bulk_create(
        Elector(
            ballot=row,
            actor=one.elector.person,
            user_id=one.user,
            name=one.name,
            organisation_id=one.organisation,
            unit=one.elector.unit,
            side=one.side,
            seat=one.elector.seat,
            roles=sorted(one.elector.roles),
        )
        for one in electors
        if one.elector.person in entitled
    )


def _keep_clocks(project: Project, before: Case, after: Case) -> None:
    for at, one in enumerate(after.clocks):
        if at >= len(before.clocks):
            RunningClock.objects.create(
                project=project,
                number=at,
                duty=one.duty,
                started=one.started,
                length=asdict(one.length),
                **_clock(one),
            )
        elif one != before.clocks[at]:
            project.clocks.filter(number=at).update(**_clock(one))


def _clock(clock: Clock) -> dict[str, Any]:
    due = clock.due(calendar())
    return {
        "extensions": [asdict(one) for one in clock.extensions],
        "pauses": [{"since": _text(one.since), "until": _text(one.until)} for one in clock.pauses],
        "due": due.day if due else None,
        "done": clock.done,
    }


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None
