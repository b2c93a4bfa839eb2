"""Seats are granted and ended by the security administrator, never to oneself."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from guiju.apps.accounts.errors import (
    EndBeforeStartError,
    EndedError,
    InactiveError,
    SeatHeldError,
    SeparationError,
)
from guiju.apps.accounts.selectors.viewers import viewer_of_user
from guiju.apps.accounts.services.seats import end_seat, grant_seat
from guiju.core.errors import RefusedError
from guiju.web.viewer import Seat, Viewer
from tests.factories import accounts as make

pytestmark = pytest.mark.django_db
TODAY = date(2026, 1, 5)
DAY = timedelta(days=1)


@pytest.fixture
def security():
    return make.viewer(make.seated("security_admin", username="security.one"), TODAY)


@pytest.fixture
def body():
    return make.organisation()


def test_a_seat_counts_from_its_first_day_to_the_day_before_its_end(security, body):
    user = make.user()
    grant_seat(
        user=user,
        role="liaison",
        organisation=body,
        since=TODAY,
        until=TODAY + 2 * DAY,
        by=security,
    )
    held = [bool(viewer_of_user(user, TODAY + n * DAY).seats) for n in (-1, 0, 1, 2)]
    assert held == [False, True, True, False]
    assert viewer_of_user(user, TODAY).seats == {Seat("liaison", body.pk)}


def test_it_is_one_event_and_so_is_its_end(security, body, events):
    seat = grant_seat(user=make.user(), role="reader", organisation=body, by=security)
    end_seat(seat=seat, by=security)
    subject = f"accounts.seat:{seat.pk}"
    assert events() == [
        ("accounts.grant_seat", "security.one", subject),
        ("accounts.end_seat", "security.one", subject),
    ]
    assert viewer_of_user(seat.user, TODAY).seats == frozenset()
    with pytest.raises(EndedError):
        end_seat(seat=seat, by=security)


def test_nobody_grants_a_seat_to_himself(security, body):
    holder = make.seated("security_admin")
    with pytest.raises(RefusedError) as caught:
        grant_seat(user=holder, role="office", organisation=body, by=make.viewer(holder, TODAY))
    assert caught.value.sentence.zh == "不能给自己授权；请由另一位安全管理员办理。"


@pytest.mark.parametrize("role", ["system_admin", "audit_admin", "office", "liaison", "reader"])
def test_no_other_role_grants_or_ends(role, body):
    by = make.viewer(make.seated(role), TODAY)
    for act in (
        lambda: grant_seat(user=make.user(), role="reader", organisation=body, by=by),
        lambda: end_seat(seat=make.seat(), by=by),
    ):
        with pytest.raises(RefusedError) as caught:
            act()
        assert caught.value.sentence.zh == "只有安全管理员可以授予和终止任职。"


def test_the_public_does_neither(body):
    with pytest.raises(RefusedError):
        grant_seat(user=make.user(), role="reader", organisation=body, by=Viewer(today=TODAY))


@pytest.mark.parametrize("held", ["system_admin", "security_admin", "audit_admin"])
@pytest.mark.parametrize("wanted", ["system_admin", "security_admin", "audit_admin"])
def test_the_three_administrators_are_three_people(security, body, held, wanted):
    user = make.seated(held)
    if held == wanted:
        grant_seat(user=user, role=wanted, organisation=body, by=security)
        return
    with pytest.raises(SeparationError):
        grant_seat(user=user, role=wanted, organisation=body, by=security)


def test_a_former_administrator_may_become_another(security, body):
    user = make.user()
    make.seat(user, "system_admin", body, until=TODAY)
    assert grant_seat(user=user, role="audit_admin", organisation=body, by=security).pk


def test_the_same_seat_is_not_held_twice_at_once(security, body):
    user = make.user()
    grant = {"user": user, "role": "liaison", "organisation": body, "by": security}
    grant_seat(**grant, until=TODAY + 10 * DAY)
    with pytest.raises(SeatHeldError):
        grant_seat(**grant, since=TODAY + 9 * DAY)
    assert grant_seat(**grant, since=TODAY + 10 * DAY).pk


def test_a_seat_ends_after_it_began(security, body):
    with pytest.raises(EndBeforeStartError):
        grant_seat(user=make.user(), role="reader", organisation=body, until=TODAY, by=security)


def test_a_closed_account_gets_none(security, body):
    with pytest.raises(InactiveError):
        grant_seat(user=make.user(is_active=False), role="reader", organisation=body, by=security)


def test_the_page_grants_and_ends(enter, body):
    security, other = make.seated("security_admin"), make.user()
    client = enter(security)
    data = {"role": "office", "organisation": body.slug, "since": "2026-01-05", "reason": "示例"}
    response = client.post(reverse("accounts:new_seat", args=[other.pk]), data)
    assert response.url == reverse("accounts:user", args=[other.pk])
    seat = other.seats.get()
    assert (seat.role, seat.organisation, seat.since, seat.until) == ("office", body, TODAY, None)
    client.post(reverse("accounts:end_seat", args=[seat.pk]))
    seat.refresh_from_db()
    assert seat.until is not None


def test_the_page_says_why_a_button_is_disabled(enter):
    system = make.seated("system_admin")
    page = enter(system).get(reverse("accounts:user", args=[make.user().pk])).content.decode()
    assert "只有安全管理员可以授予和终止任职。" in page
    page = enter(make.seated("security_admin")).get(reverse("accounts:users")).content.decode()
    assert "只有系统管理员可以建立、停用用户和重置口令。" in page
