"""The composition of committees on a day, for the rules (组成核查)."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date

from guiju.apps.accounts.models import OrganisationName
from guiju.apps.accounts.selectors.organisations import names_by_organisation, pick
from guiju.apps.development.models import Committee, CommitteeSeat
from guiju.apps.development.rules.actors import VOTING, on_the_day
from guiju.core.committees.checking import check
from guiju.core.committees.model import Composition, Finding, Seat
from guiju.core.errors import Bilingual


def compositions(committees: Iterable[Committee], on: date) -> dict[int, Composition]:
    """Who sits in each committee on a day, in three queries however many there are."""
    wanted = list(committees)
    rows = CommitteeSeat.objects.filter(on_the_day(on), committee__in=wanted)
    seats = list(rows.select_related("person").order_by("pk"))
    history = names_by_organisation({one.organisation_id for one in seats})
    units = {pk: _unit(names, on) for pk, names in history.items()}
    memberships = _memberships({one.person_id for one in seats}, on)
    by_committee: dict[int, list[Seat]] = defaultdict(list)
    for one in seats:
        by_committee[one.committee_id].append(
            Seat(
                person=str(one.person_id),
                name=one.person.name,
                unit=str(one.organisation_id),
                unit_name=units[one.organisation_id],
                office=one.office,
                side=one.side,
                title=one.title,
                small_firm=one.is_small_firm,
                committees=memberships[one.person_id],
            )
        )
    return {
        one.pk: Composition(
            kind=one.kind,
            seats=tuple(by_committee[one.pk]),
            on=on,
            authority=one.authority.slug if one.authority else "",
            term_ends=one.term_ends,
        )
        for one in wanted
    }


def findings(committees: Iterable[Committee], on: date) -> dict[int, tuple[Finding, ...]]:
    """What does not fit the rules in each committee."""
    return {pk: check(one) for pk, one in compositions(committees, on).items()}


def _memberships(people: set[int], on: date) -> Counter[int]:
    """In how many technical committees each of them is a member."""
    seats = CommitteeSeat.objects.filter(
        on_the_day(on),
        person__in=people,
        office__in=VOTING,
        committee__kind=Committee.Kind.TC,
        committee__ended=None,
    )
    pairs = set(seats.values_list("person", "committee"))
    return Counter(person for person, _ in pairs)


def _unit(names: list[OrganisationName], on: date) -> Bilingual:
    name = pick(names, on)
    return Bilingual(name.zh, name.en or name.zh) if name else Bilingual("—", "—")
