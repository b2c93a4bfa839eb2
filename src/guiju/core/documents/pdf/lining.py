"""Which lines of text make one row of a table (并行): a cell may have several."""

from collections.abc import Sequence
from itertools import pairwise

from guiju.core.documents.pdf.gutters import pieces
from guiju.core.documents.pdf.rows import Row
from guiju.core.documents.structure.marks import sign_of

_TOO_NEAR = 1.05  # of the size: lines of one cell beside one another are at least that far apart
_JUMP = 1.2


def logical(inside: Sequence[Row], xs: Sequence[float]) -> list[list[Row]]:
    """Lines of text from top to bottom as rows of the table."""
    border = _border(inside)
    made: list[list[Row]] = []
    for row in inside:
        if made and _is_same(made[-1], row, border, xs):
            made[-1].append(row)
        else:
            made.append([row])
    return made


def _is_same(above: Sequence[Row], row: Row, border: float, xs: Sequence[float]) -> bool:
    gap = above[-1].y - row.y
    if gap < _TOO_NEAR * row.size:
        return True
    return gap < border if border else _is_rest(above, row, xs)


def _border(inside: Sequence[Row]) -> float:
    """The distance from which on two lines are two rows; 0 where all are alike."""
    size = max((row.size for row in inside), default=10.0)
    every = (a.y - b.y for a, b in pairwise(inside))
    gaps = sorted(gap for gap in every if gap > _TOO_NEAR * size)
    jumps = [(low, high) for low, high in pairwise(gaps) if high > low * _JUMP]
    if not jumps or jumps[0][0] > 1.6 * size:
        return 0.0
    low, high = jumps[0]
    return (low + high) / 2


def _columns(row: Row, xs: Sequence[float]) -> list[int]:
    return sorted({sum(piece.middle >= x for x in xs[1:-1]) for piece in pieces(row)})


def _is_rest(above: Sequence[Row], row: Row, xs: Sequence[float]) -> bool:
    """A line with one column alone, its cell above being full, goes on with it."""
    if sign_of(row.plain).kind == "note":
        return False
    own = _columns(row, xs)
    if len(own) != 1 or len(xs) < 3:
        return False
    column = own[0]
    ends = [
        piece.x1
        for line in above
        for piece in pieces(line)
        if sum(piece.middle >= x for x in xs[1:-1]) == column
    ]
    wide = xs[column + 1] - xs[column]
    return bool(ends) and xs[column + 1] - ends[-1] < max(2.2 * row.size, 0.2 * wide)
