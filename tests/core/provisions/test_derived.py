"""Sums of results: their meaning case by case, columns equal to it, and what a rule file may say."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guiju.core.provisions.columnar.columns import column
from guiju.core.provisions.columnar.derived import measured_at, with_sums
from guiju.core.provisions.columnar.scaled import PLACES, half_even, quotients, scaled
from guiju.core.provisions.derived import standing_for, with_derived
from guiju.core.provisions.files.loading import read_rule_set
from guiju.core.provisions.files.nodes import RuleFileError
from guiju.core.provisions.findings import findings, overall
from guiju.core.provisions.judging import judge
from guiju.core.provisions.measured import read_measured
from guiju.core.provisions.rounding import rounded
from guiju.core.provisions.sample import Sample
from guiju.core.provisions.units import in_units
from guiju.core.provisions.written import read_limit

FILE = """\
standard: Q/SLI 5-2026
title: [示例, Example]
in_force: {from: 2026-01-01}
basis: 示例
certainty: checked
characteristics:
  a: {name: [甲, A], unit: mg/L}
  b: {name: [乙, B], unit: mg/L}
  c: {name: [丙, C], unit: µg/L, undetected: pass}
  ratio: {name: [比值之和, Sum of ratios]}
  sum: {name: [总和, Sum], unit: µg/L}
rules:
  - {id: r1, clause: "1", of: ratio, limit: ≤1}
  - {id: r2, clause: "2", of: sum, limit: <500}
derived:
  ratio: {clause: 表1, ratios: {a: 0.06, b: 0.1, c: 30}}
  sum: {clause: 表2, sum: [a, c]}
"""
RULES = read_rule_set(FILE, "example.yaml")


def sample(*texts):
    results = {name: read_measured(text) for name, text in zip("abc", texts, strict=True)}
    return Sample(results)


@pytest.mark.parametrize(
    ("texts", "ratio", "total"),
    [
        (("0.03", "0.03", "6"), "pass", "pass"),  # 0.5 + 0.3 + 0.2 is 1, not a hair more
        (("0.03", "0.03", "6.1"), "fail", "pass"),
        (("0.02", "0.03", "11"), "pass", "pass"),  # 1/3 + 0.3 + 11/30 is 1 as well
        (("0.02", "0.03", "11.0000001"), "fail", "pass"),
        (("<0.03", "0.03", "6"), "pass", "pass"),
        (("<0.04", "0.03", "6"), "undetermined", "pass"),
        (("<0.01", "0.1", "0.001"), "fail", "pass"),
        (("<0.01", "0.1", "ND"), "undetermined", "pass"),
        (("0.03", "ND", "ND"), "undetermined", "pass"),
        ((">0.06", "0", "0"), "fail", "undetermined"),
        (("—", "0.1", "ND"), "missing", "missing"),
        (("—", "0.1", "1"), "fail", "missing"),
        (("—", "—", "—"), "missing", "missing"),
        (("—", "—", "500"), "fail", "fail"),
        (("合格", "0.01", "1"), "undetermined", "undetermined"),
        (("0.4", "0.01", "99.9"), "fail", "pass"),
        (("0.4", "0.01", "100"), "fail", "fail"),
        (("0.4", "0.01", "<100"), "fail", "pass"),
    ],
)
def test_a_sum(texts, ratio, total):
    found = findings(with_derived(sample(*texts), RULES), RULES.rules, RULES.characteristics)
    assert [one.status for one in found] == [ratio, total]


def test_a_sum_that_was_reported_stays():
    given_one = Sample({"ratio": read_measured("2"), "a": read_measured("0")})
    assert with_derived(given_one, RULES).results["ratio"].number == 2


def test_nothing_may_be_found_in_a_sum():
    none = read_limit("不得检出")
    for texts, status in [
        (("<1", "ND", "0"), "pass"),
        (("<1", "0.1", "0"), "fail"),
        (("<1", "—", "0"), "missing"),
        (("0.1", "—", "0"), "fail"),
        ((">0", "ND", "0"), "fail"),
    ]:
        found = with_derived(sample(*texts), RULES).results["ratio"]
        assert judge(found, none) == status, texts


def test_units_of_the_data_divide():
    """a in µg/L: what it is divided by is converted, not the data."""
    converted = in_units(RULES, {"a": "µg/L", "sum": ""})
    results = {"a": read_measured("30"), "b": read_measured("0.03"), "c": read_measured("6.0")}
    found = with_derived(Sample(results), converted).results
    assert found["ratio"].number == 1
    assert found["sum"].number == Decimal("36.0")


parts = st.one_of(
    st.integers(0, 300).map(lambda one: str(Decimal(one) / 1000)),
    st.sampled_from(["0.06", "0.1", "0.02", "0.04", "30", "<0.01", "ND", "—", ">0.05", "合格", ""]),
    st.sampled_from(["0.0123456789012345678", "0.05+"]),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(parts, parts, parts), min_size=1, max_size=12))
def test_columns_are_the_decimals(rows):
    own = {name: column([row[at] for row in rows]) for at, name in enumerate("abc")}
    found = with_sums(RULES, own, len(rows))
    for at, row in enumerate(rows):
        expected = with_derived(sample(*row), RULES)
        seen = Sample({name: measured_at(one, at) for name, one in found.items()})
        both = [findings(each, RULES.rules, RULES.characteristics) for each in (seen, expected)]
        assert [one.status for one in both[0]] == [one.status for one in both[1]], row
        assert overall(both[0]) == overall(both[1])


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.integers(-(10**8), 10**8), min_size=1, max_size=8),
    st.sampled_from([1, 3, 7, 24, 600, 212_520, 10**9, 10**15 + 1]),
    st.integers(0, PLACES),
)
def test_quotients_lie_on_their_side_of_every_decimal(wholes, by, places):
    exact = [Fraction(one, by) for one in wholes]
    found = quotients(np.array(wholes, np.int64), by)
    for number, value in zip(found, exact, strict=True):
        beside = rounded(standing_for(value), Decimal(1).scaleb(-places))
        if len(beside.normalize().as_tuple().digits) > 15:
            continue
        limit = float(beside)
        assert (number < limit, number > limit) == (value < beside, value > beside)
    rounds = half_even(np.array(wholes, np.int64), by)
    assert [int(one) for one in rounds] == [
        int(rounded(standing_for(value), Decimal(1))) for value in exact
    ]


def test_a_quotient_beside_a_decimal_is_not_taken_for_it():
    """The nearest binary number of these quotients is that of the decimal beside them."""
    by = 3_141_592_653
    wholes = np.array([3141589899258288, 3141589899258279], np.int64)
    beside = [999999.123456789, 999999.123456786]
    assert [int(one) / by for one in wholes] == beside
    low, high = quotients(wholes, by)
    assert (low < beside[0], high > beside[1]) == (True, True)


@settings(deadline=None)
@given(st.lists(st.decimals(-(10**6), 10**6, places=6), min_size=1, max_size=8))
def test_decimals_become_whole_numbers(decimals):
    wholes, places = scaled(np.array([float(one) for one in decimals]))
    assert [Decimal(int(one)).scaleb(-places) for one in wholes] == decimals


def test_columns_that_are_not_there_make_the_sum_partial():
    found = with_sums(RULES, {"b": column(["0.2", "0.01"])}, 2)
    assert [measured_at(found["ratio"], at).kind for at in (0, 1)] == ["partial", "partial"]
    assert [judge(measured_at(found["ratio"], at), read_limit("≤1")) for at in (0, 1)] == [
        "fail", "missing",
    ]  # fmt: skip
    assert "sum" not in found


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("ratios: {a: 0.06", "ratios: {x: 0.06", "“x”"),
        ("ratios: {a: 0.06", "ratios: {a: 0", "大于零"),
        ("sum: [a, c]", "sum: [a]", "两个以上"),
        ("sum: [a, c]", "sum: [a, a]", "两个以上"),
        ("ratios: {a: 0.06", "ratios: {sum: 0.06", "不能由和组成"),
        ("sum: [a, c]", "of: [a, c]", "“of”"),
        ("sum: [a, c]", "sum: [a, c], ratios: {a: 1, b: 1}", "之一"),
        ("  ratio: {clause", "  ratios: {clause", "“ratios”"),
        ("of: ratio, limit: ≤1}", "of: ratio, limit: ≤1.123456789}", "小数位数过多"),
        ("b: {name: [乙, B], unit: mg/L}", "b: {name: [乙, B], unit: ℃}", ""),
    ],
)
def test_a_file_says_what_it_may(old, new, says):
    assert FILE.count(old) == 1
    changed = FILE.replace(old, new)
    if not says:
        with pytest.raises(RuleFileError) as refused:
            read_rule_set(changed.replace("sum: [a, c]", "sum: [a, b]"), "bad.yaml")
        assert "单位不能换算" in refused.value.sentence.zh
        return
    with pytest.raises(RuleFileError) as refused:
        read_rule_set(changed, "bad.yaml")
    assert says in refused.value.sentence.zh
