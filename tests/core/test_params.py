"""Parameters: dated values, and every file of the rulebook is complete."""

import itertools
from datetime import date

import pytest

from guiju.core.params import Param, ParamError, all_params, param


def test_a_value_in_force():
    assert param("security.lockout_failures", date(2026, 1, 1)) == 5


def test_before_the_date_of_effect_there_is_no_value():
    with pytest.raises(ParamError) as caught:
        param("security.lockout_failures", date(1999, 1, 1))
    assert caught.value.sentence.en == (
        "The rulebook has no value of “security.lockout_failures” on 1999-01-01."
        " Add it in rulebook/params."
    )


@pytest.mark.parametrize("one", all_params(), ids=lambda one: f"{one.key}@{one.since}")
def test_every_parameter_says_where_it_comes_from(one: Param):
    assert one.basis.strip()
    assert one.unit.strip()
    assert one.confidence in {"high", "medium", "low"}
    assert one.until is None or one.since < one.until


def test_periods_of_one_parameter_do_not_overlap():
    rows = sorted(all_params(), key=lambda one: (one.key, one.since))
    for earlier, later in itertools.pairwise(rows):
        if earlier.key == later.key:
            assert earlier.until is not None
            assert earlier.until <= later.since
