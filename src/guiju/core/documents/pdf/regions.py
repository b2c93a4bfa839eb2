"""Where a table without upright lines stands (表的范围): between lines of one length, or in columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from guiju.core.documents.pdf.glyphs import Rule
from guiju.core.documents.pdf.gutters import pieces
from guiju.core.documents.pdf.rows import Row
from guiju.core.documents.structure import labels
from guiju.core.documents.structure.marks import sign_of
from guiju.core.documents.structure.starts import starts

_SAME_END, _REACH, _WIDE = 6.0, 40.0, 60.0
_HALF = 0.9  # of the size: lines of text are never as near as that
_OPEN = 2  # lines above and below a head
_FEW = 2  # rows of at least two pieces make a table


@dataclass(slots=True)
class Region:
    """Where a table stands: from `top` to `bottom`, with the lines inside."""

    top: float
    bottom: float
    left: float
    right: float
    lines: list[Rule]
    rows: list[Row]


def at_top(spans: Sequence[Rule], found: Sequence[Row]) -> Region | None:
    """The region of lines right above the first row."""
    first = next((one for one in spans if one.x1 - one.x0 > _WIDE), None)
    if first is None or not 0 < first.y0 - found[0].y < _REACH:
        return None
    region = _region(first, spans, found)
    return _open_ended(region, found) if region and len(region.lines) == _OPEN else region


def ruled(spans: Sequence[Rule], found: Sequence[Row], at: int) -> Region | None:
    """The region that lines of one length part, the first of them right below a caption."""
    below = found[at - 1].y
    while at < len(found) and _is_unit(found[at]):
        at += 1
    first = next((one for one in spans if one.y0 < below and one.x1 - one.x0 > _WIDE), None)
    if first is None or (at < len(found) and found[at].y > first.y1) or below - first.y0 > _REACH:
        return None
    region = _region(first, spans, found)
    return _open_ended(region, found) if region and len(region.lines) == _OPEN else region


def _open_ended(region: Region, found: Sequence[Row]) -> Region:
    """A head at the foot of a page: the lines of its rows end it on the next page."""
    taken: list[Row] = []
    for row in found:
        if row.y >= region.bottom:
            continue
        above = taken[-1].y if taken else region.bottom
        is_near = above - row.y < 2.4 * row.size
        if not is_near or _is_outside(row, region.lines[0]) or len(pieces(row)) < 2:
            break
        taken.append(row)
    if taken:
        region.rows += taken
        region.bottom = taken[-1].y - 0.4 * taken[-1].size
    return region


def between(spans: Sequence[Rule], found: Sequence[Row]) -> list[Region]:
    """Regions of three lines or more without a caption: the second part of a table."""
    regions: list[Region] = []
    for first in spans:
        is_done = regions and first.y0 >= regions[-1].bottom - 1
        if first.x1 - first.x0 <= 2 * _WIDE or is_done:
            continue
        region = _region(first, spans, found)
        if region and len(region.lines) > 2:
            parts = [len(pieces(row)) for row in region.rows]
            if parts and sum(one > 1 for one in parts) * 2 > len(parts):
                regions.append(region)
    return regions


def _region(first: Rule, spans: Sequence[Rule], found: Sequence[Row]) -> Region | None:
    """From a line down to the last of the same length, no caption or heading being between."""
    lines = [first]
    for one in spans:
        if one.y1 >= lines[-1].y0 - 2:
            continue
        if abs(one.x0 - first.x0) > _SAME_END or abs(one.x1 - first.x1) > _SAME_END:
            continue
        between = [row for row in found if one.y0 < row.y < lines[-1].y1]
        if not between or any(_is_outside(row, first) for row in between):
            break
        lines.append(one)
    if len(lines) < 2:
        return None
    top, bottom = lines[0].y1, lines[-1].y0
    inside = [row for row in found if bottom <= row.y + 0.3 * row.size <= top]
    inner = [
        one for one in spans if bottom - 1 <= one.y0 <= top + 1 and one.x0 >= first.x0 - _SAME_END
    ]
    return Region(top, bottom, first.x0, first.x1, inner, inside)


def _is_outside(row: Row, line: Rule) -> bool:
    """What no table has inside: a caption, or words beyond the ends of its lines."""
    if row.x0 < line.x0 - _SAME_END or row.x1 > line.x1 + 3 * _SAME_END:
        return True
    return sign_of(row.plain).kind in ("table", "figure")


def bare(found: Sequence[Row], at: int) -> Region | None:
    """The rows below a caption that stand in columns, without any line."""
    while at < len(found) and _is_unit(found[at]):
        at += 1
    taken: list[Row] = []
    step = 0.0
    for number, row in enumerate(found[at:], at):
        gap = taken[-1].y - row.y if taken else (found[at - 1].y - row.y if at else 0.0)
        if gap > max(3.2 * row.size, 2.2 * step) or _is_text(taken, row, gap, step):
            break
        parted = len(pieces(row))
        lone = parted < _FEW and not _is_half(found, number)
        if lone and not (_goes_on(taken, row) or _leads(taken, found, number)):
            break
        step = max(step, gap) if taken else step
        taken.append(row)
    if sum(len(pieces(row)) > 1 for row in taken) < _FEW:
        return None
    left, right = min(row.x0 for row in taken) - 2, max(row.x1 for row in taken) + 2
    size = median(row.size for row in taken)
    return Region(taken[0].y + size, taken[-1].y - 0.3 * size, left, right, [], taken)


def _is_half(found: Sequence[Row], at: int) -> bool:
    """A line of a cell beside whose middle the other cells of its row stand, nearer than a line."""
    row = found[at]
    beside = [*found[max(0, at - 1) : at], *found[at + 1 : at + 2]]
    return any(abs(one.y - row.y) < _HALF * row.size and len(pieces(one)) > 1 for one in beside)


def _is_text(taken: Sequence[Row], row: Row, gap: float, step: float) -> bool:
    """Whether text begins again: larger than the table, a caption, a heading with space above."""
    if sign_of(row.plain).kind in ("table", "figure"):
        return True
    if not taken:
        return False
    is_larger = row.size > taken[0].size + 0.4 or row.size > taken[-1].size + 0.4
    label = labels.read(row.plain)
    is_heading = label is not None and len(label.path) > 1 and gap > 1.3 * step > 0
    return is_larger or is_heading


def _leads(taken: Sequence[Row], found: Sequence[Row], at: int) -> bool:
    """A lone piece of the head: words in the middle over some columns, those of others below."""
    following = [row for row in found[at + 1 : at + 3] if len(pieces(row)) > 1]
    if len(taken) > 1 or not following or starts(found[at].plain):
        return False
    row = found[at]
    return row.x0 > following[0].x0 + 2 or row.x1 - row.x0 < 0.3 * (following[0].x1 - row.x0)


def _goes_on(taken: Sequence[Row], row: Row) -> bool:
    """A lone piece under rows in columns: the rest of a cell, or a note of the table."""
    if not taken:
        return False
    if sign_of(row.plain).kind == "note" and row.size <= taken[-1].size:
        return True
    places = [piece for one in taken for piece in pieces(one)]
    left, right = min(one.x0 for one in places), max(one.x1 for one in places)
    is_narrow = row.x1 - row.x0 < 0.5 * (right - left)
    fits = any(abs(row.x0 - one.x0) < 3 or abs(_mid(row) - one.middle) < 3 for one in places)
    return is_narrow and fits and not starts(row.plain)


def _mid(row: Row) -> float:
    return (row.x0 + row.x1) / 2


def _is_unit(row: Row) -> bool:
    return sign_of(row.plain).kind == "unit"
