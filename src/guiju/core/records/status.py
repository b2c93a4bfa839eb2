"""The state of a document on any day, with the reasons (状态推算)."""

from dataclasses import dataclass, replace
from datetime import date

from guiju.core.errors import Bilingual
from guiju.core.records.deduction import Deduction, deduce
from guiju.core.records.facts import (
    ALWAYS,
    NEVER,
    Amendment,
    Claim,
    End,
    Facts,
    Span,
    counts_from_publication,
)
from guiju.core.records.reasons import STATE_NAMES, reasons_of
from guiju.core.records.span import (
    possible_states,
    span,
    state_of_span,
    turning_days,
)

__all__ = [
    "ALWAYS",
    "NEVER",
    "STATE_NAMES",
    "Amendment",
    "Claim",
    "End",
    "Facts",
    "Period",
    "Span",
    "Status",
    "counts_from_publication",
    "periods",
    "span",
    "state_of_span",
    "status_on",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """The state on a day (某日状态).

    It holds from `since` to the day before `until`; None is no bound that is known. `certain`
    says that dates alone prove it; otherwise it rests on a source's word, or it is unknown and
    one of `possible`. `contested` are the claims that cannot be true beside the rest.
    """

    state: str
    reasons: tuple[Bilingual, ...]
    since: date | None
    until: date | None
    certain: bool
    possible: tuple[str, ...] = ()
    contested: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of one state; `until` is exclusive, None is no bound (状态时段)."""

    state: str
    since: date | None
    until: date | None


def status_on(facts: Facts, on: date) -> Status:
    """The state on the day `on`, and why."""
    found = deduce(facts)
    day = on.toordinal()
    state = state_of_span(found.span, day)
    period = next(one for one in _periods(found) if _holds(one, on))
    dates_alone = deduce(replace(facts, claims=())).span if facts.claims else found.span
    return Status(
        state=state,
        reasons=reasons_of(facts, found, state, day),
        since=period.since,
        until=period.until,
        certain=state != "unknown" and state_of_span(dates_alone, day) == state,
        possible=possible_states(found.span, day),
        contested=tuple(found.rejected),
    )


def periods(facts: Facts) -> tuple[Period, ...]:
    """The whole life, from before its beginning to after its end, one period a state."""
    return _periods(deduce(facts))


def _periods(found: Deduction) -> tuple[Period, ...]:
    starts = [ALWAYS, *turning_days(found.span)]
    made: list[Period] = []
    for at, start in enumerate(starts):
        state = state_of_span(found.span, start)
        since = None if at == 0 else date.fromordinal(start)
        if made and made[-1].state == state:
            continue
        if made and since:
            made[-1] = replace(made[-1], until=since)
        made.append(Period(state, since, None))
    return tuple(made)


def _holds(one: Period, on: date) -> bool:
    return (one.since is None or one.since <= on) and (one.until is None or on < one.until)
