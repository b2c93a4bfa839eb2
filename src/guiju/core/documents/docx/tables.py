"""Tables of Word (表格): cells that reach over columns and rows, heads, tables inside cells."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from lxml import etree

from guiju.core.documents.docx.names import below, q, switched, val, whole
from guiju.core.documents.docx.pictures import chosen
from guiju.core.documents.model import Block, Cell, Formula, Paragraph, Table, Text
from guiju.core.documents.walking import plain

Read = Callable[[etree._Element], tuple[tuple[Block, ...], str]]
Covered = Callable[[tuple[Block, ...]], None]
Align = Literal["left", "center", "right", ""]
_ALIGN: dict[str, Align] = {
    "left": "left",
    "start": "left",
    "center": "center",
    "right": "right",
    "end": "right",
}
_NUMBER = re.compile(r"\s*[…·.]*\s*[(（]\s*((?:[A-Z]\s?\.\s?)?\d{1,3})\s*[)）]\s*")
WIDEST = 200


def read(table: etree._Element, blocks: Read, covered: Covered, line: int) -> Table | None:
    """The table; None where it holds no cell. `blocks` reads a cell, `covered` gets one under others."""
    rows: list[list[Cell]] = []
    heads = 0
    open_: dict[int, tuple[int, int]] = {}  # by column: row and place of the cell that reaches down
    for one in _rows(table):
        row: list[Cell] = []
        column = min(whole(val(one, "w:trPr/w:gridBefore")), WIDEST)
        for cell in _each(one, q("w:tc")):
            if below(cell, "w:tcPr/w:cellDel") is not None:
                continue
            columns = max(1, min(whole(val(cell, "w:tcPr/w:gridSpan")) or 1, WIDEST - column))
            goes_on = below(cell, "w:tcPr/w:vMerge")
            merged = val(goes_on) if goes_on is not None else "none"
            if goes_on is not None and merged != "restart" and column in open_:
                at, place = open_[column]
                above = rows[at][place]
                rows[at][place] = replace(above, rows=len(rows) - at + 1)
                covered(blocks(cell)[0])
            elif row and _goes_right(cell):
                row[-1] = replace(row[-1], columns=row[-1].columns + columns)
                covered(blocks(cell)[0])
            else:
                content, align = blocks(cell)
                row.append(_cell(content, align, column, columns))
                open_.pop(column, None)
                if merged == "restart":
                    open_[column] = (len(rows), len(row) - 1)
            column = min(column + columns, WIDEST)
        is_head = bool(switched(below(one, "w:trPr"), "w:tblHeader"))
        heads = len(rows) + 1 if is_head and heads == len(rows) else heads
        rows.append(row)
    if not any(rows):
        return None
    heads = heads or _unmarked(table, rows)
    return Table(
        label="",
        title=Text(),
        head=tuple(tuple(replace(cell, head=True) for cell in row) for row in rows[:heads]),
        body=tuple(tuple(row) for row in rows[heads:]),
        line=line,
    )


def _goes_right(cell: etree._Element) -> bool:
    """Merged with the cell on its left, as old files have it."""
    merged = below(cell, "w:tcPr/w:hMerge")
    return merged is not None and val(merged) != "restart"


def _cell(content: tuple[Block, ...], align: str, column: int, columns: int) -> Cell:
    return Cell(blocks=content, column=column, columns=columns, align=_ALIGN.get(align, ""))


def _rows(table: etree._Element) -> list[etree._Element]:
    """Rows that stand, also inside content controls; deleted ones do not."""
    return [one for one in _each(table, q("w:tr")) if below(one, "w:trPr/w:del") is None]


def _each(holder: etree._Element, tag: str) -> list[etree._Element]:
    found = []
    for one in holder:
        if one.tag == tag:
            found.append(one)
        elif one.tag in (
            q("w:sdt"),
            q("w:sdtContent"),
            q("w:customXml"),
            q("w:ins"),
            q("w:moveTo"),
        ):
            found += _each(one, tag)
        elif one.tag == q("mc:AlternateContent") and (branch := chosen(one)) is not None:
            found += _each(branch, tag)
    return found


def _unmarked(table: etree._Element, rows: list[list[Cell]]) -> int:
    """How many rows are the head where none says so: the first, as far down as its cells reach."""
    look = below(table, "w:tblPr/w:tblLook")
    if look is not None and look.get(q("w:firstRow")) == "0":
        return 0
    if len(rows) < 2 or not rows[0] or all(cell.columns > 1 for cell in rows[0]):
        return 0
    deep = max(cell.rows for cell in rows[0])
    return deep if deep < len(rows) else 0


def as_formula(table: Table) -> Formula | None:
    """A table of one row that only puts a formula in the middle and its number at the end."""
    rows = (*table.head, *table.body)
    if len(rows) != 1:
        return None
    cells = [cell for cell in rows[0] if cell.blocks]
    formulas = [one for cell in cells for one in cell.blocks if isinstance(one, Formula)]
    if len(formulas) != 1 or any(len(cell.blocks) > 1 for cell in cells):
        return None
    rest = [one for cell in cells for one in cell.blocks if isinstance(one, Paragraph)]
    found = [_NUMBER.fullmatch(plain(one)) for one in rest]
    if len(rest) + 1 != len(cells) or len(found) > 1 or None in found:
        return None
    label = re.sub(r"\s", "", found[0][1]) if found and found[0] else formulas[0].label
    return replace(formulas[0], label=label, line=table.line)
