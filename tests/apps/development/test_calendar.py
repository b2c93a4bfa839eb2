"""Calendars by secret address, read back by a strict reader; and the reminders of a day."""

from datetime import timedelta

import pytest
from django.urls import reverse

from guiju.apps.accounts.models import Notice
from guiju.apps.development.models import BallotRound, CalendarFeed
from guiju.apps.development.services.calendars import renew_calendar, revoke_calendar
from guiju.apps.development.services.notices import remind
from tests.core.calendars.reading import read
from tests.factories import accounts
from tests.factories.development import Making, administrator, committee, consulting, members

pytestmark = pytest.mark.django_db


def get(client, name, *args):
    answer = client.get(reverse(f"development:{name}", args=args))
    return answer.status_code, read(answer.content)[1] if answer.status_code == 200 else []


def test_a_secret_address_opens_own_deadlines_until_it_is_ended(client):
    made = consulting()
    viewer = made.by("committee")
    first = renew_calendar(by=viewer).token
    clock = made.project.clocks.get(done=None)
    status, (event,) = get(client, "own_calendar", first)
    assert (status, event["UID"], event["SUMMARY"]) == (
        200, f"duty-{clock.pk}@guiju", "时限：示例大米",
    )  # fmt: skip
    assert event["DTSTART;VALUE=DATE"] == f"{clock.due:%Y%m%d}"
    second = renew_calendar(by=viewer).token
    assert [get(client, "own_calendar", one)[0] for one in (first, second)] == [404, 200]
    revoke_calendar(by=viewer)
    assert get(client, "own_calendar", second)[0] == 404
    assert CalendarFeed.objects.count() == 0


def test_a_committee_calendar_is_for_who_has_a_seat(client):
    made = consulting()
    member = renew_calendar(by=accounts.viewer(members(made.committee)[1], made.on)).token
    stranger = renew_calendar(by=accounts.viewer(accounts.user(), made.on)).token
    status, events = get(client, "committee_calendar", member, made.committee.pk)
    assert (status, sorted(one["UID"].partition("-")[0] for one in events)) == (
        200, ["consultation", "duty"],
    )  # fmt: skip
    assert get(client, "committee_calendar", stranger, made.committee.pk)[0] == 404


def test_reminders_follow_the_rules_and_come_once():
    made = Making(committee=committee(3))
    made.materials("proposal_form", "first_draft")
    made.step("open_proposal_ballot")
    last = BallotRound.objects.get().last
    by = administrator(made.on)
    told = lambda: set(Notice.objects.values_list("key", flat=True))  # noqa: E731
    row = made.project.ballots.get()
    before = told()
    assert remind(on=made.on, by=by) == 3
    assert remind(on=made.on, by=by) == 0
    assert told() - before == {f"development.ballot_open:{row.pk}:{last}:0"}
    made.votes("proposal", 2)
    counts = [remind(on=last - timedelta(days=one), by=by) for one in (8, 7, 6, 3, 0)]
    assert counts == [0, 1, 0, 1, 1]
    assert remind(on=last + timedelta(days=1), by=by) == 1  # the secretariat is to count
    missing = members(made.committee)[2]
    assert set(Notice.objects.filter(user=missing).values_list("key", flat=True)) == {
        f"development.ballot_{name}:{row.pk}:{last}:{rung}"
        for name, rung in (("open", 0), ("closes", 7), ("closes", 3), ("last_day", 0))
    }


def test_a_duty_is_reminded_of_before_on_and_after_its_day():
    made = consulting()
    due = made.project.clocks.get(done=None).due
    by = administrator(made.on)
    made.project.rounds.filter(kind="main").update(last=due + timedelta(days=400))
    days = (91, 90, 89, 30, 7, 1, 0, -1, -2, -7, -30)
    counts = [remind(on=due - timedelta(days=one), by=by) for one in days]
    assert counts == [0, 1, 0, 1, 1, 0, 1, 1, 0, 1, 1]
