"""What an organisation owes to a measure on a day (职责), as a plain value that rules judge.

`selectors.duties` reads it. It already knows who succeeded whom: an assignment of a body whose
duties have passed on counts for its successor.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from guiju.apps.governance.models import Assignment

Role = Assignment.Role
STRENGTH = (Role.LEAD, Role.SHARED, Role.COOPERATING, Role.GUIDING)
REPORTING = frozenset({Role.LEAD, Role.SHARED})


def strongest(roles: Iterable[str]) -> Role | None:
    """The role that may do most, or None if there is none."""
    held = set(roles)
    return next((role for role in STRENGTH if role in held), None)


@dataclass(frozen=True, slots=True)
class NoteDuties:
    """The roles under one note. `named` has a sole responsible body as its lead.

    `collective` are those who are meant by 各有关部门 or 地方人民政府: they may report, as shared.
    """

    note: int
    named: Mapping[int, Role]
    collective: frozenset[int]

    def role(self, organisation: int) -> Role | None:
        meant = Role.SHARED if organisation in self.collective else None
        return self.named.get(organisation, meant)


@dataclass(frozen=True, slots=True)
class Duties:
    """All duties under one measure on one day.

    `passed` leads from an organisation to the one that holds its duties now.
    """

    measure: int
    office: int
    notes: tuple[NoteDuties, ...]
    passed: Mapping[int, int]

    def holder(self, organisation: int) -> int:
        """Who holds the duties of `organisation` now: itself, or its last successor."""
        return self.passed.get(organisation, organisation)

    def role(self, organisation: int) -> Role | None:
        """The strongest role that an organisation has under the measure."""
        holder = self.holder(organisation)
        return strongest(role for note in self.notes if (role := note.role(holder)))

    def role_under(self, organisation: int, note: int | None) -> Role | None:
        """The role for an action: that under its note, or under the measure if it has none."""
        for one in self.notes:
            if one.note == note:
                return one.role(self.holder(organisation))
        return self.role(organisation)

    def roles_of(self, organisations: Iterable[int]) -> dict[int, Role]:
        """Those of `organisations` that hold a role here now, the strongest first."""
        holders = [one for one in organisations if self.holder(one) == one]
        found = {one: role for one in holders if (role := self.role(one))}
        return dict(sorted(found.items(), key=lambda row: (STRENGTH.index(row[1]), row[0])))

    def responsible(self) -> dict[int, Role]:
        """The named organisations from which a report is expected, the strongest first."""
        named = {one for note in self.notes for one in note.named}
        roles = self.roles_of(named)
        return {one: role for one, role in roles.items() if role in REPORTING}
