"""A case on a day (某日的办件): what guards ask, what is due, whose turn it is, what the public sees."""

from dataclasses import dataclass
from datetime import date

from guiju.core.errors import Bilingual
from guiju.core.params import param
from guiju.core.procedures.ballots.counting import all_have_voted, tally
from guiju.core.procedures.calendar.days import Calendar, CalendarUnknown
from guiju.core.procedures.calendar.files import calendar as calendar_of_the_rulebook
from guiju.core.procedures.calendar.periods import Due, end
from guiju.core.procedures.case import Case, Held
from guiju.core.procedures.guards import Balloted, Consulted, Running
from guiju.core.procedures.model import Guard, Procedure
from guiju.core.procedures.vocabulary import Shown


@dataclass(frozen=True, slots=True)
class OnDay:
    """A case as it stands on a day; the World that guards ask."""

    case: Case
    on: date
    calendar: Calendar

    @property
    def facts(self) -> dict[str, str]:
        return self.case.facts

    def has(self, material: str) -> bool:
        return any(one.material == material for one in self.case.materials)

    def consultation(self, one: str) -> Consulted:
        held = self.case.round(one)
        if held is None:
            return "never"
        if held.closed is None:
            return "long" if lasted(held, self.calendar, self.on) else "short"
        return "closed" if lasted(held, self.calendar, held.closed) else "cut"

    def unanswered(self, one: str) -> int:
        return self.case.unanswered(one)

    def ballot(self, one: str) -> Balloted:
        found = self.case.ballot(one)
        if found is None:
            return "none"
        if found.closed is not None:
            return "passed" if tally(found).passed else "failed"
        over = found.last is None or self.on > found.last
        return "ripe" if over or all_have_voted(found) else "open"

    def reached(self, fact: str) -> bool:
        day = self.case.facts.get(fact)
        return day is not None and self.on >= date.fromisoformat(day)

    def duty(self, one: str) -> Running:
        clock = self.case.clock(one)
        if clock is None:
            return "idle"
        return "overdue" if clock.overdue(self.calendar, self.on) else "running"

    def waits_until(self, guard: Guard) -> date | None:
        """The last day that a guard waits for, where it waits for one."""
        one = guard.subject
        if guard.kind == "long_enough" and (held := self.case.round(one)):
            return last_of(held, self.calendar).day
        if guard.kind == "ripe" and (ballot := self.case.ballot(one)):
            return ballot.last
        if guard.kind == "reached" and one in self.case.facts:
            return date.fromisoformat(self.case.facts[one])
        if guard.kind == "overdue" and (clock := self.case.clock(one)):
            due = clock.due(self.calendar)
            return due.day if due else None
        return None


def on_day(case: Case, on: date) -> OnDay:
    """The case on a day, by the calendar of the rulebook."""
    return OnDay(case, on, calendar_of_the_rulebook())


def last_of(held: Held, calendar: Calendar) -> Due:
    """The last day on which comments may still come in."""
    return end(calendar, held.opened, held.length)


def lasted(held: Held, calendar: Calendar, on: date) -> bool:
    """Whether its last day is over. Raises CalendarUnknown where nobody can know that yet."""
    last = last_of(held, calendar)
    if on > last.day and not last.settled:
        raise CalendarUnknown(str(last.day.year), day=last.day.isoformat())
    return on > last.day


@dataclass(frozen=True, slots=True)
class OpenDuty:
    """A duty that is running (待办), with its last day; none while it is suspended."""

    duty: str
    title: Bilingual
    owner: str
    due: Due | None
    overdue: bool
    reminders: tuple[date, ...]
    basis: str


def open_duties(procedure: Procedure, case: Case, on: date) -> tuple[OpenDuty, ...]:
    """What is due, the nearest first."""
    calendar = calendar_of_the_rulebook()
    found = []
    for clock in case.clocks:
        if clock.done is not None or procedure.states[case.state].ends:
            continue
        duty = procedure.duties[clock.duty]
        days = tuple(param(duty.reminders, clock.started)) if duty.reminders else ()
        found.append(
            OpenDuty(
                duty=duty.id,
                title=duty.title,
                owner=duty.owner,
                due=clock.due(calendar),
                overdue=clock.overdue(calendar, on),
                reminders=clock.reminders(calendar, days),
                basis=clock.length.basis,
            )
        )
    return tuple(sorted(found, key=lambda one: one.due.day if one.due else date.max))


@dataclass(frozen=True, slots=True)
class PublicView:
    """What everybody may see of a case (公开内容)."""

    state: Bilingual
    stage: str
    shows: tuple[Shown, ...]
    materials: tuple[str, ...]
    open_until: dict[str, Due]


def public_view(procedure: Procedure, case: Case) -> PublicView:
    """The state's own parts, and the published materials of every consultation that was opened."""
    state = procedure.states[case.state]
    calendar = calendar_of_the_rulebook()
    published = {
        material
        for held in case.consultations
        for material in procedure.consultations[held.kind].publishes
    }
    running = (one for one in case.consultations if one.current and one.closed is None)
    return PublicView(
        state=state.title,
        stage=state.stage,
        shows=state.shows,
        materials=tuple(key for key in procedure.materials if key in published),
        open_until={} if state.ends else {one.kind: last_of(one, calendar) for one in running},
    )
