"""Columns from white space (由空白分栏): pieces of a row, and where no piece ever stands."""

from collections.abc import Sequence
from typing import NamedTuple

from guiju.core.documents.pdf.rows import Row
from guiju.core.documents.structure.marks import sign_of

_APART = 0.9  # of the size: a gap between two cells
_NARROWEST = 0.45


class Piece(NamedTuple):
    """Characters of a row without a wide gap inside."""

    x0: float
    x1: float
    text: str

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


def pieces(row: Row) -> list[Piece]:
    """The pieces of a row from left to right."""
    found: list[Piece] = []
    for one in row.glyphs:
        if found and one.x0 - found[-1].x1 < _APART * row.size:
            last = found[-1]
            found[-1] = Piece(last.x0, max(last.x1, one.x1), last.text + one.sign)
        else:
            found.append(Piece(one.x0, one.x1, one.sign))
    return found


def gutters(rows: Sequence[Row], left: float) -> list[tuple[float, float]]:
    """The upright strips in which no row has a character, from left to right."""
    right = max((row.x1 for row in rows), default=left)
    inside = [row for row in rows if not _is_over_all(row, left, right)]
    taken = sorted((one.x0, one.x1) for row in inside for one in row.glyphs)
    if not taken:
        return []
    size = max(row.size for row in rows)
    narrowest = (_APART if len(inside) < 3 else _NARROWEST) * size
    found: list[tuple[float, float]] = []
    end = taken[0][0]
    for x0, x1 in taken:
        if x0 - end >= narrowest:
            found.append((end, x0))
        end = max(end, x1)
    return found


def edges(strips: Sequence[tuple[float, float]], above: Sequence[Row]) -> list[float]:
    """Where columns part: in the middle of a strip, beside the words of the head that stand in it.

    The lowest words of the head, one a column, may be set in the middle over cells that are not.
    """
    leaves: list[Piece] = []
    for row in sorted(above, key=lambda one: one.y):
        leaves += pieces(row)
        if len(leaves) > len(strips):
            break
    if len(leaves) != len(strips) + 1:
        return [(x0 + x1) / 2 for x0, x1 in strips]
    leaves.sort()
    found = []
    for (x0, x1), one, other in zip(strips, leaves, leaves[1:], strict=False):
        low, high = max(x0, one.x1), min(x1, other.x0)
        found.append((low + high) / 2 if low < high else (x0 + x1) / 2)
    return found


def _is_over_all(row: Row, left: float, right: float) -> bool:
    """A note, or words that go over the columns."""
    if sign_of(row.plain).kind == "note":
        return True
    parted = pieces(row)
    return len(parted) == 1 and parted[0].x1 - parted[0].x0 > 0.6 * (right - left)
