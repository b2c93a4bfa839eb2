"""Tables of a page (网页的表): spans, heads, and the notes that stand below them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Literal

from lxml import etree

from guiju.core.documents.grids import width
from guiju.core.documents.html.inline import line_of
from guiju.core.documents.model import Block, Cell, Paragraph, Table, Text

MOST_CELLS, MOST_SPAN = 100_000, 200
Align = Literal["left", "center", "right", ""]
Content = Callable[[etree._Element], tuple[Block, ...]]
Row = tuple[Cell, ...]


def rows_of(table: etree._Element) -> Iterator[etree._Element]:
    """The rows of this table, not those of one inside it."""
    for part in table:
        if part.tag == "tr":
            yield part
        elif part.tag in ("thead", "tbody", "tfoot"):
            yield from (one for one in part if one.tag == "tr")


def cells_of(row: etree._Element) -> list[etree._Element]:
    return [one for one in row if one.tag in ("td", "th")]


def table(element: etree._Element, below: tuple[Paragraph, ...], content: Content) -> Table:
    """`below` are notes and footnotes; they go into a last row over the whole width."""
    made: list[Row] = []
    taken: set[tuple[int, int]] = set()
    left = MOST_CELLS
    heads = 0
    for at, row in enumerate(rows_of(element)):
        cells = cells_of(row)[:left]
        left -= len(cells)
        is_head = _is_head(row, cells)
        made.append(tuple(_cell(one, at, taken, content) for one in cells))
        if is_head and heads == at:
            heads += 1
    heads = heads if heads < len(made) else 0
    head = tuple(tuple(replace(one, head=True) for one in row) for row in made[:heads])
    body = made[heads:]
    if below:
        body.append((Cell(blocks=below, column=0, columns=width(made) or 1),))
    return Table(label="", title=Text(), head=head, body=tuple(body), line=line_of(element))


def _is_head(row: etree._Element, cells: list[etree._Element]) -> bool:
    parent = row.getparent()
    if parent is not None and parent.tag == "thead":
        return True
    return bool(cells) and all(one.tag == "th" and one.get("scope") != "row" for one in cells)


def _cell(one: etree._Element, row: int, taken: set[tuple[int, int]], content: Content) -> Cell:
    column = 0
    while (row, column) in taken:
        column += 1
    rows, columns = _span(one, "rowspan"), _span(one, "colspan")
    taken |= {(row + down, column + right) for down in range(rows) for right in range(columns)}
    return Cell(
        blocks=content(one),
        column=column,
        rows=rows,
        columns=columns,
        head=one.tag == "th",
        align=_align(one),
    )


def _span(one: etree._Element, name: str) -> int:
    value = (one.get(name) or "1").strip()
    is_number = value.isascii() and value.isdigit() and len(value) < 6
    return max(1, min(int(value), MOST_SPAN)) if is_number else 1


def _align(one: etree._Element) -> Align:
    said = (one.get("align") or (one.get("class") or "").removeprefix("lt-")).strip().lower()
    known: tuple[Align, ...] = ("left", "center", "right")
    return next((name for name in known if name == said), "")


def is_frame(element: etree._Element, cells: Sequence[etree._Element]) -> bool:
    """A table that only places the parts of a page: there are tables or headings in its cells."""
    if (element.get("role") or "").lower() in ("presentation", "none"):
        return True
    return any(next(one.iter("table", "h1", "h2", "h3"), None) is not None for one in cells)


def headed(made: Table) -> Table:
    """Without marks the first row is the head, with all rows into which its cells reach."""
    if made.head or len(made.body) < 2:
        return made
    first = made.body[0]
    heads = max((one.rows for one in first), default=1)
    is_note = len(first) == 1 and first[0].columns > 1
    if heads >= len(made.body) or is_note or not any(one.blocks for one in first):
        return made
    head = tuple(tuple(replace(one, head=True) for one in row) for row in made.body[:heads])
    return replace(made, head=head, body=made.body[heads:])
