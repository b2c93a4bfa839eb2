"""Who is looking (查看者): the plain value that selectors, rules and services take first."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Seat:
    """A role that is held in an organisation on the viewer's day, perhaps by delegation (代理)."""

    role: str
    organisation: int
    delegated: bool = False


@dataclass(frozen=True, slots=True)
class Viewer:
    """A person, a program with a token, or (user None) the public, on one day.

    `name` is the user name and stands in the journal; the day decides which seats count.
    """

    today: date
    user: int | None = None
    name: str = ""
    seats: frozenset[Seat] = field(default_factory=frozenset)

    @property
    def signed_in(self) -> bool:
        return self.user is not None

    def holds(self, *roles: str, organisation: int | None = None) -> bool:
        """Does the viewer hold one of `roles` (in `organisation`, if given)?"""
        return any(
            seat.role in roles and organisation in {None, seat.organisation} for seat in self.seats
        )

    def organisations(self, *roles: str) -> frozenset[int]:
        """The organisations in which the viewer holds one of `roles` (any role if none given)."""
        return frozenset(
            seat.organisation for seat in self.seats if not roles or seat.role in roles
        )

    def acting_for(self, *roles: str) -> int | None:
        """The one organisation that an official act of these roles is done for, or None."""
        found = sorted(self.organisations(*roles))
        return found[0] if found else None
