"""The two ways of comparing with a limit (GB/T 8170, 4.3), and that compiling changes nothing."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guiju.core.provisions.interval import Interval, bound
from guiju.core.provisions.judging import judge
from guiju.core.provisions.measured import read_measured
from guiju.core.provisions.rounding import place_of, rounded
from guiju.core.provisions.written import read_limit

# limit: (measured, conforms as it is, conforms rounded), as the standard compares them
CASES = {
    "≥14×100": [("1349", 0, 0), ("1351", 0, 1), ("1400", 1, 1), ("1402", 1, 1)],
    "≥97.0": [("97.01", 1, 1), ("97.00", 1, 1), ("96.96", 0, 1), ("96.94", 0, 0)],
    "≤0.5": [("0.452", 1, 1), ("0.500", 1, 1), ("0.549", 0, 1), ("0.551", 0, 0)],
    "1.2~1.6": [("1.151", 0, 1), ("1.200", 1, 1), ("1.649", 0, 1), ("1.651", 0, 0)],
    "10.0±0.1": [("9.89", 0, 1), ("9.85", 0, 0), ("10.10", 1, 1), ("10.16", 0, 0)],
    "10.0±0.1(不含0.1)": [("9.94", 1, 0), ("9.96", 1, 1), ("10.06", 1, 0), ("10.05", 1, 1)],
    "10.0±0.1(不含+0.1)": [("9.94", 1, 1), ("9.86", 0, 1), ("10.06", 1, 0), ("10.05", 1, 1)],
    "10.0±0.1(不含-0.1)": [("9.94", 1, 0), ("9.86", 0, 0), ("10.06", 1, 1), ("10.05", 1, 1)],
    # own cases: ties, deviations of their own, shares, open ends, negative numbers
    "80 +2 −1": [("78.5", 0, 0), ("78.51", 0, 1), ("82.5", 0, 1), ("82.51", 0, 0)],
    "80 +2(不含2) -1": [("81.5", 1, 0), ("81.49", 1, 1), ("82", 0, 0), ("79", 1, 1)],
    "510(1±5%)": [("484.5", 1, 1), ("484.4", 0, 1), ("481.9", 0, 0), ("535.6", 0, 1)],
    "510(1±5%)(不含5)": [("484.5", 0, 0), ("486", 1, 0), ("487.05", 1, 1), ("535.5", 0, 0)],
    ">0.50": [("0.505", 1, 0), ("0.5051", 1, 1), ("0.50", 0, 0), ("0.4951", 0, 0)],
    "<2": [("1.5", 1, 0), ("1.4999", 1, 1), ("2", 0, 0), ("1.9", 1, 0)],
    "-25~40": [("-25.5", 0, 0), ("-25.49", 0, 1), ("40.5", 0, 1), ("-25", 1, 1)],
    "=7": [("7.0", 1, 1), ("6.5", 0, 0), ("6.51", 0, 1), ("7.5", 0, 0)],
}


@pytest.mark.parametrize(
    ("limit", "measured", "full", "after"),
    [(limit, *row) for limit, rows in CASES.items() for row in rows],
)
def test_both_ways_of_comparing(limit, measured, full, after):
    asked = read_limit(limit)
    result = read_measured(measured)
    answers = (judge(result, asked), judge(result, asked, comparison="rounded"))
    assert answers == ("pass" if full else "fail", "pass" if after else "fail")


near = st.integers(-30, 30).map(lambda steps: Decimal(steps) / 20)
ends = st.decimals(-100, 100, allow_nan=False, allow_infinity=False, places=1)


@settings(max_examples=500)
@given(ends, near, st.integers(0, 3), st.booleans(), st.booleans())
def test_a_compiled_end_judges_as_rounding_does(limit, off, tail, closed, upper):
    """At ties and right beside them, for odd and even limits, closed and open."""
    value = limit + off / 10 + Decimal(tail) / 10**7
    end = bound(limit, closed=closed)
    interval = Interval(None, end) if upper else Interval(end, None)
    last = rounded(value, place_of(limit))
    expected = (
        (last < limit or (closed and last == limit))
        if upper
        else (last > limit or (closed and last == limit))
    )
    assert interval.compared("rounded").holds(value) is expected


@given(ends, ends, st.booleans(), st.booleans())
def test_what_rounding_lets_pass_holds_what_it_does_not_round(low, high, under, over):
    """With closed ends the full comparison is the stricter one."""
    low, high = min(low, high), max(low, high)
    interval = Interval(bound(low), bound(high))
    assert interval.within(interval.compared("rounded"))
    ajar = Interval(bound(low, closed=under), bound(high, closed=over))
    assert ajar.within(interval)
    assert interval.meets(interval)


@pytest.mark.parametrize(
    ("measured", "limit", "expected"),
    [
        ("16.5-", "≤16", "pass"),
        ("16.5+", "≤16", "fail"),
        ("16.5", "≤16", "pass"),
        ("17.5(-)", "≤17", "pass"),
        ("17.5", "≤17", "fail"),
    ],
)
def test_a_mark_decides_the_second_rounding(measured, limit, expected):
    assert judge(read_measured(measured), read_limit(limit), comparison="rounded") == expected


@pytest.mark.parametrize(
    ("measured", "limit", "expected"),
    [
        ("<0.005", "≤0.01", "pass"),
        ("<0.01", "≤0.01", "pass"),
        ("<0.05", "≤0.01", "undetermined"),
        ("0.010L", "≤0.05", "pass"),
        ("<0.5", "≥5", "fail"),
        ("<0.5", ">0", "undetermined"),
        (">24", "≤20", "fail"),
        (">24", "≤30", "undetermined"),
        (">24", "≥24", "pass"),
        ("未检出", "≤0.01", "undetermined"),
        ("未检出", "不得检出", "pass"),
        ("<3", "不应检出", "pass"),
        ("0", "不得检出", "pass"),
        ("2", "不得检出", "fail"),
        ("多不可计", "≤100", "fail"),
        ("多不可计", "不得检出", "fail"),
        ("", "≤1", "missing"),
        ("—", "不得检出", "missing"),
        ("未检测", "≤1", "missing"),
        ("合格", "≤1", "undetermined"),
    ],
)
def test_results_that_are_no_numbers(measured, limit, expected):
    assert judge(read_measured(measured), read_limit(limit)) == expected


def test_below_a_limit_with_nothing_known_underneath():
    assert judge(read_measured("<5"), read_limit("≥0"), least=None) == "undetermined"
    assert judge(read_measured("<5"), read_limit("≥0")) == "pass"
    assert judge(read_measured("未检出"), read_limit("≤1"), undetected="pass") == "pass"
