"""What a transition does to its case (步骤的效力): rounds open and close, clocks start and stop."""

from dataclasses import replace
from datetime import date
from typing import TypeVar

from guiju.core.procedures.ballots.model import Ballot, Elector
from guiju.core.procedures.ballots.rules import ballot_rule
from guiju.core.procedures.calendar.files import calendar
from guiju.core.procedures.calendar.periods import end, period
from guiju.core.procedures.case import Case, Held
from guiju.core.procedures.clocks import Clock
from guiju.core.procedures.model import BallotKind, Effect, Procedure, Transition, length_of

Round = TypeVar("Round", Held, Ballot)


def voters(kind: BallotKind, electors: tuple[Elector, ...]) -> tuple[Elector, ...]:
    """The electorate of a ballot: without those whose role excludes them (回避)."""
    return tuple(one for one in electors if not one.roles & set(kind.excluded))


def take_effect(
    procedure: Procedure, case: Case, effect: Effect, on: date, electors: tuple[Elector, ...]
) -> Case:
    """The case after one effect; those of the register leave it as it is."""
    one = effect.subject
    match effect.kind:
        case "consultation_opened":
            key = length_of(procedure.consultations[one].lengths, case.facts)
            opened = Held(one, on, period(key, on))
            return replace(case, consultations=(*_past(case.consultations, one), opened))
        case "consultation_closed":
            return replace(case, consultations=_closed(case.consultations, one, on))
        case "ballot_opened":
            kind = procedure.ballots[one].under(case.facts)
            last = end(calendar(), on, period(kind.length, on)).day if kind.length else None
            ballot = Ballot(one, ballot_rule(kind.rule, on), voters(kind, electors), on, last)
            return replace(case, ballots=(*_past(case.ballots, one), ballot))
        case "ballot_closed":
            return replace(case, ballots=_closed(case.ballots, one, on))
        case "begun_anew":
            return replace(
                case,
                consultations=_past(case.consultations, one),
                ballots=_past(case.ballots, one),
            )
        case "clocks_suspended":
            return replace(case, clocks=tuple(clock.suspend(on) for clock in case.clocks))
        case "clocks_resumed":
            return replace(case, clocks=tuple(clock.resume(on) for clock in case.clocks))
        case _:
            return case


def _past(rounds: tuple[Round, ...], kind: str) -> tuple[Round, ...]:
    return tuple(replace(one, current=False) if one.kind == kind else one for one in rounds)


def _closed(rounds: tuple[Round, ...], kind: str, on: date) -> tuple[Round, ...]:
    return tuple(
        replace(one, closed=on) if one.kind == kind and one.current and one.closed is None else one
        for one in rounds
    )


def run_clocks(procedure: Procedure, case: Case, step: Transition, on: date) -> Case:
    """The clocks after a step: some duties are done by it, others begin with it."""
    ended = {one.id for one in procedure.duties.values() if step.id in one.ends}
    clocks = [
        replace(one, done=on) if one.duty in ended and one.done is None else one
        for one in case.clocks
    ]
    running = {one.duty for one in clocks if one.done is None}
    clocks += [
        Clock(duty.id, on, period(length_of(duty.lengths, case.facts), on))
        for duty in procedure.duties.values()
        if step.id in duty.begins and duty.id not in running
    ]
    return replace(case, clocks=tuple(clocks))
