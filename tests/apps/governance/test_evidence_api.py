"""Evidence by API: added to a draft, downloaded as it was, withdrawn; the text stays as it is."""

import hashlib
from pathlib import Path

import pytest
import time_machine

from guiju.apps.governance.models import Evidence
from tests.factories import reports
from tests.factories.api import bearer, caller

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    with time_machine.travel("2023-05-10 10:00+08:00", tick=False):
        yield reports.small_ledger()


@pytest.fixture
def call(client):
    return caller(client)


def add(call, report, user, version, file=None):
    data = {"file": file or reports.upload("示例 报告.pdf"), "version": version}
    return call("post", f"/reports/{report.pk}/evidence", user, data=data)


def download(client, pk, user):
    answer = client.get(f"/api/v1/evidence/{pk}", headers=bearer(user))
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return answer, content


def test_a_file_is_added_downloaded_and_withdrawn(world, call, client):
    draft = reports.draft(world)
    before = call("get", f"/reports/{draft.pk}", world.lead_user)[1]
    status, report = add(call, draft, world.lead_user, 1)
    assert (status, report["version"]) == (201, 2)
    (file,) = report["evidence"]
    assert (file["name"], file["size"]) == ("示例 报告.pdf", len(reports.PDF))
    assert file["sha256"] == hashlib.sha256(reports.PDF).hexdigest()
    assert {**report, "version": 1, "evidence": []} == before
    answer, content = download(client, file["id"], world.lead_user)
    assert (answer.status_code, content) == (200, reports.PDF)
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"].startswith("attachment")
    withdraw = f"/evidence/{file['id']}/withdraw"
    assert call("post", withdraw, world.lead_user, {"version": 1})[0] == 409
    assert call("post", withdraw, world.lead_user, {"version": 2})[1]["evidence"] == []
    assert download(client, file["id"], world.lead_user)[0].status_code == 409


def test_who_reads_the_evidence_of_a_report_that_was_handed_in(world, client):
    content = reports.draft(world, files=[reports.upload()])
    from guiju.apps.governance.services.reports import submit_report

    submit_report(report=content.pk, version=1, by=world.lead)
    pk = Evidence.objects.get().pk
    statuses = {
        who: download(client, pk, who and getattr(world, f"{who}_user"))[0].status_code
        for who in (None, "stranger", "helper", "guide", "lead", "office")
    }
    assert statuses == {
        None: 403,
        "stranger": 403,
        "helper": 200,
        "guide": 200,
        "lead": 200,
        "office": 200,
    }


WRONG = [
    ({"version": 1}, ("示例.exe", b"MZ"), 400, "evidence_kind"),
    ({"version": 1}, ("示例.pdf", b"<html>"), 400, "evidence_kind"),
    ({"version": 1}, ("示例.pdf", b""), 400, "evidence_empty"),
    ({"version": 0}, ("示例.pdf", reports.PDF), 409, "report_stale"),
    ({"version": "one"}, ("示例.pdf", reports.PDF), 422, "parameters"),
    ({}, ("示例.pdf", reports.PDF), 422, "parameters"),
    ({"version": 1}, None, 422, "parameters"),
]


@pytest.mark.parametrize(("data", "file", "status", "code"), WRONG)
def test_what_is_wrong_stores_nothing(world, call, settings, data, file, status, code):
    draft = reports.draft(world)
    folder = Path(settings.MEDIA_ROOT)
    kept = set(folder.rglob("*.bin"))
    data = data | ({"file": reports.upload(*file)} if file else {})
    answer, error = call("post", f"/reports/{draft.pk}/evidence", world.lead_user, data=data)
    assert (answer, error["error"]["code"]) == (status, code)
    assert not Evidence.objects.exists()
    assert set(folder.rglob("*.bin")) == kept


def test_a_report_that_was_handed_in_takes_no_more(world, call):
    report = reports.submitted(world)
    status, error = add(call, report, world.lead_user, report.version)
    assert (status, error["error"]["code"]) == (409, "report_state")


def test_a_changed_file_is_not_served(world, client):
    reports.draft(world, files=[reports.upload()])
    evidence = Evidence.objects.get()
    Path(evidence.file.path).write_bytes(b"%PDF-1.7\nother\n")
    answer, _ = download(client, evidence.pk, world.lead_user)
    assert (answer.status_code, answer.json()["error"]["code"]) == (500, "evidence_changed")
