"""A table as a grid of texts (表格网格): every place has a text, a spanning cell has it at each place."""

from dataclasses import dataclass, field

from guiju.core.documents.grids import laid, width
from guiju.core.documents.model import Cell, Table
from guiju.core.documents.walking import plain


@dataclass(slots=True)
class Grid:
    """`texts[row][column]`; `cells` holds the cell that begins there, if any."""

    table: Table
    texts: list[list[str]] = field(default_factory=list)
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    heads: int = 0

    @property
    def width(self) -> int:
        return len(self.texts[0]) if self.texts else 0

    def column(self, at: int) -> tuple[str, ...]:
        return tuple(row[at] for row in self.texts)

    def column_name(self, at: int) -> str:
        """The heads of a column, each once."""
        own = dict.fromkeys(self.texts[row][at] for row in range(self.heads))
        return " / ".join(text for text in own if text)

    def row_name(self, at: int) -> str:
        return next((text for text in self.texts[at] if text), "")


def grid(table: Table) -> Grid:
    rows = (*table.head, *table.body)
    texts: dict[int, str] = {id(cell): cell_text(cell) for row in rows for cell in row}
    places = laid(rows, width(rows))
    return Grid(
        table,
        [[texts[id(cell)] if cell else "" for cell in row] for row in places],
        {(at, cell.column): cell for at, row in enumerate(rows) for cell in row},
        len(table.head),
    )


def cell_text(cell: Cell) -> str:
    return "\n".join(filter(None, map(plain, cell.blocks)))
