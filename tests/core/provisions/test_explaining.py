"""What an explanation says is what was done: the words are held against the judge."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guiju.core.provisions.derived import with_derived
from guiju.core.provisions.explaining.boundaries import around, boundary_values
from guiju.core.provisions.explaining.comparing import how
from guiju.core.provisions.explaining.findings import explain, explained
from guiju.core.provisions.explaining.grades import graded
from guiju.core.provisions.explaining.indices import scored
from guiju.core.provisions.explaining.limits import limits_table
from guiju.core.provisions.explaining.model import Context
from guiju.core.provisions.explaining.phrases import clause_words, in_words
from guiju.core.provisions.explaining.sentences import sentence, sentences
from guiju.core.provisions.files.loading import read_rule_set
from guiju.core.provisions.findings import findings
from guiju.core.provisions.interval import Interval
from guiju.core.provisions.judging import judge
from guiju.core.provisions.measured import read_measured
from guiju.core.provisions.sample import Sample
from guiju.core.provisions.units import in_units
from guiju.core.provisions.written import read_limit
from tests.core.provisions.rule_sets import rule_set

# limit, comparison, result: what is said in both languages
HOW = [
    ("≤0.5", "full", "0.549", "全数值比较：0.549 > 0.5", "compared as it is: 0.549 > 0.5"),
    ("≤0.5", "full", "0.50", "全数值比较：0.50 ≤ 0.5", "compared as it is: 0.50 ≤ 0.5"),
    ("<0.5", "full", "0.5", "全数值比较：0.5 ≥ 0.5", "compared as it is: 0.5 ≥ 0.5"),
    ("6.5~8.5", "full", "7", "全数值比较：6.5 ≤ 7 ≤ 8.5", "compared as it is: 6.5 ≤ 7 ≤ 8.5"),
    ("≤8.5", "rounded", "8.449", "修约到 0.1 得 8.4：8.4 ≤ 8.5", "rounded to 0.1 it is 8.4: 8.4 ≤ 8.5"),
    ("≤8.5", "rounded", "8.55", "修约到 0.1 得 8.6：8.6 > 8.5", "rounded to 0.1 it is 8.6: 8.6 > 8.5"),
    ("≥14×100", "rounded", "1351", "修约到 100 得 1400：1400 ≥ 1400", "rounded to 100 it is 1400: 1400 ≥ 1400"),
    ("≤16", "rounded", "16.5-", "（报出值已进，实际更小）修约到 1 得 16：16 ≤ 16",
     "rounded to 1 it is 16 (it was raised, and is really less): 16 ≤ 16"),
    ("510(1±5%)", "rounded", "535.6", "与 510 之差 25.6 修约到 5.1 得 25.5：484.5 ≤ 535.5 ≤ 535.5",
     "its deviation 25.6 from 510, rounded to 5.1, is 25.5: 484.5 ≤ 535.5 ≤ 535.5"),
    ("6~8.5", "rounded", "5.6", "修约到 1 得 6：6 ≥ 6；修约到 0.1 得 5.6：5.6 ≤ 8.5",
     "rounded to 1 it is 6: 6 ≥ 6; rounded to 0.1 it is 5.6: 5.6 ≤ 8.5"),
    ("≤0.01", "full", "<0.05",
     "可能是 0 到 0.05 之间的任何数（不含 0.05），有的符合，有的不符合；检出限 0.05 高于限值 0.01，这样的方法不能证明符合",
     "it may be anything from 0 to below 0.05; some of that conforms, some does not; the detection limit 0.05 is above the limit 0.01: such a method proves nothing"),
    ("≤0.1", "full", "<0.05", "可能是 0 到 0.05 之间的任何数（不含 0.05），都符合",
     "it may be anything from 0 to below 0.05; all of that conforms"),
    ("≤100", "full", ">240", "可能是大于 240 的任何数，都不符合", "it may be any number above 240; none of that conforms"),
    ("≤100", "full", "多不可计", "多到无法计数，超过上限", "there is more than can be counted"),
    ("≤100", "full", "未检出", "没有写明检出限，不能与限值比较",
     "no detection limit is told, so that it cannot be compared with the limit"),
    ("不得检出", "full", "0.02", "检出", "it was detected"),
    ("不得检出", "full", "<0.02", "没有检出", "nothing was detected"),
    ("≤1", "full", "合格", "不是可以识别的结果", "it is not understood as a result"),
    ("≤1", "full", "—", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("limit", "comparison", "result", "zh", "en"), HOW)
def test_how_it_was_compared(limit, comparison, result, zh, en):
    asked, measured = read_limit(limit), read_measured(result)
    status = judge(measured, asked, comparison=comparison)
    assert how(measured, asked, status, comparison=comparison) == (zh, en)


numbers = st.integers(-300, 300).map(lambda one: str(Decimal(one * 5) / 100))
ends = st.integers(-30, 30).map(lambda one: Decimal(one) / 10)
limits = st.one_of(
    st.tuples(st.sampled_from("≥≤><"), ends).map(lambda both: f"{both[0]}{both[1]}"),
    st.tuples(ends, st.integers(1, 20)).map(lambda both: f"{both[0]}~{both[0] + both[1]}"),
    st.sampled_from(["2(1±5%)", "1.0±0.1(不含+0.1)", ">1~3", "80 +2 −1", "=1"]),
)
comparisons = st.sampled_from(["full", "rounded"])
_TRUE = {
    "<": Decimal.__lt__,
    "≤": Decimal.__le__,
    ">": Decimal.__gt__,
    "≥": Decimal.__ge__,
}


@settings(max_examples=300)
@given(limits, comparisons, numbers)
def test_what_is_said_is_true_and_is_the_answer(limit, comparison, number):
    asked, measured = read_limit(limit), read_measured(number)
    status = judge(measured, asked, comparison=comparison, least=None)
    said = how(measured, asked, status, comparison=comparison, least=None)
    middles = []
    for part in said.zh.split("；"):
        words = part.rpartition("：")[2].split()
        for one, sign, other in zip(words[::2], words[1::2], words[2::2], strict=False):
            assert _TRUE[sign](Decimal(one), Decimal(other)), said
        middles.append(Decimal(words[2] if len(words) == 5 else words[0]))
    # Ends of different steps are compared one by one.
    sides = [asked] if len(middles) == 1 else [Interval(asked.low), Interval(None, asked.high)]
    holds = [side.holds(middle) for side, middle in zip(sides, middles, strict=True)]
    assert all(holds) == (status == "pass"), said
    in_both = [sorted(re.findall(r"-?\d+(?:\.\d+)?", one)) for one in said]
    assert in_both[0] == in_both[1]


@settings(max_examples=300)
@given(limits, comparisons)
def test_values_beside_a_limit_conform_and_fail(limit, comparison):
    asked = read_limit(limit)
    for conforms, fails in around(asked, comparison):
        answers = [
            judge(read_measured(text), asked, comparison=comparison, least=None)
            for text in (conforms, fails)
        ]
        assert answers == ["pass", "fail"], (conforms, fails)


FILE = """
standard: T/EXAMPLE 1-2026
title: [示例, Example]
in_force: {from: 2026-01-01}
basis: 示例
certainty: checked
attributes:
  use: {name: [用途, Use], values: {hot: [热饮], cold: [冷饮]}}
  size: {name: [容量, Size], unit: mL}
characteristics:
  lead: {name: [铅, Lead], unit: mg/L, better: lower}
  germs: {name: [菌落, Germs], unit: CFU/mL, better: lower}
  length: {name: [长度, Length], unit: mm}
tables:
  t1:
    clause: 表2
    keys: {size: range}
    data: |
      size  g
      ≤200  60
      >200  90
rules:
  - {id: a, clause: "4.1", of: lead, limit: "≤0.010", comparison: rounded, except: [b]}
  - {id: b, clause: "4.2", of: lead, limit: "≤0.005", when: {use: hot}}
  - {id: c, clause: 表1 序号3, of: germs, limit: 不得检出, modality: recommendation}
  - {id: d, clause: "4.3", of: length, limit: "≥ t1.g", certainty: certain}
"""
RULES = read_rule_set(FILE, "example.yaml")


def said(results, attributes, units=None):
    converted = in_units(RULES, units or {})
    sample = Sample({name: read_measured(text) for name, text in results.items()}, attributes)
    found = findings(sample, converted.rules, converted.characteristics, converted.attributes)
    context = Context(RULES, converted, sample)
    return {one.rule.id: explain(one, context) for one in found}


def test_a_finding_is_a_sentence_with_everything():
    found = said(
        {"lead": "10.4", "germs": "3", "length": "59"},
        {"use": "cold", "size": Decimal(100)},
        {"lead": "µg/L"},
    )
    assert found["a"] == (
        "铅：结果 10.4 µg/L，限值 ≤0.010 mg/L（换算为 ≤10 µg/L）；修约到 1 得 10：10 ≤ 10；符合。依据：T/EXAMPLE 1-2026 4.1。",
        "Lead: result 10.4 µg/L, limit ≤0.010 mg/L (that is ≤10 µg/L); rounded to 1 it is 10: 10 ≤ 10; conforms. Basis: T/EXAMPLE 1-2026, 4.1.",
    )
    assert found["b"] == (
        "铅：结果 10.4 µg/L，限值 ≤0.005 mg/L（换算为 ≤5 µg/L）；用途是冷饮；不适用。适用条件：用途为热饮。依据：T/EXAMPLE 1-2026 4.2。",
        "Lead: result 10.4 µg/L, limit ≤0.005 mg/L (that is ≤5 µg/L); Use is cold; not applicable. Holds where Use is hot. Basis: T/EXAMPLE 1-2026, 4.2.",
    )
    assert found["c"] == (
        "菌落：结果 3 CFU/mL，限值 不得检出；检出；不符合（推荐，只报告，不影响整体）。依据：T/EXAMPLE 1-2026 表1 序号3。",
        "Germs: result 3 CFU/mL, limit not to be detected; it was detected; does not conform (a recommendation: reported, not counted). Basis: T/EXAMPLE 1-2026, Table 1, item 3.",
    )
    assert found["d"].zh == (
        "长度：结果 59 mm，限值 ≥60 mm；全数值比较：59 < 60；不符合。依据：T/EXAMPLE 1-2026 4.3。"
    )


def test_why_nothing_was_judged():
    found = said({"lead": "0.004"}, {"use": "hot"})
    assert found["a"].zh == (
        "铅：结果 0.004 mg/L，限值 ≤0.010 mg/L；由 4.2（b）代替；不适用。依据：T/EXAMPLE 1-2026 4.1。"
    )
    assert found["c"].zh == (
        "菌落：没有结果，限值 不得检出；缺项（推荐，只报告，不影响整体）。依据：T/EXAMPLE 1-2026 表1 序号3。"
    )
    untold = said({"lead": "0.007", "length": "70"}, {})
    assert "没有说明用途，不知道这一限值是否适用；不确定" in untold["a"].zh
    assert untold["d"] == (
        "长度：结果 70 mm，限值 查表2（g）；没有说明容量，不知道这一限值是否适用；不确定。依据：T/EXAMPLE 1-2026 4.3。",
        "Length: result 70 mm, limit in Table 2 (g); Size was not told, so that none can say whether the limit holds; undetermined. Basis: T/EXAMPLE 1-2026, 4.3.",
    )


def test_an_uncertain_limit_says_so():
    rules = replace(
        RULES, rules=(replace(RULES.rules[0], certainty="uncertain", exceptions=frozenset()),)
    )
    sample = Sample({"lead": read_measured("1")})
    (found,) = findings(sample, rules.rules, rules.characteristics)
    one = explained(found, Context(rules, rules, sample))
    assert (one.status, one.how.zh) == ("undetermined", "这一限值没有核实，不作判定")


def test_rules_as_sentences():
    assert [sentence(rule, RULES).zh for rule in RULES.rules] == [
        "4.1：铅应不大于 0.010 mg/L，修约到 0.001 后比较；适用 4.2（b） 时除外。",
        "4.2：用途为热饮的，铅应不大于 0.005 mg/L，全数值比较。",
        "表1 序号3：菌落不宜检出，全数值比较。",
        "4.3：长度应符合表2“g”列（≥，按容量查），全数值比较。",
    ]
    assert sentence(RULES.rules[1], RULES).en == (
        "4.2: where Use is hot, Lead shall be not greater than 0.005 mg/L, compared as it is."
    )
    assert len(sentences(rule_set("GB_3838-2002.yaml"))) == len(
        [*rule_set("GB_3838-2002.yaml").rules, *rule_set("GB_3838-2002.yaml").ladders[0].rungs]
    )


@pytest.mark.parametrize(
    ("limit", "zh", "en"),
    [
        (
            "6.5~8.5",
            "在 6.5 到 8.5 mg/L 之间（含两端）",
            "between 6.5 and 8.5 mg/L (both included)",
        ),
        (">1~3", "在 1 到 3 mg/L 之间（不含 1）", "between 1 and 3 mg/L (1 excluded)"),
        (">0.50", "大于 0.50 mg/L", "greater than 0.50 mg/L"),
        ("=7", "等于 7 mg/L", "equal to 7 mg/L"),
    ],
)
def test_limits_in_words(limit, zh, en):
    assert in_words(read_limit(limit), "mg/L") == (zh, en)


@pytest.mark.parametrize(
    ("clause", "en"),
    [
        ("表1 序号8", "S, Table 1, item 8"),
        ("附录A 表A.1", "S, Annex A Table A.1"),
        ("4.2、4.3", "S, 4.2, 4.3"),
        ("总则", "S, 总则"),
    ],
)
def test_clauses_in_english(clause, en):
    assert clause_words("S", clause) == (f"S {clause}", en)


def test_a_grade_names_the_limits_beside_it():
    rules = rule_set("GB_3838-2002.yaml")
    converted = in_units(rules, {"TP": "µg/L"})
    results = {"TP": read_measured("350"), "DO": read_measured("7.5")}
    context = Context(rules, converted, Sample(results, {"waterbody": "river"}))
    found = graded(converted.ladders[0], context, "Ⅲ")
    assert (found.level, found.status) == ("Ⅴ", "fail")
    assert found.sentence.zh.startswith("水质类别为 Ⅴ，由总磷决定。目标 Ⅲ：不符合。没有结果")
    assert [(one.characteristic, one.level, one.decides) for one in found.places] == [
        ("DO", "Ⅰ", False),
        ("TP", "Ⅴ", True),
    ]
    assert found.places[1].sentence.zh == (
        "总磷：结果 350 µg/L；Ⅳ：≤0.3 mg/L（换算为 ≤300 µg/L），全数值比较：350 > 300，不符合；"
        "Ⅴ：≤0.4 mg/L（换算为 ≤400 µg/L），全数值比较：350 ≤ 400，符合；为 Ⅴ。"
        "适用条件：水体类型为河流。依据：GB 3838-2002 表1 序号8。"
    )


def test_an_index_is_reckoned_out():
    rules = rule_set("HJ_633-2012.yaml")
    results = {
        "PM2.5": read_measured("101.3"),
        "CO": read_measured("<3"),
        "O3": read_measured("1300"),
    }
    found = scored(rules.indices[0], Context(rules, rules, Sample(results, {"period": "hour"})))
    assert {one.characteristic: one.sentence.zh for one in found.parts} == {
        "CO": "一氧化碳：结果 <3 mg/m³；按检出限计，在 0~5 mg/m³ 段，(50-0)/(5-0)×(3-0)+0=30，分指数 30。依据：HJ 633-2012 表1。",
        "O3": "臭氧（1小时）：结果 1300 µg/m³；超过最后一段 1200 µg/m³，分指数取 500。依据：HJ 633-2012 表1。",
        "PM2.5": "细颗粒物（PM2.5）：结果 101.3 µg/m³；在 75~115 µg/m³ 段，(150-100)/(115-75)×(101.3-75)+100=132.875，进一取整，分指数 133。依据：HJ 633-2012 表1。",
    }
    assert (found.value, found.level) == (500, "严重污染")
    assert found.sentence.zh.startswith(
        "空气质量指数为 500（严重污染），取各分指数的最大值，首要的是臭氧（1小时）。"
    )


def test_a_fraction_that_never_ends_is_cut_and_says_so():
    rules = rule_set("HJ_633-2012.yaml")
    context = Context(rules, rules, Sample({"SO2": read_measured("151")}, {"period": "day"}))
    (part,) = scored(rules.indices[0], context).parts
    assert "(150-100)/(475-150)×(151-150)+100=100.153846…，进一取整，分指数 101" in part.sentence.zh


def test_a_sum_that_never_ends_is_cut_and_says_so():
    rules = rule_set("GB_5749-2022.yaml")
    results = {"chloroform": "0.02", "bromodichloromethane": "0", "dibromochloromethane": "0",
               "bromoform": "<0.05"}  # fmt: skip
    own = Sample({name: read_measured(text) for name, text in results.items()})
    sample = with_derived(own, rules)
    (found,) = [
        one for one in findings(sample, rules.rules, rules.characteristics) if one.rule.id == "THM"
    ]
    said = explain(found, Context(rules, rules, sample)).zh
    assert said.startswith("三卤甲烷：结果 0.33333333…~<0.83333333…（三氯甲烷 0.02/0.06 + ")
    assert said.endswith("的范围内，都符合；符合。依据：GB 5749-2022 表1 序号16。")


def test_every_limit_of_a_rule_set_can_be_tried():
    found = boundary_values(RULES)
    assert [(one.rule, one.conforms, one.fails, one.when.zh) for one in found] == [
        ("a", "0.0105", "0.01051", ""),
        ("b", "0.005", "0.0051", "用途为热饮"),
        ("c", "未检出", "0.001", ""),
        ("d", "60", "59.9", "容量 ≤200 mL"),
        ("d", "90", "89.9", "容量 >200 mL"),
    ]


def test_limits_stand_in_tables():
    tables = limits_table(RULES)
    assert [one.title.zh for one in tables] == ["限值", "表2"]
    assert [cell.en for cell in tables[0].rows[0]] == [
        "4.1", "Lead", "", "≤0.010", "mg/L", "requirement", "rounded",
    ]  # fmt: skip
    assert [[cell.zh for cell in row] for row in tables[1].rows] == [["≤200", "60"], [">200", "90"]]
    (ladder,) = (one for one in limits_table(rule_set("GB_3838-2002.yaml")) if len(one.heads) == 9)
    assert all(len(row) == 9 for row in ladder.rows)
