"""Watch lists, saved searches and touched documents by API."""

import pytest
import time_machine

from tests.factories import accounts
from tests.factories import catalogue as make
from tests.factories.api import caller

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_a_day():
    with time_machine.travel("2026-01-05 10:00+08:00", tick=False):
        yield


@pytest.fixture
def call(client):
    return caller(client)


@pytest.fixture
def owner():
    return accounts.user("owner")


def test_a_list_from_its_making_to_its_end(call, owner):
    make.replaces("GB/T 30-2018", "GB/T 29-2001")
    status, made = call("post", "/watch-lists", owner, {"name": "示例"})
    assert (status, made["name"], made["size"]) == (201, "示例", 0)
    address = f"/watch-lists/{made['id']}"
    numbers = {"numbers": ["gbt29", "GB/T 404-2020", "没有"]}
    assert call("post", f"{address}/standards", owner, numbers) == (
        200,
        {"added": 1, "unknown": ["GB/T 404-2020", "没有"]},
    )
    assert call("get", address, owner) == (
        200,
        {
            "total": 1,
            "items": [
                {
                    "number": "GB/T 29-2001",
                    "title_zh": "示例标准 GB/T 29-2001",
                    "title_en": "",
                    "state": "superseded",
                    "since": "2018-07-01",
                    "successors": ["GB/T 30-2018"],
                    "on_list_since": "2026-01-05",
                }
            ],
        },
    )
    assert call("post", f"{address}/move", owner) == (200, {"count": 1})
    assert call("get", address, owner)[1]["items"][0]["number"] == "GB/T 30-2018"
    gone = call("post", f"{address}/standards/remove", owner, {"numbers": ["GB/T 30-2018"]})
    assert gone == (200, {"count": 1})
    assert call("patch", address, owner, {"name": "新名"})[1]["name"] == "新名"
    assert call("post", f"{address}/feed", owner)[1]["feed"] != made["feed"]
    assert call("get", "/watch-lists", owner)[1]["total"] == 1
    assert call("delete", address, owner) == (204, None)
    assert call("get", address, owner)[0] == 404


def test_saved_searches(call, owner):
    status, made = call("post", "/saved-searches", owner, {"name": "示例", "query": "q=a&page=2"})
    assert (status, made["query"]) == (201, "q=a")
    address = f"/saved-searches/{made['id']}"
    assert call("patch", address, owner, {"name": "新名"})[1]["name"] == "新名"
    assert call("get", "/saved-searches", owner)[1]["total"] == 1
    assert call("delete", address, owner) == (204, None)
    assert call("get", "/saved-searches", owner)[1] == {"total": 0, "items": []}


def test_lists_are_their_owner_s(call, owner):
    made = call("post", "/watch-lists", owner, {"name": "示例"})[1]
    search = call("post", "/saved-searches", owner, {"name": "示例", "query": "q=a"})[1]
    stranger = accounts.user()
    for user in (None, stranger):
        assert call("get", f"/watch-lists/{made['id']}", user)[0] == 403
        assert call("delete", f"/watch-lists/{made['id']}", user)[0] == 403
        assert call("delete", f"/saved-searches/{search['id']}", user)[0] == 403
    assert call("get", "/watch-lists", stranger)[1] == {"total": 0, "items": []}


def test_what_a_standard_touches(call):
    make.editions("GB/T 1.1-2009", "GB/T 1.1-2020")
    make.cites("GB/T 7-2015", "GB/T 1.1-2009")
    make.cites("GB/T 6-2021", "GB/T 1.1")
    status, said = call("get", "/touches", data={"number": "GB/T 1.1-2020", "state": "rotten"})
    assert (status, said) == (
        200,
        {
            "number": "GB/T 1.1-2020",
            "on": "2026-01-05",
            "all": 2,
            "rotten": 1,
            "counts": {"cites": 2},
            "amendments": [],
            "total": 1,
            "items": [
                {
                    "type": "cites_normatively",
                    "kind": "cites",
                    "number": "GB/T 7-2015",
                    "title_zh": "示例标准 GB/T 7-2015",
                    "title_en": "",
                    "state": "in_force",
                    "cited": "GB/T 1.1-2009",
                    "dated": True,
                    "cited_state": "superseded",
                    "through": "",
                    "degree": "",
                    "rotten": True,
                    "instead": ["GB/T 1.1-2020"],
                }
            ],
        },
    )
    stale = {
        "number": "GB/T 1.1-2009",
        "state": "superseded",
        "normative": True,
        "instead": ["GB/T 1.1-2020"],
    }
    assert call("get", "/stale-references", data={"number": "GB/T 7-2015"})[1]["items"] == [stale]
    assert call("get", "/rot")[1] == {
        "on": "2026-01-05",
        "next": "",
        "items": [
            {
                "number": "GB/T 7-2015",
                "title_zh": "示例标准 GB/T 7-2015",
                "title_en": "",
                "references": [stale],
            }
        ],
    }
    assert call("get", "/rot", data={"on": "2020-01-01"})[1]["items"] == []
    assert call("get", "/touches", data={"number": "GB/T 404-2020"})[0] == 404
    assert call("get", "/touches", data={"number": "GB/T 1.1-2020", "kind": "nonsense"})[0] == 422
