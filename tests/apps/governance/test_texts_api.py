"""The wording by API: the pages of the text in force, its marks by offset, and the texts before it."""

import hashlib

import pytest

from guiju.apps.governance.models import PlanText
from guiju.apps.governance.selectors import plan_text
from guiju.apps.governance.selectors.versions import versions
from tests.factories import accounts, reading
from tests.factories import governance as make
from tests.factories.api import caller

pytestmark = pytest.mark.django_db
CORRECTED = make.TEXT.replace("建立甲类示例制度", "建立乙类示例制度")


@pytest.fixture
def office():
    return make.office_user()


@pytest.fixture
def plan(office):
    make.bodies()
    made = make.imported_plan(office=office.seats.get().organisation, is_public=True)
    make.import_text(CORRECTED, by=accounts.viewer(office), plan=made)
    made.refresh_from_db()
    return made


@pytest.fixture
def call(client):
    return caller(client)


def test_the_pages_are_the_whole_text_without_gap(plan, call, monkeypatch):
    monkeypatch.setattr(plan_text, "PAGE", 60)
    whole = PlanText.objects.get(plan=plan, number=2).text
    address = f"/plans/{plan.slug}/text"
    pages = call("get", address)[1]["pages"]
    assert pages > 1
    parts = [call("get", f"{address}?page={page}")[1] for page in range(1, pages + 1)]
    assert "".join(part["text"] for part in parts) == whole
    for part in parts:
        assert part["text"] == whole[part["start"] : part["end"]]
        spans = [(one["start"], one["end"]) for one in part["passages"]]
        assert (spans[0][0], spans[-1][1]) == (part["start"], part["end"])
    measures = {one["measure"]: part["page"] for part in parts for one in part["passages"]}
    for measure in set(measures) - {None}:
        assert call("get", f"{address}?measure={measure}")[1]["page"] == measures[measure]


def test_each_mark_stands_where_the_ledger_says(plan, call):
    _, text = call("get", f"/plans/{plan.slug}/text")
    marked = {
        (one["kind"], one["id"]): text["text"][
            one["start"] - text["start"] : one["end"] - text["start"]
        ]
        for one in text["marks"]
        if one["id"]
    }
    _, listed = call("get", f"/plans/{plan.slug}/actions")
    for action in listed["items"]:
        assert action["text"] in marked["action", action["id"]]
    kinds = {one["kind"] for one in text["marks"]}
    assert kinds == {"action", "note", "output", "due"}


def test_a_plan_without_a_text_has_none(call):
    reading.ledger_of(1, slug="facts")
    assert call("get", "/plans/facts/text")[0] == 404
    assert call("get", "/plans/facts/texts") == (200, {"total": 0, "items": []})


def test_the_texts_and_what_each_changed(plan, call, office):
    _, answer = call("get", f"/plans/{plan.slug}/texts")
    assert [(one["number"], one["is_in_force"]) for one in answer["items"]] == [
        (2, True),
        (1, False),
    ]
    assert [one["status"] for one in answer["items"][0]["changes"]] == ["changed"]
    status, first = call("get", f"/plans/{plan.slug}/texts/1", office)
    assert (status, first["text"]) == (200, PlanText.objects.get(plan=plan, number=1).text)
    digest = hashlib.new("sm3", first["text"].encode()).hexdigest()
    assert first["sm3"] == digest
    assert call("get", f"/plans/{plan.slug}/texts/3", office)[0] == 404
    assert call("get", f"/plans/{plan.slug}/texts/1")[0] == 403


def test_how_a_measure_read_in_each_text(plan, call):
    pk = plan.measures.get(no=1).pk
    _, answer = call("get", f"/plans/{plan.slug}/measures/{pk}/history")
    _, _, found = versions(accounts.viewer(), plan.slug, pk)
    assert [one["number"] for one in answer["versions"]] == [one.number for one in found] == [2, 1]
    assert [tuple(piece.values()) for piece in answer["versions"][0]["pieces"]] == list(
        found[0].pieces
    )
    assert {"op": "ins", "text": "乙"} in answer["versions"][0]["pieces"]
