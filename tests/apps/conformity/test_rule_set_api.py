"""Rule sets for programs: read by all, checked by who signed in, written by who may."""

import pytest

from guiju.apps.conformity.models import RuleFile
from tests.factories import accounts
from tests.factories import conformity as make
from tests.factories.api import bearer, caller

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(client):
    return caller(client)


def test_the_list_and_one_of_the_platforms(call):
    make.draft()
    status, answer = call("get", "/conformity/rule-sets?q=3838")
    assert (status, answer["total"]) == (200, 1)
    assert (answer["items"][0]["ref"], answer["items"][0]["state"]) == ("GB_3838-2002", "platform")
    status, one = call("get", "/conformity/rule-sets/GB_3838-2002")
    assert (status, one["official"], one["in_force"]["since"]) == (200, True, "2002-06-01")
    assert one["problems"] == []
    status, words = call("get", "/conformity/rule-sets/GB_3838-2002/sentences")
    assert (status, words["official"]) == (200, True)
    assert "不大于" in words["sentences"][0]["sentence"]["zh"]
    status, error = call("get", "/conformity/rule-sets/GB_0000")
    assert (status, error["error"]["code"]) == (404, "no_rule_file")


def test_the_file_in_its_forms(client):
    answers = {
        form: client.get(f"/api/v1/conformity/rule-sets/GB_3838-2002/file.{form}")
        for form in ("yaml", "json", "sql", "exe")
    }
    assert {form: one.status_code for form, one in answers.items()} == {
        "yaml": 200, "json": 200, "sql": 200, "exe": 422,
    }  # fmt: skip
    assert "standard: GB 3838-2002" in answers["yaml"].content.decode()
    assert answers["json"].json()["official"] is True
    assert "SELECT" in answers["sql"].content.decode().upper()


def test_a_text_is_checked_and_not_stored(call):
    user = accounts.user()
    assert call("post", "/conformity/lint", None, {"text": make.LIMITS})[0] == 403
    status, found = call("post", "/conformity/lint", user, {"text": make.BROKEN})
    assert (status, found["usable"], [one["line"] for one in found["problems"]]) == (
        200,
        False,
        [9],
    )
    status, found = call("post", "/conformity/lint", user, {"text": make.LIMITS})
    assert (found["usable"], found["problems"], len(found["sentences"])) == (True, [], 1)
    assert call("post", "/conformity/lint", user, {"text": " "})[1]["error"]["code"] == (
        "rule_file_empty"
    )
    assert RuleFile.objects.count() == 0


def test_written_changed_and_submitted(call):
    user = accounts.seated("liaison")
    status, made = call("post", "/conformity/rule-sets", user, {"text": make.BROKEN})
    assert (status, made["state"], len(made["problems"])) == (201, "draft", 1)
    path = f"/conformity/rule-sets/{made['ref']}"
    changed = {"text": make.LIMITS, "version": 1}
    assert call("put", path, user, changed)[1]["version"] == 2
    status, error = call("put", path, user, changed | {"text": make.BROKEN})
    assert (status, error["error"]["code"]) == (409, "rule_file_stale")
    status, sent = call("post", f"{path}/submission", user, {"version": 2, "note": "核对过"})
    assert (status, sent["state"], sent["official"]) == (200, "submitted", False)
    assert RuleFile.objects.get().steps.get().words == "核对过"


@pytest.mark.parametrize(
    ("who", "statuses"),
    [
        ("public", (403, 403, 403, 403)),
        ("stranger", (403, 201, 403, 403)),
        ("nobody", (403, 403, 403, 403)),
        ("member", (200, 201, 200, 200)),
    ],
)
def test_who_may(client, who, statuses):
    file = make.draft()
    users = {
        "public": None,
        "stranger": accounts.seated("liaison"),
        "nobody": accounts.user(),
        "member": accounts.seated("office", file.organisation),
    }
    headers = bearer(users[who])
    path = f"/api/v1/conformity/rule-sets/{file.pk}"
    found = (
        client.get(path, headers=headers),
        client.post("/api/v1/conformity/rule-sets", {"text": make.LIMITS}, "application/json", headers=headers),
        client.put(path, {"text": make.LIMITS + "# x", "version": 1}, "application/json", headers=headers),
        client.post(f"{path}/submission", {"version": 2}, "application/json", headers=headers),
    )  # fmt: skip
    assert tuple(one.status_code for one in found) == statuses
