"""Numbers that Word counts by itself are read as people see them."""

import pytest

from guiju.core.word_numbers import shown
from tests.core.documents.docx.parts import level, lines, num, numbered, p, style


@pytest.mark.parametrize(
    ("number", "form", "expected"),
    [
        (12, "decimal", "12"), (3, "decimalZero", "03"), (21, "chineseCounting", "二十一"),
        (20, "ideographDigital", "二〇"), (2, "ideographTraditional", "乙"),
        (28, "upperLetter", "BB"), (3, "lowerLetter", "c"), (14, "upperRoman", "XIV"),
        (4, "lowerRoman", "iv"), (2, "decimalEnclosedCircle", "②"), (25, "decimalEnclosedCircle", "25"),
        (5, "none", ""), (7, "somethingNew", "7"), (10**9, "upperRoman", "M" * 30),
    ],
)  # fmt: skip
def test_a_number_in_each_format(number, form, expected):
    assert shown(number, form) == expected


def numbers(body, numbering, styles=""):
    return [one.number for one in lines(body, numbering=numbering, styles=styles)]


def test_levels_count_below_each_other_and_begin_anew():
    numbering = numbered(
        level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"), level(2, "lowerLetter", "%3)")
    )
    body = "".join(p("x", properties=num(at)) for at in (0, 1, 1, 2, 2, 0, 1, 2))
    assert numbers(body, numbering) == ["1", "1.1", "1.2", "a)", "b)", "2", "2.1", "a)"]


def test_a_level_that_never_restarts_goes_on():
    numbering = numbered(
        level(0, "decimal", "%1"), level(1, "decimal", "表%2", '<w:lvlRestart w:val="0"/>')
    )
    body = "".join(p("x", properties=num(at)) for at in (0, 1, 0, 1))
    assert numbers(body, numbering) == ["1", "表1", "2", "表2"]


def test_legal_numbers_are_decimal_below_chinese_chapters():
    numbering = numbered(
        level(0, "chineseCounting", "第%1章"), level(1, "decimal", "%1.%2", "<w:isLgl/>")
    )
    body = p("x", properties=num(0)) + p("x", properties=num(1))
    assert numbers(body, numbering) == ["第一章", "1.1"]


def test_a_second_list_may_start_where_it_says():
    more = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering = numbered(level(0, "decimal", "%1")) + (
        f'<w:num w:numId="2"><w:abstractNumId w:val="1"/>{more}</w:num>'
    )
    body = (
        p("x", properties=num(0)) + p("x", properties=num(0, "2")) + p("x", properties=num(0, "2"))
    )
    assert numbers(body, numbering) == ["1", "5", "6"]


def test_a_style_gives_the_number_and_the_style_above_it_too():
    link = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = style("A", "章", link) + style("B", "条", based="A") + style("C", "子章", based="A")
    numbering = numbered(
        level(0, "decimal", "%1"), level(1, "decimal", "%1.%2", '<w:pStyle w:val="B"/>')
    )
    body = (
        p("x", "A")
        + p("x", "B")
        + p("x", "B", '<w:numPr><w:numId w:val="0"/></w:numPr>')
        + p("x", "C")
    )
    assert numbers(body, numbering, styles) == ["1", "1.1", "", "2"]


def test_signs_of_fonts_are_dots():
    numbering = numbered(level(0, "bullet", "\uf0b7"), level(1, "bullet", "——"))
    assert numbers(p("x", properties=num(0)) + p("x", properties=num(1)), numbering) == ["·", "——"]
