"""Statistics of periods: what they mean case by case, and grids equal to it on random series."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guiju.core.errors import Bilingual
from guiju.core.provisions.columnar.columns import column
from guiju.core.provisions.columnar.derived import measured_at
from guiju.core.provisions.composed import Statistic
from guiju.core.provisions.measured import read_measured
from guiju.core.provisions.model import Characteristic
from guiju.core.provisions.statistics import calendar, reference
from guiju.core.provisions.statistics.energy import energetic_mean
from guiju.core.provisions.statistics.grids import Layout, grid_of
from guiju.core.provisions.statistics.results import results_of
from guiju.core.provisions.statistics.windows import statistic

A = Characteristic(id="a", name=Bilingual("甲", "a"))


def one(**values):
    return Statistic(**{"id": "s", "clause": "1", "of": "a", "take": "mean", **values})


DAY = one(over="day", at_least=20, step=Decimal(1))
START = calendar.hour_of(date(2024, 2, 27), 0)


def compare(chain, groups, start, unit):
    """The last statistic of a chain, of each group: in fractions, and on a grid the same."""
    first = calendar.day_of(start) * 24 + 1 if unit == "hour" else start
    rows = [
        (group, start + at, text) for group, own in enumerate(groups) for at, text in enumerate(own)
    ]
    width = max(at for _, at, _ in rows) - first + 1
    layout = Layout(
        unit, first, len(groups), -(-width // 24) * 24 if unit == "hour" else width,
        np.array([group for group, _, _ in rows]), np.array([at - first for _, at, _ in rows]),
    )  # fmt: skip
    grid = grid_of(column([text for _, _, text in rows]), layout, A, chain[0].censored)
    for each in chain:
        grid = statistic(each, grid)
    places = np.indices(grid.low.shape).reshape(2, -1)
    seen = results_of(chain[-1], grid, places[0], places[1])
    found = []
    for group, own in enumerate(groups):
        results = {start + at: read_measured(text) for at, text in enumerate(own)}
        expected = reference.counted(results, chain[0], A, unit)
        for each in chain:
            expected = reference.statistic(each, expected)
        found.append(expected)
        for place in range(grid.low.shape[1]):
            result = measured_at(seen, group * grid.low.shape[1] + place)
            same(result, expected, chain[-1], grid.first + place, grid.counts[group, place])
    return found


def same(result, expected, last, period, count):
    if period not in expected.values:
        assert result.kind == "missing"
        if period in expected.counts:
            assert expected.counts[period] == count
        return
    meant = reference.measured(expected.values[period], last)
    assert (result.kind, result.range) == (meant.kind, meant.range)
    if meant.number is not None and len(meant.number.as_tuple().digits) <= 15:
        assert result.number == meant.number
    elif meant.number is not None:
        assert float(result.number) == pytest.approx(float(meant.number), rel=1e-14)


def measured_by(chain, texts, start=START + 1, unit="hour"):
    """The last statistic of a chain of one series, by period, and the counts that were too few."""
    (found,) = compare(chain, [texts], start, unit)
    return {
        calendar.name_of(at, found.unit): reference.measured(value, chain[-1])
        for at, value in found.values.items()
    }, {calendar.name_of(at, found.unit): count for at, count in found.counts.items()}


def numbers(chain, texts, **more):
    found, _ = measured_by(chain, texts, **more)
    return {name: str(each.number) for name, each in found.items()}


def test_a_day_needs_twenty_hours():
    texts = ["10"] * 24 + ["1"] * 20 + ["—"] * 4 + ["1"] * 19 + ["", "合格", "ND(", "-9999", ""]
    found, counts = measured_by([DAY], texts)
    assert {name: str(each.number) for name, each in found.items()} == {
        "2024-02-27": "10", "2024-02-28": "1",
    }  # fmt: skip
    assert counts == {"2024-02-29": 19}


def test_the_hour_that_ends_at_midnight_is_of_the_day_that_ends():
    assert calendar.name_of(calendar.hour_of(date(2024, 3, 1), 0), "hour") == "2024-02-29 24:00"
    assert calendar.day_of(calendar.hour_of(date(2024, 3, 1), 0)) == calendar.day_of(
        calendar.hour_of(date(2024, 2, 29), 24)
    )


@pytest.mark.parametrize(
    ("texts", "mean"),
    [
        (["34"] * 12 + ["35"] * 12, "34"),  # 34.5 goes to the even 34
        (["35"] * 12 + ["36"] * 12, "36"),
        (["34"] * 12 + ["35"] * 11 + ["35.001"], "35"),
        (["0.1"] * 24, "0"),
        (["1"] * 19 + ["2"] * 2, "1"),  # 23/21
    ],
)
def test_a_mean_is_rounded_once_and_half_to_even(texts, mean):
    assert numbers([DAY], texts) == {"2024-02-27": mean}


@pytest.mark.parametrize(
    ("word", "expected"),
    [("zero", "0"), ("half", "1"), ("limit", "2"), ("undetermined", None)],
)
def test_what_is_below_its_detection_limit(word, expected):
    found, _ = measured_by([one(over="day", step=Decimal(1), censored=word)], ["<2"] * 24)
    each = found["2024-02-27"]
    if expected is None:
        assert (each.range.low.value, each.range.high.value) == (0, 2)
    else:
        assert str(each.number) == expected
    # one of 24 hours below 2: the mean is 10 whatever it was
    found, _ = measured_by([DAY], ["<2"] + ["10.4"] * 23)
    assert str(found["2024-02-27"].number) == "10"
    # and of what nobody can tell the mean cannot be told
    assert measured_by([DAY], [">2400"] + ["1"] * 23)[0]["2024-02-27"].range.high is None


RUNNING = one(last=8, at_least=6)
MOST = one(
    of="r",
    take="max",
    over="day",
    hours=(8, 24),
    at_least=14,
    or_above=Decimal(160),
    step=Decimal(1),
)


def test_the_running_mean_of_eight_hours_and_its_daily_maximum():
    texts = [str(at) for at in range(1, 25)]
    assert numbers([RUNNING], texts)["2024-02-27 08:00"] == "4.5"
    assert "2024-02-27 05:00" not in numbers([RUNNING], texts)
    assert numbers([RUNNING], texts)["2024-02-27 06:00"] == "3.5"
    assert numbers([RUNNING, MOST], texts) == {"2024-02-27": "20"}  # 20.5 to even
    # hours 8 to 18 alone are eleven windows and two more behind them: too few
    few = [""] * 7 + ["100"] * 11 + [""] * 6
    found, counts = measured_by([RUNNING, MOST], few)
    assert (found, counts) == ({}, {"2024-02-27": 8})
    # but what exceeds the limit with fewer hours exceeds it
    assert numbers([RUNNING, MOST], [text and "161" for text in few]) == {"2024-02-27": "161"}
    assert numbers([RUNNING, MOST], [text and "160" for text in few]) == {}
    # unless nobody can tell how large it is
    assert measured_by([RUNNING, MOST], [""] * 6 + ["ND"] + ["161"] * 11 + [""] * 6)[0] == {}


def test_a_window_runs_over_midnight():
    texts = ["0"] * 24 + ["8"] * 8
    assert numbers([RUNNING], texts)["2024-02-28 01:00"] == "1"


YEAR = one(over="year", at_least=324, each_month=27, february=25, step=Decimal(1))
FIRST = (date(2023, 1, 1) - date(1970, 1, 1)).days


@pytest.mark.parametrize(
    ("gaps", "valid"),
    [
        ([], True),
        (range(4), True),  # January has 27 days left
        (range(5), False),
        (range(31, 34), True),  # February 25
        (range(31, 35), False),
        ([at for month in range(11) for at in range(month * 30, month * 30 + 3)], True),
    ],
)
def test_a_year_needs_its_days_and_its_months(gaps, valid):
    texts = ["" if at in gaps else "35" for at in range(365)]
    found, _ = measured_by([YEAR], texts, start=FIRST, unit="day")
    assert list(found) == (["2023"] if valid else [])


def test_a_year_that_is_not_whole():
    assert measured_by([YEAR], ["35"] * 330, start=FIRST, unit="day")[1] == {"2023": 330}


def test_percentiles_lie_between_two_values():
    """365 days: the 98th lies at 1 + 364 × 0.98 = 357.72, the 95th at 346.8, the 90th at 328.6."""
    days = [str(at) for at in range(365, 0, -1)]
    for share, expected in (("0.98", "357.72"), ("0.95", "346.8"), ("0.90", "328.6")):
        each = one(take="percentile", share=Decimal(share), over="year")
        assert numbers([each], days, start=FIRST, unit="day") == {"2023": expected}


def test_decibels_add_their_energy():
    loud = one(take="energy", over="day", step=Decimal("0.1"))
    assert numbers([loud], ["60"] * 12 + ["50"] * 12) == {"2024-02-27": "57.4"}
    assert numbers([loud], ["60.25"] * 24) == {"2024-02-27": "60.2"}
    assert energetic_mean([Fraction(0)]) == 0


def test_a_chain_rounds_at_its_end_or_where_it_is_told():
    days = ["34.4"] * 48
    month = one(of="d", over="month", step=Decimal("0.1"))
    assert numbers([DAY, month], days) == {"2024-02": "34.4"}
    assert numbers(
        [DAY, one(of="d", over="month", before=Decimal(1), step=Decimal("0.1"))], days
    ) == {"2024-02": "34"}


def test_a_rounding_that_is_not_sure_leaves_both():
    found, _ = measured_by(
        [one(over="day", step=Decimal(1), sure=False)], ["60"] * 12 + ["61"] * 12
    )
    assert (found["2024-02-27"].range.low.value, found["2024-02-27"].range.high.value) == (
        60, Decimal("60.5"),
    )  # fmt: skip
    found, _ = measured_by([one(over="day", step=Decimal(1), sure=False)], ["60"] * 24)
    assert found["2024-02-27"].number == 60


cells = st.one_of(
    st.integers(0, 60).map(str),
    st.integers(0, 600).map(lambda tenth: str(Decimal(tenth) / 10)),
    st.sampled_from(["", "—", "<5", "<0.3", "ND", ">40", "合格", "12.5", "0.12345678901234567"]),
)
words = st.sampled_from(["half", "zero", "limit", "undetermined"])
steps = st.sampled_from([None, Decimal(1), Decimal("0.1"), Decimal(10), Decimal("0.5")])
takes = st.sampled_from(["mean", "max", "min", "sum"])


@st.composite
def chains(draw):
    word, before = draw(words), draw(st.none() | st.just(Decimal(1)))
    chain = []
    if draw(st.booleans()):
        chain.append(
            one(take=draw(takes), last=draw(st.integers(1, 9)), at_least=draw(st.integers(1, 4)),
                censored=word, before=before)
        )  # fmt: skip
    kinds = draw(st.sampled_from([["day"], ["day", "month"], ["month"], ["day", "year"], ["year"]]))
    for over in kinds:
        take = draw(st.sampled_from(["mean", "max", "min", "sum", "percentile", "energy"]))
        step = draw(steps) if take != "energy" else Decimal("0.1")
        months = draw(st.integers(0, 2)) if over == "year" else 0
        chain.append(
            one(
                take=take, over=over, at_least=draw(st.integers(1, 6)), step=step, censored=word,
                before=draw(st.none() | st.just(Decimal(1))),
                hours=draw(st.sampled_from([(1, 24), (8, 24), (3, 9)])) if over == "day" else (1, 24),
                or_above=draw(st.none() | st.just(Decimal(30))) if take == "max" else None,
                share=Decimal(draw(st.sampled_from(["0.95", "0.5", "0.333"]))),
                each_month=months, february=months, sure=draw(st.booleans()),
            )
        )  # fmt: skip
    return chain


@settings(max_examples=150, deadline=None)
@given(
    chains(),
    st.lists(st.lists(cells, min_size=1, max_size=80), min_size=1, max_size=3),
    st.integers(0, 30),
)
def test_grids_are_the_fractions(chain, groups, offset):
    assert len(compare(chain, groups, START + offset - 24, "hour")) == len(groups)
