"""Tables (表) with caption above, unit, repeated head, notes in a last row."""

from collections.abc import Callable
from dataclasses import dataclass, field

from guiju.core.documents import grids
from guiju.core.documents.docx.said import OURS
from guiju.core.documents.docx.writing.making import Element, control, new, paragraph, run
from guiju.core.documents.docx.writing.pages import text_width
from guiju.core.documents.docx.writing.state import State
from guiju.core.documents.docx.writing.texts import runs
from guiju.core.documents.model import Cell, Footnote, Note, Paragraph, Table, Text
from guiju.core.documents.walking import plain

Written = Callable[..., list[Element]]
_THICK, _THIN = 8, 4  # eighths of a point
_NARROWEST, _WIDEST = 3, 30  # characters that count for the width of a column


def written(table: Table, state: State, inner: Written) -> list[Element]:
    """Caption, unit and table; in a content control where notes cannot stand in a last row."""
    out = []
    gap = state.said["caption_gap"]
    if table.label or table.title:
        label = run(state.said["table"].format(table.label) + gap) if table.label else run("")
        inside = state.marked(table.address, label, *runs(table.title, state))
        out.append(paragraph("caption_table", *inside))
    if table.unit:
        out.append(paragraph("unit", run(state.said["unit"].format(table.unit))))
    width = grids.width((*table.head, *table.body))
    below: tuple[Note | Footnote, ...] = (*table.notes, *table.footnotes)
    fits = width > 1 and len(table.body) > 0 and all(map(_is_line, below))
    if not width:
        return [*out, *inner(table.notes, state)]
    made = _table(table, width, state, inner)
    if below and fits:
        lines = [_below(one, state) for one in below]
        made.append(_row([_cell(lines, width, True, sum(_shares(table, width)))]))
    out.append(made)
    apart = bool(below) and not fits
    if apart:
        out += inner(below, state)
    if apart or (table.title and not table.label):
        return [control(f"{OURS}table", *out)]
    return out


def _is_line(one: Note | Footnote) -> bool:
    if isinstance(one, Footnote) and not (
        len(one.label.strip(")）")) == 1 and one.label[0].islower()
    ):
        return False
    return len(one.blocks) == 1 and isinstance(one.blocks[0], Paragraph)


def _below(one: Note | Footnote, state: State) -> Element:
    block = one.blocks[0]
    text = block.text if isinstance(block, Paragraph) else Text()
    if isinstance(one, Note):
        words = one.label or state.said["notes"][one.kind]
        return paragraph("cell", run(state.said["note"].format(words)), *runs(text, state))
    label = run(one.label.strip(")）"), new("w:vertAlign", val="superscript"))
    return paragraph("cell", label, run(" "), *runs(text, state))


def _table(table: Table, width: int, state: State, inner: Written) -> Element:
    borders = [
        new(f"w:{side}", val="single", sz=_THIN if side.startswith("inside") else _THICK, space=0)
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    ]
    shares = _shares(table, width)
    properties = new(
        "w:tblPr",
        new("w:tblW", w=sum(shares), type="dxa"),
        new("w:jc", val="center"),
        new("w:tblBorders", *borders),
        new("w:tblLayout", type="fixed"),
        new("w:tblLook", val="0000", firstRow=0 if not table.head else 1),
    )
    grid = new("w:tblGrid", *(new("w:gridCol", w=one) for one in shares))
    made = new("w:tbl", properties, grid)
    filler = _Filler(shares, state, inner, len(table.head))
    for row in (*table.head, *table.body):
        made.append(filler.row(row))
    return made


@dataclass(slots=True)
class _Filler:
    """Writes row after row; `open` holds the cells that reach down, by their column."""

    shares: list[int]
    state: State
    inner: Written
    heads: int
    open: dict[int, tuple[int, int]] = field(default_factory=dict)  # rows left, columns
    at: int = 0

    def row(self, row: tuple[Cell, ...]) -> Element:
        by_column = {cell.column: cell for cell in row}
        is_head, thick = self.at < self.heads, self.at == self.heads - 1
        self.at += 1
        cells: list[Element] = []
        column, width = 0, len(self.shares)
        while column < width:
            cell, columns, merge = by_column.get(column), 1, ""
            if column in self.open:
                left, columns = self.open.pop(column)
                if left > 1:
                    self.open[column] = (left - 1, columns)
                cell, merge = None, "continue"
            elif cell is not None:
                columns = max(1, min(cell.columns, width - column))
                if cell.rows > 1:
                    self.open[column], merge = (cell.rows - 1, columns), "restart"
            content = [paragraph("cell")]
            if cell is not None:
                content = _content(cell, is_head, self.state, self.inner)
            wide = sum(self.shares[column : column + columns])
            cells.append(_cell(content, columns, thick, wide, merge=merge))
            column += columns
        return _row(cells, head=is_head)


def _row(cells: list[Element], *, head: bool = False) -> Element:
    said = [new("w:cantSplit"), *([new("w:tblHeader")] if head else [])]
    return new("w:tr", new("w:trPr", *said), *cells)


def _cell(
    content: list[Element], columns: int, thick: bool, wide: int, *, merge: str = ""
) -> Element:
    bottom = new("w:bottom", val="single", sz=_THICK, space=0)
    said = new(
        "w:tcPr",
        new("w:tcW", w=wide, type="dxa"),
        new("w:gridSpan", val=columns) if columns > 1 else None,
        new("w:vMerge", **({"val": "restart"} if merge == "restart" else {})) if merge else None,
        new("w:tcBorders", bottom) if thick else None,
        new("w:vAlign", val="center"),
    )
    return new("w:tc", said, *content)


def _content(cell: Cell, is_head: bool, state: State, inner: Written) -> list[Element]:
    style = "cell_head" if is_head else "cell"
    made = inner(cell.blocks, state, style)
    if cell.align:
        for one in made:
            properties = one[0] if one.tag.endswith("}p") else None
            if properties is not None:
                properties.append(new("w:jc", val=cell.align))
    is_closed = bool(made) and made[-1].tag.endswith("}p")
    return made if is_closed else [*made, paragraph(style)]


def _shares(table: Table, width: int) -> list[int]:
    """Widths of the columns, by what stands in them."""
    weights = [_NARROWEST] * width
    for row in (*table.head, *table.body):
        for cell in row:
            longest = max((len(plain(one)) for one in cell.blocks), default=0)
            share = min(_WIDEST, longest // cell.columns + 1)
            for column in range(cell.column, min(width, cell.column + cell.columns)):
                weights[column] = max(weights[column], share)
    total = text_width()
    return [round(total * one / sum(weights)) for one in weights]
