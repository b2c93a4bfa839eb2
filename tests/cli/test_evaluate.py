"""`guiju evaluate`: a file in, a file with verdicts out, a summary to read."""

import csv
import json

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
