"""GB 3838-2002 against the official classes of the national monitoring stations."""

import json
import re
import tarfile

import pytest

from guiju.core.provisions.grading import grade, level_named
from guiju.core.provisions.measured import read_measured
from guiju.core.provisions.rounding import place_of, rounded
from guiju.core.provisions.sample import Sample, value_of
from tests.core.provisions.rule_sets import rule_set
from tests.shared_data import shared

WATER = rule_set("GB_3838-2002.yaml")
CLASS = WATER.ladders[0]
COLUMNS = {"pH": 6, "DO": 7, "CODMn": 10, "NH3N": 11, "TP": 12}
RAW = re.compile("原始值：([^']*)'>([^<]*)<")
# The station's ammonia of 0.19 is above the 0.15 of the best class: an error of the source.
WRONG_AT_THE_SOURCE = {("2021-03-29", "Ⅰ", "0.19")}


@pytest.fixture(scope="module")
def days():
    """The rows of every third day, with their date."""
    with tarfile.open(shared("data/water/surface-water-odd-days.tar.gz")) as archive:
        names = sorted(name for name in archive.getnames() if name.endswith(".json"))
        picked = [*names[::3], *(name for name in names if "2021-03-29" in name)]
        return [(name[-15:-5], json.load(archive.extractfile(name))["tbody"]) for name in picked]


def raw(cell):
    found = RAW.search(cell or "")
    return found[1] if found else re.sub("<[^>]*>", "", cell or "")


def test_the_worst_of_five_on_raw_values_is_the_official_class(days):
    wrong, rows = set(), 0
    for day, table in days:
        for row in table:
            official = (row[4] or "").strip()
            if official not in (*CLASS.levels, CLASS.otherwise):
                continue
            rows += 1
            results = {name: read_measured(raw(row[at])) for name, at in COLUMNS.items()}
            graded = {
                grade(Sample(results, {"waterbody": kind}), CLASS, WATER.characteristics).level
                for kind in ("river", "lake")
            }
            if official not in graded:
                wrong.add((day, official, raw(row[11])))
    assert rows > 3000
    assert wrong == WRONG_AT_THE_SOURCE


def test_published_values_are_the_raw_ones_rounded(days):
    pairs = [
        (read_measured(found[1]).number, read_measured(found[2]).number)
        for _, table in days
        for row in table
        for cell in row[5:15]
        if (found := RAW.search(cell or ""))
    ]
    numbers = [pair for pair in pairs if None not in pair]
    assert len(numbers) > 30000
    assert [pair for pair in numbers if rounded(pair[0], place_of(pair[1])) != pair[1]] == []


def graded(waterbody="", target="", **results):
    attributes = {"waterbody": waterbody} if waterbody else {}
    sample = Sample({name: read_measured(text) for name, text in results.items()}, attributes)
    found = grade(sample, CLASS, WATER.characteristics, target)
    limiting = [place.rung.characteristic for place in found.limiting]
    return found.level, found.possible, found.status, limiting


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"DO": "7.5", "NH3N": "0.15"}, ("Ⅰ", "Ⅰ", "pass", ["DO", "NH3N"])),
        ({"DO": "7.49", "NH3N": "0.15"}, ("Ⅱ", "Ⅱ", "pass", ["DO"])),
        ({"pH": "9.0", "DO": "8"}, ("Ⅰ", "Ⅰ", "pass", ["pH", "DO"])),
        ({"pH": "9.01", "DO": "8"}, ("劣Ⅴ", "劣Ⅴ", "fail", ["pH"])),
        ({"TP": "0.05", "waterbody": "lake"}, ("Ⅲ", "Ⅲ", "pass", ["TP"])),
        ({"TP": "0.05", "waterbody": "river"}, ("Ⅱ", "Ⅱ", "pass", ["TP"])),
        # whether river or lake was not told: no grade by guess
        ({"TP": "0.05"}, ("", "Ⅰ", "undetermined", ["TP", "TP"])),
        ({"TP": "0.05", "DO": "5.5"}, ("", "Ⅲ", "undetermined", ["TP", "TP"])),
        ({"NH3N": "0.6", "target": "Ⅱ"}, ("Ⅲ", "Ⅲ", "fail", ["NH3N"])),
        ({"NH3N": "0.6", "target": "Ⅲ"}, ("Ⅲ", "Ⅲ", "pass", ["NH3N"])),
        # the detection limit lies above the limit of the best class
        ({"oil": "<0.05", "DO": "8"}, ("Ⅰ", "Ⅰ", "pass", ["DO", "oil"])),
        ({"Hg": "<0.0001"}, ("", "Ⅰ", "pass", ["Hg"])),
        ({"Hg": "<0.0001", "target": "Ⅱ"}, ("", "Ⅰ", "undetermined", ["Hg"])),
        ({"Hg": "0.00002L"}, ("Ⅰ", "Ⅰ", "pass", ["Hg"])),
        ({}, ("", "", "missing", [])),
        ({"DO": "—"}, ("", "", "missing", [])),
    ],
)
def test_grades(asked, expected):
    assert graded(**asked) == expected


def test_words_for_water_bodies_and_classes():
    body = WATER.attributes["waterbody"]
    assert [value_of(body, word) for word in ("湖库", "水库", "River", "运河", "海")] == [
        "lake", "lake", "river", "river", None,
    ]  # fmt: skip
    assert [level_named(CLASS, word) for word in ("III", "Ⅲ类", "劣Ⅴ", "六")] == [
        "Ⅲ", "Ⅲ", "劣Ⅴ", None,
    ]  # fmt: skip
