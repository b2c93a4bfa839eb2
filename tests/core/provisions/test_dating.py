"""Editions and phases by the day of each sample: in the order of the rows, and none judged by another's."""

import random
from datetime import date, timedelta

import polars as pl
import pytest

from guiju.core.provisions.files import rulebook
from guiju.core.provisions.files.loading import read_rule_set
from guiju.core.provisions.files.nodes import RuleFileError
from guiju.core.provisions.files.rulebook import EditionsOverlapError, apart, editions, rule_set
from guiju.core.provisions.tables.choosing import TwoWaysOfDatingError, evaluation_of
from guiju.core.provisions.tables.dates import NoDateColumnError, date_column, days
from guiju.core.provisions.tables.dating import DatedEvaluation
from guiju.core.provisions.tables.evaluating import Evaluation, NothingToJudgeError

COMMON = """\
title: [示例, Example]
basis: 示例
certainty: checked
characteristics:
  loss: {name: [损失率, Loss], unit: "%", better: lower}
"""
OLD = f"""\
standard: Q/SLI 1-2020
in_force: {{from: 2020-01-01, until: 2026-01-01}}
{COMMON}rules:
  - {{id: r1, clause: "4.1", of: loss, limit: ≤2.0}}
"""
NEW = f"""\
standard: Q/SLI 1-2026
in_force: {{from: 2026-03-01}}
{COMMON}  mass: {{name: [质量, Mass], unit: g}}
rules:
  - {{id: r1, clause: "5.1", of: loss, limit: ≤1.5, until: 2031-01-01}}
  - {{id: r2, clause: "5.2", of: loss, limit: ≤1.0, from: 2031-01-01}}
ladders:
  grade:
    name: [等级, Grade]
    clause: "6"
    levels: [一级, 二级]
    otherwise: 不合格
    until: 2027-01-01
    limits:
      - {{of: loss, clause: "6.1", limits: [≤0.5, ≤1.0], until: 2026-07-01}}
      - {{of: loss, clause: "6.2", limits: [≤0.4, ≤0.9], from: 2026-07-01}}
"""
SETS = (read_rule_set(NEW, "new.yaml"), read_rule_set(OLD, "old.yaml"))
# Day, result, and the answer: verdict, clause, grade, edition.
ROWS = [
    ("2019-12-31", "1", ("不适用", "", "", "")),
    ("2020-01-01", "2.0", ("符合", "", None, "Q/SLI 1-2020")),
    ("2025-12-31", "2.1", ("不符合", "4.1", None, "Q/SLI 1-2020")),
    ("2026/1/1", "1", ("不适用", "", "", "")),
    ("2026-02-28 24:00", "1", ("不适用", "", "", "")),
    ("2026年3月1日", "0.5", ("符合", "", "一级", "Q/SLI 1-2026")),
    ("20260701", "0.5", ("符合", "6.2", "二级", "Q/SLI 1-2026")),
    ("2026-12-31T23:59:59", "0.95", ("不符合", "6.2", "不合格", "Q/SLI 1-2026")),
    ("2027-01-01", "1.5", ("符合", "", None, "Q/SLI 1-2026")),
    ("2030-12-31", "1.2", ("符合", "", None, "Q/SLI 1-2026")),
    ("2031-01-01", "1.2", ("不符合", "5.2", None, "Q/SLI 1-2026")),
    ("2026-02-30", "1", ("不确定", "", "", "")),
    (None, "1", ("不确定", "", "", "")),
]


def frame(rows):
    return pl.DataFrame(
        {"日期": [row[0] for row in rows], "损失率(%)": [row[1] for row in rows]},
        schema={"日期": pl.String, "损失率(%)": pl.String},
    )


def judged(pieces, *sets, **how):
    evaluation = DatedEvaluation(sets, pieces[0].columns, {}, "日期", **how)
    return pl.concat(evaluation.judged(pieces)), evaluation.summary


def answers(found):
    return found.select("verdict", "clause", "grade", "edition").rows()


def test_each_row_is_judged_by_the_phase_of_its_day():
    found, summary = judged([frame(ROWS)], *SETS)
    assert answers(found) == [row[2] for row in ROWS]
    assert found["日期"].to_list() == [row[0] for row in ROWS]
    assert summary.rows == len(ROWS)
    assert summary.answers["edition"] == {"Q/SLI 1-2026": 6, "": 5, "Q/SLI 1-2020": 2}
    assert summary.answers["verdict"] == {"符合": 5, "不适用": 3, "不符合": 3, "不确定": 2}
    assert summary.unreadable == [("日期", 12, "2026-02-30"), ("日期", 13, "")]


def test_pieces_in_any_order_keep_the_order_of_their_rows():
    some = ROWS * 40
    random.Random(8170).shuffle(some)
    pieces = [frame(some[:7]), frame(some[7:7]), frame(some[7:400]), frame(some[400:])]
    found, summary = judged(pieces, *SETS)
    assert answers(found) == [row[2] for row in some]
    assert summary.rows == len(some)


def test_cells_that_are_not_understood_are_named_with_their_row_in_the_table():
    rows = [("2026-04-01", "1"), ("2020-05-01", "坏"), ("2026-04-01", "也坏"), ("2020-05-01", "1")]
    _, summary = judged([frame(rows), frame(rows)], *SETS)
    assert sorted(summary.unreadable, key=lambda one: one[1]) == [
        ("损失率(%)", 2, "坏"), ("损失率(%)", 3, "也坏"),
        ("损失率(%)", 6, "坏"), ("损失率(%)", 7, "也坏"),
    ]  # fmt: skip


def test_an_edition_that_is_named_judges_all_days():
    rows = [("2019-01-01", "0.5"), ("2026-08-01", "0.5"), ("2040-01-01", "1.2"), ("", "1")]
    found, _ = judged([frame(rows)], SETS[0], named=True)
    assert "edition" not in found.columns
    assert found.select("grade", "verdict", "clause").rows() == [
        ("一级", "符合", ""), ("二级", "符合", "6.2"), (None, "不符合", "5.2"), ("", "不确定", ""),
    ]  # fmt: skip


def test_a_phase_that_knows_no_column_is_an_error_only_for_its_rows():
    data = pl.DataFrame({"日期": ["2026-04-01"], "质量": ["1"]})
    with pytest.raises(NothingToJudgeError):
        judged([data], SETS[1])
    assert judged([data], *SETS)[0]["verdict"].to_list() == ["缺项"]
    with pytest.raises(NothingToJudgeError):
        judged([data.with_columns(pl.lit("2021-01-01").alias("日期"))], *SETS)


def test_the_phases_of_a_set():
    assert SETS[0].changes() == (
        date(2026, 3, 1), date(2026, 7, 1), date(2027, 1, 1), date(2031, 1, 1),
    )  # fmt: skip
    for day in SETS[0].changes():
        before, after = SETS[0].on(day - timedelta(days=1)), SETS[0].on(day)
        assert (before == after) == (day == SETS[0].since)
    assert [rule.id for rule in SETS[0].on(date(2000, 1, 1)).rules] == ["r1"]
    assert SETS[1].on(date(2050, 1, 1)) == SETS[1]


def test_columns_of_days():
    column = pl.Series(
        ["2021-05-08", " 2021/5/8 12:00", "2021.05.08", "202105081230", "5月8日", ""]
    )
    day = date(2021, 5, 8)
    assert days(column).to_list() == [day, day, day, day, None, None]
    assert days(pl.Series([day])).to_list() == [day]
    moment = pl.Series(["2021-05-07T20:00:00Z"]).str.to_datetime(time_zone="UTC")
    assert days(moment).to_list() == [day]
    assert date_column(["站点", "采样日期", "date"]) == "采样日期"
    assert date_column(["站点", "Sampling Date"]) == "Sampling Date"
    assert date_column(["站点", "日"]) is None
    with pytest.raises(NoDateColumnError):
        date_column(["站点"], "日期")


def test_which_evaluation_a_number_means(monkeypatch):
    monkeypatch.setattr(rulebook, "rule_sets", lambda: apart(SETS))
    columns, today = ["日期", "损失率"], date(2026, 8, 1)

    def made(number, names=columns, **how):
        return evaluation_of(number, names, {}, today=today, **how)

    assert isinstance(made("Q/SLI 1"), DatedEvaluation)
    assert isinstance(made("Q/SLI 1-2026"), DatedEvaluation)
    # One edition without phases asks the same of all days.
    assert isinstance(made("Q/SLI 1-2020"), Evaluation)
    assert isinstance(made("Q/SLI 1", on=date(2021, 1, 1)), Evaluation)
    plain = made("Q/SLI 1", ["损失率"])
    assert [rung.clause for rung in plain.rule_sets[0].ladders[0].rungs] == ["6.2"]
    assert made("Q/SLI 1", ["a", "损失率"], dates="a").rule_sets == (SETS[1], SETS[0])
    with pytest.raises(TwoWaysOfDatingError):
        made("Q/SLI 1", on=today, dates="日期")


def test_editions_of_one_standard_are_in_force_one_after_the_other():
    later = read_rule_set(OLD.replace("1-2020", "1-2019").replace("2020-01-01", "2025-12-31"), "a")
    assert apart(SETS) == SETS
    with pytest.raises(EditionsOverlapError) as refused:
        apart((*SETS, later))
    assert "Q/SLI 1-2020" in refused.value.sentence.zh
    assert [one.standard for one in editions("HJ 633-2012")] == ["HJ 633-2012"]
    assert rule_set("HJ 633-2012", date(2050, 1, 1)).standard == "HJ 633-2012"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("until: 2031-01-01", "until: 2031-02-30", 10),
        ("until: 2031-01-01", "from: 2031-01-01, until: 2031-01-01", 10),
        ("until: 2026-07-01", "until: 2026-07", 20),
    ],
)
def test_days_that_cannot_be_are_named_with_their_line(old, new, line):
    with pytest.raises(RuleFileError) as refused:
        read_rule_set(NEW.replace(old, new), "bad.yaml")
    assert f"第 {line} 行" in refused.value.sentence.zh
