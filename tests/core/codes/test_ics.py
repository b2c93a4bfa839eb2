"""ICS codes: what is read, what is refused and why, and the table of fields and groups."""

import json

import pytest

from guiju.core.codes import ics
from guiju.core.codes.classes import ClassCodeError
from tests.shared_data import shared

SHAPE = "应写作 2 位大类.3 位中类.2 位小类，如 35.240.30"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("35.240.30", "35.240.30"),
        ("35.240", "35.240"),
        ("35", "35"),
        ("ICS 01.120", "01.120"),
        ("ics：01.120", "01.120"),
        ("\uff13\uff15\uff0e\uff12\uff14\uff10\uff0e\uff13\uff10", "35.240.30"),
        ("35 240 30", "35.240.30"),
        ("35. 240. 30 ", "35.240.30"),
        ("35.40", "35.040"),
        ("1.120", "01.120"),
        ("1.40.01", "01.040.01"),
        ("13.060.", "13.060"),
        ("35.999", "35.999"),
    ],
)
def test_a_code_is_read(written, code):
    assert ics.parse(written) == code
    assert ics.parse(ics.display(code)) == code


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("", SHAPE),
        ("35.2", SHAPE),
        ("35.240.3", SHAPE),
        ("35.240.30.10", SHAPE),
        ("A 00", SHAPE),
        ("35/240", SHAPE),
        ("35240", "是否指 35.240？"),
        ("3524030", "是否指 35.240.30？"),
        ("35.24", "是否指 35.240？"),
        ("99.020", "没有 99 大类"),
        ("05", "没有 05 大类"),
    ],
)
def test_what_is_no_code_is_refused_with_the_reason(written, reason):
    with pytest.raises(ClassCodeError) as caught:
        ics.parse(written)
    assert caught.value.sentence.zh == f"“{written}”不是 ICS 代码：{reason}"


def test_the_english_reason_stands_alone():
    with pytest.raises(ClassCodeError) as caught:
        ics.parse("35240")
    assert caught.value.sentence.en == "“35240” is not a code of ICS: is 35.240 meant?"


@pytest.mark.parametrize(
    ("code", "parents"),
    [("35.240.30", ("35.240", "35")), ("35.240", ("35",)), ("35", ())],
)
def test_a_code_lies_in_its_group_and_field(code, parents):
    assert ics.parents(code) == parents


def test_names_are_in_both_languages():
    assert ics.name("03.120") == ("质量", "Quality")
    assert ics.name("35.240.30") is None


def test_there_are_40_fields_and_each_group_lies_in_one():
    groups = [group for field in ics.fields() for group in ics.groups(field)]
    assert (len(ics.fields()), len(groups), len(set(groups))) == (40, 401, 401)
    assert groups == sorted(groups)


def test_fields_and_groups_are_those_of_the_real_classification():
    lines = shared("data/classification/ics.jsonl").read_text("utf-8-sig").splitlines()
    real = {code for line in lines if len(code := json.loads(line)["code"]) < 7}
    ours = {code for field in ics.fields() for code in (field, *ics.groups(field))}
    assert ours ^ real == set()
