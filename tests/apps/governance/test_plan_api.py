"""The API reads what the pages show: same names, same numbers, same rights."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from guiju.apps.accounts.models import ApiToken
from guiju.apps.accounts.selectors.viewers import token_digest
from guiju.apps.governance.exports import export_ledger
from guiju.apps.governance.selectors.ledger import ledger
from tests.factories import reading

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return reading.ledger_of(4, slug="example")


def token_of(user):
    ApiToken.objects.create(
        user=user,
        name="test",
        digest=token_digest("example-token"),
        created=timezone.now(),
        until=timezone.localdate() + timedelta(days=9),
    )
    return {"Authorization": "Bearer example-token"}


def get(client, path, headers=None):
    answer = client.get(f"/api/v1{path}", headers=headers or {})
    return answer.status_code, answer.json()


def test_the_plans(client, world):
    status, answer = get(client, "/plans")
    assert status == 200
    assert answer["total"] == 1
    row = answer["items"][0]
    assert (row["slug"], row["measures"], row["actions"], row["done"]) == ("example", 4, 12, 3)


def test_a_plan_and_its_figures(client, world):
    _, answer = get(client, "/plans/example")
    assert answer["figures"]["measures"] == {
        "all": 4, "not_started": 0, "in_progress": 4, "done": 0, "stopped": 0,
    }  # fmt: skip
    for name, count in answer["figures"]["actions"].items():
        query = {"all": "", "unassigned": "organisation=*nobody"}.get(name, f"state={name}")
        assert get(client, f"/plans/example/actions?{query}")[1]["total"] == count


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", 12),
        ("state=done", 3),
        ("state=done&kind=平台", 1),
        ("role=lead", 4),
        ("organisation=*local", 4),
        ("due_from=2023-09-01&due_to=2023-09-01", 4),
        ("q=第3项", 3),
    ],
)
def test_the_tasks_that_the_page_shows(client, world, query, expected):
    assert get(client, f"/plans/example/actions?{query}")[1]["total"] == expected
    html = client.get(f"/plans/example/actions/?{query}").content.decode()
    assert f"共 {expected} 条记录" in html


def test_a_list_comes_in_parts(client, world):
    first = get(client, "/plans/example/actions?limit=5")[1]["items"]
    rest = get(client, "/plans/example/actions?limit=200&offset=5")[1]["items"]
    every = get(client, "/plans/example/actions?limit=12")[1]["items"]
    assert [len(first), len(rest)] == [5, 7]
    assert first + rest == every


@pytest.mark.parametrize(
    ("query", "where"),
    [
        ("limit=0", "limit"),
        ("limit=201", "limit"),
        ("offset=-1", "offset"),
        ("state=gone", "state"),
        ("due_to=never", "due_to"),
        ("measure=x", "measure"),
    ],
)
def test_a_wrong_parameter_is_named(client, world, query, where):
    status, answer = get(client, f"/plans/example/actions?{query}")
    assert status == 422
    assert answer["error"]["code"] == "parameters"
    assert where in answer["error"]["fields"][0]["where"]


def test_the_measures_with_all_that_hangs_on_them(client, world):
    _, answer = get(client, "/plans/example/measures?limit=1")
    measure = answer["items"][0]
    assert (answer["total"], measure["no"], measure["title_zh"]) == (4, 1, "示例措施1")
    note = measure["responsibilities"][0]
    assert [body["organisation"] for body in note["lead"]] == [world.bodies[1].slug]
    assert [body["organisation"] for body in note["shared"]] == [world.bodies[2].slug]
    assert (note["local_governments"], note["all_departments"], note["etc"]) == (True, False, False)
    unknown = measure["responsibilities"][1]["shared"][1]
    assert (unknown["organisation"], unknown["as_written"]) == (None, "示例未识别1")
    assert "risk" not in measure


def test_a_token_opens_the_internal_columns(client, world):
    headers = token_of(world.member_user)
    _, answer = get(client, "/plans/example/measures?limit=1", headers)
    assert (answer["items"][0]["risk"], answer["items"][0]["risk_note"]) == ("none", "")


def test_the_matrix(client, world):
    _, answer = get(client, "/plans/example/matrix")
    assert answer["total"] == sum(row["total"] for row in answer["measures"]) == 28
    assert answer["total"] == sum(body["total"] for body in answer["organisations"])
    for row in answer["measures"]:
        assert len(row["cells"]) == len(answer["organisations"])


def test_one_organisation(client, world):
    body = world.bodies[0]
    _, answer = get(client, f"/plans/example/organisations/{body.slug}")
    assert answer["organisation"]["organisation"] == body.slug
    assert [(duty["no"], duty["role"]) for duty in answer["duties"]] == [
        (1, "shared"),
        (4, "shared"),
        (3, "cooperating"),
        (2, "guiding"),
    ]


def test_the_whole_ledger_is_the_exported_file(client, world):
    _, answer = get(client, "/plans/example/export.json")
    today = type(world.public)(today=timezone.localdate())
    assert answer == json.loads(export_ledger(ledger(today, "example"), "json", "en").content)


@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_files_by_the_api(client, world, form):
    answer = client.get(f"/api/v1/plans/example/export.{form}?lang=en")
    assert answer.status_code == 200
    assert answer.content.startswith(b"PK")


PATHS = (
    "", "/measures", "/actions", "/matrix", "/organisations/x", "/export.json", "/export.xlsx",
)  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(("who", "status"), [("public", 404), ("stranger", 404), ("office", 200)])
def test_a_hidden_plan_is_not_found(client, path, who, status):
    world = reading.ledger_of(1, is_public=False, slug="hidden")
    headers = {} if who == "public" else token_of(getattr(world, f"{who}_user"))
    path = path.replace("/x", f"/{world.bodies[0].slug}")
    answer = client.get(f"/api/v1/plans/hidden{path}", headers=headers)
    assert answer.status_code == status
    if status == 404:
        assert answer.json()["error"] == {
            "code": "not_found",
            "zh": "没有找到“hidden”。请核对名称或编号。",
            "en": "“hidden” was not found. Check the name or number.",
        }


def test_the_session_of_a_browser_opens_nothing(client):
    world = reading.ledger_of(1, is_public=False, slug="hidden")
    client.force_login(world.office_user)
    assert client.get("/api/v1/plans/hidden").status_code == 404
