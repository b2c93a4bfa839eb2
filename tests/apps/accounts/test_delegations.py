"""A person lends an own seat to another until a day."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from guiju.apps.accounts.errors import (
    DelegateToSelfError,
    EndDateError,
    EndedError,
    InactiveError,
    SeparationError,
)
from guiju.apps.accounts.models import Delegation
from guiju.apps.accounts.selectors.viewers import viewer_of_user
from guiju.apps.accounts.services.seats import delegate, end_delegation, end_seat
from guiju.core.errors import RefusedError
from guiju.web.viewer import Seat
from tests.factories import accounts as make

pytestmark = pytest.mark.django_db
TODAY = date(2026, 1, 5)
DAY = timedelta(days=1)


@pytest.fixture
def seat():
    return make.seat(make.user("zhang"), "liaison")


@pytest.fixture
def deputy():
    return make.user("li")


def lend(seat, to, days=10, by=None):
    viewer = by or make.viewer(seat.user, TODAY)
    return delegate(seat=seat, to=to, until=TODAY + days * DAY, reason="出差", by=viewer)


def held(user, day):
    return viewer_of_user(user, day).seats


def test_the_deputy_holds_the_seat_until_the_day_before_the_end(seat, deputy):
    lend(seat, deputy)
    lent = {Seat("liaison", seat.organisation_id, delegated=True)}
    days = [held(deputy, TODAY + n * DAY) for n in (-1, 0, 9, 10)]
    assert days == [frozenset(), lent, lent, frozenset()]
    assert held(seat.user, TODAY) == {Seat("liaison", seat.organisation_id)}


def test_it_can_end_early_and_both_are_events(seat, deputy, events):
    end_delegation(delegation=lend(seat, deputy), by=make.viewer(seat.user, TODAY))
    assert held(deputy, TODAY) == frozenset()
    subject = f"accounts.seat:{seat.pk}"
    assert events() == [
        ("accounts.delegate", "zhang", subject),
        ("accounts.end_delegation", "zhang", subject),
    ]
    with pytest.raises(EndedError):
        end_delegation(delegation=Delegation.objects.get(), by=make.viewer(seat.user, TODAY))


def test_it_ends_with_the_seat_and_with_the_account(seat, deputy):
    lend(seat, deputy)
    seat.user.is_active = False
    seat.user.save()
    assert held(deputy, TODAY) == frozenset()
    seat.user.is_active = True
    seat.user.save()
    end_seat(seat=seat, by=make.viewer(make.seated("security_admin"), TODAY))
    assert held(deputy, TODAY) == frozenset()


def test_a_lent_seat_is_not_lent_on(seat, deputy):
    lend(seat, deputy)
    with pytest.raises(RefusedError) as caught:
        lend(seat, make.user(), by=make.viewer(deputy, TODAY))
    assert caught.value.sentence.zh == "只能委托自己的任职；代理得来的任职不能再委托。"


def test_only_lender_and_security_administrator_end_it(seat, deputy):
    lent = lend(seat, deputy)
    for other in (deputy, make.seated("system_admin"), make.user()):
        with pytest.raises(RefusedError):
            end_delegation(delegation=lent, by=make.viewer(other, TODAY))
    end_delegation(delegation=lent, by=make.viewer(make.seated("security_admin"), TODAY))
    assert held(deputy, TODAY) == frozenset()


@pytest.mark.parametrize(
    ("days", "fits"), [(-1, False), (0, False), (1, True), (365, True), (366, False)]
)
def test_it_ends_within_a_year(seat, deputy, days, fits):
    if fits:
        assert lend(seat, deputy, days).until == TODAY + days * DAY
        return
    with pytest.raises(EndDateError) as caught:
        lend(seat, deputy, days)
    assert caught.value.sentence.zh == "截止日期应在 2026-01-06 至 2027-01-05 之间。"


def test_it_does_not_outlive_the_seat(deputy):
    seat = make.seat(until=TODAY + 5 * DAY)
    with pytest.raises(EndDateError):
        lend(seat, deputy, 6)
    assert lend(seat, deputy, 5).pk


def test_to_oneself_to_a_closed_account_or_of_an_ended_seat(seat):
    with pytest.raises(DelegateToSelfError):
        lend(seat, seat.user)
    with pytest.raises(InactiveError):
        lend(seat, make.user(is_active=False))
    with pytest.raises(EndedError):
        lend(make.seat(until=TODAY), make.user())


def test_administrators_stay_three_people_in_delegation_too(deputy):
    lend(make.seat(role="system_admin"), deputy)
    with pytest.raises(SeparationError):
        lend(make.seat(role="audit_admin"), deputy)


def test_the_page_lends_by_user_name(seat, deputy, enter):
    client = enter(seat.user)
    address = reverse("accounts:delegate", args=[seat.pk])
    soon = make.viewer().today + 3 * DAY
    data = {"to": "nobody", "until": soon, "reason": "出差"}
    assert client.post(address, data).context["form"].errors == {
        "to": ["没有这个用户名的有效账户。"]
    }
    assert client.post(address, data | {"to": " LI "}).url == reverse("accounts:me")
    lent = Delegation.objects.get()
    assert (lent.to, lent.until, lent.reason) == (deputy, soon, "出差")
    client.post(reverse("accounts:end_delegation", args=[lent.pk]))
    lent.refresh_from_db()
    assert lent.until == make.viewer().today


def test_another_persons_seat_is_not_found(seat, enter):
    stranger = enter(make.user())
    assert stranger.get(reverse("accounts:delegate", args=[seat.pk])).status_code == 404
