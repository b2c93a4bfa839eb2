"""Standards systems by API: the same records, acts and refusals as the pages."""

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from guiju.apps.catalogue.models import StandardsSystem, SystemEntry
from guiju.apps.journal.models import Event
from tests.factories import catalogue_systems as make
from tests.factories.api import bearer, caller

pytestmark = pytest.mark.django_db

GETS = (
    "",
    "/entries",
    "/statistics",
    "/checks",
    "/export.json",
    "/export.csv",
    "/export.xlsx",
)


@pytest.fixture
def world():
    with time_machine.travel("2024-03-15 10:00+08:00", tick=False):
        yield make.small_system()


@pytest.fixture
def call(world, client):
    """`call("get", "/entries", who)` below the system's address."""

    def call(method, path, who=None, body=None):
        user = getattr(world, who) if who else None
        return caller(client)(method, f"/systems/example{path}", user, body)

    return call


def test_the_list(world, client):
    make.system(world.keeper, slug="hidden", is_public=False)
    assert caller(client)("get", "/systems") == (
        200,
        {
            "total": 1,
            "items": [
                {
                    "slug": "example",
                    "title_zh": "示例标准体系",
                    "title_en": "Example system",
                    "structure": "layered",
                    "keeper": "示例体系单位",
                    "is_public": True,
                    "is_example": True,
                    "nodes": 3,
                    "entries": 6,
                    "without_number": 1,
                }
            ],
        },
    )
    assert caller(client)("get", "/systems", world.cataloguer)[1]["total"] == 2


def test_the_tree(call, world):
    _, system = call("get", "")
    top, empty = system["tree"]
    assert (system["on"], system["count"]["wanted"], system["count"]["there"]) == (
        "2024-03-15",
        6,
        3,
    )
    assert [box["code"] for box in (top, *top["children"], empty)] == ["201", "201.1", "202"]
    assert (top["id"], top["owner"], top["count"]["percent"]) == (
        world.top.pk,
        "示例负责单位",
        50.0,
    )


def test_a_past_day(call):
    _, page = call("get", "/entries?on=2019-01-01&limit=4&offset=1")
    assert (page["on"], page["total"]) == ("2019-01-01", 6)
    assert [one["state"] for one in page["items"]] == [
        "in_force",
        "withdrawn",
        "draft",
        "unlisted",
    ]


def test_lines_are_narrowed(call, world):
    _, page = call("get", f"/entries?node={world.below.pk}&gap=yes")
    assert [one["place"] for one in page["items"]] == [3, 6]
    assert call("get", "/entries?state=nonsense")[0] == 422


def test_statistics_and_checks(call):
    _, told = call("get", "/statistics")
    assert [(row["code"], row["wanted"], row["there"]) for row in told["categories"]] == [
        ("201", 6, 3),
        ("202", 0, 0),
    ]
    assert len(told["gaps"]) == told["total"]["gaps"] == 3
    _, page = call("get", "/checks?limit=1")
    assert (page["total"], page["items"][0]["check"]) == (7, "ended")
    assert page["items"][0]["zh"].startswith("GB/T 90002—2010")


@pytest.mark.parametrize(
    ("who", "status"), [(None, 404), ("stranger", 404), ("member", 404), ("cataloguer", 200)]
)
def test_a_hidden_system_is_its_keepers(call, who, status):
    StandardsSystem.objects.update(is_public=False)
    assert [call("get", path, who)[0] for path in GETS] == [status] * 7


def acts(world):
    entry = SystemEntry.objects.order_by("pk").first().pk
    node = world.below.pk
    return {
        "edit_system": ("patch", "", {"title_en": "New"}, 200),
        "unpublish_system": ("post", "/publish", {"is_public": False, "reason": "示例"}, 200),
        "add_node": ("post", "/nodes", {"title_zh": "示例"}, 201),
        "edit_node": ("patch", f"/nodes/{node}", {"title_en": "New"}, 200),
        "move_node": ("post", f"/nodes/{node}/move", {"code": "7"}, 200),
        "remove_node": ("post", f"/nodes/{world.empty.pk}/remove", {"reason": "示例"}, 204),
        "add_entry": ("post", "/entries", {"node": node, "number": "GB/T 1-2020"}, 201),
        "edit_entry": ("patch", f"/entries/{entry}", {"remark": "新"}, 200),
        "remove_entry": ("post", f"/entries/{entry}/remove", {"reason": "示例"}, 204),
    }


@pytest.mark.parametrize("act", ["edit_system", "unpublish_system", "add_node", "edit_node",
                                 "move_node", "remove_node", "add_entry", "edit_entry",
                                 "remove_entry"])  # fmt: skip
def test_each_act_is_one_event(call, world, act):
    method, path, body, status = acts(world)[act]
    before = Event.objects.count()
    for who in (None, "stranger", "member"):
        assert call(method, path, who, body)[0] == 403
    assert Event.objects.count() == before
    assert call(method, path, "cataloguer", body)[0] == status
    told = Event.objects.order_by("number").values_list("action", flat=True)[before:]
    assert list(told) == [f"catalogue.{act}"]


def test_a_system_is_made_and_removed(world, client):
    call = caller(client)
    asked = {"slug": "new-one", "title_zh": "新体系"}
    assert call("post", "/systems", world.member, asked)[0] == 403
    status, made = call("post", "/systems", world.cataloguer, asked)
    assert (status, made["is_public"], made["keeper"], made["tree"]) == (
        201,
        False,
        "示例体系单位",
        [],
    )
    status, error = call("post", "/systems", world.cataloguer, asked)
    assert (status, error["error"]["code"]) == (409, "system_slug_taken")
    gone = call("post", "/systems/new-one/remove", world.cataloguer, {"reason": "示例"})
    assert gone == (204, None)
    assert call("get", "/systems/new-one", world.cataloguer)[0] == 404


def test_one_may_not_make_it_for_another_body(world, client):
    asked = {"slug": "new-one", "title_zh": "新体系", "keeper": "nobody"}
    assert caller(client)("post", "/systems", world.cataloguer, asked)[0] == 404


def test_what_is_left_out_of_an_edit_stays(call, world):
    entry = SystemEntry.objects.order_by("pk").first()
    _, line = call("patch", f"/entries/{entry.pk}", "cataloguer", {"level": "group"})
    assert (line["number"], line["remark"], line["level"], line["node"], line["order"]) == (
        "GB/T 90001—2015",
        "示例备注",
        "group",
        world.top.pk,
        1,
    )
    _, node = call("patch", f"/nodes/{world.top.pk}", "cataloguer", {"owner": ""})
    assert (node["title_zh"], node["owner"]) == ("示例节点201", "")


def test_what_cannot_be_is_said_in_both_languages(call, world):
    body = {"title_zh": "示例", "code": "201"}
    status, answer = call("post", "/nodes", "cataloguer", body)
    assert (status, answer["error"]["code"]) == (409, "node_code_taken")
    assert answer["error"]["zh"] == "体系编号 201 已经有节点。请换一个编号。"
    assert answer["error"]["en"] == "There is a box 201 already. Choose another code."


def test_a_table_is_previewed_and_imported(world, client):
    text = "体系编号,标准号,备注\n202,GB/T 91000-2020,\n9,GB/T 1-2020,\n"

    def sent(preview, who="cataloguer"):
        file = SimpleUploadedFile("table.csv", text.encode())
        address = f"/api/v1/systems/example/import?preview={preview}"
        return client.post(address, {"file": file}, headers=bearer(getattr(world, who)))

    assert sent("true", "stranger").status_code == 403
    shown = sent("true").json()
    assert (shown["is_preview"], shown["counts"], shown["untouched"]) == (
        True,
        {"new": 1, "changed": 0, "same": 0, "unclear": 1},
        6,
    )
    assert [(one["line"], one["status"]) for one in shown["rows"]] == [(2, "new"), (3, "unclear")]
    assert SystemEntry.objects.count() == 6
    assert sent("false").json()["is_preview"] is False
    assert SystemEntry.objects.count() == 7


def test_files_have_their_types(world, client):
    kinds = [
        client.get(f"/api/v1/systems/example/export.{form}")["Content-Type"]
        for form in ("csv", "xlsx")
    ]
    assert kinds == [
        "text/csv; charset=utf-8",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ]
