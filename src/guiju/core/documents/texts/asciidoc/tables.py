"""AsciiDoc tables (AsciiDoc 表格): cells with spans, one or many to a line."""

import re
from collections.abc import Callable, Sequence

from guiju.core.documents.model import Block, Cell, Paragraph, Table, Text
from guiju.core.documents.texts.asciidoc.scanning import Said

_CELL = re.compile(r"(?:(?<=\s)|^)(?:(\d+)?(?:\.(\d+))?([+*]))?([<^>]?(?:\.[<^>])?)([adehlmsv]?)\|")
_ALIGN = {"<": "left", "^": "center", ">": "right"}
MOST_COLUMNS, MOST_SPAN = 100, 500


def table(
    rows: Sequence[tuple[int, str]], said: Said, read: Callable[[str], Text], line: int
) -> Table:
    """The table between two fences; `read` reads the words of a cell."""
    cells, first = _cells(rows)
    width = _width(said.option("cols"), first)
    heads = int(said.option("headerrows")) if said.option("headerrows").isdigit() else 1
    if (
        "header" not in said.option("options")
        and not _blank_after_first(rows)
        and not said.option("header")
    ):
        heads = heads if said.option("headerrows") else 0
    placed = _placed(cells, width)
    if not heads and placed and any(wide > 1 or high > 1 for _, (_, wide, high, _) in placed[0]):
        heads = max(high for _, (_, _, high, _) in placed[0])
    heads = heads if len(placed) > heads else 0
    aligns = _aligns(said.option("cols"))
    made = [
        tuple(_made(cell, column, row < heads, aligns, read, line) for column, cell in row_cells)
        for row, row_cells in enumerate(placed)
    ]
    return Table(
        label="", title=Text(), head=tuple(made[:heads]), body=tuple(made[heads:]), line=line
    )


_Raw = tuple[str, int, int, str]  # words, columns, rows, alignment


def _cells(rows: Sequence[tuple[int, str]]) -> tuple[list[_Raw], int]:
    """All cells in order, and how many columns the first line has."""
    source = "\n".join(row for _, row in rows if not row.startswith("//"))
    found = list(_CELL.finditer(source))
    cells: list[_Raw] = []
    first, first_line, where, seen = 0, None, 0, 0
    for at, one in enumerate(found):
        end = found[at + 1].start() if at + 1 < len(found) else len(source)
        wide = int(one[1] or 1) if one[3] == "+" else 1
        high = int(one[2] or 1) if one[3] == "+" else 1
        repeat = int(one[1] or 1) if one[3] == "*" else 1
        words = source[one.end() : end].strip()
        cells += [(words, min(wide, MOST_SPAN), min(high, MOST_SPAN), one[4][:1])] * min(
            repeat, MOST_COLUMNS
        )
        where += source.count("\n", seen, one.start())
        seen = one.start()
        first_line = where if first_line is None else first_line
        first += wide if where == first_line else 0
    return cells, first


def _width(cols: str, first: int) -> int:
    if cols:
        counted = re.match(r"(\d+)\*", cols)
        return min(
            int(counted[1]) if counted else cols.count(",") + cols.count(";") + 1, MOST_COLUMNS
        )
    return max(1, min(first, MOST_COLUMNS))


def _aligns(cols: str) -> list[str]:
    return [_ALIGN.get(one.strip()[:1], "") for one in re.split(r"[,;]", cols)] if cols else []


def _blank_after_first(rows: Sequence[tuple[int, str]]) -> bool:
    """A first line with an empty one behind it is a head, as AsciiDoc has it."""
    texts = [row.strip() for _, row in rows]
    return len(texts) > 1 and bool(texts[0]) and not texts[1]


def _placed(cells: Sequence[_Raw], width: int) -> list[list[tuple[int, _Raw]]]:
    """The cells row by row, each with its column; cells that reach down take their place."""
    taken: set[tuple[int, int]] = set()
    rows: list[list[tuple[int, _Raw]]] = [[]]
    row = column = 0
    for cell in cells:
        while column >= width or (row, column) in taken:
            column += 1
            if column >= width:
                row, column = row + 1, 0
                rows.append([])
        _, wide, high, _ = cell
        wide = min(wide, width - column)
        taken.update((row + down, column + right) for down in range(high) for right in range(wide))
        rows[row].append((column, (cell[0], wide, high, cell[3])))
        column += wide
    return [one for one in rows if one]


def _made(
    cell: _Raw,
    column: int,
    head: bool,
    aligns: Sequence[str],
    read: Callable[[str], Text],
    line: int,
) -> Cell:
    words, wide, high, sign = cell
    align = _ALIGN.get(sign, aligns[column] if column < len(aligns) else "")
    blocks: tuple[Block, ...] = tuple(
        Paragraph(text=text, line=line) for one in words.split("\n\n") if (text := read(one))
    )
    return Cell(
        blocks=blocks, column=column, rows=high, columns=wide, head=head,
        align=align,  # type: ignore[arg-type]
    )  # fmt: skip
