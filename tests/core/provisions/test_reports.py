"""One report: its lines read, judged, explained, and written as files that carry no formula."""

import io
import json

import docx
import openpyxl
import polars as pl
import pytest

from guiju.core.provisions.files.loading import read_rule_set
from guiju.core.provisions.papers.docx import document
from guiju.core.provisions.papers.model import Grid, Paper, texts
from guiju.core.provisions.papers.xlsx import workbook
from guiju.core.provisions.reports.judging import judged_report
from guiju.core.provisions.reports.matching import NothingInReportError, TwoResultsError
from guiju.core.provisions.reports.model import Entry
from guiju.core.provisions.reports.paper import paper_of
from guiju.core.provisions.reports.reading import (
    NotAReportError,
    SeveralSamplesError,
    is_report,
    read_entries,
)
from guiju.core.provisions.reports.tables import table_paper
from guiju.core.provisions.tables.errors import TableError
from guiju.core.provisions.tables.evaluating import Evaluation
from guiju.core.provisions.tables.failing import Failing
from guiju.core.provisions.tables.settings import SettingError
from tests.core.provisions.rule_sets import rule_set

WATER = rule_set("GB_3838-2002.yaml")
OWN = read_rule_set(
    """
standard: T/EXAMPLE 2-2026
title: [示例, Example]
in_force: {from: 2026-01-01}
basis: 示例
certainty: checked
characteristics:
  lead: {name: [铅, Lead], unit: mg/L, better: lower}
  zinc: {name: [锌, Zinc], unit: mg/L, better: lower}
  both: {name: [合计, Sum]}
derived:
  both: {clause: "4.4", ratios: {lead: 0.01, zinc: 0.5}}
rules:
  - {id: a, clause: "4.1", of: lead, limit: "≤0.010"}
  - {id: b, clause: "4.2", of: zinc, limit: "≤1.0"}
  - {id: c, clause: "4.3", of: both, limit: "≤1"}
""",
    "own.yaml",
)
REPORT = (
    "示例水质检测报告,,,,\n"
    "序号,检测项目,单位,检测结果,限值\n"
    "1,溶解氧,mg/L,7.6,\n"
    "2,总磷,µg/L,350,\n"
    "3,氨氮(mg/L),,0.15,\n"
    "4,水体类型,,河流,\n"
    "5,铅,mg/kg,0.01,\n"
    "6,钼元素,mg/L,0.01,\n"
)


def entries(*rows):
    return [Entry(name=name, result=result, unit=unit, limit=limit, row=at)
            for at, (name, result, unit, limit) in enumerate(rows, 1)]  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_a_report_as_people_have_it(tmp_path, encoding):
    path = tmp_path / "report.csv"
    path.write_text(REPORT.replace("µg/L", "ug/L"), encoding)
    assert is_report(path, WATER)
    found = judged_report(read_entries(path, WATER), WATER, {"target": "III"})
    (grade,) = found.grades
    assert {one.characteristic: one.level for one in grade.places} == {
        "DO": "Ⅰ", "TP": "Ⅴ", "NH3N": "Ⅰ", "Pb": "Ⅰ~劣Ⅴ",
    }  # fmt: skip
    assert found.sentence == (
        "按 GB 3838-2002 判定：不符合。水质类别 Ⅴ~劣Ⅴ。",
        "By GB 3838-2002: does not conform. Water quality class: Ⅴ~劣Ⅴ.",
    )
    lead = next(one for one in grade.places if one.characteristic == "Pb")
    assert "单位“mg/kg”不能换算为“mg/L”" in lead.sentence.zh
    assert [one.zh for one in found.told] == ["水体类型：河流"]
    assert [(one.row, one.name) for one in found.unmatched] == [(6, "钼元素")]
    assert json.loads(json.dumps(found.to_json()))["status"] == "fail"


def test_rules_sums_units_and_other_limits():
    found = judged_report(
        entries(
            ("铅", "4.0", "µg/L", "≤20"), ("Zinc", "0.30", "", "≤1.0"), ("锡", "1", "mg/L", "")
        ),
        OWN,
        reviewed=False,
    )
    assert [(one.rule, one.status) for one in found.findings] == [
        ("a", "pass"), ("b", "pass"), ("c", "pass"),
    ]  # fmt: skip
    assert found.findings[2].measured.zh == "结果 1（铅 4.0/10 + 锌 0.30/0.5）"
    assert [one.zh for one in found.notes] == [
        "锌没有写单位，按 mg/L 判定。",
        "铅：报告所列限值“≤20”与标准的 ≤10 µg/L 不同，按标准判定。",
    ]
    assert found.sentence.zh == ("按 T/EXAMPLE 2-2026 判定：符合。规则未经审查，结论不是正式判定。")
    assert found.counts == {"pass": 3}


@pytest.mark.parametrize(
    ("unit", "stated", "note"),
    [
        ("mg/L", "≤0.010", None),
        ("mg/L", "≤0.010 mg/L", None),
        ("µg/L", "≤10µg/L", None),
        ("mg/L", "—", None),
        ("mg/L", "≤0.02 mg/L", "“≤0.02 mg/L”与标准的 ≤0.010 mg/L 不同"),
        ("mg/L", "不得检出", "“不得检出”与标准的 ≤0.010 mg/L 不同"),
        ("mg/L", "≤10 µg/L", "“≤10 µg/L”没有与标准比较"),
        ("mg/L", "见合同", "“见合同”没有与标准比较"),
    ],
)
def test_the_limit_of_the_report_in_its_own_unit_or_none(unit, stated, note):
    found = judged_report(entries(("铅", "0.001", unit, stated)), OWN)
    notes = [one.zh for one in found.notes if "报告所列限值" in one.zh]
    assert (not notes) if note is None else (len(notes) == 1 and note in notes[0])


def test_what_is_missing_never_conforms():
    found = judged_report(entries(("铅", "0.02", "mg/L", "")), OWN)
    assert [one.status for one in found.findings] == ["fail", "missing", "fail"]
    assert found.status == "fail"
    assert (
        "不符合的指标：铅（T/EXAMPLE 2-2026 4.1）、合计（T/EXAMPLE 2-2026 4.3）"
        in found.sentence.zh
    )
    assert judged_report(entries(("铅", "0.001", "mg/L", "")), OWN).status == "missing"


@pytest.mark.parametrize(
    ("rows", "told", "error", "says"),
    [
        ([("铅", "1", "", ""), ("Lead", "2", "", "")], {}, TwoResultsError, "第 1 行和第 2 行"),
        ([("金", "1", "", "")], {}, NothingInReportError, "铅、锌"),
        ([("铅", "1", "", "")], {"use": "x"}, SettingError, "use"),
    ],
)
def test_refusals(rows, told, error, says):
    with pytest.raises(error) as caught:
        judged_report(entries(*rows), OWN, told)
    assert says in caught.value.sentence.zh
    assert caught.value.sentence.en


def test_what_is_no_report(tmp_path):
    wide = tmp_path / "wide.csv"
    wide.write_text("铅(mg/L),锌(mg/L)\n1,2\n", "utf-8")
    several = tmp_path / "several.csv"
    several.write_text("样品编号,检测项目,检测结果\nA,铅,1\nB,铅,2\n", "utf-8")
    assert [is_report(path, OWN) for path in (wide, several)] == [False, False]
    large = tmp_path / "large.csv"
    large.write_text("检测项目,检测结果\n" + "铅,1\n" * 5001, "utf-8")
    assert not is_report(large, OWN)
    with pytest.raises(TableError, match="5001"):
        read_entries(large, OWN)
    with pytest.raises(NotAReportError, match="铅"):
        read_entries(wide, OWN)
    with pytest.raises(SeveralSamplesError, match="A、B"):
        read_entries(several, OWN)


def sheets(data):
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {
        page.title: [[(cell.value, cell.data_type) for cell in row] for row in page.iter_rows()]
        for page in book
    }


def words(data):
    file = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    return [one.text for one in file.paragraphs], cells


def test_files_of_a_report_in_each_language():
    found = judged_report(
        entries(("铅", "0.02", "mg/L", ""), ("=cmd|'/c calc'!A1", "=1+2", "", "")), OWN
    )
    paper = paper_of(found)
    pages = sheets(workbook(paper, "zh"))
    assert list(pages) == ["说明", "逐条判定", "规则中没有的项目"]
    assert {kind for rows in pages.values() for row in rows for _, kind in row} <= {"s", "n"}
    assert pages["规则中没有的项目"][1][2] == ("=1+2", "s")
    assert pages["逐条判定"][1][0][0] == "铅"
    assert pages["逐条判定"][1][5][0] == found.findings[0].sentence.zh
    lines, cells = words(document(paper, "en"))
    assert lines[0] == "Report by T/EXAMPLE 2-2026 Example"
    assert found.findings[0].sentence.en in cells
    assert found.findings[0].sentence.zh not in cells
    both = words(document(paper))[1]
    assert "\n".join(found.findings[0].sentence) in both
    for make in (workbook, document):
        assert make(paper) == make(paper)


def test_names_of_sheets_are_allowed_and_apart():
    grids = tuple(
        Grid(title=texts_of(f"[{'长' * 40}]:*?/"), heads=(texts_of("a"),), rows=()) for _ in "12"
    )
    pages = sheets(workbook(Paper(title=texts_of("t"), grids=grids)))
    assert [len(name) for name in pages] == [2, 31, 31]


def texts_of(text):
    from guiju.core.errors import Bilingual

    return Bilingual(text, text)


def test_a_text_stands_once_where_both_are_the_same():
    assert texts(texts_of("a"), "both") == ("a",)


def test_a_table_is_summed_up_with_its_first_failing_rows():
    frame = pl.DataFrame(
        {
            "站点": ["甲", "乙", "=丙", "丁"],
            "总磷(mg/L)": ["0.02", "0.5", "0.6", "坏"],
            "溶解氧(mg/L)": ["8", "8", "8", "8"],
        }
    )
    evaluation = Evaluation(WATER, frame.columns, {"waterbody": "river", "target": "Ⅱ"})
    failing = Failing(("总磷(mg/L)", "溶解氧(mg/L)"), 1)
    # The rows are numbered through all pieces.
    pieces = [frame[:1], frame[1:]]
    assert sum(len(one) for one in failing.noted(evaluation.judged(pieces))) == 4
    paper = table_paper(evaluation.summary, (WATER,), failing, name="水.csv", reviewed=False)
    columns, counts, rows, unread = paper.grids
    assert [[cell.en for cell in row] for row in counts.rows if row[0].zh == "判定"] == [
        ["Verdict", "does not conform", "2", "50.00%"],
        ["Verdict", "conforms", "1", "25.00%"],
        ["Verdict", "undetermined", "1", "25.00%"],
    ]
    assert rows.title.zh == "不符合的行（共 2 行，列出前 1 行）"
    (row,) = rows.rows
    assert [cell.zh for cell in row] == [
        "2", "乙", "0.5", "8", "劣Ⅴ", "不符合", "总磷", "GB 3838-2002 表1 序号8",
    ]  # fmt: skip
    assert [cell.zh for cell in unread.rows[0]] == ["4", "总磷(mg/L)", "坏"]
    assert [cell.zh for cell in columns.rows[0]] == ["总磷(mg/L)", "总磷", "mg/L"]
    assert any("未经审查" in line.zh for line in paper.lines)
    assert (
        "数据判定汇总 GB 3838-2002 地表水环境质量标准" in sheets(workbook(paper))["说明"][0][0][0]
    )


@pytest.mark.parametrize(
    ("service", "safety", "status", "level", "zh"),
    [
        (
            "360",
            "0",
            "pass",
            "三级",
            "；总分 600；未达到更高等级的要求：总分、环境、设施设备、运营管理、服务",
        ),
        ("360", "2", "fail", "不定级", "；总分 600；未达到更高等级的要求：GB 38600不符合项数"),
        ("9999", "0", "undetermined", "", "；分值不能成立：服务"),
        ("—", "0", "missing", "三级~不定级", "；未达到更高等级的要求：总分、服务；缺少：服务"),
    ],
)
def test_marks_of_a_report(service, safety, status, level, zh):
    rules = rule_set("GB_T_37276-2018.yaml")
    marks = {
        "环境": "72",
        "设施设备": "78",
        "运营管理": "90",
        "服务": service,
        "不符合项数": safety,
    }
    rows = [(name, text, "", "") for name, text in marks.items()]
    found = judged_report(entries(*rows), rules)
    (grade,) = found.grades
    assert (found.status, grade.level) == (status, level)
    assert zh in grade.sentence.zh
    assert (
        f"得分：环境 72/120，设施设备 78/130，运营管理 90/150，服务 {service}/600。"
        in grade.sentence.zh
    )


@pytest.mark.parametrize(
    ("result", "uncertainty", "decision", "status", "how"),
    [
        ("0.009±0.002", "", "simple", "pass", "全数值比较：0.009 ≤ 0.010；简单接受，U=0.002 不计"),
        ("0.009", "0.002", "guarded", "undetermined",
         "全数值比较：0.009 ≤ 0.010；采用保护带，距限值不超过 U=0.002"),
        ("0.011±0.002", "", "guarded", "undetermined",
         "全数值比较：0.011 > 0.010；采用保护带，距限值不超过 U=0.002"),
        ("0.005±0.002", "", "guarded", "pass", "全数值比较：0.005 ≤ 0.010；距限值超过 U=0.002"),
        ("0.005", "", "guarded", "pass", "全数值比较：0.005 ≤ 0.010"),
        ("0.005±?", "", "simple", "undetermined", "不是可以识别的结果"),
    ],
)  # fmt: skip
def test_a_declared_decision_rule(result, uncertainty, decision, status, how):
    lines = [Entry(name="铅", result=result, unit="mg/L", uncertainty=uncertainty, row=1)]
    found = judged_report(lines, OWN, decision=decision).findings[0]
    assert (found.status, found.how.zh, found.measured.zh.removeprefix("结果").strip("“” ")) == (
        status,
        how,
        result if "?" in result else f"{result} mg/L",
    )
