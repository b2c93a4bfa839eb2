"""A table as a grid (表格网格): each place of each row with the cell that covers it."""

from collections.abc import Sequence

from guiju.core.documents.model import Cell

Row = tuple[Cell | None, ...]


def width(rows: Sequence[Sequence[Cell]]) -> int:
    """How many columns the cells reach over."""
    return max((cell.column + cell.columns for row in rows for cell in row), default=0)


def laid(rows: Sequence[Sequence[Cell]], columns: int) -> list[Row]:
    """The rows, each `columns` wide; a cell that spans stands at every place that it covers."""
    above: dict[int, tuple[Cell, int]] = {}
    found = []
    for row in rows:
        places: list[Cell | None] = [None] * columns
        left: dict[int, tuple[Cell, int]] = {}
        for at, (cell, rest) in above.items():
            places[at] = cell
            if rest > 1:
                left[at] = (cell, rest - 1)
        for cell in row:
            for at in range(cell.column, min(cell.column + cell.columns, columns)):
                places[at] = cell
                if cell.rows > 1:
                    left[at] = (cell, cell.rows - 1)
        above = left
        found.append(tuple(places))
    return found
