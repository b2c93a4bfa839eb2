"""Lists of editions narrowed in the database (列表筛选), so that their counts are right."""

from datetime import date

from django.db.models import Q, QuerySet

from guiju.apps.catalogue.models import Edition
from guiju.core.codes.words import words
from guiju.core.records.facts import ENDED

STATES = ("in_force", "upcoming", "superseded", "withdrawn", "draft", "abandoned", "unknown")
# Where the bounds stand in the stored span: core.records.facts.Span.
_ISSUED_LO, _ISSUED_HI, _EFFECTIVE_LO, _EFFECTIVE_HI, _END_LO, _END_HI, _END_STATE = (
    f"span__{at}" for at in range(7)
)


def in_state(state: str, on: date) -> Q:
    """The condition for a state on a day: core.records.span.state_of_span in SQL."""
    day = on.toordinal()
    begun = {
        "in_force": Q(**{f"{_EFFECTIVE_HI}__lte": day}),
        "upcoming": Q(**{f"{_ISSUED_HI}__lte": day, f"{_EFFECTIVE_LO}__gt": day}),
        "draft": Q(**{f"{_ISSUED_LO}__gt": day, f"{_EFFECTIVE_LO}__gt": day}),
    }
    if state in ENDED:
        return Q(**{f"{_END_HI}__lte": day, _END_STATE: state})
    if state in begun:
        return begun[state] & Q(**{f"{_END_LO}__gt": day})
    settled = Q(**{f"{_END_HI}__lte": day})
    for name in begun:
        settled |= in_state(name, on)
    return ~settled


def narrowed(
    rows: QuerySet[Edition], on: date, *, state: str = "", level: str = ""
) -> QuerySet[Edition]:
    """By number; an unknown filter value narrows nothing."""
    if state in STATES:
        rows = rows.filter(in_state(state, on))
    if level in words("level"):
        rows = rows.filter(level=level)
    return rows.order_by("sort")
