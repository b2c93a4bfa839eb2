"""Groups of rows (行组): a first cell without a line below it that stands for several rows."""

from collections.abc import Sequence
from itertools import pairwise

from guiju.core.documents.pdf.gutters import pieces
from guiju.core.documents.pdf.rows import Row
from guiju.core.documents.pdf.ruled import Box


def grouped(
    boxes: Sequence[Box],
    rows: Sequence[Row],
    xs: Sequence[float],
    ys: Sequence[float],
    heads: int,
) -> list[Box]:
    """The cells, those of the first column that are empty taken by the one that names the group."""
    firsts = [one for one in boxes if one.row >= heads and one.column == 0 and one.columns == 1]
    named = [_has_words(one, rows, xs, ys) for one in firsts]
    spans = _spans(named)
    if not spans or firsts[-1].row - firsts[0].row != len(firsts) - 1:
        return list(boxes)
    first = firsts[0].row
    kept = [one for one in boxes if one not in firsts]
    kept += [Box(first + start, 0, end - start, 1) for start, end in spans]
    return sorted(kept, key=lambda one: (one.row, one.column))


def _has_words(box: Box, rows: Sequence[Row], xs: Sequence[float], ys: Sequence[float]) -> bool:
    return any(
        piece.middle < xs[1]
        for row in rows
        if ys[box.row + 1] < row.y + 0.3 * row.size <= ys[box.row]
        for piece in pieces(row)
    )


def _spans(named: Sequence[bool]) -> list[tuple[int, int]]:
    """From which to which row each name reaches: down to the next, or in the middle of its rows."""
    at = [number for number, is_named in enumerate(named) if is_named]
    if not at or len(at) == len(named):
        return []
    if at[0] == 0:
        return list(pairwise([*at, len(named)]))
    spans: list[tuple[int, int]] = []
    start = 0
    for one in at:
        end = 2 * one - start + 1
        spans.append((start, end))
        start = end
    return spans if start == len(named) else []
