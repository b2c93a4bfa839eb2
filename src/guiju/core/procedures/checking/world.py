"""A case with all but its logic left out (抽象状态): what the model checker walks on.

Days become what they decide: a consultation is short or long, a duty running or overdue. Of the
comments it keeps whether one is unanswered, of the ballots their result. Guards cannot tell the difference.
"""

from dataclasses import dataclass, replace
from typing import TypeVar

from guiju.core.procedures.guards import Balloted, Consulted, Running

Value = TypeVar("Value")
Pairs = tuple[tuple[str, Value], ...]


def put(pairs: Pairs[Value], key: str, value: Value) -> Pairs[Value]:
    """The pairs with one value set, in the order of their keys."""
    return tuple(sorted([*(one for one in pairs if one[0] != key), (key, value)]))


def get(pairs: Pairs[Value], key: str, default: Value) -> Value:
    return next((value for name, value in pairs if name == key), default)


@dataclass(frozen=True, slots=True)
class Abstract:
    """One abstract state. Absent keys are what they are at the beginning of a case.

    `fresh`: ballots passed since the text could last be changed; `happened`: effects so far.
    """

    state: str
    settled: Pairs[str] = ()
    materials: frozenset[str] = frozenset()
    consultations: Pairs[Consulted] = ()
    unanswered_: frozenset[str] = frozenset()
    ballots: Pairs[Balloted] = ()
    days: frozenset[str] = frozenset()
    duties: Pairs[Running] = ()
    fresh: frozenset[str] = frozenset()
    happened: frozenset[str] = frozenset()

    @property
    def facts(self) -> dict[str, str]:
        return dict(self.settled)

    def has(self, material: str) -> bool:
        return material in self.materials

    def consultation(self, one: str) -> Consulted:
        return get(self.consultations, one, "never")

    def unanswered(self, one: str) -> int:
        return int(one in self.unanswered_)

    def ballot(self, one: str) -> Balloted:
        return get(self.ballots, one, "none")

    def reached(self, fact: str) -> bool:
        return fact in self.days

    def duty(self, one: str) -> Running:
        return get(self.duties, one, "idle")

    def with_consultation(self, one: str, status: Consulted) -> "Abstract":
        return replace(self, consultations=put(self.consultations, one, status))

    def with_ballot(self, one: str, status: Balloted) -> "Abstract":
        return replace(self, ballots=put(self.ballots, one, status))

    def with_duty(self, one: str, status: Running) -> "Abstract":
        return replace(self, duties=put(self.duties, one, status))
