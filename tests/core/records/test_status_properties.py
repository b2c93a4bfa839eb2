"""The state of random histories, against a reference that lives every life they allow."""

from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from guiju.core.records.facts import ALWAYS, NEVER, Claim, End, Facts, Span
from guiju.core.records.span import possible_states, span, state_of_span
from guiju.core.records.status import periods, status_on

from .slow_reference import DAYS, reference

days = st.sampled_from([day.isoformat() for day in DAYS])
dates = st.one_of(st.just(""), days, st.sampled_from(["2020-01", "2020-02", "2020"]))
claims = st.builds(
    Claim,
    st.sampled_from(["draft", "upcoming", "in_force", "superseded", "withdrawn", "abandoned"]),
    days,
    st.sampled_from(["A", "B"]),
)
points = st.one_of(
    st.sampled_from([ALWAYS, NEVER]), st.sampled_from([day.toordinal() for day in DAYS])
)


@st.composite
def spans(draw):
    low, high = sorted((draw(points), draw(points.filter(lambda one: one > ALWAYS))))
    return Span(low, high, low, high, NEVER, NEVER, "")


ends = st.builds(
    End,
    st.sampled_from(["superseded", "withdrawn"]),
    dates,
    by=st.sampled_from(["", "GB/T 1-2020"]),
    whole=st.sampled_from([True, True, False]),
    successor=st.one_of(st.none(), spans()),
)
histories = st.builds(
    Facts,
    issued=dates,
    effective=dates,
    withdrawn=st.one_of(st.just(""), st.just(""), dates),
    on_publication=st.booleans(),
    claims=st.lists(claims, max_size=3).map(tuple),
    ends=st.lists(ends, max_size=2).map(tuple),
)


@settings(max_examples=100, deadline=None)
@given(histories, st.sampled_from(DAYS))
def test_the_state_is_that_of_every_life_which_the_facts_allow(facts, day):
    assert status_on(facts, day).state == reference(facts, day)


@given(histories, st.dates(date(2018, 1, 1), date(2022, 1, 1)))
def test_the_span_says_the_same_by_comparisons_alone(facts, day):
    assert state_of_span(span(facts), day.toordinal()) == status_on(facts, day).state


@given(histories)
def test_the_conditions_on_columns_are_the_states(facts):
    one = span(facts)
    for day in DAYS:
        on = day.toordinal()
        found = []
        if one.end_hi <= on:
            found.append(one.end_state)
        if one.effective_hi <= on < one.end_lo:
            found.append("in_force")
        if one.issued_hi <= on < min(one.effective_lo, one.effective_hi, one.end_lo):
            found.append("upcoming")
        if on < min(one.issued_lo, one.issued_hi, one.effective_lo, one.effective_hi, one.end_lo):
            found.append("draft")
        assert (found or ["unknown"]) == [state_of_span(one, on)]


@given(histories, st.sampled_from(DAYS))
def test_since_and_until_bound_the_state(facts, day):
    status = status_on(facts, day)
    assert status.since is None or status.since <= day
    assert status.until is None or day < status.until
    if status.since:
        assert status_on(facts, status.since).state == status.state
        before = date.fromordinal(status.since.toordinal() - 1)
        assert status_on(facts, before).state != status.state
    if status.until:
        assert status_on(facts, status.until).state != status.state


@given(histories, st.sampled_from(DAYS))
def test_every_state_has_reasons_in_both_languages(facts, day):
    status = status_on(facts, day)
    told = facts.issued or facts.effective or facts.claims or facts.ends or facts.withdrawn
    assert all(zh and en for zh, en in status.reasons)
    assert status.reasons or (not told)


@given(histories)
def test_what_is_unknown_is_one_of_several(facts):
    for day in DAYS:
        status = status_on(facts, day)
        if status.state == "unknown":
            assert len(possible_states(span(facts), day.toordinal())) > 1
        else:
            assert status.possible == (status.state,)


@given(histories)
def test_the_periods_follow_one_another(facts):
    found = periods(facts)
    assert found[0].since is None
    assert found[-1].until is None
    for one, after in pairwise(found):
        assert one.until == after.since
        assert one.state != after.state
