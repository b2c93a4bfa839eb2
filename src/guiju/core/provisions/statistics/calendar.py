"""Hours, days, months, quarters and years as whole numbers (时段), and their names.

An hour bears the number of its end: the 24th hour of a day ends when the next day begins, and is
of the day that ends (时标为小时末). Hours, days and months are counted from 1970.
"""

from datetime import date, timedelta

from guiju.core.provisions.composed import Unit

_FIRST = date(1970, 1, 1)
LENGTHS: dict[Unit, int] = {"month": 1, "quarter": 3, "year": 12}


def hour_of(day: date, hour: int) -> int:
    """The hour that ends so many hours into a day: 1 to 24; 0 is the last of the day before."""
    return (day - _FIRST).days * 24 + hour


def day_of(hour: int) -> int:
    """The day to which an hour belongs."""
    return (hour - 1) // 24


def hour_in_day(hour: int) -> int:
    """1 to 24."""
    return (hour - 1) % 24 + 1


def date_of(day: int) -> date:
    return _FIRST + timedelta(days=day)


def month_of(day: int) -> int:
    found = date_of(day)
    return (found.year - 1970) * 12 + found.month - 1


def first_day(month: int) -> int:
    """The day on which a month begins."""
    return (date(1970 + month // 12, month % 12 + 1, 1) - _FIRST).days


def period_of(day: int, unit: Unit) -> int:
    """The number of the day, month, quarter or year that holds a day."""
    return day if unit == "day" else month_of(day) // LENGTHS[unit]


def months_of(period: int, unit: Unit) -> range:
    """The months of a month, quarter or year."""
    length = LENGTHS[unit]
    return range(period * length, (period + 1) * length)


def is_february(month: int) -> bool:
    return month % 12 == 1


def first_date(period: int, unit: Unit) -> date:
    """The first day of a period; of an hour the day to which it belongs."""
    if unit == "hour":
        return date_of(day_of(period))
    return date_of(period if unit == "day" else first_day(period * LENGTHS[unit]))


def name_of(period: int, unit: Unit) -> str:
    """`2024`, `2024-Q1`, `2024-02`, `2024-02-29`, `2024-02-29 24:00`.

    >>> name_of(216, "quarter"), name_of(hour_of(date(2024, 2, 29), 24), "hour")
    ('2024-Q1', '2024-02-29 24:00')
    """
    day = first_date(period, unit)
    names = {
        "hour": f"{day} {hour_in_day(period):02}:00",
        "day": f"{day}",
        "month": f"{day:%Y-%m}",
        "quarter": f"{day.year}-Q{(day.month + 2) // 3}",
        "year": f"{day.year}",
    }
    return names[unit]
