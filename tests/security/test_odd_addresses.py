"""Whatever stands in an address, the answer is a page or a sentence and never a fault of ours."""

from itertools import cycle

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from guiju.apps.governance.services.snapshots import take_snapshot
from tests.factories import accounts
from tests.factories import reports as make
from tests.test_access_matrix import pages

pytestmark = [pytest.mark.django_db, pytest.mark.once]
BACKEND = "guiju.apps.accounts.backends.SeatBackend"
NAMES = (
    *("page", "q", "on", "next", "kind", "state", "organisation", "role", "measure", "due_from"),
    *("due_to", "undated", "sort", "risk", "since", "until", "period", "old", "new", "action"),
    *("subject", "actor", "name", "limit", "offset", "lang", "title"),
)
VALUES = ("%00", "%ED%A0%80", "9" * 20, "9" * 5000, "0001-01-01", "9999Q4")
PARTS = ("%00", "%ED%A0%80", "9" * 20, "9" * 5000)
DRAWN = ("timeline", "workload", "matrix", "export")  # slow, and without parameters


@pytest.fixture
def ledger():
    made = make.small_ledger()
    made.report = make.accepted(made, publish=True)
    take_snapshot(plan=made.plan.slug, period="2022Q4", by=made.office)
    return made


def addresses(ledger):
    """Every page that exists, with arguments that lead somewhere."""
    slug = ledger.plan.slug
    arguments = (
        [],
        [slug],
        [ledger.lead_body.slug],
        [slug, ledger.measure.pk],
        [slug, ledger.lead_body.slug],
        [slug, "2022Q4"],
        [ledger.report.pk],
        [ledger.office_user.pk],
    )
    for name, _ in pages():
        for given in arguments:
            try:
                yield reverse(name, args=given)
            except NoReverseMatch:
                continue


def with_odd_parts(address, odd_parts):
    """Each part of the address made odd once, each time in the next way."""
    parts = address.strip("/").split("/")
    for at in range(len(parts)):
        yield f"/{'/'.join([*parts[:at], next(odd_parts), *parts[at + 1 :]])}/"


def test_odd_values_in_an_address_are_no_fault(ledger):
    """Each page is asked for by the first of three people who may open it."""
    users = (ledger.office_user, accounts.seated("audit_admin"), None)
    clients = [Client(raise_request_exception=False) for _ in users]
    for client, user in zip(clients, users, strict=True):
        if user is not None:
            client.force_login(user, backend=BACKEND)
    odd, odd_parts, values = {}, cycle(PARTS), cycle(VALUES)
    for address in addresses(ledger):
        if any(word in address for word in DRAWN):
            continue
        may = (one for one in clients if one.get(address).status_code == 200)
        if (client := next(may, None)) is None:
            continue
        asked = [
            f"{address}?{'&'.join(f'{name}={next(values)}' for name in NAMES)}" for _ in range(3)
        ]
        odd |= dict.fromkeys((*asked, *with_odd_parts(address, odd_parts)), client)
    failed = [one[:200] for one, client in odd.items() if client.get(one).status_code >= 500]
    assert (len(odd) > 200, failed) == (True, [])


def test_an_odd_session_cookie_is_no_fault():
    client = Client(raise_request_exception=False)
    for cookie in ('"\\000\\000\\000\\000\\000\\000\\000\\000"', "x" * 5000, "é", "%00"):
        client.cookies["sessionid"] = cookie
        client.cookies["guiju_theme"] = cookie
        client.cookies["messages"] = cookie
        assert client.get("/").status_code == 200
