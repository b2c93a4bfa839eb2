"""What the tests of the accounts share."""

import pytest
from django.urls import reverse

from guiju.apps.journal.models import Event
from tests.factories import accounts as make


@pytest.fixture
def sign_in(client):
    """Post name and password to the page; returns the response."""

    def post(username, password=make.PASSWORD, **more):
        data = {"username": username, "password": password, **more}
        return client.post(reverse("accounts:sign_in"), data)

    return post


@pytest.fixture
def enter(client):
    """Be signed in as a user, without the page."""

    def be(user):
        client.force_login(user, backend="guiju.apps.accounts.backends.SeatBackend")
        return client

    return be


@pytest.fixture
def events():
    """The journal so far as (action, actor, subject)."""

    def read():
        rows = Event.objects.order_by("number")
        return [(one.action, one.actor, one.subject) for one in rows]

    return read
