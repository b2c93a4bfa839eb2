"""A case (办件): a value that only the engine's doors can turn into the next one."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from guiju.core.errors import Bilingual
from guiju.core.procedures.ballots.model import Ballot
from guiju.core.procedures.calendar.periods import Period
from guiju.core.procedures.clocks import Clock

Disposition = Literal["adopted", "partly", "not_adopted"]
DISPOSITIONS: dict[Disposition, Bilingual] = {
    "adopted": Bilingual("采纳", "adopted"),
    "partly": Bilingual("部分采纳", "adopted in part"),
    "not_adopted": Bilingual("不采纳", "not adopted"),
}


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, and the roles (角色) that this person has in this case."""

    person: str
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A version of a material (材料); the last of its kind is the one that counts."""

    material: str
    by: str
    on: date
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """How a comment was dealt with (处理意见); without adoption it needs a reason."""

    disposition: Disposition
    reason: str
    by: str
    on: date


@dataclass(frozen=True, slots=True)
class Held:
    """One round of a consultation (一次征求意见), its length fixed on the day of opening.

    Its comments stand beside the case, which only counts them: those received, those not answered.
    """

    kind: str
    opened: date
    length: Period
    received: int = 0
    unanswered: int = 0
    closed: date | None = None
    current: bool = True


@dataclass(frozen=True, slots=True)
class Step:
    """What was done (经过): a transition, by whom, when, from where to where."""

    transition: str
    by: str
    on: date
    source: str
    target: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A running case. `began` says which version of its procedure it follows."""

    id: str
    procedure: str
    began: date
    state: str
    facts: dict[str, str]
    materials: tuple[HandedIn, ...] = ()
    consultations: tuple[Held, ...] = ()
    ballots: tuple[Ballot, ...] = ()
    clocks: tuple[Clock, ...] = ()
    history: tuple[Step, ...] = ()

    @property
    def last_day(self) -> date:
        return self.history[-1].on if self.history else self.began

    def round(self, consultation: str) -> Held | None:
        """The current round of a consultation, open or closed."""
        rounds = [one for one in self.consultations if one.kind == consultation and one.current]
        return rounds[-1] if rounds else None

    def ballot(self, kind: str) -> Ballot | None:
        """The current round of a ballot, open or closed."""
        rounds = [one for one in self.ballots if one.kind == kind and one.current]
        return rounds[-1] if rounds else None

    def clock(self, duty: str) -> Clock | None:
        """The clock of a duty that is not done."""
        running = [one for one in self.clocks if one.duty == duty and one.done is None]
        return running[-1] if running else None

    def unanswered(self, consultation: str) -> int:
        """Comments without an answer, of every round: a new round answers none of the old ones."""
        return sum(one.unanswered for one in self.consultations if one.kind == consultation)
