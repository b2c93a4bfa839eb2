"""A plan that is not public answers a stranger as if it were not there, whatever he asks."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import accounts
from tests.factories import reports as make

pytestmark = pytest.mark.django_db
BACKEND = "guiju.apps.accounts.backends.SeatBackend"


@pytest.fixture
def ledger():
    made = make.small_ledger()
    made.plan.is_public = False
    made.plan.save()
    return made


def addresses(slug, pk):
    for page in ("measure", "measure_history", "comments", "report_write"):
        yield reverse(f"governance:{page}", args=[slug, pk])
    yield f"/api/v1/plans/{slug}/measures/{pk}/reports"


@pytest.mark.parametrize("role", ["liaison", "office", "reader"])
def test_a_stranger_cannot_tell_it_from_one_that_is_not_there(ledger, role):
    client = Client()
    client.force_login(accounts.seated(role), backend=BACKEND)
    there = addresses(ledger.plan.slug, ledger.measure.pk)
    nowhere = addresses("no-such-plan", ledger.measure.pk)
    for one, other in zip(there, nowhere, strict=True):
        assert (one, client.get(one).status_code) == (one, client.get(other).status_code)


def test_who_works_on_it_finds_it(ledger):
    client = Client()
    client.force_login(ledger.lead_user, backend=BACKEND)
    pages = list(addresses(ledger.plan.slug, ledger.measure.pk))[:3]
    assert [client.get(one).status_code for one in pages] == [200, 200, 200]
