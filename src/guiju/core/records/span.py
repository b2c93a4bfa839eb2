"""The compact form of a document's life (状态区间), for filters in SQL and in the search index."""

from guiju.core.records.deduction import deduce
from guiju.core.records.facts import ALWAYS, NEVER, Facts, Span

__all__ = ["ALWAYS", "NEVER", "Span", "possible_states", "span", "state_of_span"]


def span(facts: Facts) -> Span:
    """The span of these facts."""
    return deduce(facts).span


def state_of_span(one: Span, day: int) -> str:
    """The state on a day (`date.toordinal()`), by comparisons alone.

    The same as conditions on columns:
    ended (`end_state`): end_hi ≤ day; in force: effective_hi ≤ day < end_lo;
    upcoming: issued_hi ≤ day < effective_lo, end_lo; draft: day < issued_lo, effective_lo, end_lo;
    otherwise unknown.
    """
    if day >= one.end_hi:
        return one.end_state
    if day >= one.end_lo:
        return "unknown"
    if day >= one.effective_hi:
        return "in_force"
    if day >= one.effective_lo:
        return "unknown"
    if day >= one.issued_hi:
        return "upcoming"
    return "unknown" if day >= one.issued_lo else "draft"


def possible_states(one: Span, day: int) -> tuple[str, ...]:
    """The states between which an unknown day is undecided, in the order of a life."""
    found = []
    if day < min(one.issued_hi, one.effective_hi, one.end_hi):
        found.append("draft")
    issued, effective = (one.issued_lo, one.issued_hi), (one.effective_lo, one.effective_hi)
    apart = issued != effective or issued == (ALWAYS, NEVER)
    if apart and one.issued_lo <= day < min(one.effective_hi, one.end_hi):
        found.append("upcoming")
    if one.effective_lo <= day < one.end_hi:
        found.append("in_force")
    if one.end_lo <= day:
        found.append(one.end_state)
    return tuple(found)


def turning_days(one: Span) -> tuple[int, ...]:
    """The days on which the state may change, in order."""
    points = (
        one.issued_lo,
        one.issued_hi,
        one.effective_lo,
        one.effective_hi,
        one.end_lo,
        one.end_hi,
    )
    return tuple(sorted({point for point in points if ALWAYS < point < NEVER}))
