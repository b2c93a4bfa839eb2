"""Working days and periods: the notices of eight years, make-up days, and the Civil Code's counting."""

from datetime import date

import pytest

from guiju.core.procedures.calendar.days import CalendarUnknown
from guiju.core.procedures.calendar.files import calendar, read_year, years
from guiju.core.procedures.calendar.periods import Due, NoPeriod, Period, end, period
from guiju.core.provisions.files.nodes import RuleFileError

CALENDAR = calendar()


def days(count, unit="days"):
    return Period("example", count, unit, "example")


def test_the_years_that_are_known():
    assert [one.year for one in years()] == list(range(2019, 2027))


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2026, 2, 14), True),  # a Saturday made up for
        (date(2026, 2, 16), False),  # Monday of the Spring Festival
        (date(2026, 2, 24), True),
        (date(2026, 10, 10), True),
        (date(2020, 1, 31), False),  # prolonged in 2020
        (date(2020, 2, 1), False),  # first to be worked, then not
        (date(2022, 12, 31), False),
        (date(2018, 12, 30), None),
        (date(2023, 10, 7), True),
        (date(2024, 2, 9), True),  # the eve was left to employers
    ],
)
def test_a_day(day, working):
    if working is None:
        with pytest.raises(CalendarUnknown):
            CALENDAR.is_working(day)
    else:
        assert CALENDAR.is_working(day) is working


# Counted by hand from the notices: weekdays, less days off, plus made-up weekend days.
@pytest.mark.parametrize(
    ("year", "working"),
    [(2019, 250), (2020, 249), (2021, 250), (2022, 249), (2023, 249), (2024, 251), (2025, 248), (2026, 248)],
)  # fmt: skip
def test_how_many_working_days_a_year_has(year, working):
    assert CALENDAR.between(date(year, 1, 1), date(year + 1, 1, 1)) == working


@pytest.mark.parametrize(
    ("start", "length", "due"),
    [
        (date(2026, 3, 2), days(60), Due(date(2026, 5, 6))),  # 1 May is a holiday until the 5th
        (date(2026, 8, 3), days(60), Due(date(2026, 10, 8))),
        (date(2026, 8, 3), days(30), Due(date(2026, 9, 2))),
        (date(2026, 1, 15), days(30), Due(date(2026, 2, 14))),  # a make-up Saturday is no day off
        (date(2026, 9, 30), days(3, "working days"), Due(date(2026, 10, 10))),
        (date(2026, 9, 18), days(1, "working days"), Due(date(2026, 9, 20))),  # a made-up Sunday
        (date(2025, 1, 31), days(1, "months"), Due(date(2025, 2, 28))),
        (date(2024, 2, 29), days(1, "years"), Due(date(2025, 2, 28))),
        (date(2025, 4, 4), days(18, "months"), Due(date(2026, 10, 8))),
        (date(2026, 11, 1), days(60), Due(date(2026, 12, 31))),
        (date(2026, 12, 1), days(60), Due(date(2027, 1, 30), settled=False)),
    ],
)
def test_the_last_day_of_a_period(start, length, due):
    assert end(CALENDAR, start, length) == due


def test_working_days_of_an_unknown_year_are_refused_with_a_sentence():
    with pytest.raises(CalendarUnknown) as caught:
        end(CALENDAR, date(2026, 12, 30), days(3, "working days"))
    assert caught.value.sentence.en == (
        "The rulebook has no holiday notice of 2027, so whether 2027-01-01 is a working day is not "
        "known. Add the year in rulebook/calendar when the notice is published."
    )
    assert caught.value.sentence.zh.startswith("规则库中没有 2027 年的放假安排")


def test_the_law_of_the_day():
    before, after = date(2023, 2, 28), date(2023, 3, 1)
    key = "procedures.making_recommended"
    assert (period(key, before).says.zh, period(key, after).says.en) == ("24 个月", "18 months")
    with pytest.raises(NoPeriod):
        period("procedures.committee_for", after)


@pytest.mark.parametrize(
    ("data", "line"),
    [
        ("year: 2030\nbasis: b\noff: []\nwork: [2030-01-02]\n", 4),  # a Wednesday
        ("year: 2030\nbasis: b\noff:\n  - {name: [元旦, New Year], from: 2030-01-05, to: 2030-01-01}\nwork: []\n", 4),
        ("year: MMXXX\nbasis: b\noff: []\nwork: []\n", 1),
    ],
)  # fmt: skip
def test_a_wrong_notice_is_refused_with_its_line(data, line):
    with pytest.raises(RuleFileError) as caught:
        read_year(data, "2030.yaml")
    assert caught.value.values["line"] == line
