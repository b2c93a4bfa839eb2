"""Limits kept in tables: which row holds, what lies between rows, units of keys, and what files must not say."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.core.provisions.files.loading import read_rule_set
from guiju.core.provisions.files.nodes import RuleFileError
from guiju.core.provisions.findings import verdict
from guiju.core.provisions.grading import grade
from guiju.core.provisions.lookup import looked_up, on_the_line
from guiju.core.provisions.measured import read_measured
from guiju.core.provisions.model import Between
from guiju.core.provisions.sample import Sample
from guiju.core.provisions.units import UnitError, in_units
from guiju.core.provisions.written import read_limit

FILE = """\
standard: Q/SLI 1-2026
title: [示例, Example]
in_force: {from: 2026-01-01}
basis: 示例
certainty: checked
attributes:
  power: {name: [额定功率, Rated power], unit: kW}
  kind: {name: [类型, Kind], values: {open: [开启式], closed: [封闭式]}}
characteristics:
  eff: {name: [效率, Efficiency], unit: "%", better: higher}
tables:
  t1:
    clause: 表1
    keys: {power: exact, kind: exact}
    data: |
      power kind   g1   g2   g3
      0.75  open   84.9 82.7 80.7
      1.1   开启式 86.7 84.5 82.70
      0.75  closed 85   83   —
rules:
  - {id: r1, clause: "4.2", of: eff, limit: "不小于 t1.g3"}
ladders:
  x:
    name: [等级, Grade]
    clause: "5"
    levels: [1级, 2级, 3级]
    otherwise: 不合格
    limits:
      - {of: eff, clause: 表1, limits: ["≥ t1.g1", "≥t1.g2", "≥ t1.g3"]}
"""
RULES = read_rule_set(FILE, "example.yaml")


def sample(eff, **told):
    attributes = {name: Decimal(text) if name == "power" else text for name, text in told.items()}
    return Sample({"eff": read_measured(eff)}, attributes)


def judged(one, rules=RULES):
    return verdict(one, rules.rules, rules.characteristics, rules.attributes)


def graded(one, rules=RULES):
    return grade(one, rules.ladders[0], rules.characteristics, attributes=rules.attributes)


@pytest.mark.parametrize(
    ("eff", "told", "status", "level"),
    [
        ("80.7", {"power": "0.75", "kind": "open"}, "pass", "3级"),
        ("80.69", {"power": "0.750", "kind": "open"}, "fail", "不合格"),
        ("84.9", {"power": "0.75", "kind": "open"}, "pass", "1级"),
        # The row asks for nothing at the last level.
        ("10", {"power": "0.75", "kind": "closed"}, "inapplicable", "3级"),
        # Between two rows, and above all: no rule, never the nearest.
        ("99", {"power": "0.9", "kind": "open"}, "inapplicable", ""),
        ("99", {"power": "1.1", "kind": "closed"}, "inapplicable", ""),
        # Whatever kind it is there is no such power.
        ("99", {"power": "5"}, "inapplicable", ""),
        # Of an open and of a closed one it is the best level.
        ("85", {"power": "0.75"}, "undetermined", "1级"),
        ("84", {"power": "0.75"}, "undetermined", "2级"),
        ("", {"power": "0.75", "kind": "open"}, "missing", ""),
    ],
)
def test_the_row_that_holds(eff, told, status, level):
    one = sample(eff, **told)
    assert judged(one).whole == status
    assert graded(one).level == level


def test_what_is_not_told_is_named_and_no_row_says_why():
    unknown = judged(sample("85", kind="open")).findings[0]
    assert (unknown.status, unknown.unknown) == ("undetermined", ("power",))
    assert graded(sample("85", kind="open")).unknown == ("power",)
    without = judged(sample("85", power="2", kind="open")).findings[0]
    assert without.reason.zh == "表1没有“额定功率 2、类型 open”的规定"
    assert without.reason.en == "表1 says nothing of “Rated power 2, Kind open”"
    assert [one.zh for one in graded(sample("85", power="2", kind="open")).reasons] == [
        without.reason.zh
    ]
    nothing = judged(sample("85", power="0.75", kind="closed")).findings[0]
    assert nothing.reason.zh == "表1对此没有要求"
    either = graded(sample("84.95", power="0.75"))
    assert (either.level, either.possible, either.unknown) == ("", "1级", ("kind",))


def test_a_limit_is_compared_in_the_places_of_its_cell():
    rounded = read_rule_set(FILE.replace('t1.g3"}', 't1.g3", comparison: rounded}'), "a.yaml")
    # 82.70 is written to hundredths, 80.7 to tenths.
    assert judged(sample("82.694", power="1.1", kind="open"), rounded).whole == "fail"
    assert judged(sample("80.66", power="0.75", kind="open"), rounded).whole == "pass"


def with_match(match, rows, limit="≥ t1.g3"):
    head, rest = FILE.split("      power kind")
    tail = rest[rest.index("rules:") :].replace("不小于 t1.g3", limit)
    table = "      power kind g1 g2 g3\n" + "".join(f"      {row}\n" for row in rows)
    return head.replace("power: exact", f"power: {match}") + table + tail


RANGE = ["≤4.5 open 3 2 1", ">4.5~7.1 open 4 3 2", ">8~10 open 5 4 3"]
LARGER = ["2 open 3 2 1", "1 open 4 3 2", "5 open 5 4 3"]
LINE = ["1 open 4 3 1", "2 open 4 3 2", "4 open 4 3 2.5", "1 closed 9 9 9"]


@pytest.mark.parametrize(
    ("match", "rows", "power", "limit"),
    [
        ("range", RANGE, "4.5", "1"), ("range", RANGE, "4.51", "2"), ("range", RANGE, "7.1", "2"),
        ("range", RANGE, "8", None), ("range", RANGE, "8.01", "3"), ("range", RANGE, "11", None),
        ("larger", LARGER, "0.1", "2"), ("larger", LARGER, "1", "2"), ("larger", LARGER, "1.01", "1"),
        ("larger", LARGER, "5", "3"), ("larger", LARGER, "5.01", None),
        ("interpolate", LINE, "1", "1"), ("interpolate", LINE, "1.25", "1.25"),
        ("interpolate", LINE, "2", "2"), ("interpolate", LINE, "3", "2.25"),
        ("interpolate", LINE, "0.99", None), ("interpolate", LINE, "4.01", None),
    ],
)  # fmt: skip
def test_ways_of_finding_a_row(match, rows, power, limit):
    rules = read_rule_set(with_match(match, rows), "way.yaml")
    found = looked_up(rules.rules[0].limit, {"power": Decimal(power), "kind": "open"})
    assert found.outside == (limit is None)
    assert limit is None or found.limit.low.value == Decimal(limit)


def test_a_cell_may_be_a_limit_itself():
    rules = read_rule_set(
        with_match("exact", ["1 open 4 3 6.5~8.5", "2 open 4 3 ≤0.50"], "t1.g3").replace(
            '["≥ t1.g1", "≥t1.g2", "≥ t1.g3"]', '["≥ t1.g1", "≥t1.g2", "≥ 0"]'
        ),
        "own.yaml",
    )
    assert judged(sample("8.5", power="1", kind="open"), rules).whole == "pass"
    assert judged(sample("8.5", power="2", kind="open"), rules).whole == "fail"


tenths = st.integers(-200, 200).map(lambda tenth: Decimal(tenth) / 10)


@given(tenths, st.integers(1, 60), tenths, tenths, st.integers(0, 60), tenths)
def test_between_two_rows_the_limit_is_an_exact_fraction(start, width, first, last, share, number):
    """The limit is kept as a decimal that no result can tell from the fraction."""
    share = min(share, width)
    between = Between("x", start, start + width, read_limit(f"≥{first}"), read_limit(f"≥{last}"))
    found = on_the_line(between, start + share)
    exact = Fraction(first) + Fraction(share, width) * (Fraction(last) - Fraction(first))
    assert found.holds(number) == (Fraction(number) >= exact)
    step = Fraction(1, 10)
    shown = Fraction(round(Fraction(number) / step)) * step
    assert found.compared("rounded").holds(number) == (shown >= exact)


def test_keys_and_conditions_in_other_units():
    """A head in W converts the keys of the table; the data stay as they are."""
    text = with_match("larger", LARGER).replace(
        'limit: "≥ t1.g3"', 'limit: "≥ t1.g3", when: {power: "≤5"}'
    )
    rules = in_units(read_rule_set(text, "w.yaml"), {}, {"power": "W"})
    assert rules.attributes["power"].unit == "W"
    assert judged(sample("1.9", power="1000", kind="open"), rules).whole == "fail"
    assert judged(sample("1", power="1000.5", kind="open"), rules).whole == "pass"
    assert judged(sample("1", power="5000.1", kind="open"), rules).whole == "inapplicable"
    line = in_units(
        read_rule_set(with_match("interpolate", LINE), "l.yaml"), {"eff": "‰"}, {"power": "W"}
    )
    found = looked_up(line.rules[0].limit, {"power": Decimal(1250), "kind": "open"})
    assert found.limit.low.value == Decimal("12.5")
    with pytest.raises(UnitError):
        in_units(rules, {}, {"power": "kg"})


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("{power: exact, kind: exact}", "{power: exact, kinds: exact}", 14, "“kinds”"),
        ("{power: exact, kind: exact}", "{power: exact, kind: range}", 14, "只能用 exact"),
        ("{power: exact, kind: exact}", "{power: nearest, kind: exact}", 14, "“nearest”"),
        ("power kind   g1", "watts kind   g1", 16, "表头没有“power”"),
        ("g1   g2   g3\n", "g1   g2   g2\n", 16, "表头重复"),
        ("84.9 82.7 80.7", "84.9 82.7", 17, "有 4 格"),
        ("1.1   开启式", "1.1   半开式", 18, "“半开式”"),
        ("1.1   开启式", "0.750 开启式", 18, "第 17 行的键重叠"),
        ("1.1   开启式", "1,1   开启式", 18, "“1,1”不是数"),
        ("84.5 82.70", "84.5 八十", 18, "八十"),
        ("0.75  closed 85   83", "0.75  closed 85   86", 29, "没有包含较高等级"),
        ("0.75  closed 85   83", "0.75  closed —    83", 29, "较高等级没有要求"),
        ('"≥ t1.g1"', '"≥ t1.g9"', 29, "没有“g9”列"),
        ('"不小于 t1.g3"', '"t1.g3"', 17, "没有写明比较方式"),
        ("    data: |\n", "    data:\n", 16, "写“|”"),
    ],
)
def test_what_is_wrong_in_a_table_is_named_with_its_line(old, new, line, says):
    assert FILE.count(old) == 1
    with pytest.raises(RuleFileError) as refused:
        read_rule_set(FILE.replace(old, new), "bad.yaml")
    assert f"第 {line} 行" in refused.value.sentence.zh
    assert says in refused.value.sentence.zh
    assert f"line {line} " in refused.value.sentence.en


@pytest.mark.parametrize(
    ("match", "rows", "says"),
    [
        ("range", ["1~5 open 3 2 1", "5~9 open 4 3 2"], "重叠"),
        ("range", ["1~5 open 3 2 1", "2~3 open 4 3 2"], "重叠"),
        ("larger", ["1 open 3 2 1", "1.0 open 4 3 2"], "“power”重复"),
        ("interpolate", ["1 open 3 2 1", "2 open 3 2 —"], "内插"),
        ("range", ["不得检出 open 3 2 1"], "键应当是区间"),
        ("exact", [], "没有数据行"),
    ],
)
def test_keys_that_cannot_be(match, rows, says):
    with pytest.raises(RuleFileError) as refused:
        read_rule_set(with_match(match, rows), "bad.yaml")
    assert says in refused.value.sentence.zh


def test_ranges_that_touch_and_gaps_are_allowed():
    found = read_rule_set(with_match("range", ["1~<5 open 3 2 1", "5~9 open 4 3 2"]), "ok.yaml")
    assert found.tables["t1"].rows[1] == ("5~9", "open", "4", "3", "2")
    assert found.tables["t1"].columns == ("g1", "g2", "g3")
