"""A stranger who guesses names fills neither the journal, nor does it keep what was typed."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from guiju.apps.journal.models import Event
from guiju.core import params
from tests.factories import accounts

pytestmark = pytest.mark.django_db


@pytest.fixture
def few(monkeypatch):
    """Three refusals of unknown names are recorded within a lock-out's time."""
    real = params.param

    def param(key, on):
        return 3 if key == "security.unknown_names_recorded" else real(key, on)

    monkeypatch.setattr("guiju.apps.accounts.services.sign_in.param", param)


def guess(*names):
    for name in names:
        Client().post(reverse("accounts:sign_in"), {"username": name, "password": "wrong"})
    return [one.details["typed"] for one in Event.objects.all()]


def test_only_so_many_unknown_names_are_recorded_in_a_while(few):
    accounts.user("zhang")
    with time_machine.travel("2026-01-05T09:00:00+08:00", tick=False) as clock:
        assert guess("aa1", "bb2", "cc3", "dd4", "ee5") == ["aa…", "bb…", "cc…"]
        assert guess("zhang") == ["aa…", "bb…", "cc…", "zhang"]
        clock.shift(timedelta(minutes=16))
        assert guess("ff6") == ["aa…", "bb…", "cc…", "zhang", "ff…"]


def test_a_password_in_the_wrong_box_is_not_kept():
    assert guess("My-Secret-2026") == ["my…"]
