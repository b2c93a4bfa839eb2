"""What comes first."""

from dataclasses import replace

import pytest

from guiju.search import Query, Reader, Sort, execute, rebuild
from tests.search.corpus import TODAY, entry, life


@pytest.mark.parametrize(
    ("text", "reading", "wanted"),
    [
        ("GB/T 1.1-2009", ("gbt1.12009", "gbt1.1"), [2, 1]),
        ("GB/T 1.1", ("gbt1.1",), [1, 2]),
        ("gb/t1.1-2020", ("gbt1.12020", "gbt1.1"), [1, 2]),
        ("gb 1.1", ("gb1.1", "gbt1.1"), [1, 2]),
        ("ISO 9001-15", ("iso90012015",), [7]),
        ("iso9001", ("iso9001",), [7, 8]),
        ("ISO 9001", ("iso9001",), [7, 8]),
    ],
)
def test_the_number_asked_for_comes_first(found, text, reading, wanted):
    assert found(text, reading=reading)[: len(wanted)] == wanted


def test_a_number_finds_what_bears_or_mentions_it_and_no_pieces(found):
    ids = found("ISO 9001", reading=("iso9001",))
    assert (ids[:2], sorted(ids[2:])) == ([7, 8], [6, 9])


@pytest.mark.parametrize(("text", "first"), [("GB/T 1.1", 1), ("GB/T 11", 2), ("gb/t1.1", 1)])
@pytest.mark.parametrize("over", [1, 2])
def test_of_numbers_that_share_a_key_the_one_that_is_written_comes_first(
    tmp_path, text, first, over
):
    lives = {
        over: life("2008-01-01", "2008-06-01", "2019-01-01"),
        3 - over: life(*["2008-01-01"] * 2),
    }
    alike = [
        replace(entry(at, number), keys=("gbt11",), span=lives[at])
        for at, number in ((1, "GB/T 1.1-2020"), (2, "GB/T 11-2008"))
    ]
    rebuild(tmp_path, alike)
    query = Query(on=TODAY, text=text, reading=("gbt11",))
    hits = execute(Reader(tmp_path), query).hits
    assert [hit.id for hit in hits] == [first, 3 - first]


def test_a_reading_that_is_in_no_record_leaves_the_words_as_they_are(found):
    assert found("dB 55", reading=("db55",)) == [14]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Quality management systems - Requirements", [7, 6, 8, 9]),
        ("生活饮用水卫生标准", [3, 4]),
        ("质量标准", [5, 14]),
    ],
)
def test_titles(found, text, wanted):
    assert sorted(found(text)[:2]) == sorted(wanted[:2])
    assert sorted(found(text)) == sorted(wanted)


def test_the_whole_title_comes_before_titles_that_hold_it(found):
    assert found("Quality management systems - Requirements")[-1] == 9


def test_a_title_counts_more_than_a_text(found):
    assert found("dB")[0] == 14
    assert found("标准化") == [1, 2]


def test_a_whole_word_comes_before_its_beginning(found):
    assert found("standard")[0] == 16
    assert sorted(found("standard")) == [1, 3, 5, 16]


@pytest.mark.parametrize(
    ("sort", "wanted"),
    [
        (Sort.NEWEST, [1, 2]),
        (Sort.NUMBER, [2, 1]),
        (Sort.TITLE, [2, 1]),
    ],
)
def test_orders(found, sort, wanted):
    assert found("标准化工作导则", sort=sort) == wanted


def test_numbers_are_ordered_as_numbers(book):
    hits = execute(book, Query(on=TODAY, text="GB", sort=Sort.NUMBER, limit=50)).hits
    assert [hit.number for hit in hits] == [
        "GB 3095-2012",
        "GB 3096-2008",
        "GB 5749-2006",
        "GB 5749-2022",
        "GB/T 1.1-2009",
        "GB/T 1.1-2020",
        "GB/T 19001-2016",
        "GB/T 22080-2016",
    ]


def test_the_parts_of_a_number_come_before_what_only_holds_its_pieces(tmp_path):
    names = ("GB/T 19630.1-2011", "GB/T 1.2-2020", "GB/T 1.1-2020", "GB/T 150.1-2024")
    rebuild(
        tmp_path,
        [
            replace(entry(at, name, zh="第1部分"), keys=(name.lower().replace(" ", ""),))
            for at, name in enumerate(names)
        ],
    )
    query = Query(on=TODAY, text="GB/T 1", reading=("gb/t1", "gb1"))
    assert {hit.id for hit in execute(Reader(tmp_path), query).hits[:2]} == {1, 2}
