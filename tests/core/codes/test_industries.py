"""Industries: what is read, what is refused and why, and the table of sections and divisions."""

import pytest

from guiju.core.codes import industries
from guiju.core.codes.classes import ClassCodeError

SHAPE = "应为门类字母或 2 至 4 位数字，如 7454"


@pytest.mark.parametrize(
    ("written", "code", "shown"),
    [
        ("M", "M", "M"),
        ("m7454", "7454", "M7454"),
        ("M 74", "74", "M74"),
        ("745", "745", "M745"),
        ("\uff10\uff11", "01", "A01"),
        ("GB/T 4754 C26", "26", "C26"),
    ],
)
def test_a_code_is_read(written, code, shown):
    assert (industries.parse(written), industries.display(code)) == (code, shown)


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("", SHAPE),
        ("7", SHAPE),
        ("74541", SHAPE),
        ("制造业", SHAPE),
        ("U", "没有门类 U（A 至 T）"),
        ("98", "没有大类 98"),
        ("00", "没有大类 00"),
        ("C74", "大类 74 属于门类 M，是否指 M74？"),
    ],
)
def test_what_is_no_code_is_refused_with_the_reason(written, reason):
    with pytest.raises(ClassCodeError) as caught:
        industries.parse(written)
    assert caught.value.sentence.zh == f"“{written}”不是 GB/T 4754 代码：{reason}"


@pytest.mark.parametrize(
    ("code", "parents"),
    [("7454", ("745", "74", "M")), ("74", ("M",)), ("M", ()), ("9999", ())],
)
def test_a_code_lies_in_its_group_division_and_section(code, parents):
    assert industries.parents(code) == parents


def test_the_20_sections_share_out_the_97_divisions():
    assert "".join(industries.sections()) == "ABCDEFGHIJKLMNOPQRST"
    shared_out = [code for letter in industries.sections() for code in industries.divisions(letter)]
    assert shared_out == [f"{number:02}" for number in range(1, 98)]
    assert [code for code in shared_out if industries.name(code) is None] == []


def test_names_are_in_both_languages():
    assert industries.name("74") == ("专业技术服务业", "Professional technical services")
    assert industries.name("7454") is None
