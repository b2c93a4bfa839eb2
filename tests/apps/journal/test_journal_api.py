"""The journal for programs: read by auditors, verified by everybody, also against a noted head."""

import pytest
from django.core.cache import cache
from django.db import transaction

from guiju.apps.journal.selectors import events
from guiju.apps.journal.services import record
from guiju.web.viewer import Viewer
from tests.factories import accounts
from tests.factories.api import caller

pytestmark = pytest.mark.django_db
CLERK = Viewer(today=accounts.LONG_AGO, name="clerk")


@pytest.fixture
def call(client):
    cache.clear()
    return caller(client)


def act(times=1, *, by=CLERK):
    for at in range(times):
        with transaction.atomic():
            last = record(by=by, action=f"example.act_{at % 2}", subject=f"example.thing:{at}")
    return last


def test_the_auditor_reads_what_the_page_shows(call):
    auditor = accounts.seated("audit_admin")
    act(5)
    shown = events(accounts.viewer(auditor))
    _, answer = call("get", "/journal/events?limit=3&offset=1", auditor)
    assert answer["total"] == shown.count() == 5
    assert [one["number"] for one in answer["items"]] == [one.number for one in shown[1:4]]
    first, event = answer["items"][0], shown[1]
    assert (first["sm3"], first["actor"], first["details"]) == (event.sm3, "clerk", {})


@pytest.mark.parametrize(
    ("query", "total"),
    [
        ("action=example.act_1", 2),
        ("subject=example.thing:4", 1),
        ("actor=clerk", 5),
        ("actor=somebody", 0),
        ("since=2020-01-01&until=2199-12-31", 5),
        ("until=2020-01-01", 0),
    ],
)
def test_filters(call, query, total):
    act(5)
    assert (
        call("get", f"/journal/events?{query}", accounts.seated("audit_admin"))[1]["total"] == total
    )


@pytest.mark.parametrize("many", [1, 30])
def test_many_events_cost_no_more(call, django_assert_num_queries, many):
    auditor = accounts.seated("audit_admin")
    act(many)
    call("get", "/me", auditor)
    with django_assert_num_queries(6):
        assert call("get", "/journal/events", auditor)[1]["total"] == many


def test_a_noted_head_is_still_there(call):
    noted = act(3)
    mark = f"{noted.number}:{noted.sm3}"
    act(2)
    _, answer = call("get", f"/journal/verify?expect={mark}")
    assert (answer["whole"], answer["count"], answer["fault"]) == (True, 5, None)


def test_a_chain_that_grew_within_the_minute_is_read_anew(call):
    act()
    assert call("get", "/journal/verify")[1]["count"] == 1
    noted = act()
    assert call("get", "/journal/verify")[1]["count"] == 1
    _, answer = call("get", f"/journal/verify?expect={noted.number}:{noted.sm3}")
    assert (answer["whole"], answer["count"]) == (True, 2)


def test_a_noted_head_that_is_gone(call):
    act(3)
    _, answer = call("get", f"/journal/verify?expect=2:{'a' * 64}")
    assert (answer["whole"], answer["fault"]["number"]) == (False, 2)
    assert answer["fault"]["en"] == (
        "Entry 2 does not match the noted digest: the journal was rewritten."
    )
    _, answer = call("get", f"/journal/verify?expect=9:{'a' * 64}")
    assert answer["fault"]["en"] == (
        "The noted digest is of entry 9, but the journal has 3 entries."
    )
    assert call("get", "/journal/verify")[1]["whole"]


def test_guessed_marks_do_not_make_the_chain_be_read(call, django_assert_num_queries):
    act(3)
    call("get", "/journal/verify")
    with django_assert_num_queries(1):
        call("get", f"/journal/verify?expect=999:{'a' * 64}")
    with django_assert_num_queries(1):
        call("get", f"/journal/verify?expect=2:{'a' * 64}")
