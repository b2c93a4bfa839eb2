"""No text makes a search fail, and none makes it long."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guiju.search import Query, Sort, execute, rescue, suggest
from guiju.search.errors import CursorInvalid
from tests.search.corpus import TODAY

NASTY = [
    "",
    " \t\n",
    '"',
    '""',
    '"""',
    "“",
    "\x00\x01\x02",
    "\ud800",
    "a\udfffb",
    "*",
    "?",
    "a*",
    "[a-z]{1000}",
    "(((((",
    "\\",
    "title:x AND NOT y",
    "+must -not ~1",
    "../../etc/passwd",
    "'; DROP TABLE",
    "\u202e\u200b\ufeff",
    "é́́́́",
    "ﷺ" * 50,
    "㍿" * 300,
    "𠀀𠀁𪜀",
    "한국어 ひらがな カタカナ",
    "🙂🙂",
    "a" * 100_000,
    "标" * 100_000,
    "x " * 50_000,
    "1.1/" * 20_000,
    "xian" * 100,
    "a'" * 1_000,
    '"a b" "c d" "',
    "-",
    "/",
]


def faults(reader, text):
    """Orders that find another number, facets that do not count it, proposals that find nothing."""
    asked = Query(on=TODAY, text=text, reading=(text[:50],), facets=("state",))
    answers = [execute(reader, replace(asked, sort=sort)) for sort in Sort]
    total = answers[0].total
    return [
        *(one for one in answers if one.total != total),
        *(one for one in answers if sum(count for _, count in one.facets["state"]) != total),
        *(one for one in rescue(reader, Query(on=TODAY, text=text)) if not one.total),
        *(one for one in suggest(reader, text, reading=(text[:50],)) if not one.text),
    ]


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_nasty_texts(book, text):
    assert faults(book, text) == []


@given(st.text(max_size=60))
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_text(book, text):
    assert faults(book, text) == []


def test_what_is_beyond_the_bounds_is_not_looked_at_and_said(book):
    short = execute(book, Query(on=TODAY, text="质量 要求 nowhere", most_terms=2))
    assert (short.total, short.cut) == (1, True)
    shorter = execute(book, Query(on=TODAY, text="质量xxxx", longest=2))
    assert (shorter.total, shorter.cut) == (3, True)
    assert not execute(book, Query(on=TODAY, text="质量")).cut


@pytest.mark.parametrize(
    "cursor", ["x", "", "e30", "W10", "bnVsbA", "\u0661", "=" * 9, "WyJhIiwxLG51bGxd", "a" * 10_000]
)
def test_a_cursor_that_was_not_given_out_is_refused(book, cursor):
    query = Query(on=TODAY, text="质量", cursor=cursor)
    if not cursor:
        assert execute(book, query).total == 3
        return
    with pytest.raises(CursorInvalid):
        execute(book, query)


def test_a_cursor_of_another_list_is_refused(book):
    cursor = execute(book, Query(on=TODAY, text="质量", limit=1)).next_cursor
    assert execute(book, Query(on=TODAY, text="质量", limit=2, cursor=cursor)).hits
    for other in (
        Query(on=TODAY, text="标准", cursor=cursor),
        Query(on=TODAY, text="质量", sort=Sort.NUMBER, cursor=cursor),
    ):
        with pytest.raises(CursorInvalid):
            execute(book, other)
