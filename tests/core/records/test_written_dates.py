"""Dates as people and spreadsheets write them."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.core.records.partial import BadDate
from guiju.core.records.written import as_iso, try_date

ZERO = date(1899, 12, 30)


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2003-06-05", "2003-06-05"),
        ("2003.6.5", "2003-06-05"),
        ("2003/6/5", "2003-06-05"),
        ("2003年6月5日", "2003-06-05"),
        ("2003 年 6 月 5 日", "2003-06-05"),
        ("２００３年６月", "2003-06"),
        ("2003年", "2003"),
        ("2003-6", "2003-06"),
        ("2003", "2003"),
        ("20030605", "2003-06-05"),
        ("200306", "2003-06"),
        ("2003-06-05 00:00:00", "2003-06-05"),
        ("2003-06-05T08:30:00Z", "2003-06-05"),
        ("37777", "2003-06-05"),
        (37777, "2003-06-05"),
        (37777.5, "2003-06-05"),
        (2003, "2003"),
        (20030605, "2003-06-05"),
        (2003.0, "2003"),
        (datetime(2003, 6, 5, 12, 30), "2003-06-05"),  # noqa: DTZ001
        (date(2003, 6, 5), "2003-06-05"),
        (None, ""),
        ("", ""),
        ("  ", ""),
        ("—", ""),
        ("无", ""),
    ],
)
def test_it_reads(value, iso):
    assert as_iso(value) == iso


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("2003.13.1", "there is no month 13"),
        ("2003年2月30日", "that month has no day 30"),
        ("05/06/2003", "it does not say which is the day and which the month"),
        ("soon", "it is not written like one"),
        ("2003-06-05-", "it is not written like one"),
        ("2003-0-5", "no year, month or day is zero"),
        ("200313", "it is not written like one"),
        (float("nan"), "it is no number"),
        (float("inf"), "it is no number"),
        (3, "it is no serial of a day"),
        (37777777777, "it is no serial of a day"),
        (-37777, "it is no serial of a day"),
        (True, "it is not written like one"),
    ],
)
def test_it_refuses_with_the_reason(value, why):
    with pytest.raises(BadDate) as refusal:
        as_iso(value)
    assert refusal.value.values["why_en"] == why


@given(st.dates(date(1955, 1, 1), date(2118, 12, 31)))
def test_all_forms_of_a_day_are_one(day):
    serial = (day - ZERO).days
    forms = [
        day,
        serial,
        str(serial),
        day.isoformat(),
        f"{day.year}.{day.month}.{day.day}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}/{day.month}/{day.day}",
        f"{day:%Y%m%d}",
    ]
    assert {as_iso(form) for form in forms} == {day.isoformat()}
    assert ZERO + timedelta(days=serial) == day


@given(st.text())
def test_any_text_is_a_date_or_refused(text):
    day, unread = try_date(text)
    assert not (day and unread)
    if day:
        assert as_iso(day) == day
