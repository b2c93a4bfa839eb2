"""Narrowing the lists of a ledger. One predicate serves the list and the number that opens it."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from guiju.apps.governance.selectors.values import (
    NOBODY,
    ActionLine,
    Duty,
    Ledger,
    MeasureLine,
    OutputLine,
)

OVERDUE = "overdue"
OPEN = "open"


def _is_in_state(action: ActionLine, state: str) -> bool:
    if state == OVERDUE:
        return action.overdue
    return action.is_open if state == OPEN else action.state == state


def _has_duty(duties: tuple[Duty, ...], organisation: str, role: str) -> bool:
    """Is there one duty of this body in this role? `*nobody` asks for there being none."""
    if organisation == NOBODY:
        return not duties
    return any(organisation in {"", duty.body.key} and role in {"", duty.role} for duty in duties)


def _says(query: str, *texts: str) -> bool:
    whole = "\n".join(texts).casefold()
    return all(word in whole for word in query.casefold().split())


@dataclass(frozen=True, slots=True)
class ActionFilter:
    """Which tasks. Empty means any; `due_from` and `due_to` are both counted.

    `state` is a state of a task, `open` or `overdue`; `organisation` a body's key; `kind` the
    kind word of an output; `undated` "yes" asks for tasks without a last day. `organisation` and `role` are asked of one and the same duty.
    """

    state: str = ""
    organisation: str = ""
    role: str = ""
    kind: str = ""
    measure: int | None = None
    due_from: date | None = None
    due_to: date | None = None
    undated: str = ""
    q: str = ""

    def holds(self, measure: MeasureLine, action: ActionLine) -> bool:
        """Is this task one of them?"""
        if self.measure is not None and measure.pk != self.measure:
            return False
        if self.state and not _is_in_state(action, self.state):
            return False
        if (self.organisation or self.role) and not _has_duty(
            action.duties, self.organisation, self.role
        ):
            return False
        if self.kind and self.kind not in {output.kind for output in action.outputs}:
            return False
        if self.undated and action.due is not None:
            return False
        if self.due_from and (action.due is None or action.due < self.due_from):
            return False
        if self.due_to and (action.due is None or action.due > self.due_to):
            return False
        names = [output.name for output in action.outputs]
        return not self.q or _says(self.q, action.text, measure.label, *measure.title, *names)

    def of(self, ledger: Ledger) -> list[tuple[MeasureLine, ActionLine]]:
        return [pair for pair in ledger.actions if self.holds(*pair)]


@dataclass(frozen=True, slots=True)
class MeasureFilter:
    """Which measures, by state and (inside the plan) by risk."""

    state: str = ""
    risk: str = ""

    def holds(self, measure: MeasureLine) -> bool:
        if self.state == OVERDUE:
            in_state = measure.overdue > 0
        else:
            in_state = self.state in {"", measure.state}
        return in_state and self.risk in {"", measure.risk}

    def of(self, ledger: Ledger) -> list[MeasureLine]:
        return [measure for measure in ledger.measures if self.holds(measure)]


@dataclass(frozen=True, slots=True)
class DutyFilter:
    """Which duties: a measure, a body and its role in it, each such three counted once."""

    measure: int | None = None
    organisation: str = ""
    role: str = ""

    def of(self, ledger: Ledger) -> list[tuple[MeasureLine, Duty]]:
        return [
            (measure, duty)
            for measure in ledger.measures
            if self.measure in {None, measure.pk}
            for duty in measure.duties()
            if _has_duty((duty,), self.organisation, self.role)
        ]


@dataclass(frozen=True, slots=True)
class OutputFilter:
    """Which named outputs, by kind word and by name."""

    kind: str = ""
    q: str = ""

    def of(self, ledger: Ledger) -> list[tuple[MeasureLine, OutputLine]]:
        return [
            (measure, output)
            for measure, output in ledger.outputs
            if self.kind in {"", output.kind} and (not self.q or _says(self.q, output.name))
        ]


Filter = ActionFilter | MeasureFilter | DutyFilter | OutputFilter


def as_query(filter_: Filter) -> dict[str, str]:
    """The parameters of the address that opens this list; empty ones are left out."""
    values: dict[str, Any] = {one.name: getattr(filter_, one.name) for one in fields(filter_)}
    return {name: str(value) for name, value in values.items() if value not in {"", None}}
