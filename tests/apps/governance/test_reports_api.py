"""Reporting over the API: a bearer token acts as its user, under the same rules as the pages."""

from datetime import date

import pytest
import time_machine

from guiju.apps.accounts.models import ApiToken
from guiju.apps.accounts.selectors.viewers import token_digest
from guiju.apps.governance.models import Report
from guiju.apps.governance.services.snapshots import take_snapshot
from tests.factories import reports

pytestmark = pytest.mark.django_db


@pytest.fixture
def ledger():
    with time_machine.travel("2023-05-10 10:00+08:00", tick=False):
        yield reports.small_ledger()


@pytest.fixture
def call(client, ledger):
    def call(method, path, who=None, body=None):
        headers = {}
        if who:
            token = f"token-of-{who}"
            ApiToken.objects.get_or_create(
                digest=token_digest(token),
                defaults={
                    "user": getattr(ledger, f"{who}_user"),
                    "name": "示例",
                    "created": "2023-01-01T00:00:00Z",
                    "until": date(2024, 1, 1),
                },
            )
            headers["Authorization"] = f"Bearer {token}"
        options = {"data": body, "content_type": "application/json"} if body is not None else {}
        answer = getattr(client, method)(f"/api/v1{path}", headers=headers, **options)
        return answer.status_code, answer.json()

    return call


def draft(ledger, **values):
    line = {"action": ledger.action.pk, "text": "示例：已立项。", "state": "in_progress"}
    return {
        "text": "示例：已完成立项。",
        "risk": "watch",
        "risk_note": "示例：人手不足。",
        "lines": [line],
    } | values


def address(ledger, period="2023Q1"):
    return f"/plans/{ledger.plan.slug}/measures/{ledger.measure.pk}/reports/{period}"


def test_a_draft_is_written_and_handed_in(ledger, call):
    status, saved = call("put", address(ledger), "lead", draft(ledger))
    assert (status, saved["state"], saved["version"], saved["role"]) == (200, "draft", 1, "lead")
    assert saved["lines"] == draft(ledger)["lines"]
    assert saved["organisation"] == ledger.lead_body.slug
    status, handed_in = call("post", f"/reports/{saved['id']}/submit", "lead", {"version": 1})
    assert (status, handed_in["state"]) == (200, "submitted")
    status, error = call("put", address(ledger), "lead", draft(ledger, version=2))
    assert (status, error["error"]["code"]) == (409, "report_state")


REFUSED = [
    (None, {}, 403, "refused"),
    ("stranger", {}, 403, "refused"),
    ("helper", {}, 403, "refused"),
    ("office", {}, 403, "refused"),
    ("shared", {}, 403, "refused"),  # it proposes a state and a risk
    ("lead", {"risk": "terrible"}, 400, "report_content"),
    ("lead", {"text": "示\x00例"}, 400, "report_content"),
    ("lead", {"lines": [{"action": 10**9}]}, 400, "report_content"),
    ("lead", {"version": 7}, 409, "report_stale"),
    ("lead", {"version": "seven"}, 422, "parameters"),
    ("lead", {"organisation": "no-such-body"}, 404, "not_found"),
]


@pytest.mark.parametrize(("who", "values", "status", "code"), REFUSED)
def test_what_is_refused(ledger, call, who, values, status, code):
    answer, error = call("put", address(ledger), who, draft(ledger, **values))
    assert (answer, error["error"]["code"]) == (status, code)
    assert Report.objects.count() == 0


def test_a_quarter_that_is_none_is_refused(ledger, call):
    status, error = call("put", address(ledger, "2023Q9"), "lead", draft(ledger))
    assert (status, error["error"]["code"]) == (400, "not_a_quarter")


def test_what_the_public_reads(ledger, call):
    reports.accepted(ledger, publish=True)
    reports.accepted(ledger, "shared")
    listing = f"/plans/{ledger.plan.slug}/measures/{ledger.measure.pk}/reports"
    status, answer = call("get", listing)
    assert (status, answer["total"]) == (200, 1)
    (shown,) = answer["items"]
    internal = ("risk", "risk_note", "decision_note", "evidence")
    assert [shown[name] for name in internal] == [None] * 4
    assert shown["text"] == "示例：本季度已完成立项。"
    assert call("get", listing, "office")[1]["total"] == 2
    inside = call("get", f"/reports/{shown['id']}", "helper")[1]
    assert [inside[name] for name in internal] == ["watch", "示例：人手不足。", "", []]
    hidden = Report.objects.get(role="shared")
    assert call("get", f"/reports/{hidden.pk}")[0] == 403


def test_snapshots(ledger, call):
    taken = take_snapshot(plan=ledger.plan.slug, period="2023Q1", by=ledger.office)
    listing = f"/plans/{ledger.plan.slug}/snapshots"
    for who, status in [(None, 403), ("stranger", 403), ("helper", 200), ("office", 200)]:
        assert call("get", listing, who)[0] == status
    (row,) = call("get", listing, "lead")[1]["items"]
    assert (row["period"], row["last_day"], row["sm3"]) == ("2023Q1", "2023-03-31", taken.sm3)
    frozen = call("get", f"{listing}/2023Q1", "lead")[1]
    assert (frozen["is_whole"], frozen["content"]) == (True, taken.content)
    assert call("get", f"{listing}/2022Q4", "lead")[0] == 404
