"""The matrix of roles (角色矩阵): what each role may do in each state, as the file gives it.

Whether it is possible today depends on the case besides; what is not here is never possible.
"""

from collections.abc import Callable
from dataclasses import dataclass

from guiju.core.procedures.checking.walking import walk
from guiju.core.procedures.checking.world import Abstract
from guiju.core.procedures.model import Procedure


@dataclass(frozen=True, slots=True)
class Row:
    """One role in one state (某角色在某状态)."""

    role: str
    state: str
    transitions: tuple[str, ...]
    materials: tuple[str, ...]
    comments: tuple[str, ...]
    answers: tuple[str, ...]
    votes: tuple[str, ...]
    extensions: tuple[str, ...]


def matrix(procedure: Procedure) -> tuple[Row, ...]:
    """A row for each role in each state, in the order of the file."""
    reached = _Reached(procedure)
    return tuple(
        _row(procedure, reached, role, state)
        for state in procedure.states
        for role in procedure.roles
    )


class _Reached:
    """What can be open in a state, from every course that a case can take."""

    def __init__(self, procedure: Procedure) -> None:
        self.of: dict[str, list[Abstract]] = {one: [] for one in procedure.states}
        for one in walk(procedure).edges:
            self.of[one.state].append(one)

    def any(self, state: str, holds: Callable[[Abstract], bool]) -> bool:
        return any(holds(one) for one in self.of[state])

    def asked_for_comments(self, state: str, kind: str) -> bool:
        return self.any(state, lambda one: one.consultation(kind) in {"short", "long"})

    def waits_for_answers(self, state: str, kind: str) -> bool:
        return self.any(state, lambda one: one.unanswered(kind) > 0)

    def balloted(self, state: str, kind: str) -> bool:
        return self.any(state, lambda one: one.ballot(kind) in {"open", "ripe"})

    def running(self, state: str, duty: str) -> bool:
        return self.any(state, lambda one: one.duty(duty) == "running")


def _row(procedure: Procedure, reached: _Reached, role: str, state: str) -> Row:
    if procedure.states[state].ends:
        return Row(role, state, (), (), (), (), (), ())
    paused = _paused(procedure)
    return Row(
        role=role,
        state=state,
        transitions=tuple(
            one.id for one in procedure.leaving(state) if procedure.admits({role}, one.by)
        ),
        materials=tuple(
            key for key, one in procedure.materials.items() if procedure.admits({role}, one.by)
        ),
        comments=tuple(
            one for one in procedure.consultations if reached.asked_for_comments(state, one)
        ),
        answers=tuple(
            key
            for key, one in procedure.consultations.items()
            if procedure.admits({role}, one.answered_by) and reached.waits_for_answers(state, key)
        ),
        votes=tuple(
            key
            for key, one in procedure.ballots.items()
            if _may_vote(procedure, key, role) and reached.balloted(state, key)
        ),
        extensions=tuple(
            key
            for key, one in procedure.duties.items()
            if one.extension
            and procedure.admits({role}, (one.owner,))
            and state not in paused
            and reached.running(state, key)
        ),
    )


def _may_vote(procedure: Procedure, ballot: str, role: str) -> bool:
    """Whoever is on the list votes, unless the role keeps them off it under all facts."""
    kind = procedure.ballots[ballot]
    held = (kind.excluded, *(one.excluded for one in kind.variants))
    return any(role not in excluded for excluded in held)


def _paused(procedure: Procedure) -> set[str]:
    """The states in which all clocks stand still (中止)."""
    return {
        one.target
        for one in procedure.transitions.values()
        if any(effect.kind == "clocks_suspended" for effect in one.effects)
    }
