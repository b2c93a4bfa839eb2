"""A procedure (程序) as its file states it. Every part knows the line on which it stands."""

from collections.abc import Set
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from guiju.core.errors import Bilingual
from guiju.core.procedures.vocabulary import EffectKind, GuardKind, Shown

Kind = Literal["project", "review", "committee"]
KINDS: tuple[Kind, ...] = ("project", "review", "committee")
# Facts and the values that they must have, all of them; empty: always.
When = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of GB/T 16733 (阶段); its code is also that of the ISO stage (SS)."""

    code: str
    title: Bilingual


@dataclass(frozen=True, slots=True)
class Role:
    """Who takes part (角色). Everybody is meant where `open`.

    `named_by`: the roles that name people for it; a closed role without any is filled by law.
    """

    id: str
    title: Bilingual
    open: bool
    named_by: tuple[str, ...]
    line: int

    @property
    def by_law(self) -> bool:
        """Has it a body of its own, by law or appointment? (法定职责单位)."""
        return not self.open and not self.named_by


@dataclass(frozen=True, slots=True)
class Earliest:
    """The earliest day that may be named (最早日期): the day of the step, or a period after it.

    With the material `unless` in hand, the day of the step is early enough.
    """

    after: str
    unless: str


@dataclass(frozen=True, slots=True)
class Fact:
    """Something settled once (事实): one of its values, or a day where there are none.

    `bars`: the effects that the law forbids while it has a value.
    """

    id: str
    title: Bilingual
    values: dict[str, Bilingual]
    bars: dict[str, tuple[EffectKind, ...]]
    earliest: Earliest | None
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
    """Something to hand in (材料).

    `before`: effects that the law allows only with it, save where all of `unless` hold.

    `text`: it is a text of the standard, from the first draft to the edition. `form`: the form of
    rulebook/forms that fills it, if there is one.
    """

    id: str
    title: Bilingual
    by: tuple[str, ...]
    before: tuple[EffectKind, ...]
    unless: When
    text: bool
    form: str
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
    answered_by: tuple[str, ...]
    before: tuple[EffectKind, ...]
    unless: When
    basis: str
    line: int


@dataclass(frozen=True, slots=True)
class Variant:
    """Another rule and electorate of a ballot under certain facts (表决的另一种情形)."""

    rule: str
    electorate: Bilingual
    excluded: tuple[str, ...]
    when: When


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
    variants: tuple[Variant, ...]
    basis: str
    line: int

    def under(self, facts: dict[str, str]) -> "BallotKind":
        """The ballot as it is held under these facts."""
        for one in self.variants:
            if agrees(one.when, facts):
                return replace(
                    self, rule=one.rule, electorate=one.electorate, excluded=one.excluded
                )
        return self


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
class Recurrence:
    """When a case of this procedure falls due by itself (到期): a period after one of these effects.

    `ahead`: the period by which it is to begin before that day; empty where it begins on it.
    """

    after: tuple[EffectKind, ...]
    lengths: tuple[Length, ...]
    ahead: str
    basis: str


@dataclass(frozen=True, slots=True)
class Procedure:
    """A dated version of a procedure. A case keeps the version under which it began."""

    id: str
    title: Bilingual
    kind: Kind
    since: date
    until: date | None
    basis: str
    start: str
    opens: tuple[str, ...]
    asks: tuple[str, ...]
    falls_due: Recurrence | None
    roles: dict[str, Role]
    facts: dict[str, Fact]
    states: dict[str, State]
    materials: dict[str, Material]
    consultations: dict[str, Consultation]
    ballots: dict[str, BallotKind]
    duties: dict[str, Duty]
    transitions: dict[str, Transition]
    file: str

    def admits(self, held: Set[str], roles: tuple[str, ...]) -> bool:
        """Whether a door for these roles opens to who holds those; an open role lets everybody in."""
        return bool(held & set(roles)) or any(self.roles[one].open for one in roles)

    def leaving(self, state: str) -> tuple[Transition, ...]:
        """The transitions out of a state, in the order of the file."""
        return tuple(one for one in self.transitions.values() if state in one.sources)


def length_of(lengths: tuple[Length, ...], facts: dict[str, str]) -> str:
    """The key of the first length whose facts hold; the last has none and always does."""
    return next(one.key for one in lengths if agrees(one.when, facts))


def agrees(when: When, facts: dict[str, str]) -> bool:
    """Whether every fact of `when` has the value that it names."""
    return all(facts.get(fact) == value for fact, value in when)
