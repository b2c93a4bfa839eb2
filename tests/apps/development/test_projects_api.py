"""Projects for programs: list, one, begun, steps with reasons, materials, parties, deadlines."""

from datetime import date

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories import accounts
from tests.factories.api import bearer, caller
from tests.factories.development import DRAFT, Making, committee, planned

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(client):
    with time_machine.travel(date(2024, 4, 3), tick=False):
        yield caller(client)


def test_what_the_public_is_told(call):
    made = planned()
    status, answer = call("get", "/projects?stage=20")
    assert (status, answer["total"]) == (200, 1)
    assert answer["items"][0]["state"] == {"zh": "起草", "en": "drafting"}
    status, one = call("get", f"/projects/{made.project.pk}")
    assert (status, one["due"], one["plan_number"]) == (200, "2025-10-09", made.project.plan_number)
    assert [duty["duty"] for duty in one["duties"]] == ["making"]
    hidden = Making(committee=made.committee).project
    status, error = call("get", f"/projects/{hidden.pk}")
    assert (status, error["error"]["code"]) == (403, "refused")


def test_a_project_begins_and_goes_on_by_program(call):
    secretary = accounts.seated("liaison")
    made = Making("national-recommended", on=date(2024, 4, 3))
    bodies = {
        role: made.people[role].seats.get().organisation.slug for role in ("authority", "evaluator")
    }
    asked = {
        "procedure": "national-recommended",
        "title_zh": "示例玉米",
        "committee": committee(3).key,
        "bodies": bodies,
    }
    status, begun = call("post", "/projects", secretary, asked)
    assert (status, begun["items"][0]["title_zh"]) == (201, "示例玉米")
    path = f"/projects/{made.project.pk}"
    status, steps = call("get", f"{path}/steps", made.people["committee"])
    assert (status, steps["state"], steps["seen"]) == (200, "filed", 0)
    assert [(one["step"], len(one["reasons"])) for one in steps["steps"]] == [
        ("drop", 0), ("open_proposal_ballot", 2),
    ]  # fmt: skip
    status, error = call("post", f"{path}/steps/open_proposal_ballot", made.people["committee"], {})
    assert (status, error["error"]["code"]) == (409, "procedures.not-allowed")
    made.materials("proposal_form", "first_draft")
    status, done = call(
        "post", f"{path}/steps/open_proposal_ballot", made.people["committee"], {"seen": 0}
    )
    assert (status, done["items"][0]["stage"]) == (200, "10.00")
    status, error = call("post", f"{path}/steps/drop", made.people["committee"], {"seen": 0})
    assert (status, error["error"]["code"]) == (409, "development.stale")


def test_materials_parties_and_deadlines(call, client):
    made = planned()
    path = f"/projects/{made.project.pk}"
    file = SimpleUploadedFile("draft.md", DRAFT.encode())
    sent = client.post(
        f"/api/v1{path}/materials/consultation_draft",
        {"file": file},
        headers=bearer(made.people["drafters"]),
    )
    assert (sent.status_code, sent.json()["material"]) == (201, "consultation_draft")
    status, listed = call("get", f"{path}/materials", made.people["drafters"])
    assert (status, listed["total"], len(listed["items"][-1]["sha256"])) == (200, 4, 64)
    who = {"role": "drafters", "who": accounts.user().username}
    assert call("post", f"{path}/parties", made.people["committee"], who)[0] == 201
    longer = {"count": 3, "reason": "示例"}
    status, told = call("post", f"{path}/duties/making/extension", made.people["committee"], longer)
    assert (status, told["due"]) == (200, "2026-01-04")


def test_who_may(call):
    made = planned()
    path = f"/projects/{made.project.pk}"
    who = {"public": None, "stranger": accounts.user(), "drafter": made.people["drafters"],
           "secretariat": made.people["committee"]}  # fmt: skip
    asked = {
        ("get", ""): None,
        ("get", "/steps"): None,
        ("get", "/materials"): None,
        ("post", "/steps/withdraw_nothing"): {},
        ("post", "/parties"): {"role": "drafters", "who": "nobody"},
        ("post", "/duties/making/extension"): {"count": 99, "reason": "示例"},
    }
    found = {
        f"{method} {end}": [call(method, path + end, user, body)[0] for user in who.values()]
        for (method, end), body in asked.items()
    }
    assert found == {
        "get ": [200, 200, 200, 200],
        "get /steps": [403, 403, 200, 200],
        "get /materials": [403, 403, 200, 200],
        "post /steps/withdraw_nothing": [403, 404, 404, 404],
        "post /parties": [403, 403, 403, 400],
        "post /duties/making/extension": [403, 409, 409, 409],
    }
