"""What the office changes by hand, by API: the same services, reasons and refusals as the pages."""

from datetime import date

import pytest
import time_machine

from guiju.apps.governance.models import Assignment
from guiju.apps.journal.models import Event
from tests.factories import accounts, reports
from tests.factories.api import caller

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    with time_machine.travel("2023-05-10 10:00+08:00", tick=False):
        yield reports.small_ledger()


@pytest.fixture
def act(client, world):
    """`act("patch", "", …)` as the office, below the plan's address."""

    def act(method, path, **body):
        body = {"reason": "示例"} | body
        return caller(client)(method, f"/plans/{world.plan.slug}{path}", world.office_user, body)

    return act


def told(action):
    return Event.objects.filter(action=action, reason="示例").count()


def test_what_is_left_out_of_an_edit_stays(world, act):
    status, plan = act("patch", "", ends="2024-06-30")
    assert (status, plan["ends"], plan["starts"]) == (200, "2024-06-30", "2022-07-06")
    assert plan["title_en"] == "Example action plan"
    assert act("patch", "", ends=None)[1]["ends"] is None
    status, error = act("patch", "", ends="2020-01-01")
    assert (status, error["error"]["code"]) == (400, "period")
    assert told("governance.edit_plan") == 2


def test_a_plan_is_handed_to_another_office(world, act):
    other = accounts.organisation(slug="other-office")
    assert act("patch", "", office="other-office")[0] == 200
    world.plan.refresh_from_db()
    assert world.plan.office == other
    assert act("patch", "", title_en="x")[0] == 403


def test_publishing_is_told_once(world, act):
    assert act("post", "/publish", is_public=False)[1]["is_public"] is False
    status, error = act("post", "/publish", is_public=False)
    assert (status, error["error"]["code"]) == (409, "same_state")
    assert told("governance.unpublish_plan") == 1


def test_a_task_gets_its_day_and_loses_it(world, act):
    address = f"/actions/{world.action.pk}/due"
    _, action = act("put", address, due="2023-09-01")
    assert (action["due"], action["has_own_due"]) == ("2023-09-01", True)
    assert act("put", address, due="2023-09-01")[0] == 200
    _, action = act("put", address, due=None)
    assert (action["due"], action["has_own_due"]) == ("2023-12-31", False)
    assert told("governance.set_due") == 2


def test_english_headings(world, act):
    titles = [{"measure": world.measure.pk, "title_en": "Example"}]
    assert act("patch", "/measures", titles=titles) == (200, {"changed": 1})
    assert act("patch", "/measures", titles=titles) == (200, {"changed": 0})
    foreign = reports.measure(reports.plan(world.office_body))
    titles = [{"measure": foreign.pk, "title_en": "Example"}]
    assert act("patch", "/measures", titles=titles) == (200, {"changed": 0})
    world.measure.refresh_from_db()
    assert world.measure.title_en == "Example"


def test_a_duty_is_given_and_ended(world, act):
    address = f"/responsibilities/{world.note.pk}/assignments"
    asked = {"organisation": world.stranger_body.slug, "role": "cooperating"}
    status, duty = act("post", address, **asked)
    assert (status, duty["since"], duty["until"], duty["by_hand"]) == (
        201,
        "2023-05-10",
        None,
        True,
    )
    assert act("post", address, **asked)[1]["error"]["code"] == "duty_exists"
    end = f"/assignments/{duty['id']}/end"
    status, error = act("post", end, until="2023-05-01")
    assert (status, error["error"]["code"]) == (400, "duty_dates")
    assert act("post", end, until="2023-06-01")[1]["until"] == "2023-06-01"
    status, error = act("post", end, until="2023-06-01")
    assert (status, error["error"]["code"]) == (409, "duty_ended")
    assert Assignment.objects.get(pk=duty["id"]).until == date(2023, 6, 1)


def test_the_duty_to_end_is_named_in_the_ledger(world, act, client):
    _, measure = caller(client)("get", f"/plans/{world.plan.slug}/measures/{world.measure.pk}")
    (lead,) = measure["responsibilities"][0]["lead"]
    status, ended = act("post", f"/assignments/{lead['assignment']}/end", until="2023-05-10")
    assert (status, ended["organisation"]) == (200, world.lead_body.slug)


def test_a_name_is_recognised(world, act, client):
    reports.note(world.measure, order=2, shared=["示例甲司", "示例乙司"])
    reports.note(world.measure, order=3, shared=["示例甲司"])
    body = accounts.organisation("示例甲司局")
    call, address = caller(client), f"/plans/{world.plan.slug}/unresolved"
    _, answer = call("get", address, world.office_user)
    assert [(one["name"], one["duties"]) for one in answer["items"]] == [
        ("示例甲司", 1),
        ("示例乙司", 1),
    ]
    assert answer["items"][0]["suggestions"][0]["slug"] == body.slug
    asked = {"name": "示例甲司", "organisation": body.slug}
    assert act("post", "/unresolved/resolve", **asked) == (200, {**asked, "duties": 2})
    assert act("post", "/unresolved/resolve", **asked)[0] == 404
    assert call("get", address, world.office_user)[1]["total"] == 1


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("patch", "", {"reason": " "}),
        ("post", "/publish", {"is_public": False, "reason": ""}),
        ("patch", "", {"reason": "x" * 501}),
        ("patch", "", {"office": "no body"}),
        ("patch", "", {"office": "nobody"}),
        ("post", "/responsibilities/1000000/assignments", {"organisation": "x", "role": "lead"}),
        ("post", "/unresolved/resolve", {"name": "无", "organisation": "x"}),
    ],
)
def test_what_is_wrong_changes_nothing(act, method, path, body):
    before = Event.objects.count()
    assert act(method, path, **body)[0] in {400, 404, 422}
    assert Event.objects.count() == before


@pytest.mark.parametrize("many", [1, 30])
def test_many_open_names_cost_no_more(world, client, django_assert_num_queries, many):
    reports.note(world.measure, order=2, shared=[f"示例未识别{at}" for at in range(many)])
    accounts.organisation("示例未识别局")
    call, address = caller(client), f"/plans/{world.plan.slug}/unresolved?limit=100"
    call("get", address, world.office_user)
    with django_assert_num_queries(22):
        assert call("get", address, world.office_user)[1]["total"] == many
