"""A table as a grid (表格网格): each place of each row with the cell that covers it, and its words."""

from collections.abc import Iterable
from dataclasses import dataclass

from guiju.core.documents.model import Block, Cell, Paragraph, Table
from guiju.core.documents.walking import plain

Row = tuple[Cell | None, ...]
MOST_COLUMNS, MOST_ROWS = 500, 20_000


@dataclass(frozen=True, slots=True)
class Grid:
    """Head and body of equal width."""

    head: tuple[Row, ...]
    body: tuple[Row, ...]
    width: int


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a cell; signs of footnotes are blanks, so that offsets stay. `notes` are ids."""

    text: str
    notes: tuple[str, ...] = ()


def grid(table: Table) -> Grid:
    """The grid; a table without a head takes its first row for it."""
    head, body = table.head, table.body[:MOST_ROWS]
    if not head:
        head, body = body[:1], body[1:]
    rows = [*head, *body]
    width = max((cell.column + cell.columns for row in rows for cell in row), default=0)
    width = min(width, MOST_COLUMNS)
    laid = _laid(rows, width)
    return Grid(tuple(laid[: len(head)]), tuple(laid[len(head) :]), width)


def _laid(rows: Iterable[tuple[Cell, ...]], width: int) -> list[Row]:
    above: dict[int, tuple[Cell, int]] = {}
    laid = []
    for row in rows:
        places: list[Cell | None] = [None] * width
        left: dict[int, tuple[Cell, int]] = {}
        for at, (cell, rest) in above.items():
            places[at] = cell
            if rest > 1:
                left[at] = (cell, rest - 1)
        for cell in row:
            for at in range(cell.column, min(cell.column + cell.columns, width)):
                places[at] = cell
                if cell.rows > 1:
                    left[at] = (cell, cell.rows - 1)
        above = left
        laid.append(tuple(places))
    return laid


def words(cell: Cell | None, labels: frozenset[str] = frozenset()) -> Words:
    """What stands in a cell. `labels` are those of the table's footnotes, written as superscripts."""
    if cell is None:
        return Words("")
    texts, notes = [], []
    for block in cell.blocks:
        text, own = _of_block(block, labels)
        texts.append(text)
        notes += own
    return Words("\n".join(texts), tuple(notes))


def _of_block(block: Block, labels: frozenset[str]) -> tuple[str, list[str]]:
    if not isinstance(block, Paragraph):
        return plain(block), []
    content, notes = block.text.content, []
    for mark in block.text.marks:
        written = content[mark.start : mark.end].strip(" )）")
        if mark.kind == "footnote" or (mark.kind == "sup" and written in labels):
            notes.append(mark.value or written)
            content = content[: mark.start] + " " * (mark.end - mark.start) + content[mark.end :]
    return content, notes
