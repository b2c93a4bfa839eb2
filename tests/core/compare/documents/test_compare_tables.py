"""Tables by cell: rows and columns find their partners."""

import pytest

from guiju.core.compare.documents import compare
from guiju.core.documents.addresses import addressed
from guiju.core.documents.model import Cell, Document, Meta, Paragraph, Section, Table, Text
from tests.core.compare.documents.building import document

HEAD = "# 1 要求\n水壶的限值见表1。\nT 1 限值\n"
ROWS = ["| 项目 | 单位 | 指标 |", "| 厚度 | mm | 0.5 |", "| 噪声 | dB | 60 |", "| 容量 | L | 1.5 |"]


def tables(rows, other=None, head=HEAD):
    return compare(
        document(HEAD + "\n".join(ROWS)), document(head + "\n".join(other or rows))
    ).tables


CASES = {
    "a cell": ([*ROWS[:3], "| 容量 | L | 1.8 |"], [("table-1/r4/c3", "table-1/r4/c3", "容量", "指标", "1.5", "1.8")], [], []),
    "a row added": ([*ROWS[:2], "| 质量 | kg | 2 |", *ROWS[2:]], [], [(0, 3, "added", "质量")], []),
    "a row removed": ([ROWS[0], *ROWS[2:]], [], [(2, 0, "removed", "厚度")], []),
    "a row moved": ([ROWS[0], ROWS[2], ROWS[3], ROWS[1]], [], [(2, 4, "moved", "厚度")], []),
    "a column added": ([f"{row} {end} |" for row, end in zip(ROWS, ("方法", "6.1", "6.2", "6.3"), strict=True)], [], [], [(0, 4, "added", "方法")]),
    "a column removed": (["| 项目 | 指标 |", "| 厚度 | 0.5 |", "| 噪声 | 60 |", "| 容量 | 1.5 |"], [], [], [(2, 0, "removed", "单位")]),
    "a column moved": (["| 单位 | 项目 | 指标 |", "| mm | 厚度 | 0.5 |", "| dB | 噪声 | 60 |", "| L | 容量 | 1.5 |"], [], [], [(2, 1, "moved", "单位")]),
    "a row moved and changed": ([ROWS[0], ROWS[2], ROWS[3], "| 厚度 | mm | 0.4 |"], [("table-1/r2/c3", "table-1/r4/c3", "厚度", "指标", "0.5", "0.4")], [(2, 4, "moved", "厚度")], []),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_by_cell(case):
    rows, cells, lines, columns = CASES[case]
    (found,) = tables(rows)
    assert found.change == "changed"
    assert [(c.a, c.b, c.row, c.column, c.a_text, c.b_text) for c in found.cells] == cells
    assert [(one.a, one.b, one.change, one.name) for one in found.rows] == lines
    assert [(one.a, one.b, one.change, one.name) for one in found.columns] == columns


def test_another_number_is_only_that():
    (found,) = tables(ROWS, head=HEAD.replace("T 1", "T 2"))
    assert (found.change, found.a_label, found.b_label) == ("renumbered", "1", "2")


def test_a_table_comes():
    (found,) = tables([*ROWS, "T 2 附加", "| 甲 | 乙 |", "| 一 | 二 |"])
    assert (found.change, found.a, found.b) == ("added", "", "table-2")


def test_spanning_cells_are_compared_once():
    def spanning(text):
        def cell(content, at, **size):
            return Cell(blocks=(Paragraph(text=Text(content)),), column=at, **size)

        table = Table(
            label="1", title=Text("表"), head=((cell("项目", 0), cell("指标", 1, columns=2)),),
            body=((cell(text, 0, rows=2), cell("甲", 1), cell("1", 2)), (cell("乙", 1), cell("2", 2))),
        )  # fmt: skip
        section = Section(kind="clause", label="1", title=Text("要求"), level=1, blocks=(table,))
        return addressed(Document(meta=Meta(), sections=(section,)))

    (found,) = compare(spanning("性能"), spanning("机械性能")).tables
    assert [(one.a_text, one.b_text) for one in found.cells] == [("性能", "机械性能")]


def test_a_unit_above_the_table():
    def with_unit(unit):
        cell = Cell(blocks=(Paragraph(text=Text("5")),), column=0)
        table = Table(label="1", title=Text("尺寸"), head=(), body=((cell,),), unit=unit)
        section = Section(kind="clause", label="1", title=Text("尺寸"), level=1, blocks=(table,))
        return Document(meta=Meta(), sections=(section,))

    (found,) = compare(with_unit("毫米"), with_unit("厘米")).tables
    assert (found.unit, found.cells) == (("毫米", "厘米"), ())
