"""The tables of GB/T 2828.1: well-known plans, and what the structure of the tables demands."""

from decimal import Decimal
from itertools import pairwise

import pytest

from guiju.core.sampling.chances import (
    acceptance,
    binomial,
    hypergeometric,
    poisson,
    quality_at,
)  # fmt: skip
from guiju.core.sampling.plans import SamplingError, letter, limit_named, plan, plan_for, sentence
from guiju.core.sampling.tables import STATES, scheme

LIMITS = scheme().limits
LETTERS = "ABCDEFGHJKLMNPQR"
# Acceptance numbers along the diagonals on which sample size × AQL stays the same.
DIAGONALS = {
    "normal": {14: 0, 17: 1, 18: 2, 19: 3, 20: 5, 21: 7, 22: 10, 23: 14, 24: 21},
    "tightened": {15: 0, 18: 1, 19: 2, 20: 3, 21: 5, 22: 8, 23: 12, 24: 18},
    "reduced": {14: 0, 18: 1, 19: 2, 20: 3, 21: 5, 22: 6, 23: 8, 24: 10},
}
TOPS = {"normal": (30, 44), "tightened": (27, 41), "reduced": (14, 21)}


@pytest.mark.parametrize(
    ("lot", "level", "expected"),
    [
        (2, "Ⅱ", "A"), (8, "III", "B"), (9, "II", "B"), (1000, "II", "J"), (1200, "Ⅱ", "J"),
        (1201, "Ⅱ", "K"), (500_000, "S-4", "J"), (500_001, "S-4", "K"), (10**9, "Ⅲ", "R"),
        (150_001, "S-1", "D"), (280, "s-2", "C"), (281, "1", "F"), (35_000, "S-3", "F"),
    ],
)  # fmt: skip
def test_letters(lot, level, expected):
    assert letter(lot, level) == expected


def test_letters_grow_with_the_lot_and_the_level():
    rows = [own for _, own in reversed(scheme().letters)]
    for row in rows:
        assert list(row.values())[:4] == sorted(list(row.values())[:4])
        assert list(row.values())[4:] == sorted(list(row.values())[4:])
    for small, large in pairwise(rows):
        assert all(small[level] <= large[level] for level in scheme().levels)


@pytest.mark.parametrize(
    ("code", "limit", "state", "expected"),
    [
        ("J", "1.0", "normal", ("J", 80, 2, None)),
        ("J", "1.0", "tightened", ("J", 80, 1, None)),
        ("J", "1.0", "reduced", ("J", 32, 1, None)),
        ("D", "1.0", "normal", ("E", 13, 0, "↓")),
        ("F", "1.0", "normal", ("E", 13, 0, "↑")),
        ("G", "1.0", "normal", ("H", 50, 1, "↓")),
        ("G", "1.0", "tightened", ("J", 80, 1, "↓")),
        ("H", "1.0", "reduced", ("J", 32, 1, "↓")),
        ("A", "10", "normal", ("C", 5, 1, "↓")),
        ("R", "0.015", "normal", ("P", 800, 0, "↑")),
        ("R", "0.025", "tightened", ("S", 3150, 1, "↓")),
        ("R", "0.015", "tightened", ("Q", 1250, 0, "↑")),
        ("R", "0.025", "reduced", ("N", 200, 0, "↑")),
        ("Q", "0.025", "reduced", ("N", 200, 0, "↑")),
        ("B", "150", "reduced", ("B", 2, 7, None)),
        ("C", "1000", "reduced", ("B", 2, 30, "↑")),
        ("R", "1000", "normal", ("B", 3, 44, "↑")),
        ("L", "2.5", "normal", ("L", 200, 10, None)),
    ],
)
def test_plans(code, limit, state, expected):
    found = plan(code, Decimal(limit), state)
    assert (found.used, found.size, found.accept, found.arrow) == expected
    assert found.refuse == found.accept + 1


@pytest.mark.parametrize("state", STATES)
def test_numbers_stand_on_their_diagonals(state):
    """A number stands in a cell if and only if its diagonal has it; two corners are their own."""
    cells = scheme().tables[state].cells
    for row, code in enumerate(LETTERS):
        for column, limit in enumerate(LIMITS):
            expected = DIAGONALS[state].get(row + column)
            if row <= 4 and row + column > 24:
                expected = dict(zip((25, 26), TOPS[state], strict=True)).get(row + column)
            if state == "reduced" and row < 2 and column >= 17:
                # n is 2, the smallest: the plans of letter A of table 2-A hold for both.
                expected = DIAGONALS["normal"].get(column, 30)
            found = cells[code, limit]
            assert (found if isinstance(found, int) else None) == expected, (code, limit)


@pytest.mark.parametrize("state", STATES)
def test_every_arrow_leads_to_a_plan(state):
    for code in LETTERS:
        for limit in LIMITS:
            found = plan(code, limit, state)
            gone = found.used > code if found.arrow == "↓" else found.used < code
            assert gone if found.arrow else found.used == code


def test_tightened_is_stricter_and_reduced_is_smaller():
    for code in LETTERS:
        for limit in LIMITS:
            normal, tight, less = (plan(code, limit, state) for state in STATES)
            quality = float(limit)
            accepted = acceptance(normal.size, normal.accept, quality, "per_100")
            assert acceptance(tight.size, tight.accept, quality, "per_100") <= accepted + 1e-12
            assert less.size <= normal.size
            worse = float(limit) * 4
            assert acceptance(less.size, less.accept, worse, "per_100") >= (
                acceptance(normal.size, normal.accept, worse, "per_100") - 0.05
            )


def test_the_producers_risk_at_the_limit_is_in_its_band():
    """A lot of quality AQL is mostly accepted, the more surely the larger the sample."""
    for code in LETTERS:
        for limit in LIMITS:
            own = plan(code, limit)
            if own.arrow is None:
                accepted = acceptance(own.size, own.accept, float(limit), "per_100")
                low = 0.86 if own.accept == 0 else 0.90 if own.accept == 1 else 0.94
                assert low < accepted < 0.995, (code, limit, accepted)


@pytest.mark.parametrize(
    ("size", "accept", "chance", "expected"),
    # as the standard's tables of operating characteristics have them
    [(80, 2, 0.95, 1.03), (80, 2, 0.10, 6.52), (80, 2, 0.50, 3.33), (50, 1, 0.95, 0.715),
     (50, 1, 0.10, 7.56), (13, 0, 0.10, 16.2)],
)  # fmt: skip
def test_known_points_of_the_curves(size, accept, chance, expected):
    assert quality_at(size, accept, chance) == pytest.approx(expected, rel=0.006)


def test_chances_agree_where_they_must():
    assert binomial(10, 0, 0.1) == pytest.approx(0.9**10)
    assert binomial(3, 2, 0.5) == pytest.approx(7 / 8)
    assert poisson(2.0, 1) == pytest.approx(3 * 2.718281828459045**-2)
    assert hypergeometric(10, 2, 3, 0) == pytest.approx(8 * 7 * 6 / (10 * 9 * 8))
    assert hypergeometric(10**9, 10**7, 80, 2) == pytest.approx(binomial(80, 2, 0.01), abs=1e-4)
    assert binomial(3150, 1, 0.999) == 0.0
    assert (binomial(5, 5, 0.9), binomial(5, 1, 0), binomial(5, 1, 1), poisson(0, 0)) == (
        1,
        1,
        0,
        1,
    )
    assert acceptance(2, 30, quality_at(2, 30, 0.1, "per_100"), "per_100") == pytest.approx(0.1)


def test_a_sample_as_large_as_the_lot_is_the_lot():
    found = plan_for(30, "Ⅱ", Decimal("0.40"))
    assert (found.size, found.whole, found.plan.size, found.plan.used) == (30, True, 32, "G")
    said = sentence(found)
    assert "全部 30 件进行100%检验" in said.zh
    assert "the arrow ↓: the plan of letter G is used" in said.en
    assert not plan_for(33, "Ⅱ", Decimal("0.40")).whole


@pytest.mark.parametrize(
    ("ask", "says"),
    [
        (lambda: letter(1, "Ⅱ"), "不小于2"),
        (lambda: letter(100, "Ⅳ"), "Ⅰ、Ⅱ、Ⅲ"),
        (lambda: limit_named("1.1"), "0.010、0.015"),
        (lambda: limit_named("x"), "AQL x"),
        (lambda: plan_for(100, "Ⅱ", Decimal(15)), "每百单位产品不合格数"),
        (lambda: plan("S", Decimal("1.0"), "tightened"), "没有方案"),
    ],
)
def test_what_has_no_plan_is_refused(ask, says):
    with pytest.raises(SamplingError) as refused:
        ask()
    assert says in refused.value.sentence.zh


def test_above_ten_an_aql_counts_nonconformities():
    assert plan_for(100, "Ⅱ", Decimal(15), counted="per_100").plan.accept == 7
    assert plan_for(100, "Ⅱ", limit_named("10.0")).plan.accept == 5
