"""Rounding by GB/T 8170: tables of its own cases, and properties."""

from decimal import ROUND_HALF_EVEN, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.core.provisions.rounding import Reported, place_of, rounded, significant


def number(places: int = 6):
    return st.decimals(-(10**6), 10**6, allow_nan=False, allow_infinity=False, places=places)


@pytest.mark.parametrize(
    ("value", "step", "expected"),
    [
        ("12.1498", "1", "12"),
        ("12.1498", "0.1", "12.1"),
        ("1268", "1E+2", "1.3E+3"),
        ("10.5002", "1", "11"),
        ("1.050", "0.1", "1.0"),
        ("0.35", "0.1", "0.4"),
        ("2500", "1E+3", "2E+3"),
        ("3500", "1E+3", "4E+3"),
        ("-355", "1E+1", "-3.6E+2"),
        ("-325", "1E+1", "-3.2E+2"),
        ("-365", "1E+1", "-3.6E+2"),
        ("-0.0365", "0.001", "-0.036"),
        ("2.675", "0.01", "2.68"),
        # 0.5 and 0.2 of a step (3.4)
        ("60.25", "0.5", "60.0"),
        ("60.38", "0.5", "60.5"),
        ("60.28", "0.5", "60.5"),
        ("-60.75", "0.5", "-61.0"),
        ("830", "20", "840"),
        ("842", "20", "840"),
        ("832", "20", "840"),
        ("-930", "20", "-920"),
        ("15.4546", "1", "15"),
    ],
)
def test_the_cases_of_the_standard(value, step, expected):
    assert rounded(Decimal(value), Decimal(step)) == Decimal(expected)


@pytest.mark.parametrize(
    ("value", "reported", "last"),
    [
        ("15.4546", "15.5-", "15"),
        ("-15.4546", "-15.5-", "-15"),
        ("16.5203", "16.5+", "17"),
        ("-16.5203", "-16.5+", "-17"),
        ("17.5000", "17.5", "18"),
    ],
)
def test_a_reported_number_says_how_it_was_rounded(value, reported, last):
    first = Reported(Decimal(value)).to(Decimal("0.1"))
    assert f"{first.number}{first.mark}" == reported
    assert first.to(Decimal(1)).number == Decimal(last)


@pytest.mark.parametrize(
    ("value", "digits", "expected"),
    [("9.996", 3, "10.0"), ("0.012345", 2, "0.012"), ("1250", 2, "1.2E+3"), ("0", 3, "0")],
)
def test_significant_digits(value, digits, expected):
    assert str(significant(Decimal(value), digits)) == expected


@given(number(), st.sampled_from(["1", "0.1", "0.01", "1E+2"]))
def test_a_power_of_ten_is_rounded_as_decimals_are(value, step):
    assert rounded(value, Decimal(step)) == value.quantize(Decimal(step), ROUND_HALF_EVEN)


@given(number(), st.sampled_from(["0.5", "0.2", "0.05", "5", "20", "1"]))
def test_the_nearest_whole_step_and_an_even_one_at_a_tie(value, step):
    last = rounded(value, Decimal(step))
    steps = last / Decimal(step)
    assert steps == steps.to_integral_value()
    assert abs(last - value) * 2 <= Decimal(step)
    if abs(last - value) * 2 == Decimal(step):
        assert steps % 2 == 0


@given(number(), st.sampled_from(["1", "0.1", "0.01"]))
def test_two_roundings_with_their_marks_are_as_good_as_one(value, step):
    twice = Reported(value).to(Decimal("0.001")).to(Decimal(step))
    assert twice.number == rounded(value, Decimal(step))


@pytest.mark.parametrize(("written", "place"), [("0.50", "0.01"), ("14", "1"), ("1.4E+3", "1E+2")])
def test_the_last_place_is_the_one_that_is_written(written, place):
    assert place_of(Decimal(written)) == Decimal(place)


def test_what_is_no_number_has_no_place():
    with pytest.raises(ValueError, match="NaN"):
        place_of(Decimal("NaN"))
