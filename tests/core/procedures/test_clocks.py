"""Clocks of duties: extension, suspension, holidays, and a law that changes in the middle."""

from datetime import date

import pytest

from guiju.core.procedures.calendar.files import calendar
from guiju.core.procedures.calendar.periods import Period, period
from guiju.core.procedures.clocks import Clock

CALENDAR = calendar()


def clock(start, count, unit):
    return Clock("example", start, Period("example", count, unit, "example"))


def due(one):
    found = one.due(CALENDAR)
    return found and found.day


def test_a_clock_keeps_the_law_of_the_day_on_which_it_started():
    key, start = "procedures.making_recommended", date(2023, 2, 20)
    old = Clock("making", start, period(key, start))
    new = Clock("making", date(2023, 3, 1), period(key, date(2023, 3, 1)))
    assert (due(old), due(new)) == (date(2025, 2, 20), date(2024, 9, 2))


@pytest.mark.parametrize(
    ("unit", "count", "suspended", "resumed", "last"),
    [
        ("days", 30, date(2026, 3, 10), date(2026, 3, 20), date(2026, 4, 13)),  # 11 April: Saturday
        ("days", 30, date(2026, 3, 10), date(2026, 3, 10), date(2026, 4, 1)),
        ("working days", 10, date(2026, 9, 28), date(2026, 10, 8), date(2026, 10, 16)),
        ("months", 1, date(2026, 3, 31), date(2026, 4, 7), date(2026, 4, 9)),
    ],
)
def test_a_suspension_is_added_at_the_end(unit, count, suspended, resumed, last):
    one = clock(date(2026, 3, 2) if unit != "working days" else date(2026, 9, 22), count, unit)
    paused = one.suspend(suspended)
    assert (due(paused), paused.overdue(CALENDAR, date(2026, 12, 31))) == (None, False)
    assert due(paused.resume(resumed)) == last
    assert paused.suspend(resumed) == paused


def test_overdue_only_after_the_last_day():
    one = clock(date(2026, 8, 3), 60, "days")  # rolled from 2 October to the 8th
    assert [one.overdue(CALENDAR, date(2026, 10, day)) for day in (3, 8, 9)] == [False, False, True]


def test_nothing_is_overdue_while_its_last_day_is_unsettled():
    one = clock(date(2026, 12, 1), 60, "days")
    assert not one.overdue(CALENDAR, date(2027, 6, 1))


def test_reminders_come_before_the_day_that_is_really_due():
    one = clock(date(2026, 3, 2), 60, "days")
    assert one.reminders(CALENDAR, (30, 90)) == (date(2026, 2, 5), date(2026, 4, 6))
    assert one.suspend(date(2026, 3, 3)).reminders(CALENDAR, (30,)) == ()
