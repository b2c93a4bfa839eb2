"""`GET /work`: the desk of a liaison officer and that of an office, as on the page."""

import pytest
import time_machine

from guiju.apps.governance.selectors.inbox import inbox, office_plans
from guiju.apps.governance.selectors.work import my_work
from tests.factories import accounts, reports
from tests.factories.api import caller

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    with time_machine.travel("2023-05-10 10:00+08:00", tick=False):
        yield reports.small_ledger()


@pytest.fixture
def call(client):
    return caller(client)


def test_the_desk_of_a_liaison_officer(world, call):
    report = reports.submitted(world)
    _, answer = call("get", "/work?period=2023Q1", world.lead_user)
    (one,), (desk,) = my_work(world.lead, "2023Q1"), answer["plans"]
    assert (desk["plan"], desk["quarter"], desk["late"]) == (world.plan.slug, "2023Q1", one.late)
    assert desk["open_quarters"] == ["2023Q2", "2023Q1", "2022Q4", "2022Q3"]
    assert desk["due"] == one.due.isoformat()
    (row,) = desk["measures"]
    assert (row["measure"], row["organisation"]) == (world.measure.pk, world.lead_body.slug)
    assert (row["role"], row["reports"], row["open"], row["overdue"]) == ("lead", True, 2, 0)
    assert row["report"] == {"id": report.pk, "state": "submitted", "version": 2}
    assert (answer["inbox"], answer["office_plans"]) == ({"total": 0, "items": []}, [])


def test_the_desk_of_an_office(world, call):
    for who in ("lead", "shared"):
        reports.submitted(world, who)
    _, answer = call("get", "/work?limit=1", world.office_user)
    assert answer["plans"] == []
    waiting = inbox(world.office)
    assert answer["inbox"]["total"] == waiting.count() == 2
    assert [one["id"] for one in answer["inbox"]["items"]] == [waiting[0].pk]
    (one,), (plan,) = office_plans(world.office), answer["office_plans"]
    assert (plan["quarter"], plan["expected"]) == ("2023Q1", one.expected)
    assert [(row["organisation"], row["measures"]) for row in plan["missing"]] == [
        (world.other_body.slug, [world.measure.pk])
    ]


@pytest.mark.parametrize("many", [1, 30])
@pytest.mark.parametrize("who", ["lead", "office"])
def test_much_work_costs_no_more(world, call, django_assert_num_queries, many, who):
    for no in range(2, many + 1):
        measure = reports.measure(world.plan, no=no)
        reports.note(measure, lead=[world.lead_body], shared=[accounts.organisation()])
    user = getattr(world, f"{who}_user")
    call("get", "/work", user)
    with django_assert_num_queries(18):
        call("get", "/work", user)
