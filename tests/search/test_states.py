"""States on a day: the filter, the counts and the hits say what the span says."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guiju.core.records.facts import ALWAYS, NEVER, Span
from guiju.core.records.model import STATES
from guiju.core.records.span import state_of_span
from guiju.search import Filters, Query, Reader, execute, rebuild
from tests.search.corpus import BOOK

DAYS = (ALWAYS, 10, 20, 30, 40, NEVER)
ENDS = ("superseded", "withdrawn", "abandoned")


def spans():
    """Every order of bounds, also some that no deduction gives."""
    for low, high in ((a, b) for a in DAYS for b in DAYS if a <= b):
        yield Span(low, high, low, high, NEVER, NEVER, "")
        yield Span(ALWAYS, 10, low, high, 30, 40, "superseded")
        yield Span(10, 10, 20, 20, low, high, "withdrawn")
        yield Span(low, high, 20, 30, 30, NEVER, "abandoned")


@pytest.fixture(scope="module")
def lives(tmp_path_factory):
    root = tmp_path_factory.mktemp("lives")
    entries = [replace(BOOK[0], id=at, span=span) for at, span in enumerate(spans())]
    entries.append(replace(BOOK[0], id=len(entries), span=None))
    rebuild(root, entries)
    return entries, Reader(root)


def state(entry, day):
    return state_of_span(entry.span, day) if entry.span else "unknown"


@pytest.mark.parametrize("day", [1, 9, 10, 11, 19, 20, 25, 30, 35, 39, 40, 41, 730_000])
def test_filter_counts_and_hits_agree_with_the_span(lives, day):
    entries, reader = lives
    on = date.fromordinal(day)
    wanted = {one: {e.id for e in entries if state(e, day) == one} for one in STATES}
    counted = execute(reader, Query(on=on, facets=("state",))).facets["state"]
    assert dict(counted) == {one: len(ids) for one, ids in wanted.items() if ids}
    for one, ids in wanted.items():
        query = Query(on=on, filters=Filters(state=(one,)), limit=200)
        result = execute(reader, query)
        assert (one, {hit.id for hit in result.hits}) == (one, ids)
        assert {hit.state for hit in result.hits} <= {one}


@given(st.sets(st.sampled_from(STATES)), st.integers(1, 60))
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_several_states_are_a_union(lives, states, day):
    entries, reader = lives
    query = Query(on=date.fromordinal(day), filters=Filters(state=tuple(states)), limit=200)
    wanted = {e.id for e in entries if not states or state(e, day) in states}
    assert {hit.id for hit in execute(reader, query).hits} == wanted
