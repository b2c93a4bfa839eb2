"""A procedure (程序) as its file states it. Every part knows the line on which it stands."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from guiju.core.errors import Bilingual
from guiju.core.procedures.vocabulary import EffectKind, GuardKind, Shown

# Facts and the values that they must have, all of them; empty: always.
When = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of GB/T 16733 (阶段); its code is also that of the ISO stage (SS)."""

    code: str
    title: Bilingual


@dataclass(frozen=True, slots=True)
class Role:
    """Who takes part (角色). Everybody is meant where `open`."""

    id: str
    title: Bilingual
    open: bool
    line: int


@dataclass(frozen=True, slots=True)
class Fact:
    """Something settled once (事实): one of its values, or a day where there are none."""

    id: str
    title: Bilingual
    values: dict[str, Bilingual]
    line: int

    @property
    def is_day(self) -> bool:
        return not self.values


@dataclass(frozen=True, slots=True)
class State:
    """A state (状态) with its code SS.ss, and what the public sees of a case in it."""

    id: str
    title: Bilingual
    stage: str
    ends: bool
    shows: tuple[Shown, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Material:
    """Something to hand in (材料). `before`: effects that the law allows only with it."""

    id: str
    title: Bilingual
    by: tuple[str, ...]
    before: tuple[EffectKind, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Length:
    """The parameter that sets a period, and the facts under which it does."""

    key: str
    when: When


@dataclass(frozen=True, slots=True)
class Consultation:
    """A consultation or public notice (征求意见、公示).

    `before`: effects that the law allows only after it, every comment answered,
    save where all of `unless` hold.
    """

    id: str
    title: Bilingual
    lengths: tuple[Length, ...]
    audiences: tuple[Bilingual, ...]
    publishes: tuple[str, ...]
    before: tuple[EffectKind, ...]
    unless: When
    basis: str
    line: int


@dataclass(frozen=True, slots=True)
class BallotKind:
    """A ballot (表决).

    `decides`: effects that the law allows only when it has passed since the case was last in one
    of the states `after`, save where all of `unless` hold.
    """

    id: str
    title: Bilingual
    rule: str
    electorate: Bilingual
    length: str | None
    excluded: tuple[str, ...]
    decides: tuple[EffectKind, ...]
    after: tuple[str, ...]
    unless: When
    basis: str
    line: int


@dataclass(frozen=True, slots=True)
class Extension:
    """How a duty may be extended (延期): so much, asked so long before, so often."""

    at_most: str
    asked_before: str
    times: str


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty with its owner and clock (职责与时限), begun and ended by transitions."""

    id: str
    title: Bilingual
    owner: str
    begins: tuple[str, ...]
    ends: tuple[str, ...]
    lengths: tuple[Length, ...]
    extension: Extension | None
    reminders: str | None
    basis: str
    line: int


@dataclass(frozen=True, slots=True)
class Guard:
    """A condition of a transition (条件); it counts only under the facts of `when`."""

    kind: GuardKind
    subject: str
    value: str = ""
    when: When = ()


@dataclass(frozen=True, slots=True)
class Effect:
    """What a transition does (效力)."""

    kind: EffectKind
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Transition:
    """A step (步骤): the only way from one state to another, with its door and its effects.

    Without a target the case stays where it is.
    """

    id: str
    title: Bilingual
    sources: tuple[str, ...]
    target: str
    by: tuple[str, ...]
    form: str
    asks: tuple[str, ...]
    guards: tuple[Guard, ...]
    effects: tuple[Effect, ...]
    tells: tuple[str, ...]
    basis: str
    line: int

    def goes_to(self, state: str) -> str:
        return self.target or state


@dataclass(frozen=True, slots=True)
class Procedure:
    """A dated version of a procedure. A case keeps the version under which it began."""

    id: str
    title: Bilingual
    kind: Literal["project", "review"]
    since: date
    until: date | None
    basis: str
    start: str
    opens: tuple[str, ...]
    asks: tuple[str, ...]
    roles: dict[str, Role]
    facts: dict[str, Fact]
    states: dict[str, State]
    materials: dict[str, Material]
    consultations: dict[str, Consultation]
    ballots: dict[str, BallotKind]
    duties: dict[str, Duty]
    transitions: dict[str, Transition]
    file: str

    def leaving(self, state: str) -> tuple[Transition, ...]:
        """The transitions out of a state, in the order of the file."""
        return tuple(one for one in self.transitions.values() if state in one.sources)


def length_of(lengths: tuple[Length, ...], facts: dict[str, str]) -> str:
    """The key of the first length whose facts hold; the last has none and always does."""
    return next(one.key for one in lengths if agrees(one.when, facts))


def agrees(when: When, facts: dict[str, str]) -> bool:
    """Whether every fact of `when` has the value that it names."""
    return all(facts.get(fact) == value for fact, value in when)
