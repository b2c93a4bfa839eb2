"""From facts to the span of a document, with what could not be believed (状态推断)."""

from dataclasses import dataclass, field

from guiju.core.records.bounds import ANY, EFFECTIVE, ENDING, ISSUED, Bounds, Interval, limits_of
from guiju.core.records.facts import ALWAYS, ENDED, NEVER, Claim, End, Facts, Span
from guiju.core.records.partial import Partial, parse_or_none

_ISSUED = ("upcoming", "in_force", "superseded", "withdrawn")


@dataclass(slots=True)
class Deduction:
    """The span; the claims and ends that agree with it, and those that cannot be true beside it.

    `pending` are the ends that are still to come from a successor that is not yet published.
    """

    span: Span
    accepted: list[Claim] = field(default_factory=list)
    rejected: list[Claim] = field(default_factory=list)
    ends: list[End] = field(default_factory=list)
    late_ends: list[End] = field(default_factory=list)
    pending: list[End] = field(default_factory=list)


def deduce(facts: Facts) -> Deduction:
    """Dates first, then their order, then the claims in the order in which they are trusted."""
    bounds = Bounds()
    found = Deduction(Span(ALWAYS, NEVER, ALWAYS, NEVER, NEVER, NEVER, ""))
    dated = _take_dates(bounds, facts)
    state = _take_ends(bounds, facts, found)
    bounds.order(ISSUED, EFFECTIVE)
    bounds.order(EFFECTIVE, ENDING)
    for claim in facts.claims:
        day = interval_of(parse_or_none(claim.as_of))
        limits = limits_of(claim, day) if day else None
        if limits is None:
            continue
        taken = not _denied(claim, found, dated) and bounds.narrow(**limits)
        (found.accepted if taken else found.rejected).append(claim)
    _presume(bounds, found, dated=dated, state=state)
    return found


def _denied(claim: Claim, found: Deduction, dated: bool) -> bool:
    """What was issued was not abandoned, and the reverse: no day can tell that."""
    if claim.state == "abandoned":
        return dated or any(one.state in _ISSUED for one in found.accepted)
    return claim.state in _ISSUED and any(one.state == "abandoned" for one in found.accepted)


def interval_of(day: Partial | None) -> Interval | None:
    return None if day is None else (day.first.toordinal(), day.last.toordinal())


def window_of(end: End) -> Interval:
    """The days within which the end lies, as the testimony itself gives them."""
    day = interval_of(parse_or_none(end.date))
    if day:
        return day
    if end.successor is not None:
        return end.successor.effective_lo, end.successor.effective_hi
    return ANY


def _take_dates(bounds: Bounds, facts: Facts) -> bool:
    issued = interval_of(parse_or_none(facts.issued))
    effective = interval_of(parse_or_none(facts.effective))
    if issued:
        bounds.narrow(issued=issued)
    if effective:
        bounds.narrow(effective=effective)
    elif facts.on_publication:
        bounds.unite()
    return bool(issued or effective)


def _take_ends(bounds: Bounds, facts: Facts, found: Deduction) -> str:
    """A document ends once: the testimony that is complete first is believed, others narrow it."""
    ends = [one for one in facts.ends if one.whole]
    if parse_or_none(facts.withdrawn):
        ends.append(End("withdrawn", facts.withdrawn))
    state = ""
    for end in sorted(ends, key=lambda one: window_of(one)[::-1]):
        window = window_of(end)
        if window[0] >= NEVER:
            found.pending.append(end)
        elif bounds.narrow(ended=window):
            found.ends.append(end)
            state = "superseded" if "superseded" in (state, end.state) else end.state
        else:
            found.late_ends.append(end)
    return state


def _presume(bounds: Bounds, found: Deduction, *, dated: bool, state: str) -> None:
    """What nobody knows to have been issued is a draft; what nobody knows to have ended goes on.

    An end of which no day is known is still to come where a source says "in force" and none "ended".
    """
    claimed = [one.state for one in found.accepted]
    ended = [one for one in claimed if one in ENDED]
    issued = dated or any(one in _ISSUED for one in claimed)
    issued = issued or (bool(state) and "abandoned" not in ended)
    (i_lo, i_hi), (e_lo, e_hi), (x_lo, x_hi) = bounds.points
    if not issued and claimed:
        i_lo = i_hi = e_lo = e_hi = NEVER
    if state and x_hi == NEVER and "in_force" in claimed and _all_vague(found.ends):
        found.pending, found.ends, state = found.ends + found.pending, [], ""
    if not state and not ended:
        x_lo = x_hi = NEVER
    if "abandoned" in ended:
        state = "abandoned"
    elif ended and state != "superseded":
        state = "superseded" if "superseded" in ended else state or ended[0]
    found.span = Span(i_lo, i_hi, e_lo, e_hi, x_lo, x_hi, state)


def _all_vague(ends: list[End]) -> bool:
    return all(window_of(one) == ANY for one in ends)
