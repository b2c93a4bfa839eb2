"""Which days are working days (工作日), by the yearly notices of the State Council."""

from dataclasses import dataclass
from datetime import date, timedelta

from guiju.core.errors import Bilingual, InputError

DAY = timedelta(days=1)
_SATURDAY = 5


class CalendarUnknown(InputError):
    """The State Council's notice of that year is not in the rulebook (放假安排缺失)."""

    code = "procedures.calendar"
    zh = "规则库中没有 {subject} 年的放假安排，{day} 是否为工作日无法确定。通知发布后请在 rulebook/calendar 中补上。"
    en = (
        "The rulebook has no holiday notice of {subject}, so whether {day} is a working day is not "
        "known. Add the year in rulebook/calendar when the notice is published."
    )


@dataclass(frozen=True, slots=True)
class Holiday:
    """A stretch of days off (放假), both ends included."""

    name: Bilingual
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Year:
    """One notice: its days off, and the weekend days on which work is made up (调休上班)."""

    year: int
    basis: str
    holidays: tuple[Holiday, ...]
    work: frozenset[date]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days of the years whose notices are known."""

    years: frozenset[int]
    off: frozenset[date]
    work: frozenset[date]

    def knows(self, day: date) -> bool:
        return day.year in self.years

    def is_working(self, day: date) -> bool:
        """Raises CalendarUnknown for a day of a year without a notice."""
        if not self.knows(day):
            raise CalendarUnknown(str(day.year), day=day.isoformat())
        if day in self.work:
            return True
        return day not in self.off and day.weekday() < _SATURDAY

    def add(self, day: date, count: int) -> date:
        """The `count`-th working day after `day`; the day itself is not counted."""
        while count:
            day += DAY
            count -= self.is_working(day)
        return day

    def between(self, first: date, end: date) -> int:
        """How many working days lie in `[first, end)`."""
        days = (first + DAY * at for at in range((end - first).days))
        return sum(self.is_working(day) for day in days)


def calendar_of(years: tuple[Year, ...]) -> Calendar:
    """One calendar of several notices. A notice may speak of days of the year before."""
    off = {
        one.first + DAY * at
        for year in years
        for one in year.holidays
        for at in range((one.last - one.first).days + 1)
    }
    return Calendar(
        years=frozenset(year.year for year in years),
        off=frozenset(off),
        work=frozenset(day for year in years for day in year.work),
    )
