"""Workload, timeline and changes by API are those of the pages."""

from datetime import date

import pytest
import time_machine
from django.utils import translation

from guiju.apps.governance.selectors.changes import changes, in_words
from guiju.apps.governance.selectors.ledger import ledger
from guiju.apps.governance.selectors.plans import plan_facts
from guiju.apps.governance.selectors.views_of_work import timeline, workload
from guiju.apps.governance.services.plans import publish_plan
from tests.factories import accounts, reading, reports
from tests.factories.api import caller

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(client):
    return caller(client)


def test_workload(call):
    reading.ledger_of(4, slug="example")
    _, answer = call("get", "/plans/example/workload")
    loads = workload(ledger(accounts.viewer(), "example"))
    assert [
        (one["key"], list(one["roles"].values()), one["open_actions"], one["overdue"])
        for one in answer["organisations"]
    ] == [(load.body.key, list(load.roles), load.open_actions, load.overdue) for load in loads]
    total = call("get", "/plans/example/duties")[1]["total"]
    assert sum(one["total"] for one in answer["organisations"]) == total


def test_timeline(call):
    reading.ledger_of(4, slug="example")
    _, answer = call("get", "/plans/example/timeline")
    days = timeline(ledger(accounts.viewer(), "example"))
    assert [(one["day"], one["overdue"], one["actions"]) for one in answer["days"]] == [
        (day.day and day.day.isoformat(), day.overdue, [action.pk for _, action in day.actions])
        for day in days
    ]
    for one in answer["days"]:
        asked = f"due_from={one['day']}&due_to={one['day']}"
        assert call("get", f"/plans/example/actions?{asked}")[1]["total"] == one["total"]


@pytest.fixture
def told():
    with time_machine.travel("2023-05-10 10:00+08:00", tick=False):
        world = reports.small_ledger()
        for public in (False, True):
            publish_plan(plan=world.plan, is_public=public, reason="示例：机密", by=world.office)
        reports.accepted(world)
        yield world


@pytest.mark.parametrize("who", ["public", "stranger", "helper", "office"])
def test_changes_in_both_languages(told, call, who):
    viewer = getattr(told, who)
    user = None if who == "public" else getattr(told, f"{who}_user")
    _, answer = call("get", f"/plans/{told.plan.slug}/changes", user)
    plan = plan_facts(viewer, told.plan.slug)
    events = changes(viewer, plan)
    for language, name in (("zh-hans", "words_zh"), ("en", "words_en")):
        with translation.override(language):
            assert [one[name] for one in answer["items"]] == [
                one.words for one in in_words(viewer, plan, events)
            ]
    inside = who in {"helper", "office"}
    assert {one["reason"] is None for one in answer["items"]} == {not inside}
    assert ("机密" in str(answer)) == inside
    assert answer["total"] == events.count() > 0


def test_changes_since_a_day_and_of_a_measure(told, call):
    address = f"/plans/{told.plan.slug}/changes"
    assert call("get", f"{address}?since=2023-05-11")[1]["total"] == 0
    assert call("get", f"{address}?since={date(2023, 5, 10)}", told.office_user)[1]["total"] == 4
    of_measure = f"{address}?measure={told.measure.pk}"
    assert call("get", of_measure, told.office_user)[1]["total"] == 2


@pytest.mark.parametrize("many", [1, 30])
def test_many_changes_cost_no_more(told, call, django_assert_num_queries, many):
    for at in range(many):
        public = at % 2 == 1
        publish_plan(plan=told.plan, is_public=public, reason="示例", by=told.office)
    address = f"/plans/{told.plan.slug}/changes?limit=100"
    call("get", address, told.office_user)
    with django_assert_num_queries(27):
        assert len(call("get", address, told.office_user)[1]["items"]) == 4 + many
