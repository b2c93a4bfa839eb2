"""Text in two columns (双栏): the left one is read before the right one."""

from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from guiju.core.documents.pdf.gutters import pieces
from guiju.core.documents.pdf.rows import Row, rows

_LEAST_ROWS = 8
_USUAL = 0.85  # of the rows keep out of the strip; titles do not
_NARROWEST = 1.1  # of the size: the strip between the columns
_WIDE = 0.3  # of the text: a column of text is that wide at least
_DOTS = "…．.·⋯"


class Part(NamedTuple):
    """Rows that are read one after another; a column has a frame of its own."""

    rows: list[Row]
    is_column: bool = False


def ordered(found: Sequence[Row]) -> list[Part]:
    """The rows of a page in reading order."""
    strip = _strip(found)
    if strip is None:
        return [Part(list(found))]
    middle = sum(strip) / 2
    parts: list[Part] = []
    block: list[Row] = []
    for row in found:
        if not any(one.x0 < strip[1] - 1 and one.x1 > strip[0] + 1 for one in row.glyphs):
            block.append(row)
            continue
        parts += _halves(block, middle)
        block = []
        if parts and not parts[-1].is_column:
            parts[-1].rows.append(row)
        else:
            parts.append(Part([row]))
    return parts + _halves(block, middle)


def _crosses(row: Row, middle: float) -> bool:
    return any(one.x0 < middle < one.x1 for one in pieces(row))


def _halves(block: Sequence[Row], middle: float) -> list[Part]:
    if not block:
        return []
    glyphs = [one for row in block for one in row.glyphs]
    halves = (
        rows([one for one in glyphs if one.middle < middle], block[0].page),
        rows([one for one in glyphs if one.middle >= middle], block[0].page),
    )
    return [Part(half, is_column=True) for half in halves if half]


def _strip(found: Sequence[Row]) -> tuple[float, float] | None:
    """Between which places the columns part; None for text in one column."""
    if len(found) < _LEAST_ROWS:
        return None
    left, right = min(row.x0 for row in found), max(row.x1 for row in found)
    size = median(row.size for row in found)
    middle = (left + right) / 2
    both = [row for row in found if row.x0 < middle < row.x1 and not _crosses(row, middle)]
    if len(both) < _LEAST_ROWS or len(both) * 2 < len(found):
        return None
    ends = sorted(max(one.x1 for one in pieces(row) if one.x1 <= middle) for row in both)
    starts = sorted(min(one.x0 for one in pieces(row) if one.x0 >= middle) for row in both)
    low, high = ends[int(len(ends) * _USUAL)], starts[int(len(starts) * (1 - _USUAL))]
    if high - low < _NARROWEST * size:
        return None
    return (low, high) if _is_text(both, (low + high) / 2, right - left) else None


def _is_text(both: Sequence[Row], middle: float, wide: float) -> bool:
    """Long rows or leader dots on either side: no table and no list of symbols."""
    sides = [
        [one for one in pieces(row) if (one.x1 < middle) == is_left]
        for row in both
        for is_left in (True, False)
    ]
    if sum(any(sign * 3 in one.text for sign in _DOTS) for side in sides for one in side) > len(
        both
    ):
        return True
    return median(sum(one.x1 - one.x0 for one in side) for side in sides) > _WIDE * wide
