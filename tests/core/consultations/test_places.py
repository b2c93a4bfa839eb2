"""What people write in the column of clauses, as addresses; and comments in the order of the draft."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.core.consultations import Draft, order_key, place_of, places, said
from guiju.core.consultations.places import joined, ranges
from tests.core.consultations.drafts import first

WRITTEN = {
    "4.2": ["第4.2条", "4.2", "4. 2", "４．２", "4。2", "Clause 4.2", "§4.2", "4.2 外观", "4.2：", "第4章 4.2", "4.2 外观 0.5"],
    "4": ["第四章", "第4章", "4 一般要求", "Section 4"],
    "A.1": ["附录A.1", "A.1", "Annex A.1", "附录A 第A.1条"],
    "A": ["附录A", "附 录 A（规范性）", "Annex a", "A"],
    "table-1": ["表1", "表 １", "Table 1", "4.2 表1", "表1 材料的限量"],
    "table-A.1": ["表A.1", "表 A1"],
    "table-3.0.2-1": ["表3.0.2-1"],
    "figure-2": ["图2", "Fig. 2"],
    "formula-3": ["公式（3）", "式(3)"],
    "": ["全文", "General", "整体", "", "—", "（全文）"],
    "cover": ["封面", "标准名称"],
    "foreword": ["前言", "Foreword"],
    "foreword/p2": ["前言第2段", "前言 第二段"],
    "3.2": ["3.2", "术语3.2", "3 术语和定义 3.2"],
    "5.3/b": ["5.3 b)", "5.3b）", "5.3 (b)", "5.3列项b)"],
    "5.3/a/2": ["5.3 a) 2)"],
    "5.1/p2": ["5.1 第二段", "5.1 para 2"],
    "5.3/note-1": ["5.3 注1", "5.3的注"],
    "5.3/example-2": ["5.3 示例2"],
    "table-1/r3": ["表1第3行"],
    "table-1/r3/c2": ["表1 第3行 第2列"],
    "4.2..4.5": ["4.2~4.5", "4.2-4.5", "4.2 至 4.5", "第4.2条～第4.5条", "Clauses 4.2 to 4.5"],
    "4.2.1..4.2.3": ["4.2.1~3"],
    "A..C": ["附录A~C"],
    "table-1,table-2": ["表1、2", "表1和表2", "Tables 1 and 2"],
    "5.3/a,5.3/b": ["5.3 a)、b)"],
    "4.2,5.1,6": ["4.2、5.1和6", "4.2, 5.1; 6"],
    None: ["第12页", "第12页第5行", "厚度", "一般要求", "？", "见下"],
}  # fmt: skip


@pytest.mark.parametrize(("place", "ways"), WRITTEN.items())
def test_a_place_is_read_however_it_is_written(place, ways):
    assert {way: place_of(way) for way in ways} == dict.fromkeys(ways, place)


@pytest.mark.parametrize("place", [place for place in WRITTEN if place is not None])
def test_what_a_table_says_is_read_again(place):
    assert place_of(said(place)) == place


def test_an_element_is_the_chapter_of_the_draft_that_bears_its_name():
    draft = Draft.of(first())
    assert [place_of(one, draft) for one in ("范围", "术语和定义", "前言")] == [
        "1",
        "3",
        "foreword",
    ]


def test_examples_in_the_texts_hold():
    assert doctest.testmod(places).failed == 0


@given(st.text("4.25AB表图附录第条章段a)~、, 至和x０．", max_size=12))
def test_whatever_is_written_its_reading_is_a_fixed_point(written):
    place = place_of(written)
    assert place is None or place_of(said(place)) is not None
    assert place is None or joined(ranges(place)) == place


def test_the_order_of_the_draft():
    """A table stands where it is in the text; what the draft does not have follows what is near it."""
    draft = Draft.of(first())
    wanted = ["", "cover", "foreword", "3.1", "4", "5", "5.2", "5.4/b", "5.4/note-1", "5.4/z", "5.5",
              "table-1", "table-1/r3", "table-1/r3/c2", "5.9", "6", "6.1..6.3", "A.1", "9.1", "table-9", None]  # fmt: skip
    backwards = wanted[::-1]
    assert sorted(backwards, key=lambda place: order_key(place, draft)) == wanted


def test_numbers_count_without_a_draft():
    wanted = [
        "",
        "cover",
        "foreword",
        "1",
        "2.10/b",
        "2.10.1",
        "4",
        "10",
        "10.2",
        "A",
        "A.2",
        "A.10",
        "B",
        "bibliography",
        "table-2",
        "table-10",
        "figure-1",
        None,
    ]
    backwards = wanted[::-1]
    assert sorted(backwards, key=order_key) == wanted
