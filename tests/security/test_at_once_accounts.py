"""Two people change accounts or the register at once: one does it, the other is told why not."""

from datetime import timedelta

import pytest
from django.utils import timezone

from guiju.apps.accounts.models import Alias, Organisation, Seat, User
from guiju.apps.accounts.selectors.viewers import operator
from guiju.apps.accounts.services.organisations import add_alias, create_organisation
from guiju.apps.accounts.services.people import create_user, deactivate_user
from guiju.apps.accounts.services.seats import delegate, end_delegation, end_seat, grant_seat
from guiju.apps.accounts.services.tokens import create_token, revoke_token
from guiju.apps.journal.models import Event
from guiju.apps.journal.selectors import verify_chain
from tests.factories import accounts as make
from tests.security.together import at_once

pytestmark = pytest.mark.django_db(transaction=True)
TODAY = timezone.localdate()


@pytest.fixture
def by():
    return operator(TODAY)


def events():
    assert verify_chain().fault is None
    return Event.objects.count()


def new(by, slug, name):
    return lambda: create_organisation(slug=slug, kind="other", zh=name, short_zh=name, by=by)


@pytest.mark.parametrize(
    ("first", "second", "refused"),
    [
        (("one", "示例一"), ("one", "示例二"), "slug_taken"),
        (("one", "示例一"), ("two", "示例一"), "name_taken"),
    ],
)
def test_one_slug_and_one_name_mean_one_organisation(by, first, second, refused):
    assert at_once(new(by, *first), new(by, *second)) == ["done", refused]
    assert (Organisation.objects.count(), events()) == (1, 1)


def test_one_alias_means_one_organisation(by):
    one, two = make.organisation(), make.organisation()
    acts = [
        lambda: add_alias(organisation=one, text="示例别名", by=by),
        lambda: add_alias(organisation=two, text="示例别名", by=by),
    ]
    assert at_once(*acts) == ["done", "name_taken"]
    assert (Alias.objects.count(), events()) == (1, 1)


def test_one_user_name_is_given_once(by):
    acts = [lambda: create_user(username="zhang", name="示例", by=by)] * 2
    assert at_once(*acts) == ["done", "username_taken"]
    assert (User.objects.count(), events()) == (1, 1)


@pytest.mark.parametrize(
    ("roles", "refused"),
    [
        (("liaison", "liaison"), "seat_held"),
        (("system_admin", "security_admin"), "separation"),
    ],
)
def test_two_seats_given_at_once_see_one_another(by, roles, refused):
    user, at = make.user(), make.organisation()
    acts = [
        lambda role=role: grant_seat(user=user, role=role, organisation=at, by=by) for role in roles
    ]
    assert at_once(*acts) == ["done", refused]
    assert (Seat.objects.count(), events()) == (1, 1)


def test_a_lent_and_a_given_administrator_see_one_another(by):
    deputy, at = make.user(), make.organisation()
    seat = make.seat(role="system_admin", at=at)
    holder = make.viewer(seat.user)
    until = TODAY + timedelta(days=3)
    acts = [
        lambda: delegate(seat=seat, to=deputy, until=until, reason="示例", by=holder),
        lambda: grant_seat(user=deputy, role="security_admin", organisation=at, by=by),
    ]
    assert at_once(*acts) == ["done", "separation"]
    assert events() == 1


def ended_seat(by):
    seats = [make.seat()] * 2
    return [lambda: end_seat(seat=Seat.objects.get(pk=seats[0].pk), by=by)] * 2


def ended_delegation(by):
    seat, deputy = make.seat(), make.user()
    lent = delegate(
        seat=seat,
        to=deputy,
        until=TODAY + timedelta(days=3),
        reason="示例",
        by=make.viewer(seat.user),
    )
    type(lent).objects.filter(pk=lent.pk).update(since=make.LONG_AGO)
    stale = [type(lent).objects.get(pk=lent.pk) for _ in range(2)]
    return [lambda one=one: end_delegation(delegation=one, by=by_holder(seat)) for one in stale]


def by_holder(seat):
    return make.viewer(seat.user)


def revoked_token(by):
    viewer = make.viewer(make.user())
    token, _ = create_token(name="示例", until=TODAY + timedelta(days=3), by=viewer)
    stale = [type(token).objects.get(pk=token.pk) for _ in range(2)]
    return [lambda one=one: revoke_token(token=one, by=viewer) for one in stale]


@pytest.mark.parametrize("acts", [ended_seat, ended_delegation, revoked_token])
def test_what_is_ended_twice_at_once_is_ended_and_recorded_once(by, acts):
    acts = acts(by)
    before = events()
    assert at_once(*acts) == ["done", "ended"]
    assert events() == before + 1


def test_an_account_that_is_closed_twice_is_recorded_once(by):
    user = make.user()
    stale = [User.objects.get(pk=user.pk) for _ in range(2)]
    acts = [lambda one=one: deactivate_user(user=one, by=by) for one in stale]
    assert at_once(*acts) == ["done", "done"]
    assert events() == 1
