"""Freezing and comparing quarters by API."""

import pytest
import time_machine

from guiju.apps.governance.models import Snapshot
from guiju.apps.governance.selectors.snapshots import compare
from guiju.apps.governance.services.snapshots import take_snapshot
from tests.factories import reports
from tests.factories.api import caller

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    with time_machine.travel("2023-05-10 10:00+08:00", tick=False):
        yield reports.small_ledger()


@pytest.fixture
def call(client):
    return caller(client)


def test_a_quarter_is_frozen_once(world, call):
    address = f"/plans/{world.plan.slug}/snapshots"
    status, taken = call("post", address, world.office_user, {"period": "2023Q1"})
    assert (status, taken["sm3"]) == (201, Snapshot.objects.get().sm3)
    refused = {
        period: call("post", address, world.office_user, {"period": period})[1]["error"]["code"]
        for period in ("2023q1", "2023Q2", "1999Q4", "2023Q5")
    }
    assert refused == {
        "2023q1": "snapshot_taken",
        "2023Q2": "snapshot_running",
        "1999Q4": "snapshot_before_plan",
        "2023Q5": "parameters",
    }


def test_two_quarters_are_compared(world, call):
    old = take_snapshot(plan=world.plan.slug, period="2022Q4", by=world.office)
    reports.accepted(world)
    new = take_snapshot(plan=world.plan.slug, period="2023Q1", by=world.office)
    address = f"/plans/{world.plan.slug}/snapshots/compare"
    _, answer = call("get", f"{address}?old=2022Q4&new=2023Q1", world.helper_user)
    found = compare(old.content, new.content)
    assert (answer["old"], answer["new"], answer["total"]) == ("2022Q4", "2023Q1", len(found))
    assert [(one["what"], one["before"], one["after"]) for one in answer["items"]] == [
        ("risk", "none", "watch"),
        ("state", "not_started", "in_progress"),
    ]
    _, part = call("get", f"{address}?old=2022Q4&new=2023Q1&limit=1&offset=1", world.office_user)
    assert part["items"] == answer["items"][1:]
    assert call("get", f"{address}?old=2022Q4&new=2022Q3", world.office_user)[0] == 404
    status, error = call("get", f"{address}?old=2022Q4&new=soon", world.office_user)
    assert (status, error["error"]["code"]) == (400, "not_a_quarter")
