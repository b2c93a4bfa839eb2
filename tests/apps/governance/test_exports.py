"""The ledger as files: read again, every cell is what the ledger says."""

import io
import json
from datetime import date

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn

from guiju.apps.governance.exports import export_ledger
from guiju.apps.governance.exports.layout import sheet
from guiju.apps.governance.selectors.ledger import ledger
from guiju.core.seals.chain import canonical, digests
from tests.factories import reading

pytestmark = pytest.mark.django_db

PUBLIC_HEAD = [
    "序号", "重点任务（措施）", "具体任务", "成果形式", "牵头单位", "责任单位", "配合单位",
    "完成时限", "进展情况", "状态", "备注",
]  # fmt: skip
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://example.org")')


@pytest.fixture
def world():
    return reading.ledger_of(3, title_zh="示例计划", document_number="示例发〔2023〕1号")


def found(world, who="public"):
    return ledger(getattr(world, who), world.plan.slug)


def sheet_of(world, who="public", language="zh-hans"):
    content = export_ledger(found(world, who), "xlsx", language).content
    return openpyxl.load_workbook(io.BytesIO(content)).active


def table_of(world, who="public", language="zh-hans"):
    paper = docx.Document(io.BytesIO(export_ledger(found(world, who), "docx", language).content))
    return paper, paper.tables[0]


def expected_rows(world, who="public"):
    return [row for block in sheet(found(world, who), "zh-hans").blocks for row in block.rows]


def merged_away(page):
    return {
        (row, column)
        for area in page.merged_cells.ranges
        for row, column in list(area.cells)[0:]
        if (row, column) != (area.min_row, area.min_col)
    }


def test_the_columns_and_lines_of_a_chinese_ledger(world):
    page = sheet_of(world)
    assert page["A1"].value == "示例计划工作台账"
    assert page["A2"].value == "示例发〔2023〕1号　统计截止日期：2023-05-10　示例"
    assert [cell.value for cell in page[3]] == PUBLIC_HEAD


def test_inside_the_plan_there_is_the_risk(world):
    assert [cell.value for cell in sheet_of(world, "member")[3]] == [
        *PUBLIC_HEAD[:-1],
        "风险",
        "备注",
    ]


def test_the_english_ledger(world):
    world.plan.title_en = "Example plan"
    world.plan.save()
    page = sheet_of(world, language="en")
    assert page["A1"].value == "Example plan: working ledger"
    assert [cell.value for cell in page[3]][:5] == [
        "No.", "Key task (measure)", "Task", "Outputs", "Leading",
    ]  # fmt: skip


def test_one_row_says_all(world):
    assert expected_rows(world)[0] == (
        1,
        "示例措施1",
        "完成第1项之1示例任务",
        "示例1",
        "示例乙局",
        "示例丙局、地方人民政府",
        "",
        date(2023, 12, 31),
        "2023年第一季度 示例乙局：示例：进展顺利。\n示例：已完成初稿。",
        "进行中",
        "",
    )
    assert expected_rows(world)[1][4:] == (
        "",
        "示例甲局、示例未识别1",
        "示例丁局",
        date(2023, 3, 2),
        "",
        "已完成",
        "指导单位：示例戊局",
    )


def test_every_cell_of_the_workbook(world):
    page = sheet_of(world)
    hidden = merged_away(page)
    rows = expected_rows(world)
    assert page.max_row == 3 + len(rows)
    for at, row in enumerate(rows, 4):
        for column, value in enumerate(row, 1):
            if (at, column) in hidden:
                continue
            cell = page.cell(at, column).value
            if isinstance(value, date):
                assert cell.isoformat() == f"{value}T00:00:00"
            else:
                assert (cell or "") == value


def test_a_measure_is_one_merged_cell(world):
    page = sheet_of(world)
    areas = {str(area) for area in page.merged_cells.ranges}
    assert areas >= {"A1:K1", "A2:K2", "A4:A6", "B4:B6", "A7:A9", "B7:B9", "A10:A12", "B10:B12"}


def test_it_prints_on_landscape_a4_with_its_head_on_each_page(world):
    page = sheet_of(world)
    setup = page.page_setup
    assert (setup.orientation, setup.paperSize, setup.fitToHeight) == ("landscape", 9, 0)
    assert page.sheet_properties.pageSetUpPr.fitToPage is True
    assert page.print_title_rows == "$3:$3"
    assert page.freeze_panes == "C4"
    assert page.auto_filter.ref == "A3:K12"
    assert (page["A1"].font.name, page["C4"].font.name) == ("黑体", "宋体")
    assert page.oddFooter.center.text == "&P / &N"


def test_equal_ledgers_are_equal_files(world):
    assert export_ledger(found(world), "xlsx", "zh-hans") == export_ledger(
        found(world), "xlsx", "zh-hans"
    )


@pytest.mark.parametrize("text", FORMULAS)
def test_nothing_becomes_a_formula(world, text):
    action = world.measures[0].actions.first()
    action.text = text
    action.save()
    cell = sheet_of(world).cell(4, 3)
    assert (cell.data_type, cell.value) == ("s", text.replace("\t", ""))
    assert cell.hyperlink is None


def test_control_characters_break_no_file(world):
    action = world.measures[0].actions.first()
    action.text = "示例\x01\x0b任务\ud800"[:6]
    action.save()
    assert sheet_of(world).cell(4, 3).value == "示例任务"
    _, table = table_of(world)
    assert table.cell(1, 2).text == "示例任务"


def test_every_cell_of_the_document(world):
    _, table = table_of(world)
    assert [cell.text for cell in table.rows[0].cells] == PUBLIC_HEAD
    rows = expected_rows(world)
    assert len(table.rows) == 1 + len(rows)
    for at, row in enumerate(rows, 1):
        assert [cell.text for cell in table.rows[at].cells] == [str(value) for value in row]


def test_the_document_is_laid_out_for_print(world):
    paper, table = table_of(world)
    section = paper.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    assert paper.paragraphs[0].text == "示例计划工作台账"
    assert table._tbl.tr_lst[0].trPr.find(qn("w:tblHeader")) is not None
    assert "PAGE" in section.footer._element.xml
    fonts = paper.paragraphs[0].runs[0]._r.rPr.rFonts
    assert fonts.get(qn("w:eastAsia")) == "黑体"
    assert paper.styles["Normal"].element.rPr.rFonts.get(qn("w:eastAsia")) == "宋体"


def test_merged_cells_of_the_document(world):
    _, table = table_of(world)
    merges = [tc.tcPr.vMerge_val for tc in (row.tc_lst[0] for row in table._tbl.tr_lst)]
    assert merges == [None, *["restart", "continue", "continue"] * 3]


def test_the_json_bears_its_own_digests(world):
    values = json.loads(export_ledger(found(world), "json", "en").content)
    sealed = {name: values.pop(name) for name in ("sm3", "sha256")}
    again = digests(canonical(values))
    assert sealed == {"sm3": again.sm3, "sha256": again.sha256}
    assert [measure["no"] for measure in values["measures"]] == [1, 2, 3]
    assert "risk" not in values["measures"][0]


def test_a_measure_without_tasks_has_its_row(world):
    world.measures[0].actions.update(withdrawn=1)
    row = expected_rows(world)[0]
    assert row[:7] == (1, "示例措施1", "", "示例1\n示例1", "示例乙局",
                       "示例丙局、示例甲局、示例未识别1、地方人民政府", "示例丁局")  # fmt: skip
    assert row[9] == "进行中"


def test_an_empty_plan_is_a_file_too(world):
    world.plan.measures.update(withdrawn=1)
    for form in ("xlsx", "docx", "json"):
        assert len(export_ledger(found(world), form, "zh-hans").content) > 100


@pytest.mark.parametrize(
    ("form", "mime"),
    [
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("json", "application/json"),
    ],
)
def test_the_download_bears_plan_and_day(client, world, form, mime, settings):
    answer = client.get(f"/plans/{world.plan.slug}/export.{form}")
    assert answer.headers["Content-Type"] == mime
    name = answer.headers["Content-Disposition"]
    assert name.startswith(f'attachment; filename="{world.plan.slug}-ledger-20')
    assert name.endswith(f'.{form}"')


def test_another_form_is_not_found(client, world):
    answer = client.get(f"/plans/{world.plan.slug}/export.pdf")
    assert answer.status_code == 404
    assert f"{world.plan.slug}/export.pdf" in answer.content.decode()
