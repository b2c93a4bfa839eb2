"""Tables as other offices lay them out, made with python-docx and openpyxl (示例)."""

import io

import openpyxl
import pytest
from docx import Document

from guiju.core.forms.comments.clauses import clause_of
from guiju.core.forms.comments.handling import handling_of
from guiju.core.forms.comments.reading import read_comments
from guiju.core.forms.errors import NoCommentTable


def in_docx(rows, merge=()):
    file = Document()
    file.add_paragraph("标准名称：示例标准    ")
    table = file.add_table(rows=len(rows), cols=len(rows[0]))
    for at, row in enumerate(rows):
        for place, text in enumerate(row):
            table.cell(at, place).text = text
    for first, last in merge:
        text = table.cell(*first).text
        table.cell(*first).merge(table.cell(*last)).text = text
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def in_xlsx(rows, merge=()):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for area in merge:
        book.active.merge_cells(area)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def told(found, *names):
    return [tuple(getattr(one, name) for name in names) for one in found.rows]


def test_an_association_with_other_columns():
    data = in_docx([
        ["序号", "章节号", "原文", "修改后内容", "理由"],
        ["1", "第５.１条", "不大于5", "不大于3", "与强制性标准一致"],
        ["", "", "", "", ""],
        ["3", "附录Ａ", "应", "宜", ""],
    ])  # fmt: skip
    found = read_comments(data, "协会.docx")
    assert told(found, "clause", "original", "proposed", "text", "row") == [
        ("5.1", "不大于5", "不大于3", "与强制性标准一致", 2),
        ("附录A", "应", "宜", "", 4),
    ]
    assert found.problems == ()
    assert found.around == {"title": "示例标准"}


def test_columns_in_another_order_and_a_cell_merged_downwards():
    rows = [
        ["提出单位", "意见内容", "条款", "采纳情况", "不采纳理由"],
        ["示例甲", "共同的意见", "4.2 表1", "采纳", ""],
        ["示例乙", "", "", "不采纳（理由：依据不足）", ""],
        ["示例丙", "另一意见", "4.3", "未采纳", "另有规定"],
    ]
    expected = [
        ("示例甲", "共同的意见", "4.2", "表1", "adopted", ""),
        ("示例乙", "共同的意见", "4.2", "表1", "not_adopted", "依据不足"),
        ("示例丙", "另一意见", "4.3", "", "not_adopted", "另有规定"),
    ]
    for data in (
        in_docx(rows, merge=[((1, 1), (2, 1)), ((1, 2), (2, 2))]),
        in_xlsx(rows, merge=["B2:B3", "C2:C3"]),
    ):
        found = read_comments(data, "x")
        assert told(found, "unit", "text", "clause", "place", "disposition", "reason") == expected


def test_the_iso_template_with_its_rows_of_heads():
    data = in_docx([
        ["MB/NC1", "Line number\n(e.g. 17)", "Clause/ Subclause\n(e.g. 3.1)",
         "Paragraph/ Figure/ Table/ (e.g. Table 1)", "Type of comment2", "Comments",
         "Proposed change", "Observations of the secretariat"],
        ["1", "2", "3", "4", "5", "6", "7", "8"],
        ["CN", "", "3.1", "Para 2", "te", "Unclear.", "Say “shall”.", "Accepted"],
        ["DE", "17", "Annex B", "", "ed", "Typo.", "", "Partially accepted: see CN"],
    ])  # fmt: skip
    found = read_comments(data, "iso.docx")
    assert told(
        found, "unit", "line", "clause", "place", "kind", "text", "disposition", "reason"
    ) == [
        ("CN", "", "3.1", "Para 2", "te", "Unclear.", "adopted", ""),
        ("DE", "17", "Annex B", "", "ed", "Typo.", "partly", "see CN"),
    ]
    assert found.problems == ()


def test_a_sheet_with_a_title_above_and_counts_below():
    data = in_xlsx(
        [
            ["标准征求意见汇总处理表"],
            ["标准项目名称：示例标准", None, None, "电话：010"],
            ["序号", "标准章条编号", "意见内容", "提出单位", "处理意见", "备注"],
            [1, 5.1, "示例意见", "示例甲", "部分采纳", None],
            [None, None, "没有章条的意见", None, None, None],
            ["发送“征求意见稿”的单位数：20个"],
        ],
        merge=["A1:F1", "A2:C2", "A6:F6"],
    )
    found = read_comments(data, "x.xlsx")
    assert told(found, "clause", "text", "disposition") == [
        ("5.1", "示例意见", "partly"),
        ("", "没有章条的意见", ""),
    ]
    assert [(one.code, one.row) for one in found.problems] == [("number", 4)]
    assert found.around == {"title": "示例标准", "phone": "010", "sent": "20个"}


def test_what_is_doubtful_is_said_with_its_row_and_kept():
    rows = [
        ["序号", "章条编号", "意见内容", "处理意见"],
        ["1", "5.1", "", "采纳"],
        ["2", "某处", "示例意见", "再议"],
        ["一、技术内容", "", "", ""],
        ["3", "9.9", "示例意见", ""],
    ]
    found = read_comments(
        in_docx(rows, merge=[((3, 0), (3, 3))]), "x.docx", clauses=["5.1", "附录A"]
    )
    assert told(found, "clause", "text", "reason", "row") == [
        ("5.1", "", "", 2), ("某处", "示例意见", "再议", 3), ("9.9", "示例意见", "", 5)]  # fmt: skip
    assert [(one.code, one.row, one.text) for one in found.problems] == [
        ("no-text", 2, ""), ("clause", 3, "某处"), ("handling", 3, "再议"),
        ("loose", 4, "一、技术内容"), ("clause", 5, "9.9"),
    ]  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_csv_in_other_encodings_and_with_other_signs(encoding, sign):
    text = "\n".join(sign.join(row) for row in (["条款", "修改意见"], ["5.2", "示例意见甲乙丙"]))
    found = read_comments(text.encode(encoding), "x.csv")
    assert told(found, "clause", "text") == [("5.2", "示例意见甲乙丙")]


def test_a_file_without_a_table_of_comments_says_which_heads_are_meant():
    with pytest.raises(NoCommentTable) as caught:
        read_comments(in_docx([["甲", "乙"], ["丙", "丁"]]), "x.docx")
    assert "意见内容" in caught.value.sentence.zh


@pytest.mark.parametrize(
    ("written", "clause", "place", "known"),
    [
        ("第5章", "5", "", True), ("５．１．２", "5.1.2", "", True), ("5.1 a)", "5.1", "a)", True),
        ("条款 6.2", "6.2", "", True), ("附录 B", "附录 B", "", True), ("A.1.2", "A.1.2", "", True),
        ("表1", "", "表1", True), ("前言 第2段", "前言", "第2段", True), ("/", "", "", True),
        ("Clause 4.1", "4.1", "", True), ("某处", "某处", "", False),
    ],
)  # fmt: skip
def test_clauses_as_people_write_them(written, clause, place, known):
    assert tuple(clause_of(written)) == (clause, place, known)


@pytest.mark.parametrize(
    ("written", "disposition", "reason"),
    [
        ("采纳", "adopted", ""), ("采纳。", "adopted", ""), ("已采纳，修改5.1", "adopted", "修改5.1"),
        ("部分采纳：改为甲", "partly", "改为甲"), ("不采纳（理由：另有规定）", "not_adopted", "另有规定"),
        ("未采纳。理由：另有规定", "not_adopted", "另有规定"), ("□采纳 ☑不采纳", "not_adopted", ""),
        ("Accepted in principle. See 5", "partly", "See 5"), ("Not accepted", "not_adopted", ""),
        ("再议", None, "再议"), ("采纳与否待定", None, "采纳与否待定"),
    ],
)  # fmt: skip
def test_dispositions_as_people_write_them(written, disposition, reason):
    assert handling_of(written) == (disposition, reason)
