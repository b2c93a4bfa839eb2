"""`guiju evaluate`: a file in, a file with verdicts out, a summary to read."""

import csv
import json

import openpyxl
import pytest
from click.testing import CliRunner

from guiju.cli.main import guiju

ROWS = "站点,溶解氧(mg/L),总磷(mg/L)\n甲,7.5,0.02\n乙,5.2,0.35\n丙,—,坏\n"


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "water.csv"
    path.write_text(ROWS, "utf-8")
    return path


def run(*arguments):
    return CliRunner().invoke(guiju, ["evaluate", *map(str, arguments)])


def test_the_table_comes_back_with_verdicts(table):
    out = table.with_name("out.csv")
    asked = ("--standard", "GB 3838-2002", "--set", "waterbody=river", "--out", out, "--json")
    answer = run(table, *asked)
    assert answer.exit_code == 0
    said = json.loads(answer.stdout)
    assert (said["rows"], said["verdict"]) == (3, {"符合": 2, "不确定": 1})
    assert said["unreadable"] == [{"column": "总磷(mg/L)", "row": 3, "text": "坏"}]
    with out.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [(row["站点"], row["grade"], row["limiting"]) for row in rows] == [
        ("甲", "Ⅰ", ""),
        ("乙", "Ⅴ", "总磷"),
        ("丙", "Ⅰ~劣Ⅴ", "总磷"),
    ]


def test_what_was_not_told_is_asked_for_in_both_languages(table):
    answer = run(table, "--standard", "GB 3838", "--on", "2020-01-01")
    assert answer.exit_code == 0
    assert "--set waterbody=river|lake" in answer.stderr
    assert "was not told" in answer.stderr
    assert "溶解氧(mg/L) → 溶解氧 Dissolved oxygen mg/L" in answer.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--standard", "GB 2-2020"), "GB 3838-2002"),
        (("--standard", "规范"), "规范"),
        (("--standard", "GB 3838", "--set", "waterbody"), "键=值"),
        (("--standard", "GB 3838", "--out", "x.doc"), ".parquet"),
    ],
)
def test_wrong_use_is_a_sentence(table, arguments, says):
    answer = run(table, *arguments)
    assert answer.exit_code != 0
    assert says in answer.exception.sentence.zh
    assert answer.exception.sentence.en


OWN = """standard: T/EXAMPLE 1-2026
title: [示例, Example]
in_force: {from: 2026-01-01}
basis: 示例
certainty: checked
characteristics:
  TP: {name: [总磷, Total phosphorus], unit: mg/L, better: lower}
rules:
  - {id: a, clause: "4.1", of: TP, limit: "≤0.2"}
"""


def test_rules_of_ones_own_are_named_as_not_reviewed(table):
    own = table.with_name("own.yaml")
    own.write_text(OWN, "utf-8")
    answer = run(table, "--rules", own)
    assert answer.exit_code == 0
    assert "规则未经审查，结论不是正式判定。" in answer.stdout
    said = json.loads(run(table, "--rules", own, "--json").stdout)
    assert (said["reviewed"], said["verdict"]) == (
        False,
        {"符合": 1, "不符合": 1, "不确定": 1},
    )
    for arguments in ((), ("--rules", own, "--standard", "GB 3838")):
        assert "--standard" in run(table, *arguments).exception.sentence.zh


def test_columns_are_named_and_listed_cells_are_bounded(table):
    table.write_text("点,P值\n甲,0.5\n乙,坏\n丙,差\n", "utf-8")
    own = table.with_name("own.yaml")
    own.write_text(OWN, "utf-8")
    asked = ("--rules", own, "--column", "P值=总磷", "--limit-errors", "1", "--json")
    said = json.loads(run(table, *asked).stdout)
    assert said["verdict"] == {"不符合": 1, "不确定": 2}
    assert said["unreadable"] == [{"column": "P值", "row": 2, "text": "坏"}]
    for column, says in (("P值", "列名=指标"), ("P值=金", "没有“金”"), ("Q=总磷", "没有这一列")):
        error = run(table, "--rules", own, "--column", column).exception
        assert says in error.sentence.zh


REPORT = "检测项目,单位,检测结果\n溶解氧,mg/L,5.2\n总磷,µg/L,350\n水体类型,,河流\n"


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_one_report_is_explained(table, suffix):
    table.write_text(REPORT, "utf-8")
    out = table.with_name(f"report{suffix}")
    answer = run(table, "--standard", "GB 3838-2002", "--report", out)
    assert answer.exit_code == 0
    assert out.stat().st_size > 5000
    assert "Ⅴ：≤0.4 mg/L（换算为 ≤400 µg/L），全数值比较：350 ≤ 400，符合；为 Ⅴ。" in answer.stdout
    said = json.loads(run(table, "--standard", "GB 3838-2002", "--json").stdout)
    assert (said["rows"], said["grades"][0]["level"]) == (1, "Ⅴ")


def test_a_guard_band_is_declared(table):
    table.write_text("检测项目,检测结果,单位\n总磷,0.19±0.02,mg/L\n", "utf-8")
    own = table.with_name("own.yaml")
    own.write_text(OWN, "utf-8")
    answers = [
        json.loads(run(table, "--rules", own, "--decision", one, "--json").stdout)["status"]
        for one in ("simple", "guarded")
    ]
    assert answers == ["pass", "undetermined"]


def test_the_same_lines_as_a_table(table):
    table.write_text(REPORT, "utf-8")
    out = table.with_name("out.csv")
    assert (
        run(table, "--standard", "GB 3838-2002", "--set", "waterbody=river", "--out", out).exit_code
        == 0
    )
    with out.open(encoding="utf-8-sig", newline="") as stream:
        (row,) = csv.DictReader(stream)
    assert (row["溶解氧(mg/L)"], row["总磷(µg/L)"], row["grade"]) == ("5.2", "350", "Ⅴ")


def test_a_table_has_its_report(table):
    out = table.with_name("report.xlsx")
    asked = ("--standard", "GB 3838-2002", "--set", "waterbody=river", "--set", "target=Ⅲ")
    assert run(table, *asked, "--report", out, "--language", "zh").exit_code == 0
    book = openpyxl.load_workbook(out)
    assert book.sheetnames[:3] == ["说明", "列的对应", "判定统计"]
    (name,) = [one for one in book.sheetnames if one.startswith("不符合的行")]
    rows = list(book[name].iter_rows(values_only=True))
    assert rows[1] == ("2", "乙", "5.2", "0.35", "Ⅴ", "不符合", "总磷", "GB 3838-2002 表1 序号8")
    assert ".docx" in run(table, *asked, "--report", "x.pdf").exception.sentence.zh


def test_each_row_by_the_edition_of_its_day(table):
    table.write_text("日期,PM2.5\n2020-01-01,35\n2030-01-01,35\n", "utf-8")
    asked = ("--standard", "HJ 633", "--set", "period=day", "--date-column", "日期")
    out = table.with_name("out.csv")
    assert run(table, *asked, "--out", out).exit_code == 0
    with out.open(encoding="utf-8-sig", newline="") as stream:
        assert next(csv.DictReader(stream))["edition"] == "HJ 633-2012"
