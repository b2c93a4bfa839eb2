"""Seats in a committee (委员任职): added, ended, and all anew at a re-election."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from guiju.apps.accounts.models import Organisation, Person, User
from guiju.apps.development.models import Committee, CommitteeSeat
from guiju.apps.development.rules.actors import VOTING, on_the_day
from guiju.apps.development.rules.committees import EDIT_COMMITTEE, KEEP_MEMBERS, RULE_COMMITTEE
from guiju.apps.development.services.committees import journal, locked, term_end
from guiju.apps.development.services.committees_errors import (
    SeatDaysError,
    SeatTakenError,
    UnknownPersonError,
)
from guiju.web.access import Rule
from guiju.web.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Seating:
    """Who is to sit (拟任委员): a person by account, or by name and unit."""

    organisation: Organisation
    name: str = ""
    username: str = ""
    office: str = "member"
    side: str = ""
    title: str = ""
    is_small_firm: bool = False


def add_seat(*, committee: Committee, seating: Seating, since: date, by: Viewer) -> CommitteeSeat:
    """Somebody takes a seat from a day on."""
    rule_for(seating.office).check(by, committee)
    with transaction.atomic():
        one = locked(committee)
        seat = _seat(one, seating, since)
        journal("add_seat", one, by, details=_told(one, [seat]))
    return seat


def end_seat(*, seat: CommitteeSeat, until: date, reason: str, by: Viewer) -> CommitteeSeat:
    """The seat ends: that day is the first one without it."""
    rule_for(seat.office).check(by, seat.committee)
    if until < seat.since:
        raise SeatDaysError(seat.since.isoformat())
    with transaction.atomic():
        one = locked(seat.committee)
        seat.until, seat.ended_because = until, reason.strip()
        seat.save(update_fields=["until", "ended_because"])
        journal("end_seat", one, by, reason, details=_told(one, [seat]))
    return seat


def add_seats(
    *, committee: Committee, seatings: list[Seating], since: date, by: Viewer
) -> list[CommitteeSeat]:
    """A list of members takes its seats; all of it or nothing."""
    for rule in {rule_for(one.office) for one in seatings}:
        rule.check(by, committee)
    with transaction.atomic():
        one = locked(committee)
        seats = [_seat(one, each, since) for each in seatings]
        journal("add_seats", one, by, details=_told(one, seats))
    return seats


def renew_members(
    *, committee: Committee, seatings: list[Seating], since: date, by: Viewer
) -> list[CommitteeSeat]:
    """Re-election (换届): the old seats of members end on the day on which the new ones begin."""
    RULE_COMMITTEE.check(by, committee)
    with transaction.atomic():
        one = locked(committee)
        old = one.seats.filter(on_the_day(since), office__in=VOTING)
        ended = old.count()
        old.update(until=since, ended_because="换届")
        seats = [_seat(one, each, since) for each in seatings]
        one.term_ends, one.state = term_end(since), Committee.State.ESTABLISHED
        one.save(update_fields=["term_ends", "state"])
        journal("renew_members", one, by, details={**_told(one, seats), "ended": ended})
    return seats


def rule_for(office: str) -> Rule:
    """Members are changed by another rule than secretariat, advisers and observers."""
    return KEEP_MEMBERS if office in VOTING else EDIT_COMMITTEE


def _seat(committee: Committee, given: Seating, since: date) -> CommitteeSeat:
    person = _person(given)
    same = committee.seats.filter(person=person, office=given.office).exclude(until__lte=since)
    if same.exists():
        raise SeatTakenError(person.name)
    return CommitteeSeat.objects.create(
        committee=committee,
        person=person,
        organisation=given.organisation,
        office=given.office,
        side=given.side,
        title=given.title,
        is_small_firm=given.is_small_firm,
        since=since,
    )


def _person(given: Seating) -> Person:
    """By account; else who sat somewhere under this name for this unit; else somebody new."""
    if given.username:
        user = User.objects.filter(username__iexact=given.username).select_related("person").first()
        if user is None:
            raise UnknownPersonError(given.username[:60])
        return user.person
    name = given.name.strip()
    if not name:
        raise UnknownPersonError("—")
    known = Person.objects.filter(
        name=name, committee_seats__organisation=given.organisation
    )  # fmt: skip
    return known.order_by("pk").first() or Person.objects.create(
        name=name, is_example=given.organisation.is_example
    )


def _told(committee: Committee, seats: list[CommitteeSeat]) -> dict[str, object]:
    """For the journal: no names."""
    return {"committee": committee.key, "seats": [one.pk for one in seats]}
