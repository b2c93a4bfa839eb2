"""After a password was reset, nothing that the old one opened goes on working."""

from datetime import timedelta

import pyotp
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from guiju.apps.accounts.selectors.viewers import operator, viewer_of_token
from guiju.apps.accounts.services.people import activate_user, deactivate_user, reset_password
from guiju.apps.accounts.services.seats import delegate, end_seat
from guiju.apps.accounts.services.sign_in import change_password
from guiju.apps.accounts.services.tokens import create_token
from tests.factories import accounts as make

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
BACKEND = "guiju.apps.accounts.backends.SeatBackend"


@pytest.fixture
def user():
    return make.user("zhang")


def token_of(user):
    return create_token(name="示例", until=TODAY + timedelta(days=5), by=make.viewer(user))[1]


def acts(text):
    return viewer_of_token(text, TODAY).signed_in


def test_tokens_rest_until_the_password_is_the_users_own_again(user):
    text = token_of(user)
    given = reset_password(user=user, by=operator(TODAY))
    assert not acts(text)
    change_password(user=user, old=given, new="Other-示例-2023", by=make.viewer(user))
    assert acts(text)


def test_tokens_rest_while_the_account_is_closed(user):
    text = token_of(user)
    deactivate_user(user=user, by=operator(TODAY))
    assert not acts(text)
    activate_user(user=user, by=operator(TODAY))
    assert acts(text)


@pytest.mark.parametrize("act", [reset_password, deactivate_user])
def test_an_open_session_ends(user, act):
    client = Client()
    client.force_login(user, backend=BACKEND)
    assert client.get(reverse("accounts:me")).status_code == 200
    act(user=user, by=operator(TODAY))
    assert client.get(reverse("accounts:me")).status_code == 403


def test_a_first_step_is_undone_by_a_new_password(user):
    user.totp_secret = pyotp.random_base32()
    user.save()
    client = Client()
    sign_in = {"username": "zhang", "password": make.PASSWORD}
    assert client.post(reverse("accounts:sign_in"), sign_in).status_code == 302
    reset_password(user=user, by=operator(TODAY))
    code = pyotp.TOTP(user.totp_secret).now()
    assert client.post(reverse("accounts:second_step"), {"code": code}).status_code == 409


def test_a_lent_seat_ends_with_the_seat_and_with_its_holders_account():
    seats = [make.seat(role="office") for _ in range(2)]
    deputy = make.user()
    text = token_of(deputy)
    for seat in seats:
        delegate(
            seat=seat,
            to=deputy,
            until=TODAY + timedelta(days=3),
            reason="示例",
            by=make.viewer(seat.user),
        )
    assert len(viewer_of_token(text, TODAY).seats) == 2
    end_seat(seat=seats[0], by=operator(TODAY))
    deactivate_user(user=seats[1].user, by=operator(TODAY))
    assert viewer_of_token(text, TODAY).seats == frozenset()
