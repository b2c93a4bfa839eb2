"""CCS codes: what is read, what is refused and why, and the table of classes and groups."""

import csv
from itertools import pairwise

import pytest

from guiju.core.codes import ccs
from guiju.core.codes.classes import ClassCodeError
from tests.shared_data import shared

SHAPE = "应写作 1 个大写字母加 2 位数字，如 A 00"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("A 00", "A00"),
        ("A00", "A00"),
        ("a00", "A00"),
        ("\uff21\uff10\uff10", "A00"),
        ("CCS A 00", "A00"),
        ("CCS：C 00", "C00"),
        ("L", "L"),
        ("A00/09", "A00/09"),
        ("A 00/A09", "A00/09"),
        ("A00-09", "A00/09"),
        ("A00～A09", "A00/09"),
    ],
)
def test_a_code_is_read(written, code):
    assert ccs.parse(written) == code
    assert ccs.parse(ccs.display(code)) == code


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("", SHAPE),
        ("00", SHAPE),
        ("A0", SHAPE),
        ("A000", SHAPE),
        ("A/09", SHAPE),
        ("AA00", SHAPE),
        ("35.240", SHAPE),
        ("AO0", "是否指 A00？"),
        ("AI0", "是否指 A10？"),
        ("I10", "没有 I 类（24 个大类中没有 I 和 O）"),
        ("O", "没有 O 类（24 个大类中没有 I 和 O）"),
        ("A00/08", "没有这一组，是否指 A00/09？"),
        ("A95/99", "没有这一组，是否指 A？"),
    ],
)
def test_what_is_no_code_is_refused_with_the_reason(written, reason):
    with pytest.raises(ClassCodeError) as caught:
        ccs.parse(written)
    assert caught.value.sentence.zh == f"“{written}”不是 CCS 代码：{reason}"


@pytest.mark.parametrize(
    ("code", "parents", "shown"),
    [
        ("A00", ("A00/09", "A"), "A 00"),
        ("X85", ("X85/89", "X"), "X 85"),
        ("A95", ("A",), "A 95"),
        ("A00/09", ("A",), "A 00/09"),
        ("A", (), "A"),
    ],
)
def test_a_code_lies_in_its_group_and_class(code, parents, shown):
    assert (ccs.parents(code), ccs.display(code)) == (parents, shown)


def test_names_are_in_both_languages():
    assert ccs.name("P") == ("土木、建筑", "Civil engineering, construction")
    assert ccs.name("A20/39") == ("基础标准", "Basic standards")
    assert ccs.name("A00") is None


def test_the_ranges_of_a_class_follow_each_other():
    assert "".join(ccs.classes()) == "ABCDEFGHJKLMNPQRSTUVWXYZ"
    for letter in ccs.classes():
        ends = [(int(code[1:3]), int(code[4:6])) for code in ccs.groups(letter)]
        assert all(first <= last for first, last in ends)
        assert all(one[1] < two[0] for one, two in pairwise(ends))


@pytest.mark.parametrize("level", [1, 2])
def test_codes_are_those_of_the_real_classification(level):
    text = shared(f"data/classification/ccs-level{level}.csv").read_text("utf-8-sig")
    real = {row[0] for row in list(csv.reader(text.splitlines()))[1:]}
    groups = {code for letter in ccs.classes() for code in ccs.groups(letter)}
    assert real == (set(ccs.classes()) if level == 1 else groups)
