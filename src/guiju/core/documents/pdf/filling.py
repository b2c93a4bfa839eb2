"""The text of cells (单元格文字): rows joined, items and notes apart."""

import re
from collections.abc import Sequence
from dataclasses import replace

from guiju.core.documents.model import Block, Cell, Paragraph, Table, Text
from guiju.core.documents.pdf.glyphs import Glyph
from guiju.core.documents.pdf.joining import join
from guiju.core.documents.pdf.rows import Row, rows
from guiju.core.documents.pdf.ruled import Box, Grid
from guiju.core.documents.structure.marks import sign_of

_FOOTNOTE = re.compile(r"[a-z](?=[\s\u3400-\u9fff])")
_SYMBOL = re.compile(r"\d{1,2}\s?[—–―]{1,3}")


def table(grid: Grid, glyphs: Sequence[Glyph], page: int) -> Table:
    """The table that the characters inside a frame make."""
    inside = grid.shared_out(glyphs)
    head: list[tuple[Cell, ...]] = []
    body: list[tuple[Cell, ...]] = []
    for row in range(len(grid.ys) - 1):
        is_head = row < grid.heads
        cells = tuple(
            _cell(grid, box, inside.get(box, []), page, is_head)
            for box in grid.boxes
            if box.row == row
        )
        if any(cell.blocks for cell in cells) or len(cells) > 1:
            (head if is_head else body).append(cells)
    return Table(label="", title=Text(), head=tuple(head), body=tuple(body), line=page)


def with_notes(table: Table, under: Sequence[Row], columns: int) -> Table:
    """The table with what stands below it as a last row over all columns."""
    paragraphs = tuple(Paragraph(text=text, line=table.line) for text in _paragraphs(under, True))
    last = Cell(blocks=paragraphs, column=0, columns=columns)
    return replace(table, body=(*table.body, (last,)))


def _cell(grid: Grid, box: Box, glyphs: Sequence[Glyph], page: int, is_head: bool) -> Cell:
    inside = rows(glyphs, page)
    full = box.columns == len(grid.xs) - 1
    blocks: tuple[Block, ...] = tuple(
        Paragraph(text=text, line=page) for text in _paragraphs(inside, full)
    )
    return Cell(blocks=blocks, column=box.column, rows=box.rows, columns=box.columns, head=is_head)


def _paragraphs(inside: Sequence[Row], full: bool) -> list[Text]:
    made: list[Text] = []
    for row in inside:
        if made and not _starts(row, full):
            made[-1] = join(made[-1], row.text)
        else:
            made.append(row.text)
    return made


def _starts(row: Row, full: bool) -> bool:
    text = row.plain
    if sign_of(text).kind in ("note", "example", "item", "key") or _SYMBOL.match(text):
        return True
    return full and bool(_FOOTNOTE.match(text))
