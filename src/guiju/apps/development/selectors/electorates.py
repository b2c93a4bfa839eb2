"""Who may vote (有表决权者): the members of the committee, or the experts named for the project."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from guiju.apps.accounts.models import Organisation
from guiju.apps.accounts.selectors.organisations import display_names
from guiju.apps.development.models import CommitteeSeat, Party, Project
from guiju.apps.development.rules.actors import (
    EXPERTS,
    VOTING,
    name_of,
    on_the_day,
    seats_on,
)
from guiju.core.procedures.ballots.model import Elector


@dataclass(frozen=True, slots=True)
class Named:
    """An elector with what the list of those who vote shows: name, unit, side."""

    elector: Elector
    user: int | None
    name: str
    organisation: int | None
    side: str


def electorate(project: Project, on: date, *, members: bool) -> tuple[Named, ...]:
    """Those who may vote on the day: the experts if any are named, else the committee's members.

    `members`: of a committee that has the project all members vote, whoever else is named.
    """
    roles: dict[int, set[str]] = {}
    experts = []
    parties = Party.objects.filter(on_the_day(on), project=project).exclude(user=None)
    for one in parties.select_related("user__person", "organisation"):
        if one.role == EXPERTS and not (members and project.committee_id):
            experts.append(one)
        elif one.user_id is not None:
            roles.setdefault(one.user_id, set()).add(one.role)
    if experts:
        units = _units((one.organisation for one in experts), on)
        return tuple(
            Named(
                _elector(one.user_id, "", units.get(one.organisation_id or 0, ""), roles),
                one.user_id,
                one.user.person.name if one.user else "",
                one.organisation_id,
                one.side,
            )
            for one in experts
        )
    if project.committee is None:
        return ()
    seats = list(seats_on(project.committee, on).filter(office__in=VOTING))
    units = _units((one.organisation for one in seats), on)
    found = {one.person_id: _member(one, units, roles) for one in seats}
    return tuple(found.values())


def _member(seat: CommitteeSeat, units: dict[int, str], roles: dict[int, set[str]]) -> Named:
    user = getattr(seat.person, "user", None)
    pk = user.pk if user else None
    return Named(
        _elector(pk, f"person:{seat.person_id}", units.get(seat.organisation_id, ""), roles),
        pk,
        seat.person.name,
        seat.organisation_id,
        seat.side,
    )


def _elector(user: int | None, otherwise: str, unit: str, roles: dict[int, set[str]]) -> Elector:
    """A member without an account votes by letter: the secretariat enters the paper."""
    actor = name_of(user) if user is not None else otherwise
    return Elector(actor, unit, roles=frozenset(roles.get(user or 0, ())))


def _units(organisations: Iterable[Organisation | None], on: date) -> dict[int, str]:
    known = [one for one in organisations if one is not None]
    return {pk: name.full for pk, name in display_names(known, on, "zh-hans").items()}
