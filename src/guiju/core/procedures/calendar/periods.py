"""Periods of law (期间), counted as the Civil Code counts them (民法典 第二百零一条至第二百零三条)."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from guiju.core.errors import Bilingual, InputError
from guiju.core.params import ParamError, all_params, param
from guiju.core.procedures.calendar.days import Calendar

Unit = Literal["days", "working days", "months", "years"]
UNITS: dict[Unit, Bilingual] = {
    "days": Bilingual("日", "days"),
    "working days": Bilingual("个工作日", "working days"),
    "months": Bilingual("个月", "months"),
    "years": Bilingual("年", "years"),
}
_ROLLS = "procedures.last_day_rolls"


class NoPeriod(InputError):
    """A parameter that is no period (参数不是期间)."""

    code = "procedures.period"
    zh = "参数“{subject}”的单位是“{unit}”，不是期间。期间的单位应为 days、working days、months 或 years。"
    en = "The unit of “{subject}” is “{unit}”: no period. It should be days, working days, months or years."


@dataclass(frozen=True, slots=True)
class Period:
    """A period in force on some day, with the parameter and the law that it comes from."""

    key: str
    count: int
    unit: Unit
    basis: str

    @property
    def says(self) -> Bilingual:
        words = UNITS[self.unit]
        one = words.en.removesuffix("s") if self.count == 1 else words.en
        return Bilingual(f"{self.count} {words.zh}", f"{self.count} {one}")


@dataclass(frozen=True, slots=True)
class Due:
    """The last day of a period (届满日). Not settled: a later notice of holidays may still move it."""

    day: date
    settled: bool = True


def period(key: str, on: date) -> Period:
    """The period that the parameter `key` lays down on a day. Raises ParamError and NoPeriod."""
    for one in all_params():
        if one.key == key and one.since <= on and (one.until is None or on < one.until):
            if one.unit not in UNITS:
                raise NoPeriod(key, unit=one.unit)
            return Period(key, int(one.value), one.unit, one.basis)
    raise ParamError(key, on=on.isoformat())


def add(calendar: Calendar, day: date, count: int, unit: Unit) -> date:
    """The last day of a period that `day` sets off: that day itself is not counted (第二百零一条)."""
    if unit == "working days":
        return calendar.add(day, count)
    if unit == "days":
        return day + timedelta(days=count)
    months = day.month - 1 + count * (12 if unit == "years" else 1)
    year, month = day.year + months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def last_day(calendar: Calendar, day: date) -> Due:
    """A period whose last day is a day off ends on the next working day (第二百零三条)."""
    if not param(_ROLLS, day):
        return Due(day)
    if not calendar.knows(day):
        return Due(day, settled=False)
    rolled = day
    while calendar.knows(rolled) and not calendar.is_working(rolled):
        rolled += timedelta(days=1)
    return Due(rolled, settled=calendar.knows(rolled))


def end(calendar: Calendar, start: date, length: Period) -> Due:
    """The last day of a period set off on `start`."""
    return last_day(calendar, add(calendar, start, length.count, length.unit))
