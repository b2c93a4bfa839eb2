"""The office's decisions by API: state, version and reason are checked as on the page."""

import pytest
import time_machine

from guiju.apps.governance.models import Report
from guiju.apps.journal.models import Event
from tests.factories import reports
from tests.factories.api import caller

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    with time_machine.travel("2023-05-10 10:00+08:00", tick=False):
        yield reports.small_ledger()


@pytest.fixture
def act(client, world):
    def act(report, name, who="office", **body):
        body = {"version": report["version"] if isinstance(report, dict) else report.version} | body
        pk = report["id"] if isinstance(report, dict) else report.pk
        return caller(client)("post", f"/reports/{pk}/{name}", getattr(world, f"{who}_user"), body)

    return act


def test_the_whole_way_of_a_report(world, act, client):
    report = reports.submitted(world)
    status, report = act(report, "return", reason="示例：请补充")
    assert (status, report["state"], report["decision_note"]) == (200, "returned", "示例：请补充")
    report = act(report, "submit", "lead")[1]
    report = act(report, "withdraw", "lead")[1]
    assert report["state"] == "draft"
    report = act(report, "submit", "lead")[1]
    report = act(report, "accept", remark="示例", is_public=True)[1]
    assert (report["state"], report["is_public"]) == ("accepted", True)
    world.action.refresh_from_db()
    assert world.action.state == "in_progress"
    report = act(report, "publish", is_public=False)[1]
    assert report["is_public"] is False
    report = act(report, "reopen", reason="示例：再核实")[1]
    assert report["state"] == "returned"
    _, history = caller(client)("get", f"/reports/{report['id']}/history", world.office_user)
    assert [one["action"].removeprefix("governance.") for one in history["items"]] == [
        "reopen_report",
        "publish_report",
        "accept_report",
        "submit_report",
        "withdraw_report",
        "submit_report",
        "return_report",
        "submit_report",
        "edit_report",
    ]
    assert (
        history["total"]
        == Event.objects.filter(subject=f"governance.report:{report['id']}").count()
    )


@pytest.mark.parametrize(
    ("name", "body", "status", "code"),
    [
        ("accept", {"version": 1}, 409, "report_stale"),
        ("return", {"reason": " "}, 400, "report_reason"),
        ("return", {}, 422, "parameters"),
        ("reopen", {"reason": "示例"}, 409, "report_state"),
        ("publish", {"is_public": True}, 409, "report_state"),
        ("accept", {"remark": "x" * 2001}, 422, "parameters"),
        ("accept", {"remark": "\x00"}, 422, "parameters"),
        ("accept", {"version": -1}, 422, "parameters"),
    ],
)
def test_what_is_wrong_decides_nothing(world, act, name, body, status, code):
    report = reports.submitted(world)
    answer, error = act(report, name, **body)
    assert (answer, error["error"]["code"]) == (status, code)
    assert Report.objects.get().version == report.version


def test_nobody_accepts_what_he_submitted_himself(world, act):
    from tests.factories import accounts

    accounts.seat(world.lead_user, "office", world.office_body)
    report = reports.submitted(world)
    status, error = act(report, "accept", "lead")
    assert (status, error["error"]["code"]) == (403, "refused")
    assert error["error"]["zh"].startswith("这份报告由您本人报送")


def test_the_public_reads_what_is_published_and_no_history(world, act, client):
    call = caller(client)
    report = reports.accepted(world, publish=True)
    assert call("get", f"/reports/{report.pk}")[0] == 200
    assert call("get", f"/reports/{report.pk}/history")[1] == {"total": 0, "items": []}
    act(report, "publish", is_public=False)
    assert call("get", f"/reports/{report.pk}")[0] == 403


@pytest.mark.parametrize("many", [1, 30])
def test_many_reports_cost_no_more(world, client, django_assert_num_queries, many):
    for at in range(many):
        Report.objects.create(
            measure=world.measure,
            organisation=world.lead_body,
            period=f"{2030 + at}Q1",
            state="submitted",
            author=world.lead_user,
        ).evidence.create(name="示例.pdf", size=1)
    address = f"/plans/{world.plan.slug}/measures/{world.measure.pk}/reports?limit=200"
    call = caller(client)
    call("get", address, world.office_user)
    with django_assert_num_queries(14):
        assert len(call("get", address, world.office_user)[1]["items"]) == many
