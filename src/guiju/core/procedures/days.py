"""Days that are named (指明的日期): the earliest that one may be, and the day on which a case falls due."""

from collections.abc import Sequence
from datetime import date

from guiju.core.errors import Bilingual
from guiju.core.procedures.calendar.files import calendar
from guiju.core.procedures.calendar.periods import Due, add, end, period
from guiju.core.procedures.case import HandedIn
from guiju.core.procedures.model import Earliest, Procedure, length_of


def is_day(value: str) -> bool:
    """Whether it is a day as it is written here: 2026-01-05."""
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def earliest(limit: Earliest, materials: Sequence[HandedIn], on: date) -> date:
    """The earliest day (最早日期) that a step on `on` may name."""
    if not limit.after or any(one.material == limit.unless for one in materials):
        return on
    length = period(limit.after, on)
    return add(calendar(), on, length.count, length.unit)


def too_early(
    procedure: Procedure, given: dict[str, str], materials: Sequence[HandedIn], on: date
) -> tuple[Bilingual, ...]:
    """A sentence for each day that is named and comes too early."""
    found = []
    for key, value in given.items():
        fact = procedure.facts.get(key)
        if fact is None or fact.earliest is None or not is_day(value):
            continue
        first = earliest(fact.earliest, materials, on)
        if date.fromisoformat(value) < first:
            zh, en = (
                f"“{fact.title.zh}”不得早于 {first}。",
                f"“{fact.title.en}”: not before {first}.",
            )
            if fact.earliest.unless and first > on:
                paper = procedure.materials[fact.earliest.unless].title
                zh += f"确需提前的，先提交“{paper.zh}”。"
                en += f" If it must be earlier, hand in “{paper.en}” first."
            found.append(Bilingual(zh, en))
    return tuple(found)


def falls_due(procedure: Procedure, last: date, facts: dict[str, str]) -> Due | None:
    """When a case of this procedure is due (到期日) after what sets it off happened on `last`.

    None where it does not fall due by itself.
    """
    if procedure.falls_due is None:
        return None
    return end(calendar(), last, period(length_of(procedure.falls_due.lengths, facts), last))


def to_begin(procedure: Procedure, last: date, facts: dict[str, str]) -> date | None:
    """The day on which it is to begin (启动日), so much ahead of the day on which it is due."""
    due = falls_due(procedure, last, facts)
    if due is None or procedure.falls_due is None or not procedure.falls_due.ahead:
        return None if due is None else due.day
    ahead = period(procedure.falls_due.ahead, last)
    return add(calendar(), due.day, -ahead.count, ahead.unit)
