"""Series judged by the rules of a file: what the file may say, groups that decide limits, many groups."""

from datetime import date, timedelta

import polars as pl
import pytest

from guiju.core.provisions.files.loading import read_rule_set
from guiju.core.provisions.files.nodes import RuleFileError
from guiju.core.provisions.tables.periods import PeriodEvaluation, Series

NOISE = """\
standard: Q/SLI 7-2026
title: [示例噪声, Example of noise]
in_force: {from: 2026-01-01}
basis: 示例
certainty: checked
attributes:
  area: {name: [功能区, Area], values: {quiet: [1类], mixed: [2类]}}
characteristics:
  Leq: {name: [等效声级, Equivalent level], unit: dB, better: lower, least: none}
  day: {name: [昼间声级, Level of the day], unit: dB, better: lower, least: none}
  month: {name: [月均值, Mean of the month], unit: dB, better: lower, least: none}
  twice: {name: [和, Sum], unit: dB}
  other: {name: [另一项, Another], unit: dB}
rules:
  - {id: r1, clause: "1", of: day, limit: ≤55, when: {area: quiet}}
  - {id: r2, clause: "2", of: day, limit: ≤60, when: {area: mixed}}
  - {id: r3, clause: "3", of: twice, limit: ≤116}
derived:
  twice: {clause: "3", sum: [day, other]}
statistics:
  day: {of: Leq, clause: "4", take: energy, over: day, hours: 7~22, at_least: 16, decimals: 0}
  month: {of: day, clause: "5", percentile: 50, over: month, at_least: 2, decimals: 1}
"""
RULES = read_rule_set(NOISE, "noise.yaml")


def hours(days=1, **stations):
    return pl.DataFrame(
        [
            {"时间": f"{date(2026, 1, 1) + timedelta(days=day)} {hour}时", "站": name,
             "功能区": area, "等效声级": level(day, hour)}
            for name, (area, level) in stations.items()
            for day in range(days)
            for hour in range(1, 25)
        ]
    )  # fmt: skip


def level(loud, silent):
    return lambda day, hour: loud if 7 <= hour <= 14 else silent if hour <= 22 else "90"


SERIES = Series(time=("时间",), by=("站", "功能区"))


def test_a_column_of_the_groups_decides_the_limit():
    """58.5 over half the hours and 50 over the others have the energy of 56.07."""
    frame = hours(
        甲=("1类", level("58.5", "50")), 乙=("2类", level("58.5", "50")), 丙=("", level("58.5", "50")),
        丁=("2类", level("58.5", "")),
    )  # fmt: skip
    found = (
        PeriodEvaluation(RULES, frame, SERIES, {}).judged().filter(pl.col("period") == "2026-01-01")
    )
    assert found["昼间声级(dB)"].to_list() == [56.0, 56.0, 56.0, None]
    # the sum lacks its other part; an area that nobody told decides between failing and that
    assert found.select("verdict", "limiting", "invalid").rows() == [
        ("不符合", "昼间声级", ""), ("缺项", "", ""), ("不确定", "", ""), ("缺项", "", "昼间声级 8/16"),
    ]  # fmt: skip


def test_what_decides_and_nobody_told_is_named():
    frame = hours(甲=("1类", level("50", "50"))).drop("功能区")
    series = Series(time=("时间",), by=("站",))
    assert PeriodEvaluation(RULES, frame, series, {}).summary.untold == ("area",)
    assert PeriodEvaluation(RULES, frame, series, {"area": "1类"}).summary.untold == ()


def test_a_sum_of_statistics():
    frame = hours(甲=("2类", level("58", "58"))).with_columns(pl.lit("").alias("x"))
    days = pl.DataFrame({"日期": ["2026-01-01", "2026-01-02"], "昼间声级": ["58", "58"], "另一项": ["58", "58.5"],
                         "功能区": ["2类", "2类"]})  # fmt: skip
    found = PeriodEvaluation(RULES, days, Series(time=("日期",), by=("功能区",)), {}).judged()
    assert found.filter(pl.col("period").str.len_chars() == 10)["verdict"].to_list() == [
        "符合",
        "不符合",
    ]
    assert len(PeriodEvaluation(RULES, frame, SERIES, {}).judged()) == 2


def test_many_groups_are_judged_some_at_a_time(monkeypatch):
    stations = {f"s{at}": ("2类", level(str(55 + at), "50")) for at in range(7)}
    frame = hours(3, **stations).sample(fraction=1, shuffle=True, seed=8170)
    whole = PeriodEvaluation(RULES, frame, SERIES, {}).judged().sort("站", "period")
    monkeypatch.setattr("guiju.core.provisions.tables.periods._CELLS", 150)
    assert PeriodEvaluation(RULES, frame, SERIES, {}).judged().sort("站", "period").equals(whole)
    assert whole.filter(pl.col("period") == "2026-01")["月均值(dB)"].to_list()[:2] == [53.0, 54.0]


def test_stamps_at_the_start_of_their_hour():
    frame = pl.DataFrame(
        {"t": [f"2026-01-01 {at:02}:00" for at in range(6, 22)], "等效声级": ["50"] * 16}
    )
    at_start = PeriodEvaluation(RULES, frame, Series(time=("t",), stamp="start", per="day"), {})
    assert at_start.judged()["昼间声级(dB)"].to_list() == [50.0]
    at_end = PeriodEvaluation(RULES, frame, Series(time=("t",), per="day"), {})
    assert at_end.judged()["invalid"].to_list() == ["昼间声级 15/16"]


def test_cells_that_are_not_understood_are_named():
    frame = hours(甲=("2类", lambda _, hour: "无效" if hour == 8 else "50"))
    evaluation = PeriodEvaluation(RULES, frame, SERIES, {})
    assert evaluation.judged()["invalid"].to_list() == ["", "昼间声级 15/16"]
    assert evaluation.summary.unreadable == [("等效声级", 8, "无效")]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("  day: {of: Leq", "  days: {of: Leq", "“days”"),
        ("{of: Leq", "{of: Lday", "“Lday”"),
        ("{of: day, clause", "{of: month, clause", "应当写在前面"),
        ("percentile: 50, over: month", "percentile: 50, over: day", "不短于"),
        ("percentile: 50", "percentile: 100", "0 和 100 之间"),
        ("hours: 7~22, at_least: 16, decimals: 0", "hours: 7~22", "decimals"),
        ("hours: 7~22", "hours: 22~7", "1 至 24"),
        ("at_least: 16", "at_least: 0", "正整数"),
        ("take: energy, over: day, hours: 7~22", "take: energy, last: 8", "滑动窗口"),
        ("over: month, at_least: 2", "over: month, last: 2", "之一"),
        ("over: month, at_least: 2", "over: month, each_month: 2", "季和年"),
        ("over: month, at_least: 2", "over: month, hours: 8~9", "小时值"),
        ("over: month, at_least: 2", "over: month, or_above: 2", "最大值"),
        ("take: energy", "take: middle", "“middle”"),
        ("decimals: 1", "decimals: one", "小数位数"),
        ("decimals: 1", "decimal: 1", "“decimal”"),
    ],
)
def test_a_file_says_what_it_may(old, new, says):
    assert NOISE.count(old) == 1
    with pytest.raises(RuleFileError) as refused:
        read_rule_set(NOISE.replace(old, new), "bad.yaml")
    assert says in refused.value.sentence.zh
