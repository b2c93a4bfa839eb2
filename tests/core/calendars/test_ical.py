"""Calendars, read back by a strict reader of RFC 5545."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.core.calendars.ical import DayEvent, folded, ical
from tests.core.calendars.reading import read

AT = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)


def test_an_event_is_read_back_as_it_was_written():
    one = DayEvent(
        "duty-7@guiju", date(2026, 12, 31), "示例：报批, 最后一天; 请办理", AT, "第一行\n第二行 \\ 完", "https://example.org/a", "时限",
    )  # fmt: skip
    name, (event,) = read(ical("我的日历", [one]))
    assert name == "我的日历"
    assert event == {
        "UID": "duty-7@guiju",
        "DTSTAMP": "20260302T083000Z",
        "DTSTART;VALUE=DATE": "20261231",
        "DTEND;VALUE=DATE": "20270101",
        "SUMMARY": one.title,
        "DESCRIPTION": one.text,
        "CATEGORIES": "时限",
        "URL": one.url,
        "TRANSP": "TRANSPARENT",
    }


def test_an_empty_calendar_is_one():
    assert read(ical("空", [])) == ("空", [])


@pytest.mark.parametrize("width", [74, 75, 76, 149, 150])
def test_lines_are_folded_at_75_octets(width):
    parts = list(folded("x" * width))
    assert [len(one) <= 75 for one in parts] == [True] * len(parts)
    assert parts[0] + b"".join(one[1:] for one in parts[1:]) == b"x" * width


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=200))
def test_any_title_comes_back(title):
    _, (event,) = read(ical("示例", [DayEvent("a@guiju", date(2026, 1, 1), title, AT)]))
    assert event["SUMMARY"] == title
