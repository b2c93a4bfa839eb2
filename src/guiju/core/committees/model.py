"""A committee as it is composed on a day (委员会组成)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from guiju.core.committees.files import voting
from guiju.core.errors import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A seat (任职). `person`, `unit` identify; the names are for the sentences.

    `committees`: in how many technical committees the person is a member that day, this one too.
    """

    person: str
    name: str
    unit: str
    unit_name: Bilingual
    office: str = "member"
    side: str = ""
    title: str = ""
    small_firm: bool = False
    committees: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """Who sits in a committee of a kind on a day, under which authority, until when."""

    kind: str
    seats: tuple[Seat, ...]
    on: date
    authority: str = ""
    term_ends: date | None = None

    @property
    def members(self) -> tuple[Seat, ...]:
        """Those who vote, each person once."""
        found: dict[str, Seat] = {}
        for one in self.seats:
            if one.office in voting():
                found.setdefault(one.person, one)
        return tuple(found.values())

    def of(self, *offices: str) -> Iterator[Seat]:
        """The seats of an office."""
        return (one for one in self.seats if one.office in offices)


@dataclass(frozen=True, slots=True)
class Finding:
    """What does not fit a rule (不符合项): the sentence says what, how many, and the limit."""

    rule: str
    severity: str
    sentence: Bilingual
    found: int
    limit: Fraction
    basis: str
    confidence: str
