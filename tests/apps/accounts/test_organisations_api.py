"""The register for programs: what the page says, and what written names mean."""

from datetime import date

import pytest

from guiju.apps.accounts.selectors.organisations import resolve, suggestions_for
from guiju.apps.accounts.services.registry import load_register
from guiju.web.viewer import Viewer
from tests.factories import accounts as make
from tests.factories.api import caller

pytestmark = pytest.mark.django_db


@pytest.fixture
def register():
    load_register(by=Viewer(today=date(2026, 1, 5), name="cli"))


@pytest.fixture
def call(client):
    return caller(client)


def test_one_body_over_time(register, call):
    _, one = call("get", "/organisations/nfra?on=2022-07-06")
    assert (one["name_zh"], one["name_en"]) == (
        "中国银行保险监督管理委员会",
        "China Banking and Insurance Regulatory Commission",
    )
    assert [name["until"] for name in one["names"]] == ["2023-05-18", None]
    assert sorted(step["predecessor"] for step in one["passages"]) == ["cbrc", "circ"]
    assert call("get", "/organisations/nobody")[0] == 404


def test_the_list_bears_the_names_of_the_day(register, call):
    _, listed = call("get", "/organisations?q=银保监会&on=2022-07-06")
    assert listed["total"] == 1
    assert [(one["slug"], one["short_zh"]) for one in listed["items"]] == [("nfra", "银保监会")]
    _, first = call("get", "/organisations?limit=3")
    _, next_ = call("get", "/organisations?limit=3&offset=3")
    assert (first["total"], len(first["items"]), len(next_["items"])) == (190, 3, 3)
    assert not {one["slug"] for one in first["items"]} & {one["slug"] for one in next_["items"]}


@pytest.mark.parametrize("many", [1, 30])
def test_the_list_costs_the_same_for_one_and_for_many(call, django_assert_num_queries, many):
    for _ in range(many):
        make.organisation()
    with django_assert_num_queries(4):
        assert call("get", "/organisations")[1]["total"] == many


def test_names_of_a_day(register, call):
    names = ["国家标准委", "银保监会", "工业和信息化部", "天气部"]
    status, answer = call(
        "post", "/organisations/resolve", None, {"names": names, "on": "2022-07-06"}
    )
    found = resolve(names, date(2022, 7, 6))
    assert status == 200
    assert [one["name"] for one in answer["names"]] == names
    assert [one["organisation"] for one in answer["names"]] == [
        found[name] and found[name].slug for name in names
    ]
    like = [one.slug for one in suggestions_for(["天气部"])["天气部"]]
    assert [one["slug"] for one in answer["names"][3]["suggestions"]] == like
    assert answer["names"][0]["suggestions"] == []


@pytest.mark.parametrize("names", [[], ["名"] * 51, ["名" * 121], ["\x00"], "名"])
def test_how_many_names_and_how_long(call, names):
    status, answer = call("post", "/organisations/resolve", None, {"names": names})
    assert (status, answer["error"]["code"]) == (422, "parameters")


@pytest.mark.parametrize("many", [1, 30])
def test_many_names_cost_no_more(call, django_assert_num_queries, many):
    make.organisation("示例部")
    with django_assert_num_queries(7):
        call(
            "post", "/organisations/resolve", None, {"names": [f"示例部{at}" for at in range(many)]}
        )
