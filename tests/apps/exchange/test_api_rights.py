"""Who may call what: every operation, called by everybody, about the same small ledger."""

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone

from guiju.apps.accounts.models import ApiToken
from guiju.apps.accounts.services.notices import notify
from guiju.apps.exchange.api import api
from guiju.apps.exchange.operations import operations
from guiju.apps.governance.models import Plan, PlanText
from guiju.apps.governance.services.snapshots import take_snapshot
from guiju.core.errors import Bilingual
from tests.factories import accounts, reports
from tests.factories.api import bearer

pytestmark = pytest.mark.django_db
WHO = ("public", "stranger", "helper", "lead", "office", "auditor")
EVERYBODY = (200,) * 6
SIGNED_IN = (403, 200, 200, 200, 200, 200)
INSIDE = (403, 403, 200, 200, 200, 403)
OFFICE = (403, 403, 403, 403, 200, 403)
LEAD = (403, 403, 403, 200, 403, 403)
TEXT = "一、建立示例制度。（示例甲局牵头）\n"


def made(row):
    """The same with 201 instead of 200."""
    return tuple(201 if status == 200 else status for status in row)


# operation: method, address, body, what public, stranger, cooperating, leading, office, auditor get
CALLS = {
    "parse_plan": ("post", "/plans/parse", "file", SIGNED_IN),
    "import_plan": ("post", "/plans/import?preview=true", "file", OFFICE),
    "list_plans": ("get", "/plans", None, EVERYBODY),
    "get_plan": ("get", "/plans/{slug}", None, EVERYBODY),
    "edit_plan": ("patch", "/plans/{slug}", {"title_en": "New", "reason": "示例"}, OFFICE),
    "list_measures": ("get", "/plans/{slug}/measures", None, EVERYBODY),
    "name_measures": (
        "patch",
        "/plans/{slug}/measures",
        {"titles": [{"measure": 1, "title_en": "x"}], "reason": "示例"},
        OFFICE,
    ),
    "get_measure": ("get", "/plans/{slug}/measures/{measure}", None, EVERYBODY),
    "list_actions": ("get", "/plans/{slug}/actions", None, EVERYBODY),
    "get_action": ("get", "/plans/{slug}/actions/{action}", None, EVERYBODY),
    "list_outputs": ("get", "/plans/{slug}/outputs", None, EVERYBODY),
    "get_output": ("get", "/plans/{slug}/outputs/{output}", None, EVERYBODY),
    "list_duties": ("get", "/plans/{slug}/duties", None, EVERYBODY),
    "get_matrix": ("get", "/plans/{slug}/matrix", None, EVERYBODY),
    "get_workload": ("get", "/plans/{slug}/workload", None, EVERYBODY),
    "get_timeline": ("get", "/plans/{slug}/timeline", None, EVERYBODY),
    "get_plan_organisation": ("get", "/plans/{slug}/organisations/{body}", None, EVERYBODY),
    "list_changes": ("get", "/plans/{slug}/changes", None, EVERYBODY),
    "get_text": ("get", "/plans/{slug}/text", None, EVERYBODY),
    "list_texts": ("get", "/plans/{slug}/texts", None, EVERYBODY),
    "get_whole_text": ("get", "/plans/{slug}/texts/1", None, INSIDE),
    "get_measure_history": (
        "get",
        "/plans/{slug}/measures/{measure}/history",
        None,
        EVERYBODY,
    ),
    "export_json": ("get", "/plans/{slug}/export.json", None, EVERYBODY),
    "export_xlsx": ("get", "/plans/{slug}/export.xlsx", None, EVERYBODY),
    "export_docx": ("get", "/plans/{slug}/export.docx", None, EVERYBODY),
    "publish_plan": (
        "post",
        "/plans/{slug}/publish",
        {"is_public": False, "reason": "示例"},
        OFFICE,
    ),
    "set_due": (
        "put",
        "/plans/{slug}/actions/{action}/due",
        {"due": "2023-09-01", "reason": "示例"},
        OFFICE,
    ),
    "assign": (
        "post",
        "/plans/{slug}/responsibilities/{note}/assignments",
        {"organisation": "{stranger}", "role": "shared", "reason": "示例"},
        made(OFFICE),
    ),
    "end_assignment": (
        "post",
        "/plans/{slug}/assignments/{assignment}/end",
        {"until": "2023-05-10", "reason": "示例"},
        OFFICE,
    ),
    "list_unresolved": ("get", "/plans/{slug}/unresolved", None, OFFICE),
    "resolve_name": (
        "post",
        "/plans/{slug}/unresolved/resolve",
        {"name": "示例未识别", "organisation": "{stranger}", "reason": "示例"},
        OFFICE,
    ),
    "list_reports": ("get", "/plans/{slug}/measures/{measure}/reports", None, EVERYBODY),
    "get_report": ("get", "/reports/{submitted}", None, INSIDE),
    "list_report_history": ("get", "/reports/{submitted}/history", None, INSIDE),
    "write_report": (
        "put",
        "/plans/{slug}/measures/{measure}/reports/2022Q4",
        {"version": 1, "text": "示例"},
        LEAD,
    ),
    "submit_report": ("post", "/reports/{draft}/submit", {"version": 1}, LEAD),
    "withdraw_report": ("post", "/reports/{submitted}/withdraw", {"version": 2}, LEAD),
    "accept_report": ("post", "/reports/{submitted}/accept", {"version": 2}, OFFICE),
    "return_report": (
        "post",
        "/reports/{submitted}/return",
        {"version": 2, "reason": "示例"},
        OFFICE,
    ),
    "reopen_report": (
        "post",
        "/reports/{accepted}/reopen",
        {"version": 3, "reason": "示例"},
        OFFICE,
    ),
    "publish_report": (
        "post",
        "/reports/{accepted}/publish",
        {"version": 3, "is_public": True},
        OFFICE,
    ),
    "add_evidence": ("post", "/reports/{draft}/evidence", "evidence", made(LEAD)),
    "get_evidence": ("get", "/evidence/{evidence}", None, LEAD),
    "withdraw_evidence": ("post", "/evidence/{evidence}/withdraw", {"version": 1}, LEAD),
    "list_comments": ("get", "/plans/{slug}/measures/{measure}/comments", None, INSIDE),
    "add_comment": (
        "post",
        "/plans/{slug}/measures/{measure}/comments",
        {"text": "示例"},
        made(INSIDE),
    ),
    "list_snapshots": ("get", "/plans/{slug}/snapshots", None, INSIDE),
    "freeze_quarter": ("post", "/plans/{slug}/snapshots", {"period": "2022Q3"}, made(OFFICE)),
    "get_snapshot": ("get", "/plans/{slug}/snapshots/2023Q1", None, INSIDE),
    "compare_snapshots": (
        "get",
        "/plans/{slug}/snapshots/compare?old=2022Q4&new=2023Q1",
        None,
        INSIDE,
    ),
    "get_work": ("get", "/work", None, (403, 200, 200, 200, 200, 403)),
    "list_organisations": ("get", "/organisations", None, EVERYBODY),
    "resolve_organisations": ("post", "/organisations/resolve", {"names": ["示例"]}, EVERYBODY),
    "get_organisation": ("get", "/organisations/{body}", None, EVERYBODY),
    "get_me": ("get", "/me", None, SIGNED_IN),
    "list_tokens": ("get", "/me/tokens", None, SIGNED_IN),
    "revoke_token": ("post", "/me/tokens/{token}/revoke", {}, (403, 404, 404, 404, 204, 404)),
    "list_notices": ("get", "/me/notices", None, SIGNED_IN),
    "read_notices": ("post", "/me/notices/read", {"notices": None}, SIGNED_IN),
    "verify_journal": ("get", "/journal/verify", None, EVERYBODY),
    "list_events": ("get", "/journal/events", None, (403, 403, 403, 403, 403, 200)),
    "search": ("get", "/search?q=示例", None, EVERYBODY),
}


@pytest.fixture
def world():
    with time_machine.travel("2023-05-10 10:00+08:00", tick=False):
        yield build()


def build():
    ledger = reports.small_ledger()
    plan, measure = ledger.plan, ledger.measure
    PlanText.objects.create(
        plan=plan,
        number=1,
        text=TEXT,
        file_name="示例.txt",
        encoding="utf-8",
        sm3="0" * 64,
        parsed={"measures": []},
        imported_at=timezone.now(),
    )
    unknown = reports.note(measure, order=2, shared=["示例未识别"])
    output = ledger.action.outputs.create(measure=measure, order=1, kind="制度", name="示例制度")
    draft = reports.draft(ledger, period="2022Q4", files=[reports.upload()])
    ledger.auditor_user = accounts.seated("audit_admin")
    ledger.public_user = None
    for period in ("2022Q4", "2023Q1"):
        take_snapshot(plan=plan.slug, period=period, by=ledger.office)
    notify(users=[ledger.lead_user], key="example", text=Bilingual("示例", "Example"))
    users = {who: getattr(ledger, f"{who}_user") for who in WHO}
    headers = {who: bearer(user) for who, user in users.items()}
    names = {
        "slug": plan.slug,
        "measure": measure.pk,
        "action": ledger.action.pk,
        "output": output.pk,
        "note": unknown.pk,
        "assignment": ledger.note.assignments.first().pk,
        "body": ledger.lead_body.slug,
        "stranger": ledger.stranger_body.slug,
        "draft": draft.pk,
        "evidence": draft.evidence.get().pk,
        "submitted": reports.submitted(ledger).pk,
        "accepted": reports.accepted(ledger, "shared").pk,
        "token": ApiToken.objects.get(user=ledger.office_user).pk,
    }
    return headers, names


def sent(body, names):
    if body == "file":
        return {"data": {"file": reports.upload("示例.txt", TEXT.encode())}}
    if body == "evidence":
        return {"data": {"file": reports.upload(), "version": "1"}}
    if body is None:
        return {}
    filled = {
        key: names[value.strip("{}")] if isinstance(value, str) and value[0] == "{" else value
        for key, value in body.items()
    }
    return {"data": filled, "content_type": "application/json"}


def test_every_operation_is_in_the_table(client):
    """But those of catalogue, library, conformity and development, whose worlds are others: their own tests ask who may."""
    client.get("/api/v1/openapi.json")  # which binds the routers
    views = [operation.view_func for _, operation in operations(api)]
    others = (
        "guiju.apps.catalogue.",
        "guiju.apps.library.",
        "guiju.apps.conformity.",
        "guiju.apps.development.",
    )
    names = {one.__name__ for one in views if not one.__module__.startswith(others)}
    assert names == set(CALLS)


@pytest.mark.once
def test_who_may(client, world):
    headers, names = world
    found = {}
    for operation, (method, path, body, _) in CALLS.items():
        statuses = []
        for who in WHO:
            with transaction.atomic():
                answer = getattr(client, method)(
                    f"/api/v1{path.format(**names)}", headers=headers[who], **sent(body, names)
                )
                if answer.streaming:
                    b"".join(answer.streaming_content)  # which closes the file
                transaction.set_rollback(True)
            statuses.append(answer.status_code)
        found[operation] = tuple(statuses)
    assert found == {operation: row[-1] for operation, row in CALLS.items()}


INTERNAL = ("/plans/{slug}/texts/1", "/plans/{slug}/snapshots", "/plans/{slug}/unresolved")


@pytest.mark.parametrize("who", ["public", "stranger", "auditor"])
def test_a_hidden_plan_is_not_there(client, world, who):
    """Whoever does not work on it learns nothing of it: not found, or refused before it is sought."""
    headers, names = world
    Plan.objects.filter(slug=names["slug"]).update(is_public=False)
    for operation, (method, path, body, _) in CALLS.items():
        if not path.startswith("/plans/{slug}"):
            continue
        answer = getattr(client, method)(
            f"/api/v1{path.format(**names)}", headers=headers[who], **sent(body, names)
        )
        assert (operation, answer.status_code in {403, 404}) == (operation, True)
        if method == "get" and path not in INTERNAL and answer.status_code != 404:
            assert (operation, answer.json()["error"]["code"]) == (operation, "refused")
