"""Rule sets of the rulebook: on both sides of limits, under each condition, and without a doubt."""

from decimal import Decimal
from importlib import resources
from itertools import pairwise

import polars as pl
import pytest

from guiju.core.provisions.derived import with_derived
from guiju.core.provisions.files.linting import lint
from guiju.core.provisions.findings import findings
from guiju.core.provisions.grading import grade
from guiju.core.provisions.measured import read_measured
from guiju.core.provisions.sample import Sample
from guiju.core.provisions.tables.evaluating import Evaluation
from guiju.core.provisions.units import UnitError
from tests.core.provisions.rule_sets import rule_set

STANDARDS = resources.files("guiju.rulebook") / "standards"


def sample(rules, texts, told):
    """Results and attributes; what has a default and was not told is that."""
    defaults = {name: one.default for name, one in rules.attributes.items() if one.default}
    results = {name: read_measured(text) for name, text in texts.items()}
    return with_derived(Sample(results, {**defaults, **told}), rules)


def statuses(file, texts, **told):
    """The answer of each rule on what was measured, by its id."""
    rules = rule_set(file)
    found = findings(sample(rules, texts, told), rules.rules, rules.characteristics)
    return {
        one.rule.id: one.status
        for one in found
        if one.measured.kind != "missing" and one.status != "inapplicable"
    }


def level(file, characteristic, text, **told):
    rules = rule_set(file)
    numbers = {
        name: value if isinstance(value, str) else Decimal(str(value))
        for name, value in told.items()
    }
    one = sample(rules, {characteristic: text}, numbers)
    found = grade(one, rules.ladders[0], rules.characteristics)
    return found.level or found.status


# Lead of single hours has no limit; its days make those of quarter and year.
KNOWN_DOUBTS = {("GB_3095-2012.yaml", "没有规则用到“Pb”")}


def test_no_file_has_a_problem_and_none_a_doubt_that_is_not_known():
    found = {
        (one.name, problem)
        for one in STANDARDS.iterdir()
        for problem in lint(one.read_text("utf-8"), one.name)
    }
    assert {problem for _, problem in found if problem.severity == "error"} == set()
    assert {(name, problem.zh) for name, problem in found} <= KNOWN_DOUBTS


DRINKING = "GB_5749-2022.yaml"


@pytest.mark.parametrize(
    ("of", "passes", "fails"),
    [
        ("As", "0.01", "0.011"),
        ("F", "1.0", "1.01"),
        ("NO3", "10", "10.1"),
        ("turbidity", "1", "1.1"),
        ("bacteria", "100", "101"),
        ("pH", "6.5", "6.49"),
        ("pH", "8.5", "8.51"),
        ("total-coliforms", "未检出", "1"),
        ("E-coli", "<1", "1"),
        ("CODMn", "3", "3.01"),
        ("hardness", "450", "451"),
        ("B", "1.0", "1.1"),
        ("vinyl-chloride", "0.001", "0.0011"),
        ("dimethoate", "0.006", "0.0061"),
        ("giardia", "0.9", "1"),
        ("MIB", "0.00001", "0.000011"),
        ("benzopyrene", "0.00001", "0.000012"),
        ("perchlorate", "0.07", "0.071"),
    ],
)
def test_drinking_water_on_both_sides(of, passes, fails):
    assert statuses(DRINKING, {of: passes}) == {of: "pass"}
    assert statuses(DRINKING, {of: fails}) == {of: "fail"}


@pytest.mark.parametrize(
    ("of", "passes", "fails"),
    [
        ("turbidity", "3", "3.1"),
        ("F", "1.2", "1.21"),
        ("NO3", "20", "20.1"),
        ("bacteria", "500", "501"),
    ],
)
def test_small_supplies_have_their_own_limits(of, passes, fails):
    own = f"{of}-small"
    assert statuses(DRINKING, {of: passes}, supply="small") == {own: "pass"}
    assert statuses(DRINKING, {of: fails}, supply="small") == {own: "fail"}
    assert statuses(DRINKING, {of: passes}) == {of: "fail"}


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("0.03", "0.03", "0.006", "0.01"), "pass"),  # 0.5 + 0.3 + 0.1 + 0.1 is 1
        (("0.03", "0.03", "0.006", "0.0101"), "fail"),
        (("<0.0001", "<0.0001", "<0.0001", "<0.0001"), "pass"),
        (("0.03", "0.03", "0.006", "<0.02"), "undetermined"),
    ],
)
def test_trihalomethanes_are_a_sum_of_ratios(texts, expected):
    names = ("chloroform", "dibromochloromethane", "bromodichloromethane", "bromoform")
    assert statuses(DRINKING, dict(zip(names, texts, strict=True)))["THM"] == expected


@pytest.mark.parametrize(
    ("of", "told", "text", "expected"),
    [
        ("free-chlorine", {"disinfection": "chlorine", "point": "plant"}, "0.3", {"", "plant"}),
        ("free-chlorine", {"disinfection": "chlorine", "point": "tap"}, "0.05", {"", "tap"}),
        ("free-chlorine", {"disinfection": "mixed", "point": "tap"}, "0.01", {""}),
        ("ozone", {"disinfection": "ozone", "point": "plant"}, "0.01", {""}),
        ("ClO2", {"disinfection": "chlorine-dioxide", "point": "plant"}, "0.1", {"", "plant"}),
        ("total-chlorine", {"disinfection": "chlorine", "point": "plant"}, "9", set()),
    ],
)
def test_disinfectants_are_judged_where_they_are_used(of, told, text, expected):
    wanted = {f"{of}-{point}" if point else of: "pass" for point in expected}
    assert statuses(DRINKING, {of: text}, **told) == wanted


@pytest.mark.parametrize(
    ("point", "text", "failing"),
    [("plant", "2.1", ""), ("plant", "0.29", "-plant"), ("tap", "0.049", "-tap")],
)
def test_too_much_and_too_little_chlorine(point, text, failing):
    found = statuses(DRINKING, {"free-chlorine": text}, disinfection="chlorine", point=point)
    assert {id for id, status in found.items() if status == "fail"} == {f"free-chlorine{failing}"}


def test_what_decides_and_was_not_told_is_undetermined():
    found = statuses(DRINKING, {"ozone": "0.1"})
    assert found == dict.fromkeys(("ozone", "ozone-tap"), "undetermined")
    assert statuses(DRINKING, {"microcystin-LR": "0.1"}) == {}
    assert statuses(DRINKING, {"microcystin-LR": "0.1"}, algae="bloom") == {
        "microcystin-LR": "fail"
    }


def test_drinking_water_has_its_97_items():
    rules = rule_set(DRINKING)
    numbers = {
        (table, int(number))
        for table, number in (
            rule.clause.split(" 序号") for rule in rules.rules if "序号" in rule.clause
        )
    }
    left_out = {("表1", 24), ("表1", 25)}
    assert not numbers & left_out
    assert numbers | left_out == (
        {("表1", at) for at in range(1, 40)}
        | {("表2", at) for at in range(40, 44)}
        | {("表3", at) for at in range(44, 98)}
    )


SURFACE = "GB_3838-2002.yaml"


@pytest.mark.parametrize(
    ("of", "passes", "fails"),
    [
        ("SO4", "250", "250.1"),
        ("Mn", "0.1", "0.11"),
        ("chloroform", "0.06", "0.061"),
        ("benzopyrene", "0.0000028", "0.0000029"),
        ("methylmercury", "1.0×10^-6", "1.1×10^-6"),
        ("PCB", "0.00002", "0.000021"),
        ("Tl", "0.0001", "0.00011"),
        ("24-dichlorophenol", "0.093", "0.094"),
    ],
)
def test_sources_of_drinking_water_on_both_sides(of, passes, fails):
    assert statuses(SURFACE, {of: passes}, use="drinking-source") == {of: "pass"}
    assert statuses(SURFACE, {of: fails}, use="drinking-source") == {of: "fail"}
    assert statuses(SURFACE, {of: fails}, use="other") == {}


def test_tables_2_and_3_are_whole():
    clauses = [rule.clause for rule in rule_set(SURFACE).rules]
    assert clauses == [f"表2 序号{at}" for at in range(1, 6)] + [
        f"表3 序号{at}" for at in range(1, 81)
    ]


COURT = "GB_T_43565-2023.yaml"


@pytest.mark.parametrize(
    ("of", "court", "passes", "fails"),
    [
        ("absorption", "training", "20", "19.9"),
        ("absorption", "competition", "50", "50.1"),
        ("deformation", "training", "3.0", "3.1"),
        ("rebound", "training", "75", "74"),
        ("strength", "competition", "0.70", "0.69"),
        ("strength", "training", "0.50", "0.49"),
        ("elongation", "competition", "90", "89"),
        ("elongation", "training", "50", "49"),
        ("slip", "competition", "90", "89"),
        ("slip", "training", "80", "79"),
        ("slip", "training", "110", "111"),
        ("filler", "training", "60", "60.1"),
        ("SCCP", "training", "0.1", "0.11"),
    ],
)
def test_basketball_courts_on_both_sides(of, court, passes, fails):
    assert list(statuses(COURT, {of: passes}, court=court).values()) == ["pass"]
    assert list(statuses(COURT, {of: fails}, court=court).values()) == ["fail"]


MOTORS = "GB_18613-2020.yaml"


@pytest.mark.parametrize(
    ("power", "poles", "text", "expected"),
    [
        ("0.75", 2, "86.3", "1级"),
        ("0.75", 2, "86.2", "2级"),
        ("0.75", 4, "85.7", "2级"),
        ("0.75", 4, "82.5", "3级"),
        ("0.75", 4, "82.4", "低于3级"),
        ("0.750", 6, "78.9", "3级"),
        ("7.5", 8, "91.3", "1级"),
        ("200", 6, "96.3", "2级"),
        ("250", 6, "96.4", "3级"),
        ("1000", 4, "97.4", "1级"),
        ("1000", 4, "95.9", "低于3级"),
        ("0.8", 4, "99", "inapplicable"),
        ("280", 6, "99", "inapplicable"),
        ("0.75", 10, "99", "inapplicable"),
    ],
)
def test_motors_by_power_and_poles(power, poles, text, expected):
    assert level(MOTORS, "efficiency", text, power=Decimal(power), poles=poles) == expected


def test_a_larger_motor_and_a_better_grade_ask_for_more():
    table = rule_set(MOTORS).tables["t1"]
    assert len(table.rows) == 42 * 4 - 1
    rows = [tuple(Decimal(cell) for cell in row) for row in table.rows]
    assert all(g1 > g2 > g3 for _, _, g1, g2, g3 in rows)
    for poles in (2, 4, 6, 8):
        own = sorted(row for row in rows if row[1] == poles)
        assert all(one[2:] <= other[2:] and one[0] < other[0] for one, other in pairwise(own))


COOLING = "GB_21455-2019.yaml"


@pytest.mark.parametrize(
    ("kind", "capacity", "of", "text", "expected"),
    [
        ("heat-pump", 3500, "APF", "5.00", "1级"),
        ("heat-pump", 4500, "APF", "4.99", "2级"),
        ("heat-pump", 4501, "APF", "4.50", "1级"),
        ("heat-pump", 7100, "APF", "3.19", "低于5级"),
        ("heat-pump", 7200, "APF", "3.10", "5级"),
        ("heat-pump", 14000, "APF", "4.20", "1级"),
        ("cooling", 2600, "SEER", "5.80", "1级"),
        ("cooling", 2600, "SEER", "3.89", "5级"),
        ("cooling", 7100, "SEER", "4.40", "3级"),
        ("cooling", 7101, "SEER", "4.00", "3级"),
    ],
)
def test_air_conditioners_by_kind_and_capacity(kind, capacity, of, text, expected):
    assert level(COOLING, of, text, kind=kind, capacity=capacity) == expected


def test_rules_beside_a_ladder_have_their_own_columns():
    frame = pl.DataFrame(
        {
            "溶解氧(mg/L)": ["7.6", "5.6", "5.6"],
            "三氯甲烷(µg/L)": ["70", "<10", "70"],
            "用途": ["饮用水水源地", "饮用水水源地", "其他"],
        }
    )
    judging = Evaluation(rule_set(SURFACE), frame.columns, {"waterbody": "river"})
    (found,) = judging.judged([frame])
    assert found["grade"].to_list() == ["Ⅰ", "Ⅲ", "Ⅲ"]
    assert found["verdict"].to_list() == ["符合"] * 3
    assert found["rules_verdict"].to_list() == ["不符合", "缺项", "不适用"]
    assert found["rules_limiting"].to_list() == ["三氯甲烷", "", ""]
    assert found["rules_clause"].to_list() == ["表3 序号1", "", ""]
    assert judging.summary.answers["rules_verdict"].total() == 3
    without = Evaluation(rule_set(SURFACE), ["溶解氧"], {"waterbody": "river"})
    (plain,) = without.judged([pl.DataFrame({"溶解氧": ["7.6"]})])
    assert plain.columns == ["溶解氧", "grade", "verdict", "limiting", "clause"]


@pytest.mark.parametrize("unit", ["", "(无量纲)", "(pH)", "(pH值)"])
def test_a_head_may_say_that_there_is_no_unit(unit):
    frame = pl.DataFrame({f"pH{unit}": ["8.6"]})
    judging = Evaluation(rule_set(DRINKING), frame.columns, {})
    (found,) = judging.judged([frame])
    assert found["limiting"].to_list() == ["pH"]


@pytest.mark.parametrize("unit", ["%", "mg/L"])
def test_a_unit_where_none_can_be_is_refused(unit):
    with pytest.raises(UnitError):
        Evaluation(rule_set(DRINKING), [f"pH({unit})"], {})
