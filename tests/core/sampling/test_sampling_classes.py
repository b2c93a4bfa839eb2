"""Plans of several units (n, c, m, M): two classes, three classes, results that are not certain."""

from decimal import Decimal

import pytest

from guiju.core.provisions.measured import read_measured
from guiju.core.sampling.classes import Classes, ClassesError, judge_units

TWO = Classes(5, 1, Decimal(100))
THREE = Classes(5, 2, Decimal(100), Decimal(1000))
NONE = Classes(5, 0, Decimal(0))


@pytest.mark.parametrize(
    ("plan", "results", "expected"),
    [
        (TWO, "100 50 <10 0 99", "pass"),
        (TWO, "101 50 <10 0 99", "pass"),
        (TWO, "101 5000 1 1 1", "fail"),
        (THREE, "101 1000 1 1 1", "pass"),
        (THREE, "101 102 103 1 1", "fail"),
        (THREE, "1001 1 1 1 1", "fail"),
        (THREE, "1001", "fail"),
        (THREE, "1 1 1 1", "missing"),
        (THREE, "1 1 1 1 —", "missing"),
        (THREE, "<200 <200 1 1 1", "pass"),
        (THREE, "<200 <200 <200 1 1", "undetermined"),
        (THREE, "<2000 1 1 1 1", "undetermined"),
        (THREE, ">100 1 1 1 1", "undetermined"),
        (THREE, "合格 1 1 1 1", "undetermined"),
        (NONE, "0 0 0 0 1", "fail"),
    ],
)
def test_units(plan, results, expected):
    assert judge_units(plan, [read_measured(one) for one in results.split()]) == expected


@pytest.mark.parametrize(
    "ask",
    [
        lambda: Classes(5, 5, Decimal(1)),
        lambda: Classes(5, 2, Decimal(10), Decimal(1)),
        lambda: judge_units(Classes(1, 0, Decimal(1)), [read_measured("1")] * 2),
    ],
)
def test_what_is_no_plan(ask):
    with pytest.raises(ClassesError) as refused:
        ask()
    assert "n=" in refused.value.sentence.en
