"""`guiju rules …`: what stands, what a file asks, what is wrong with it, how it lies to another."""

import json

import openpyxl
import pytest
from click.testing import CliRunner

from guiju.cli.main import guiju

OWN = """standard: T/EXAMPLE 1-2026
title: [示例, Example]
in_force: {from: 2026-01-01}
basis: 示例
certainty: checked
characteristics:
  TP: {name: [总磷, Total phosphorus], unit: µg/L, better: lower}
rules:
  - {id: a, clause: "4.1", of: TP, limit: "≤150", comparison: rounded}
"""


@pytest.fixture
def own(tmp_path):
    path = tmp_path / "own.yaml"
    path.write_text(OWN, "utf-8")
    return path


def run(*arguments):
    return CliRunner().invoke(guiju, ["rules", *map(str, arguments)])


def test_all_rule_sets_are_listed():
    answer = run("list", "--json")
    assert answer.exit_code == 0
    by_number = {one["standard"]: one for one in json.loads(answer.stdout)}
    water = by_number["GB 3838-2002"]
    assert (water["from"], water["until"], water["ladders"]) == ("2002-06-01", None, ["class"])
    lines = run("list").stdout.splitlines()
    assert len(lines) == len(by_number)
    assert [line for line in lines if line.startswith("GB 3838-2002  地表水环境质量标准 Env")]


def test_a_rule_set_is_shown_in_sentences_and_tables(own):
    answer = run("show", own)
    assert answer.exit_code == 0
    assert "  4.1：总磷应不大于 150 µg/L，修约到 1 后比较。" in answer.stdout
    assert "未经审查" in answer.stdout
    said = json.loads(run("show", "GB 3838", "--on", "2020-01-01", "--json").stdout)
    assert (said["standard"], said["reviewed"]) == ("GB 3838-2002", True)
    assert "水质类别" in [one["title"]["zh"] for one in said["tables"]]
    assert run("show", "GB 2-2020").exit_code != 0


def test_a_file_is_checked(own):
    good = run("check", own)
    assert (good.exit_code, good.stdout) == (
        0,
        "own.yaml：没有问题。 own.yaml: nothing is wrong.\n",
    )
    own.write_text(OWN.replace("≤150", "150"), "utf-8")
    bad = run("check", own)
    assert bad.exit_code == 1
    assert bad.stdout.startswith("own.yaml:9: 错误 ")
    said = json.loads(run("check", own, "--json").stdout)
    assert [(one["line"], one["severity"]) for one in said["problems"]] == [(9, "error")]


def test_rule_sets_are_compared(own, tmp_path):
    out = tmp_path / "compared.xlsx"
    answer = run("compare", own, "GB 3838-2002", "--report", out, "--language", "zh", "--json")
    assert answer.exit_code == 0
    (said,) = json.loads(answer.stdout)
    own_cases = [one for one in said["cases"] if one["a"]]
    assert {(one["when"]["zh"], one["b"]["level"]): one["relation"] for one in own_cases} == {
        ("水体类型为河流", "Ⅰ"): "looser", ("水体类型为河流", "Ⅱ"): "looser",
        ("水体类型为河流", "Ⅲ"): "stricter", ("水体类型为河流", "Ⅳ"): "stricter",
        ("水体类型为河流", "Ⅴ"): "stricter", ("水体类型为湖库", "Ⅰ"): "looser",
        ("水体类型为湖库", "Ⅱ"): "looser", ("水体类型为湖库", "Ⅲ"): "looser",
        ("水体类型为湖库", "Ⅳ"): "looser", ("水体类型为湖库", "Ⅴ"): "stricter",
    }  # fmt: skip
    page = openpyxl.load_workbook(out)["与 GB 3838-2002"]
    assert page.max_row == len(said["cases"]) + 1


def test_a_table_of_indicators_gets_a_conclusion(tmp_path):
    path = tmp_path / "own.csv"
    path.write_text("指标,限值,单位\n铅,≤20,µg/L\n砷,0.5,mg/L\n", "utf-8")
    answer = run("compare", path, "GB 5749-2022")
    assert answer.exit_code == 0
    assert "与 GB 5749-2022（强制性）相比，有指标达不到，须修改。达不到：铅；" in answer.stdout
    assert "第 2 行：无法识别极限数值" in answer.stderr


def test_values_beside_each_limit(own):
    assert run("try", own).stdout.splitlines()[0] == (
        "a  总磷 Total phosphorus ≤150 µg/L  符合 conforms 150.5  不符合 fails 150.51"
    )
    said = json.loads(run("try", own, "--json").stdout)
    assert said["reviewed"] is False
    assert [(one["conforms"], one["fails"]) for one in said["values"]] == [("150.5", "150.51")]


def test_sql_is_printed(own):
    answer = run("sql", own)
    assert answer.exit_code == 0
    assert "SELECT" in answer.stdout.upper()
