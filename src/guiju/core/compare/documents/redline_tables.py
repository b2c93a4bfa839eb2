"""Tables with tracked changes (表格修订): cell by cell where the columns are the same."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from guiju.core.compare.documents.diffing import heaviest_rise
from guiju.core.compare.documents.grids import Grid, grid
from guiju.core.compare.documents.revisions import Mark, Piece, Reviser, pieces_of
from guiju.core.compare.documents.tables import row_pairs
from guiju.core.documents.model import Table

Spans = dict[tuple[int, int], tuple[int, int]]


def table_elements(reviser: Reviser, a: Table | None, b: Table | None) -> list[Any]:
    """The table with its changes; two tables where they differ too much to be one."""
    own, other = (grid(one) if one is not None else None for one in (a, b))
    if own is not None and other is not None:
        if own.texts == other.texts and _spans(own) == _spans(other):
            return _whole(reviser, own, "")
        plain = all(size == (1, 1) for side in (own, other) for size in _spans(side).values())
        if own.width == other.width and plain:
            return [_by_row(reviser, own, other)]
    gone = _whole(reviser, own, "del") if own is not None else []
    come = _whole(reviser, other, "ins") if other is not None else []
    between = [reviser.paragraph([], end="ins")] if gone and come else []
    return [*gone, *between, *come]


def _spans(side: Grid) -> Spans:
    return {place: (cell.rows, cell.columns) for place, cell in side.cells.items()}


def _whole(reviser: Reviser, side: Grid, mark: Mark) -> list[Any]:
    if not side.width:
        return []
    made = _frame(side.width)
    spans = _spans(side)
    for at, texts in enumerate(side.texts):
        row = reviser.row(mark)
        column = 0
        while column < side.width:
            down, along = spans.get((at, column), _covered(spans, at, column))
            first = (at, column) in spans
            text = texts[column] if first else ""
            cell = _cell(reviser, [Piece(text, mark)], along, _merge(down, first=first))
            row.append(cell)
            column += along
        made.append(row)
    return [made]


def _covered(spans: Spans, row: int, column: int) -> tuple[int, int]:
    """The cell above that reaches down to here, if any; else an empty place."""
    for up in range(row - 1, -1, -1):
        size = spans.get((up, column))
        if size is not None:
            return (2, size[1]) if up + size[0] > row else (1, 1)
    return 1, 1


def _merge(down: int, *, first: bool) -> str:
    return "" if down == 1 else "restart" if first else "continue"


def _by_row(reviser: Reviser, own: Grid, other: Grid) -> Any:
    columns = [(at, at) for at in range(own.width)]
    paired = row_pairs(own, other, columns)
    kept = heaviest_rise([two for _, two in paired], [1] * len(paired))
    spine = [pair for at, pair in enumerate(paired) if at in kept]
    made = _frame(own.width)
    at_a = at_b = 0
    for one, two in [*spine, (len(own.texts), len(other.texts))]:
        for at in range(at_a, one):
            made.append(_row(reviser, [[Piece(text, "del")] for text in own.texts[at]], "del"))
        for at in range(at_b, two):
            made.append(_row(reviser, [[Piece(text, "ins")] for text in other.texts[at]], "ins"))
        if one < len(own.texts):
            cells = zip(own.texts[one], other.texts[two], strict=True)
            made.append(_row(reviser, [pieces_of(old, new) for old, new in cells], ""))
        at_a, at_b = one + 1, two + 1
    return made


def _row(reviser: Reviser, cells: list[list[Piece]], mark: Mark) -> Any:
    row = reviser.row(mark)
    for pieces in cells:
        row.append(_cell(reviser, pieces, 1, ""))
    return row


def _cell(reviser: Reviser, pieces: list[Piece], along: int, merge: str) -> Any:
    cell = OxmlElement("w:tc")
    properties = OxmlElement("w:tcPr")
    if along > 1:
        properties.append(_valued("w:gridSpan", str(along)))
    if merge:
        properties.append(_valued("w:vMerge", merge))
    cell.append(properties)
    cell.append(reviser.paragraph(pieces))
    return cell


def _frame(width: int) -> Any:
    table = OxmlElement("w:tbl")
    properties = OxmlElement("w:tblPr")
    properties.append(_valued("w:tblStyle", "TableGrid"))
    columns = OxmlElement("w:tblGrid")
    columns.extend(OxmlElement("w:gridCol") for _ in range(width))
    table.append(properties)
    table.append(columns)
    return table


def _valued(name: str, value: str) -> Any:
    element = OxmlElement(name)
    element.set(qn("w:val"), value)
    return element
