"""What is looked up, interpolated, summed, taken of a period or marked is said in both languages."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from guiju.core.provisions.explaining.boundaries import boundary_values
from guiju.core.provisions.explaining.findings import explain
from guiju.core.provisions.explaining.grades import graded
from guiju.core.provisions.explaining.limits import limits_table
from guiju.core.provisions.explaining.model import Context
from guiju.core.provisions.explaining.sentences import sentences
from guiju.core.provisions.files.loading import read_rule_set
from guiju.core.provisions.findings import findings
from guiju.core.provisions.measured import read_measured
from guiju.core.provisions.sample import Sample
from guiju.core.provisions.scoring import scored_sample
from guiju.core.provisions.units import in_units
from tests.core.provisions.rule_sets import rule_set

FILE = """
standard: T/EXAMPLE 2-2026
title: [示例, Example]
in_force: {from: 2026-01-01}
basis: 示例
certainty: checked
attributes:
  size: {name: [容量, Size], unit: mL}
  load: {name: [载荷, Load], unit: kg}
characteristics:
  length: {name: [长度, Length], unit: mm}
  force: {name: [拉力, Force], unit: N, better: higher}
tables:
  t1:
    clause: 表2
    keys: {size: interpolate}
    data: |
      size  g    h
      100   60   5
      200   90   6
  t2:
    clause: 表3
    keys: {load: larger}
    data: |
      load  g
      10    1
      20    2
rules:
  - {id: a, clause: "4.1", of: length, limit: "≥ t1.g"}
  - {id: b, clause: "4.2", of: force, limit: "≥ t2.g"}
ladders:
  grade:
    name: [等级, Grade]
    clause: "5"
    levels: [优, 良]
    otherwise: 差
    limits:
      - {of: force, clause: "5.1", limits: ["≥ t1.h", "≥2"]}
"""
RULES = read_rule_set(FILE, "example.yaml")


def test_tables_say_how_their_rows_are_found():
    said = [one.sentence for one in sentences(RULES)]
    assert said[0] == (
        "4.1：长度应符合表2“g”列（≥，按容量查，容量在两行之间时线性内插），全数值比较。",
        "4.1: Length shall be as column “g” of Table 2 (≥, by Size, on the straight line where Size "
        "lies between two rows) says, compared as it is.",
    )
    assert "（≥，按载荷查，没有列出的载荷取大一档）" in said[1].zh
    heads = {grid.title.zh: grid.heads[0] for grid in limits_table(RULES)}
    assert heads["表2"] == ("容量（mL，线性内插）", "Size (mL, interpolated)")
    assert heads["表3"].zh == "载荷（kg，没有列出的取大一档）"


SAID = [
    ("GB_3095-2012", "O3_8h", "表4：臭氧8小时滑动平均是臭氧最近 8 个值的算术平均，至少有 6 个有效值。"),
    (
        "GB_3095-2012", "O3_day",
        "HJ 663-2013 6.1.2：臭氧日最大8小时平均是臭氧8小时滑动平均每日 8～24 时的最大值，至少有 14 个有效值，大于 160 的不足也有效，修约到 1。",
    ),
    (
        "GB_3095-2012", "CO_P95",
        "HJ 663-2013 附录A：一氧化碳日平均第95百分位数是一氧化碳日平均每年的第 95 百分位数，至少有 324 个有效值，每月至少 27 个，二月至少 25 个，修约到 0.1。",
    ),
    (
        "GB_5749-2022", "THM",
        "表1 序号16：三卤甲烷 = 三氯甲烷/0.06 + 一氯二溴甲烷/0.1 + 二氯一溴甲烷/0.06 + 三溴甲烷/0.1。",
    ),
    (
        "HJ_633-2012", "AQI",
        "4.3：空气质量指数取各分指数的最大值，分指数在相邻两点间按直线计算、进一取整；由低到高为优，>50 良，>100 轻度污染，>150 中度污染，>200 重度污染，>300 严重污染；大于 50 时评首要项。",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "about", "zh"), SAID)
def test_composed_values_as_sentences(name, about, zh):
    said = [one.sentence for one in sentences(rule_set(f"{name}.yaml")) if one.about == about]
    assert said[0].zh == zh
    # The same numbers in both languages, but for those of names.
    numbers = [sorted(re.findall(r"[\d.]*\d", one)) for one in said[0]]
    assert set(numbers[0]) - {"95"} <= set(numbers[1])


def test_scores_as_sentences_and_tables():
    rules = rule_set("GB_T_37276-2018.yaml")
    said = [one.sentence for one in sentences(rules) if one.about == "grade"]
    assert said[0].en == (
        "等级划分: Grade of senior care organization by marks, 1000 at most: Environment 120, "
        "Facilities and equipment 130, Operation and management 150, Service 600; "
        "first to be met: GB 38600-2019 (gate); what reaches no level is 不定级."
    )
    assert said[1].zh == "等级划分 五级：养老机构等级 五级：总分 ≥900，各部分得分占满分 ≥90%。"
    parts, levels = limits_table(rules)[1:]
    assert [row[2].zh for row in parts.rows] == ["120", "130", "150", "600", "1000"]
    assert [cell.zh for cell in levels.rows[0]][1:] == ["五级", "≥900", "≥90%"]


@pytest.mark.parametrize(
    "name", ["GB_3095-2012", "GB_5749-2022", "HJ_633-2012", "GB_T_37276-2018", "GB_18613-2020"]
)
def test_everything_stands_in_a_table_whose_rows_fit(name):
    rules = rule_set(f"{name}.yaml")
    grids = limits_table(rules)
    assert all(len(row) == len(grid.heads) for grid in grids for row in grid.rows)
    titles = {grid.title.zh for grid in grids}
    assert ("统计值" in titles, "合成指标" in titles) == (
        bool(rules.statistics),
        bool(rules.derived),
    )
    asked = [*rules.derived, *rules.statistics, *rules.scores, *rules.indices]
    assert {one.id for one in asked} <= {one.about for one in sentences(rules)}


def test_between_two_rows_the_middle_can_be_tried():
    found = [one for one in boundary_values(RULES) if one.rule == "a"]
    assert [(one.limit.zh, one.when.zh, one.conforms, one.fails) for one in found] == [
        ("≥60 mm", "容量 =100 mL", "60", "59.9"),
        ("≥90 mm", "容量 =200 mL", "90", "89.9"),
        ("≥75 mm", "容量 =150 mL", "75", "74.9"),
    ]
    for one in found:
        size = Decimal(one.when.zh.split("=")[1].split()[0])
        answers = [
            _finding("a", {"length": value}, size).status for value in (one.conforms, one.fails)
        ]
        assert answers == ["pass", "fail"]


def test_breakpoints_have_their_index_on_both_sides():
    rules = rule_set("HJ_633-2012.yaml")
    found = [one for one in boundary_values(rules) if one.characteristic == "SO2"]
    last = [one for one in found if one.limit.zh.startswith(("800 ", "2620 "))]
    assert [(one.conforms, one.fails, *(two.zh for two in one.answers)) for one in last] == [
        ("800", "800.1", "分指数 200，中度污染", "分指数 201，重度污染"),
        ("2620", "2620.1", "分指数 500，严重污染", "分指数 500，严重污染"),
        ("800", "800.1", "分指数 200，中度污染", "不计算"),
    ]
    assert len(found) == sum(
        len(scale.points) for scale in rules.indices[0].scales if scale.characteristic == "SO2"
    )
    assert {one.kind for one in found} == {"index"}


def test_totals_on_both_sides_of_a_level_are_those_of_the_reference():
    rules = rule_set("GB_T_37276-2018.yaml")
    (score,) = rules.scores
    found = [one for one in boundary_values(rules) if one.kind == "score"]
    assert [one.conforms for one in found] == ["900", "780", "570", "450", "360"]
    free = replace(
        score, gates=(), levels=tuple(replace(one, each_part=None) for one in score.levels)
    )
    for one in found:
        for total, answer in zip((one.conforms, one.fails), one.answers, strict=True):
            marks, left = {}, Decimal(total)
            for part in score.parts:
                marks[part.id] = read_measured(str(min(left, part.maximum)))
                left -= min(left, part.maximum)
            assert scored_sample(Sample(marks), free, rules).level == answer.zh


def _finding(rule, results, size, converted=RULES):
    found = findings(
        _sample(results, size), converted.rules, converted.characteristics, converted.attributes
    )
    return next(one for one in found if one.rule.id == rule)


def _sample(results, size):
    return Sample({name: read_measured(text) for name, text in results.items()}, {"size": size})


def test_an_interpolated_limit_tells_its_two_rows():
    said = explain(
        _finding("a", {"length": "74"}, Decimal(150)),
        Context(RULES, RULES, _sample({}, Decimal(150))),
    )
    assert said == (
        "长度：结果 74 mm，限值 ≥75 mm（表2 容量 100 mL 为 ≥60 mm、200 mL 为 ≥90 mm，线性内插）；"
        "全数值比较：74 < 75；不符合。依据：T/EXAMPLE 2-2026 4.1。",
        "Length: result 74 mm, limit ≥75 mm (Table 2: ≥60 mm at Size 100 mL, ≥90 mm at 200 mL, "
        "interpolated); compared as it is: 74 < 75; does not conform. Basis: T/EXAMPLE 2-2026, 4.1.",
    )
    on_a_row = explain(
        _finding("a", {"length": "74"}, Decimal(100)),
        Context(RULES, RULES, _sample({}, Decimal(100))),
    )
    assert "限值 ≥60 mm；" in on_a_row.zh


def test_an_interpolated_limit_is_told_in_the_units_of_the_standard():
    converted = in_units(RULES, {"length": "cm"}, {"size": "L"})
    sample = _sample({"length": "7.4"}, Decimal("0.15"))
    found = _finding("a", {"length": "7.4"}, Decimal("0.15"), converted)
    said = explain(found, Context(RULES, converted, sample)).zh
    assert said.startswith(
        "长度：结果 7.4 cm，限值 ≥75 mm（表2 容量 100 mL 为 ≥60 mm、200 mL 为 ≥90 mm，线性内插）（换算为 ≥7.5 cm）"
    )


def test_a_level_between_two_rows_tells_them():
    sample = _sample({"force": "5.4"}, Decimal(150))
    found = graded(RULES.ladders[0], Context(RULES, RULES, sample))
    assert found.places[0].steps[0].zh == (
        "优：≥5.5 N（表2 容量 100 mL 为 ≥5 N、200 mL 为 ≥6 N，线性内插），全数值比较：5.4 < 5.5，不符合"
    )
