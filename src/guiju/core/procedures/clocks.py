"""Clocks of duties (时限): started, extended, suspended, kept or overdue."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from guiju.core.procedures.calendar.days import Calendar
from guiju.core.procedures.calendar.periods import Due, Period, add, last_day


@dataclass(frozen=True, slots=True)
class Pause:
    """A suspension (中止) from a day on; until it is resumed the clock has no last day."""

    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """The clock of one duty, under the parameters in force on the day on which it started."""

    duty: str
    started: date
    length: Period
    extensions: tuple[Period, ...] = ()
    pauses: tuple[Pause, ...] = ()
    done: date | None = None

    @property
    def paused(self) -> bool:
        return bool(self.pauses) and self.pauses[-1].until is None

    def due(self, calendar: Calendar) -> Due | None:
        """The last day; None while suspended."""
        if self.paused:
            return None
        day = self.started
        for one in (self.length, *self.extensions):
            day = add(calendar, day, one.count, one.unit)
        for pause in self.pauses:
            day = self._later(calendar, day, pause)
        return last_day(calendar, day)

    def _later(self, calendar: Calendar, day: date, pause: Pause) -> date:
        if pause.until is None:
            return day
        if self.length.unit == "working days":
            return calendar.add(day, calendar.between(pause.since, pause.until))
        return day + (pause.until - pause.since)

    def overdue(self, calendar: Calendar, on: date) -> bool:
        """Still open after its last day (逾期), as far as that day is settled."""
        if self.done is not None:
            return False
        due = self.due(calendar)
        return due is not None and due.settled and on > due.day

    def suspend(self, on: date) -> "Clock":
        if self.done or self.paused:
            return self
        return replace(self, pauses=(*self.pauses, Pause(on)))

    def resume(self, on: date) -> "Clock":
        if not self.paused:
            return self
        return replace(self, pauses=(*self.pauses[:-1], replace(self.pauses[-1], until=on)))

    def reminders(self, calendar: Calendar, days: tuple[int, ...]) -> tuple[date, ...]:
        """The days on which to remind (预警), the earliest first."""
        due = self.due(calendar)
        if due is None:
            return ()
        return tuple(due.day - timedelta(days=one) for one in sorted(days, reverse=True))
