"""Parts of a table on the same columns (续表列对齐): one part may part a column that another does not."""

from collections.abc import Sequence
from dataclasses import replace

from guiju.core.documents import grids
from guiju.core.documents.model import Cell, Table

Rows = tuple[tuple[Cell, ...], ...]


def alike(first: Table, second: Table) -> tuple[Table, Table]:
    """Both parts with the columns that either has, where the same cells of a head tell which."""
    wide = [grids.width((*one.head, *one.body)) for one in (first, second)]
    shapes = [[len(row) for row in one.head] for one in (first, second)]
    if wide[0] == wide[1] or not first.head or shapes[0] != shapes[1]:
        return first, second
    ours, theirs = _borders(first, wide[0]), _borders(second, wide[1])
    if len(ours) != len(theirs):
        return first, second
    steps = [
        max(b - a, d - c) for a, b, c, d in zip(ours, ours[1:], theirs, theirs[1:], strict=False)
    ]
    return _spread(first, ours, steps), _spread(second, theirs, steps)


def _borders(table: Table, wide: int) -> list[int]:
    """Where cells of the head begin, and the end."""
    return [*sorted({cell.column for row in table.head for cell in row}), wide]


def _spread(table: Table, borders: Sequence[int], steps: Sequence[int]) -> Table:
    """The table with `steps` columns between the borders; the last one there takes what is new."""
    places = [0]
    for at, step in enumerate(steps):
        own = borders[at + 1] - borders[at]
        places += [places[borders[at]] + one for one in range(1, own)]
        places.append(places[borders[at]] + step)
    head, body = (_moved(rows, places) for rows in (table.head, table.body))
    return replace(table, head=head, body=body)


def _moved(rows: Rows, places: Sequence[int]) -> Rows:
    def cell(one: Cell) -> Cell:
        start, end = places[one.column], places[min(one.column + one.columns, len(places) - 1)]
        return replace(one, column=start, columns=end - start)

    return tuple(tuple(cell(one) for one in row) for row in rows)
