"""The codes of a real catalogue: nearly all are read, the rest refused with a true reason."""

import json

import pytest

from guiju.core.numbers import canonical, display, parse, read_to_json
from tests.shared_data import shared

LEVELS = {
    "国家标准": {"national"},
    "行业标准": {"industry"},
    "地方标准": {"local_province", "local_city"},
    "团体标准": {"group"},
}
REASONS = {"T/HSCA 001.—2017": ("圆点之后没有部分号", "T/HSCA 001-2017")}


@pytest.fixture(scope="module")
def rows():
    path = shared("data/catalogue/sports-standards.json")
    return json.loads(path.read_text("utf-8"))["standards"]


def test_all_but_one_are_read_and_that_one_for_a_reason(rows):
    refused = {}
    for row in rows:
        answer = read_to_json(row["code"])
        if not answer["ok"]:
            refused[row["code"]] = answer["error"]
    assert set(refused) == set(REASONS)
    for code, error in refused.items():
        reason, likely = REASONS[code]
        assert reason in error["zh"]
        assert error["likely"] == likely


def test_the_level_is_that_of_the_catalogue(rows):
    numbers = [(row, parse(row["code"])) for row in rows if row["code"] not in REASONS]
    assert [row for row, number in numbers if number.level not in LEVELS[row["type"]]] == []


def test_both_forms_round_trip(rows):
    for row in rows:
        if row["code"] not in REASONS:
            number = parse(row["code"])
            assert parse(canonical(number)) == number
            assert parse(display(number)) == number


def test_what_replaces_them_is_a_number_or_a_committee(rows):
    kinds = {"standard": 0, "committee": 0}
    for row in rows:
        if row["replacedBy"]:
            kinds[parse(row["replacedBy"]).kind] += 1
    assert kinds == {"standard": 39, "committee": 56}
