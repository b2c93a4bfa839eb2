"""Filters as conditions (筛选), and the state on a day from the bounds of its life."""

from collections.abc import Callable
from datetime import date

from tantivy import FieldType, Occur, Schema
from tantivy import Query as Condition

from guiju.search.folding import without_halves
from guiju.search.matching import all_of, any_of
from guiju.search.query import Filters
from guiju.search.schema import FACETS

_ENDED = ("superseded", "withdrawn", "abandoned")
_PERIODS = {"upcoming": ("upcoming_from", "upcoming_to"), "in_force": ("force_from", "force_to")}


def conditions(schema: Schema, filters: Filters, on: date) -> dict[str, Condition]:
    """One condition for each kind of filter that is set."""
    found: dict[str, Condition] = {}
    for name, field in FACETS.items():
        values: tuple[str, ...] = getattr(filters, name)
        if values:
            found[name] = Condition.term_set_query(
                schema, field, [without_halves(v) for v in values]
            )
    if filters.year_from is not None or filters.year_to is not None:
        found["year"] = _between(schema, "year", filters.year_from, filters.year_to)
    if filters.state:
        day = on.toordinal()
        found["state"] = any_of([_state(schema, state, day) for state in filters.state])
    return found


def in_state(schema: Schema, state: str, on: date) -> Condition:
    """What is in this state on the day."""
    return _state(schema, state, on.toordinal())


def _between(schema: Schema, field: str, low: int | None, high: int | None) -> Condition:
    return Condition.range_query(schema, field, FieldType.Integer, low, high)


def _state(schema: Schema, state: str, day: int) -> Condition:
    asked: dict[str, Callable[[], Condition]] = {
        "draft": lambda: _between(schema, "draft_to", day + 1, None),
        "unknown": lambda: _undecided(schema, day),
    }
    if state in asked:
        return asked[state]()
    if state in _PERIODS:
        begins, ends = _PERIODS[state]
        return all_of([_between(schema, begins, None, day), _between(schema, ends, day + 1, None)])
    if state not in _ENDED:
        return Condition.empty_query()
    ended = _between(schema, "ended_from", None, day)
    return all_of([ended, Condition.term_query(schema, "end_state", state, "basic")])


def _undecided(schema: Schema, day: int) -> Condition:
    """In none of the periods."""
    decided = [_state(schema, state, day) for state in ("draft", *_PERIODS)]
    decided.append(_between(schema, "ended_from", None, day))
    return Condition.boolean_query(
        [(Occur.Must, Condition.all_query()), *((Occur.MustNot, one) for one in decided)]
    )
