"""The edge cases on which naive judging breaks, one test each, in the decimals and in the columns."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import numpy as np
import polars as pl
import pytest

from guiju.core.errors import Bilingual
from guiju.core.provisions.columnar.codes import STATUSES
from guiju.core.provisions.columnar.columns import column
from guiju.core.provisions.columnar.compiling import compiled
from guiju.core.provisions.columnar.judging import judged
from guiju.core.provisions.columnar.standing import all_standing
from guiju.core.provisions.derived import with_derived
from guiju.core.provisions.files.loading import read_rule_set
from guiju.core.provisions.files.rulebook import rule_set
from guiju.core.provisions.findings import findings, overall
from guiju.core.provisions.grading import grade
from guiju.core.provisions.indexing import indexed
from guiju.core.provisions.judging import judge
from guiju.core.provisions.lookup import looked_up
from guiju.core.provisions.measured import read_measured
from guiju.core.provisions.model import Characteristic, Rule
from guiju.core.provisions.rounding import Reported, rounded, significant
from guiju.core.provisions.sample import Sample
from guiju.core.provisions.scoring import scored_sample
from guiju.core.provisions.statistics import calendar, reference
from guiju.core.provisions.statistics.energy import energetic_mean
from guiju.core.provisions.tables.evaluating import Evaluation
from guiju.core.provisions.uncertainty import decided
from guiju.core.provisions.units import UnitError, in_units
from guiju.core.provisions.written import read_limit
from guiju.core.sampling.classes import Classes, judge_units
from guiju.core.sampling.plans import plan, plan_for
from guiju.core.sampling.switching import Lot, history

HEAD = """\
standard: Q/SLI 9-2026
title: [示例, Example]
in_force: {from: 2026-01-01}
basis: 示例
certainty: checked
"""


def rules_of(text):
    return read_rule_set(HEAD + text, "example.yaml")


def sample(results, **attributes):
    return Sample({key: read_measured(text) for key, text in results.items()}, attributes)


def statuses(limit, texts, **how):
    """The answers to some results, of which the columns must give the same."""
    comparison = how.get("comparison", "full")
    known = {
        "a": Characteristic(id="a", name=Bilingual("甲", "a"), least=how.get("least", Decimal(0)))
    }
    rule = Rule(
        id="r", clause="1", characteristic="a", limit=read_limit(limit), written=limit,
        comparison=comparison,
    )  # fmt: skip
    found = [
        judge(read_measured(text), rule.limit, comparison=comparison, least=known["a"].least)
        for text in texts
    ]
    own = judged(
        compiled([rule], known), {"a": column(texts)}, all_standing([rule], {}), len(texts)
    )
    assert [STATUSES[code] for code in own.status[0]] == found
    return found


def asked_of(rules, results, **attributes):
    one = with_derived(sample(results, **attributes), rules)
    return [found.status for found in findings(one, rules.rules, rules.characteristics)]


def test_01_a_limit_keeps_its_decimals():
    """0.50 is rounded to hundredths and 0.5 to tenths; as floats they are the same."""
    assert statuses("≤0.50", ["0.505", "0.506", "0.54"], comparison="rounded") == [
        "pass", "fail", "fail",
    ]  # fmt: skip
    assert statuses("≤0.5", ["0.505", "0.54", "0.55", "0.551"], comparison="rounded") == [
        "pass", "pass", "fail", "fail",
    ]  # fmt: skip
    assert statuses("≤0.3", ["0.3", "0.30000000000000004", "0.30000000000000001"]) == [
        "pass", "fail", "fail",
    ]  # fmt: skip


def test_02_at_most_and_less_than_are_rounded_apart():
    near = ["1.4", "1.5", "1.6", "2", "2.4", "2.5", "2.6"]
    assert statuses("≤2", near, comparison="rounded") == [*["pass"] * 6, "fail"]
    assert statuses("<2", near, comparison="rounded") == ["pass", *["fail"] * 6]
    assert statuses("≤2", near) == [*["pass"] * 4, *["fail"] * 3]
    assert statuses("<2", near) == [*["pass"] * 3, *["fail"] * 4]


@pytest.mark.parametrize(
    "written",
    [
        "6.5~8.5", "6.5－8.5", "6.5—8.5", "6.5-8.5", "≥6.5且≤8.5", "６．５～８．５", "6.5 ～ 8.5",
        "不小于6.5，且不大于8.5", ">=6.5 and <=8.5", "7.5±1.0",
    ],
)  # fmt: skip
def test_03_a_range_is_the_same_in_every_writing(written):
    assert statuses(written, ["6.4", "6.5", "8.5", "8.6"]) == ["fail", "pass", "pass", "fail"]


def test_04_nothing_may_be_detected():
    """Not detected and below a limit conform, 0 does; any number does not, however small."""
    texts = ["未检出", "ND", "<LOD", "<0.01", "0.003L", "0", "0.003", ">1", "多不可计", ""]
    assert statuses("不得检出", texts) == [*["pass"] * 6, *["fail"] * 3, "missing"]


def test_05_a_detection_limit_above_the_limit_proves_nothing():
    assert statuses("≤0.01", ["<0.01", "<0.02", "0.02L", "ND"]) == [
        "pass", "undetermined", "undetermined", "undetermined",
    ]  # fmt: skip
    means = {"half": "0.5", "zero": "0", "limit": "1"}
    for word, expected in means.items():
        rules = rules_of(f"""
characteristics: {{a: {{name: 甲}}, m: {{name: 均}}}}
statistics:
  m: {{of: a, clause: "1", take: mean, over: day, censored: {word}, decimals: 1}}
rules: [{{id: r, clause: "1", of: m, limit: ≤1}}]
""")
        assert mean_of_a_day(rules, ["<1"] * 24).number == Decimal(expected)


def mean_of_a_day(rules, texts):
    """The first statistic of one day of hours, measured; None where there is none."""
    (one, *_), start = rules.statistics, calendar.hour_of(date(2026, 3, 1), 1)
    hours = {start + at: read_measured(text) for at, text in enumerate(texts)}
    counted = reference.counted(hours, one, rules.characteristics[one.of], "hour")
    values = reference.statistic(one, counted).values
    found = [reference.measured(value, one) for value in values.values()]
    return found[0] if found else None


def test_06_what_was_not_tested_does_not_pass():
    rules = rules_of("""
characteristics: {a: {name: 甲}, b: {name: 乙}}
rules:
  - {id: r1, clause: "1", of: a, limit: ≤1}
  - {id: r2, clause: "2", of: b, limit: ≤1}
""")
    assert asked_of(rules, {"a": "0.5"}) == ["pass", "missing"]
    for results, whole in (
        ({"a": "0.5"}, "missing"),
        ({"a": "2"}, "fail"),
        ({"b": "合格"}, "missing"),
    ):
        assert overall(findings(sample(results), rules.rules, rules.characteristics)) == whole


def test_07_units_are_converted_at_the_limit_and_never_guessed():
    rules = rules_of("""
characteristics:
  a: {name: 总磷, unit: mg/L}
  t: {name: 温度, unit: ℃, least: none}
  d: {name: 镉, unit: mg/kg}
  p: {name: 酸碱, unit: pH}
rules:
  - {id: r1, clause: "1", of: a, limit: ≤0.0035}
  - {id: r2, clause: "2", of: t, limit: ≤40}
  - {id: r3, clause: "3", of: d, limit: ≤0.3}
  - {id: r4, clause: "4", of: p, limit: 6~9}
""")
    micro = in_units(rules, {"a": "µg/L"})
    # 3.5 µg/L: 0.0035 × 1000 as floats is not 3.5 for every such number, as decimals it is
    assert asked_of(micro, {"a": "3.5"})[0] == "pass"
    assert asked_of(micro, {"a": "3.5000001"})[0] == "fail"
    for name, unit in (("a", "mg/kg"), ("t", "K"), ("d", "mg/L"), ("p", "pH·m"), ("p", "pHenry")):
        with pytest.raises(UnitError):
            in_units(rules, {name: unit})
    assert in_units(rules, {"p": "pH"}) == rules
    # decibels have an energetic mean: of 60 and 50 it is 57.4, not 55
    mean = energetic_mean([Fraction(60), Fraction(50)])
    assert rounded(mean, Decimal("0.1")) == Decimal("57.4")


def test_08_a_dash_asks_for_nothing_and_is_not_zero():
    rules = rules_of("""
attributes: {kind: {name: 类别, values: {one: [一类], two: [二类]}}}
characteristics: {a: {name: 甲}, b: {name: 乙}}
tables:
  t:
    clause: 表1
    keys: {kind: exact}
    data: |
      kind limit
      one  ≤5
      two  —
rules:
  - {id: r1, clause: "1", of: a, limit: t.limit}
  - {id: r2, clause: 注1, of: b, limit: ≤3, when: {kind: one}}
""")
    both = {"a": "4", "b": "4"}
    assert asked_of(rules, both, kind="one") == ["pass", "fail"]
    assert asked_of(rules, both, kind="two") == ["inapplicable", "inapplicable"]
    assert asked_of(rules, {}, kind="two") == ["inapplicable", "inapplicable"]
    assert asked_of(rules, both) == ["undetermined", "undetermined"]


@pytest.mark.parametrize(
    ("match", "rows", "found"),
    [
        ("exact", "1 10|2 20", {"1": "10", "1.5": None, "2": "20", "3": None}),
        ("range", "≤1 10|>1~2 20|>3 30", {"1": "10", "1.5": "20", "2.5": None, "4": "30"}),
        ("larger", "1 10|2 20", {"0.5": "10", "1": "10", "1.5": "20", "3": None}),
        ("interpolate", "1 10|2 20", {"1": "10", "1.5": "15", "1.25": "12.5", "0.5": None, "3": None}),
    ],
)  # fmt: skip
def test_09_between_rows_the_table_says_nothing_unless_it_says_how(match, rows, found):
    data = "\n".join(f"      {row}" for row in ["size low", *rows.split("|")])
    gaps = ", gaps: true" if match == "range" else ""
    text = f"""
attributes: {{size: {{name: 大小{gaps}}}}}
characteristics: {{a: {{name: 甲}}}}
tables:
  t:
    clause: 表1
    keys: {{size: {match}}}
    data: |
{data}
rules: [{{id: r, clause: "1", of: a, limit: "≥ t.low"}}]
"""
    (rule,) = rules_of(text).rules
    for size, low in found.items():
        limit = looked_up(rule.limit, {"size": Decimal(size)}).limit
        assert limit is None if low is None else limit.low.value == Decimal(low)


def test_10_the_best_level_may_stand_first_or_last_and_gates_hold():
    rules = rules_of("""
characteristics: {eer: {name: 能效, better: higher}, standby: {name: 待机, better: lower}}
ladders:
  grade:
    name: 等级
    clause: "4"
    levels: [1级, 2级, 3级]
    otherwise: 不合格
    limits:
      - {of: eer, clause: "4.1", limits: [≥5.0, ≥4.0, ≥3.0]}
      - {of: standby, clause: "4.2", limit: ≤1.0}
  star:
    name: 星级
    clause: "5"
    order: best_last
    levels: [一星, 二星, 三星]
    otherwise: 无星
    limits:
      - {of: eer, clause: "5.1", limits: [≥3.0, ≥4.0, ≥5.0]}
""")
    first, last = rules.ladders
    for eer, standby, level, star in (
        ("5.2", "0.8", "1级", "三星"), ("4.5", "0.8", "2级", "二星"),
        ("5.2", "1.2", "不合格", "三星"), ("2.9", "0.8", "不合格", "无星"),
    ):  # fmt: skip
        one = sample({"eer": eer, "standby": standby})
        assert grade(one, first, rules.characteristics).level == level
        assert grade(one, last, rules.characteristics).level == star


def test_10_marks_ask_for_a_total_and_for_each_part():
    rules = rules_of("""
characteristics:
  a: {name: 环境}
  b: {name: 服务}
  licence: {name: 许可}
rules: [{id: g, clause: "3", of: licence, limit: "≥1"}]
scores:
  stars:
    name: 等级
    clause: "6"
    order: best_last
    parts: {a: 40, b: 60}
    total: 100
    otherwise: 不定级
    gates: [g]
    levels:
      - {name: 一级, clause: "6.1", total: ≥60, each_part: ≥50%}
      - {name: 二级, clause: "6.2", total: ≥90, each_part: ≥80%}
""")
    (score,) = rules.scores
    for a, b, licence, level in (
        ("36", "54", "1", "二级"), ("31", "60", "1", "一级"), ("19", "60", "1", "不定级"),
        ("40", "60", "0", "不定级"), ("40", "49.9", "1", "一级"), ("40", "—", "1", ""),
    ):  # fmt: skip
        one = sample({"a": a, "b": b, "licence": licence})
        assert scored_sample(one, score, rules).level == level


def test_11_deviations_of_either_kind_and_ends_that_are_left_out():
    assert statuses("10.0±0.1", ["9.9", "10.1", "10.11"]) == ["pass", "pass", "fail"]
    assert statuses("80 +2(不含2) -1", ["79", "82", "81.99"]) == ["pass", "fail", "pass"]
    assert statuses("10.0±0.1(不含+0.1)", ["9.9", "10.1"]) == ["pass", "fail"]
    assert statuses("510(1±5%)", ["484.5", "484.4", "535.5", "535.6"]) == [
        "pass", "fail", "pass", "fail",
    ]  # fmt: skip
    # of A(1±b%) the deviation is rounded: 481.95 deviates by 5.5 %, a tie, and 5.5 rounds to 6
    assert statuses("510(1±5%)", ["481.96", "481.95"], comparison="rounded") == ["pass", "fail"]


def test_12_sums_and_sums_of_ratios_are_exact():
    rules = rules_of("""
characteristics:
  chloroform: {name: 三氯甲烷, unit: mg/L}
  bromoform: {name: 三溴甲烷, unit: mg/L}
  THM: {name: 三卤甲烷}
  PFOA: {name: 全氟辛酸, unit: ng/L}
  PFOS: {name: 全氟辛烷磺酸, unit: ng/L}
  PFAS: {name: 二者之和, unit: ng/L}
derived:
  THM: {clause: 表1, ratios: {chloroform: 0.06, bromoform: 0.1}}
  PFAS: {clause: 表2, sum: [PFOA, PFOS]}
rules:
  - {id: r1, clause: 表1, of: THM, limit: ≤1}
  - {id: r2, clause: 表2, of: PFAS, limit: ≤0.3}
""")
    # 1/3 + 2/3 is 1; 0.1 + 0.2 is 0.3
    even = {"chloroform": "0.02", "bromoform": "0.0666666666", "PFOA": "0.1", "PFOS": "0.2"}
    assert asked_of(rules, even) == ["pass", "pass"]
    over = {"chloroform": "0.02", "bromoform": "0.0666666667", "PFOA": "0.1", "PFOS": "0.2000001"}
    assert asked_of(rules, over) == ["fail", "fail"]
    assert asked_of(rules, {"chloroform": "0.02", "PFOA": "0.1"}) == ["missing", "missing"]
    assert asked_of(rules, {"chloroform": "0.07", "PFOA": "<0.2", "PFOS": "0.2"}) == [
        "fail", "undetermined",
    ]  # fmt: skip


def test_13_samples_of_several_units_and_lots():
    units = Classes(5, 2, Decimal(100), Decimal(1000))
    for texts, expected in (
        ("1 1 1 101 1000", "pass"), ("1 1 101 102 103", "fail"), ("1 1 1 1 1001", "fail"),
        ("1 1 1 1", "missing"),
    ):  # fmt: skip
        assert judge_units(units, [read_measured(one) for one in texts.split()]) == expected
    arrow = plan("F", Decimal("1.0"))
    assert (arrow.arrow, arrow.used, arrow.size, arrow.accept) == ("↑", "E", 13, 0)
    small = plan_for(10, "Ⅱ", Decimal("1.0"))
    assert (small.plan.size, small.size, small.whole) == (13, 10, True)

    def states(*found, **told):
        lots = [Lot(name="", size=1000, found=one, **told) for one in found]
        return "".join(step.after.state[0] for step in history(lots, "Ⅱ", Decimal("1.0")))

    assert states(3, 0, 0, 0, 3, 0, 0, 0, 0, 0) == "nnnnt" + "ttttn"
    assert states(*[0] * 10, steady=True, approved=True) == "n" * 9 + "r"


def test_14_a_mean_is_valid_from_so_many_values_on():
    rules = rule_set("GB 3095-2012", None)
    by_id = {one.id: one for one in rules.statistics}
    day, running, year = by_id["PM2.5_day"], by_id["O3_8h"], by_id["PM2.5_year"]
    assert (day.at_least, running.last, running.at_least, year.at_least) == (20, 8, 6, 324)
    (only,) = rules_of("""
characteristics: {a: {name: 甲}, m: {name: 均}}
statistics: {m: {of: a, clause: "1", take: mean, over: day, at_least: 20, decimals: 0}}
rules: [{id: r, clause: "1", of: m, limit: ≤1}]
""").statistics
    one = rules.characteristics["PM2.5"]
    midnight = calendar.hour_of(date(2026, 3, 1), 24)
    for count, valid in ((19, False), (20, True)):
        hours = {midnight - at: read_measured("7") for at in range(count)}
        values = reference.statistic(only, reference.counted(hours, only, one, "hour")).values
        # the hour that ends at 24:00 is of the day that ends
        assert [calendar.date_of(at) for at in values] == ([date(2026, 3, 1)] if valid else [])
    assert calendar.hour_of(date(2026, 3, 2), 0) == midnight


def test_15_a_percentile_is_the_one_that_was_defined():
    """At 1+(n−1)p of the values in their order, on the line between two."""
    ten = [Fraction(one) for one in range(1, 11)]
    assert reference.percentile(ten, Fraction(95, 100)) == Fraction("9.55")
    assert reference.percentile(ten, Fraction(9, 10)) == Fraction("9.1")
    assert reference.percentile(ten[:1], Fraction(98, 100)) == 1
    shares = {one.id: one.share for one in rule_set("GB 3095-2012", None).statistics if one.share}
    assert shares == {
        "SO2_P98": Decimal("0.98"), "NO2_P98": Decimal("0.98"), "PM10_P95": Decimal("0.95"),
        "PM2.5_P95": Decimal("0.95"), "CO_P95": Decimal("0.95"), "O3_P90": Decimal("0.9"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "limit", "simple", "guarded"),
    [
        ("9.4", "≤10", "pass", "pass"),
        ("9.5", "≤10", "pass", "pass"),
        ("9.6", "≤10", "pass", "undetermined"),
        ("10.4", "≤10", "fail", "undetermined"),
        ("10.6", "≤10", "fail", "fail"),
        ("6.9", "6.5~7.2", "pass", "undetermined"),
        ("7.8", "6.5~7.2", "fail", "fail"),
        ("<9", "≤10", "pass", "pass"),
        ("<9.8", "≤10", "pass", "undetermined"),
        ("ND", "≤10", "undetermined", "undetermined"),
        ("", "≤10", "missing", "missing"),
        ("0", "不得检出", "pass", "pass"),
    ],
)
def test_16_uncertainty_counts_by_the_rule_that_was_declared(text, limit, simple, guarded):
    asked, half = read_limit(limit), Decimal("0.5")
    assert decided(read_measured(text), asked, half) == simple
    assert decided(read_measured(text), asked, half, "guarded") == guarded
    assert decided(read_measured(text), asked, Decimal(0), "guarded") == simple


def test_17_significant_digits_are_not_decimals():
    assert significant(Decimal("0.0012345"), 3) == Decimal("0.00123")
    assert rounded(Decimal("0.0012345"), Decimal("0.001")) == Decimal("0.001")
    assert str(significant(Decimal("9.996"), 3)) == "10.0"
    # 14×100 is written in hundreds: 1351 rounds to 14 hundreds
    assert statuses("≥14×100", ["1349", "1350", "1351"], comparison="rounded") == [
        "fail", "pass", "pass",
    ]  # fmt: skip
    assert statuses("≥1400", ["1351", "1399.5"], comparison="rounded") == ["fail", "pass"]


def test_18_a_number_is_rounded_once():
    """15.4546 is 15 in one step and 16 in four; a mark says which way a reported number went."""
    steps = [Decimal(1).scaleb(-power) for power in (3, 2, 1, 0)]
    wrong, reported = Decimal("15.4546"), Reported(Decimal("15.4546"))
    for step in steps:
        wrong, reported = rounded(wrong, step), reported.to(step)
    assert (rounded(Decimal("15.4546"), Decimal(1)), wrong, reported.number) == (15, 16, 15)
    assert statuses("≤15", ["15.5-", "15.5", "15.5+"], comparison="rounded") == [
        "pass", "fail", "fail",
    ]  # fmt: skip
    assert statuses("≤16", ["16.5-", "16.5", "16.5+"], comparison="rounded") == [
        "pass", "pass", "fail",
    ]  # fmt: skip


def test_19_limits_of_the_day_of_the_sample():
    assert rule_set("GB 3095", date(2020, 1, 1)).standard == "GB 3095-2012"
    assert rule_set("GB 3095", date(2026, 2, 28)).standard == "GB 3095-2012"
    new = rule_set("GB 3095", date(2026, 3, 1))
    assert new.standard == "GB 3095-2026"
    for day, expected in ((date(2030, 12, 31), (30, 60)), (date(2031, 1, 1), (25, 50))):
        rungs = {one.characteristic: one for one in new.on(day).ladders[0].rungs}
        second = [rungs[name].limits[1].high.value for name in ("PM2.5_year", "PM2.5_day")]
        assert tuple(second) == expected
    old = {one.characteristic: one for one in rule_set("GB 3095-2012", None).ladders[0].rungs}
    assert [old[name].limits[1].high.value for name in ("PM2.5_year", "PM2.5_day")] == [35, 75]


def test_20_the_ozone_of_the_day_is_not_that_of_the_hour():
    """In the published feed the index of a day comes of the 8 h mean, whatever stands under O3."""
    (index,) = rule_set("HJ 633-2012", None).indices
    both = {"O3": "300", "O3_8h": "100"}
    day, hour = (indexed(sample(both, period=one), index) for one in ("day", "hour"))
    assert (day.value, [part.scale.characteristic for part in day.parts]) == (50, ["O3_8h"])
    assert (hour.value, [part.scale.characteristic for part in hour.parts]) == (150, ["O3"])


@pytest.mark.parametrize(
    "text", ["-;", "—", "-9999", "-9999.0", "NA", "", "  ", "n/a", "缺测", "nan", "/", "－"]
)
def test_21_what_stands_for_no_result_is_missing(text):
    assert statuses("≤1", [text]) == ["missing"]
    assert statuses("不得检出", [text]) == ["missing"]


def test_22_rows_come_back_in_their_order():
    """Each row bears its number; verdicts follow from it and stand beside it."""
    draw = np.random.default_rng(22)
    row = draw.permutation(50_000)
    frame = pl.DataFrame(
        {
            "row": row,
            "水体": ["河流" if one % 2 == 0 else "湖库" for one in row],
            "总磷(mg/L)": [f"{'' if one % 7 else '<'}0.{one % 40:02}" for one in row],
        }
    )
    judging = Evaluation(rule_set("GB 3838-2002", None), frame.columns, {})
    found = pl.concat(judging.judged([frame[:20_000], frame[20_000:]]))
    assert found["row"].to_list() == row.tolist()
    levels = {True: (2, 10, 20, 30, 40), False: (1, 2.5, 5, 10, 20)}
    names = ("Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "劣Ⅴ")
    for one, level in zip(row, found["grade"], strict=True):
        ends = levels[bool(one % 2 == 0)]
        place = next((at for at, end in enumerate(ends) if one % 40 <= end), 5)
        expected = names[place] if one % 7 or place == 0 else f"Ⅰ~{names[place]}"
        assert level == expected, one
