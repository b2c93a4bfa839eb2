"""Partial dates: reading, comparing, saying."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.core.records.partial import BadDate, Partial, parse, parse_or_none

days = st.dates(date(1800, 1, 1), date(2199, 12, 31))


@st.composite
def partials(draw):
    day = draw(days)
    width = draw(st.sampled_from([4, 7, 10]))
    return parse(day.isoformat()[:width])


@pytest.mark.parametrize(
    ("text", "first", "last", "zh", "en"),
    [
        ("2003", date(2003, 1, 1), date(2003, 12, 31), "2003年", "2003"),
        ("2003-06", date(2003, 6, 1), date(2003, 6, 30), "2003年6月", "June 2003"),
        ("2003-06-05", date(2003, 6, 5), date(2003, 6, 5), "2003年6月5日", "5 June 2003"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "2024年2月", "February 2024"),
        ("1900-02", date(1900, 2, 1), date(1900, 2, 28), "1900年2月", "February 1900"),
    ],
)
def test_it_reads_bounds_and_says(text, first, last, zh, en):
    one = parse(text)
    assert (one.first, one.last, one.say(), str(one)) == (first, last, (zh, en), text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2003-13", "there is no month 13"),
        ("2003-02-29", "that month has no day 29"),
        ("2003-06-31", "that month has no day 31"),
        ("2003-00", "no year, month or day is zero"),
        ("0000", "no year, month or day is zero"),
        ("0999", "the year must lie between 1800 and 2199"),
        ("2900-01-01", "the year must lie between 1800 and 2199"),
        ("", "it is not written like one"),
        ("2003-6-5", "it is not written like one"),
        ("2003-06-05T00:00", "it is not written like one"),
        ("\uff12\uff10\uff10\uff13", "it is not written like one"),
        ("2003-06-05-07", "it is not written like one"),
        ("-2003", "it is not written like one"),
    ],
)
def test_an_impossible_date_is_refused_with_the_reason(text, why):
    with pytest.raises(BadDate) as refusal:
        parse(text)
    assert refusal.value.sentence.en == (
        f"“{text}” is not a date: {why}. Write 2003, 2003-06 or 2003-06-05."
    )
    assert parse_or_none(text) is None


@pytest.mark.parametrize(
    ("one", "other", "surely", "maybe", "agrees"),
    [
        ("2003", "2004", True, True, False),
        ("2003", "2003-06", False, True, True),
        ("2003-06", "2003", False, True, True),
        ("2003-06-05", "2003-06-05", False, False, True),
        ("2003-06-05", "2003-06-06", True, True, False),
        ("2003-06", "2003-07-01", True, True, False),
        ("2004", "2003-12-31", False, False, False),
    ],
)
def test_it_compares(one, other, surely, maybe, agrees):
    a, b = parse(one), parse(other)
    assert (a.surely_before(b), a.maybe_before(b), a.agrees_with(b)) == (surely, maybe, agrees)


@given(partials())
def test_written_and_read_it_is_the_same(one):
    assert parse(str(one)) == one


@given(partials(), partials(), st.data())
def test_surely_and_maybe_are_about_days(one, other, data):
    a = data.draw(st.dates(one.first, one.last))
    b = data.draw(st.dates(other.first, other.last))
    if one.surely_before(other):
        assert a < b
    if a < b:
        assert one.maybe_before(other)
    if a == b:
        assert one.agrees_with(other)


def test_a_day_is_a_day():
    assert [Partial(2003).is_day, Partial(2003, 6).is_day, Partial(2003, 6, 5).is_day] == [
        False,
        False,
        True,
    ]
