"""The head of a table without upright lines (表头): which of its cells go over several columns."""

from collections.abc import Sequence
from typing import NamedTuple

from guiju.core.documents.pdf.glyphs import Rule
from guiju.core.documents.pdf.gutters import Piece, pieces
from guiju.core.documents.pdf.rows import Row
from guiju.core.documents.pdf.ruled import Box

_SAME = 6.0


class _Part(NamedTuple):
    """A piece of the head, from its first column to the one after its last."""

    first: int
    end: int
    y: float
    size: float
    middle: float

    @property
    def is_wide(self) -> bool:
        return self.end - self.first > 1


def head(
    inside: Sequence[Row], xs: Sequence[float], lines: Sequence[Rule]
) -> tuple[list[float], list[Box]]:
    """Heights that part the rows of a head, and its cells; what parts nothing reaches over all."""
    last = len(xs) - 1
    parts = _parts(inside, xs, lines)
    parts = [_grown(one, parts, last) for one in parts]
    wide = [one for one in parts if one.is_wide and _has_below(one, parts)]
    heights = _heights(wide)
    if not heights:
        return [], _one_row(_without_gaps(parts, xs), last)
    level = {
        (at, column): one
        for at, height in enumerate(heights)
        for one in wide
        if abs(one.y - height) < 0.8 * one.size
        for column in range(one.first, one.end)
    }
    return [height - 0.25 * wide[0].size for height in heights], _rows(
        level, len(heights) + 1, last
    )


def is_open(inside: Sequence[Row], xs: Sequence[float], lines: Sequence[Rule]) -> bool:
    """Whether a cell goes over columns that have nothing yet below it."""
    parts = _parts(inside, xs, lines)
    return any(one.is_wide and not _has_below(one, parts) for one in parts)


def _parts(inside: Sequence[Row], xs: Sequence[float], lines: Sequence[Rule]) -> list[_Part]:
    return [
        _Part(*_reach(piece, row, xs, _alone(piece, row, lines)), row.y, row.size, piece.middle)
        for row in inside
        for piece in pieces(row)
    ]


def _alone(piece: Piece, row: Row, lines: Sequence[Rule]) -> list[Rule]:
    """The lines over which no other piece of the row stands."""
    others = [one.middle for one in pieces(row) if one != piece]
    return [one for one in lines if not any(one.x0 < middle < one.x1 for middle in others)]


def _reach(piece: Piece, row: Row, xs: Sequence[float], lines: Sequence[Rule]) -> tuple[int, int]:
    """The columns of a piece: by a short line right below it, else by its place."""
    last = len(xs) - 1
    own = sum(piece.middle >= x for x in xs[1:-1])
    below = [
        one
        for one in lines
        if one.x0 - 2 <= piece.x0
        and piece.x1 <= one.x1 + 2
        and 8 < one.x1 - one.x0 < 0.9 * (xs[-1] - xs[0])
        and -2 < row.y - one.y1 < 1.2 * row.size
    ]
    if below:
        line = min(below, key=lambda one: one.x1 - one.x0)
        first = min(own, sum(line.x0 + _SAME >= x for x in xs[1:-1]))
        return first, max(1 + sum(line.x1 - _SAME >= x for x in xs[1:-1]), own + 1)
    first = sum(piece.x0 >= x - 1 for x in xs[1:-1])
    end = 1 + sum(piece.x1 > x + 1 for x in xs[1:-1])
    return min(first, own), min(max(end, own + 1), last)


def _grown(one: _Part, parts: Sequence[_Part], last: int) -> _Part:
    """A cell in the middle over columns that have something below it and nothing beside it."""

    def is_open(column: int) -> bool:
        own = [part for part in parts if part.first <= column < part.end]
        beside = any(part.y > one.y - 0.8 * one.size for part in own)
        return bool(own) and not beside

    first, end = one.first, one.end
    if not _has_below(one, parts):
        return one
    while first > 0 and end < last and is_open(first - 1) and is_open(end):
        first, end = first - 1, end + 1
    return one._replace(first=first, end=end)


def _has_below(one: _Part, parts: Sequence[_Part]) -> bool:
    return any(
        part.y < one.y - 0.8 * one.size and part.first < one.end and one.first < part.end
        for part in parts
    )


def _heights(wide: Sequence[_Part]) -> list[float]:
    found: list[float] = []
    for one in sorted(wide, key=lambda part: -part.y):
        if not found or found[-1] - one.y > 0.8 * one.size:
            found.append(one.y)
    return found


def _without_gaps(parts: Sequence[_Part], xs: Sequence[float]) -> list[tuple[int, int]]:
    """The columns of each cell; one without words belongs to the cell that then stands in the middle."""
    found = sorted(parts, key=lambda one: one.first)
    for column in range(len(xs) - 1):
        if any(one.first <= column < one.end for one in found):
            continue
        left = next((at for at, one in enumerate(found) if one.end == column), None)
        right = next((at for at, one in enumerate(found) if one.first == column + 1), None)
        if right is not None and (left is None or _gains(found[right], column, xs)):
            found[right] = found[right]._replace(first=column)
        elif left is not None:
            found[left] = found[left]._replace(end=column + 1)
    return [(one.first, one.end) for one in found]


def _gains(one: _Part, column: int, xs: Sequence[float]) -> bool:
    """Whether the words stand nearer to the middle when the cell takes the column on its left."""
    own = (xs[one.first] + xs[one.end]) / 2
    wide = (xs[column] + xs[one.end]) / 2
    return abs(one.middle - wide) < abs(one.middle - own)


def _one_row(found: Sequence[tuple[int, int]], last: int) -> list[Box]:
    boxes: list[Box] = []
    at = 0
    for first, end in sorted(found):
        boxes += [Box(0, column, 1, 1) for column in range(at, first)]
        at = max(at, first)
        if end > at:
            boxes.append(Box(0, at, 1, end - at))
            at = end
    return boxes + [Box(0, column, 1, 1) for column in range(at, last)]


def _rows(level: dict[tuple[int, int], _Part], heads: int, last: int) -> list[Box]:
    boxes: list[Box] = []
    for column in range(last):
        at = 0
        while at < heads:
            one = level.get((at, column))
            if one is not None:
                if one.first == column:
                    boxes.append(Box(at, column, 1, one.end - one.first))
                at += 1
                continue
            below = at
            while below < heads and (below, column) not in level:
                below += 1
            boxes.append(Box(at, column, below - at, 1))
            at = below
    return sorted(boxes, key=lambda one: (one.row, one.column))
