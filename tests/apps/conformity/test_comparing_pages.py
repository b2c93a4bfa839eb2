"""Limits side by side and sampling plans: pages without storage."""

import io

import openpyxl
import pytest

pytestmark = pytest.mark.django_db
AGAINST, SAMPLING = "/conformity/against/", "/conformity/sampling/"
OWN = "指标,限值,单位\n总磷,≤0.02,mg/L\n溶解氧,≥1,mg/L\n色泽,合格,\n"


def test_a_standard_against_itself_is_equal(client):
    page = client.get(AGAINST, {"a": "GB 3838-2002", "b": "GB 3838-2002"})
    counts = page.context["found"].against.counts
    assert set(counts) == {"equal"}


def test_two_standards_as_a_page_and_as_a_workbook(client):
    asked = {"a": "GB 3838-2002", "b": "GB 5749-2022"}
    page = client.get(AGAINST, asked)
    cases = page.context["found"].against.cases
    assert len(page.context["both"]) + len(page.context["alone"]) == len(cases)
    answer = client.get(AGAINST, asked | {"xlsx": "1"})
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    assert book.worksheets[1].max_row == len(cases) + 1


def test_own_indicators_that_fall_short(client):
    page = client.post(f"{AGAINST}own/", {"b": "GB 5749-2022", "pasted": OWN})
    found = page.context["found"]
    assert len(found.refused) == 1
    answer = client.post(f"{AGAINST}own/", {"b": "GB 5749-2022", "pasted": OWN, "xlsx": "1"})
    assert answer.content.startswith(b"PK")


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"b": "GB 5749-2022"}, "请选择一个文件"),
        ({"b": "GB 5749-2022", "pasted": "a,b\n1,2"}, "不是指标表"),
        ({"b": "GB 1-1900", "pasted": OWN}, "不在可用的选项中"),
    ],
)
def test_what_cannot_be_compared_says_why(client, given, sentence):
    answer = client.post(f"{AGAINST}own/", given)
    assert (answer.status_code, sentence in answer.content.decode()) == (200, True)


@pytest.mark.parametrize(
    ("asked", "n", "accept", "has_curve"),
    [
        ({}, 80, 2, True),
        ({"lot": 1000, "level": "Ⅱ", "aql": "1.0", "state": "tightened"}, 80, 1, True),
        ({"lot": 1000, "level": "ii", "aql": "1", "state": ""}, 80, 2, True),
        ({"lot": 10, "level": "Ⅱ", "aql": "0.10", "state": "normal"}, 10, 0, False),
    ],
)
def test_a_plan_and_its_curve(client, asked, n, accept, has_curve):
    page = client.get(SAMPLING, asked)
    found = page.context["found"]
    assert (found.plan.size, found.plan.plan.accept, bool(found.curve)) == (n, accept, has_curve)
    assert ("<svg" in page.content.decode().partition("<main")[2]) == has_curve


def test_a_lot_of_one_has_no_plan(client):
    page = client.get(
        SAMPLING,
        {"lot": 1, "level": "Ⅱ", "aql": "1.0", "state": "normal", "counted": "percent"},
    )
    assert "批量应当不小于2" in page.content.decode()
