"""Head and body of a table of limits (限值表) as grids, and the words of their cells."""

from dataclasses import dataclass

from guiju.core.documents.grids import Row, laid, width
from guiju.core.documents.model import Block, Cell, Paragraph, Table
from guiju.core.documents.walking import plain

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
    columns = min(width(rows), MOST_COLUMNS)
    found = laid(rows, columns)
    return Grid(tuple(found[: len(head)]), tuple(found[len(head) :]), columns)


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
