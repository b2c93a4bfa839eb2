"""From rows to paragraphs (段): indents, full rows and labels say where one ends."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median, median_low

from guiju.core.documents.lines import Line
from guiju.core.documents.model import Block
from guiju.core.documents.pdf.glyphs import Page
from guiju.core.documents.pdf.joining import join
from guiju.core.documents.pdf.rows import Row, is_chinese
from guiju.core.documents.structure import labels
from guiju.core.documents.structure.contents import is_entry
from guiju.core.documents.structure.marks import NOTES, sign_of
from guiju.core.documents.structure.starts import starts

_MANY_ROWS = 10  # of a page whose frame can be trusted
_IN = 4  # indents of a title in the middle over the heading below
_EITHER = 2  # side of an open book
_HEADING = 1.2  # of the step: more stands above a heading
_DEEPEST = 5  # indents of a page whose text is all indented
_ENDS = ("。", "；", "：", ":", ";", "!", "？")


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the text of a page stands: its left and right edge, its size and distance of rows."""

    left: float
    right: float
    size: float
    step: float
    rows: int = 0


def frame(rows: Sequence[Row]) -> Frame | None:
    """The frame of a page's text; None for a page without text."""
    if not rows:
        return None
    size = median_low(row.size for row in rows)
    usual = [row for row in rows if abs(row.size - size) < 0.2 * size]
    left = min(row.x0 for row in usual)
    right = sorted(row.x1 for row in usual)[int(len(usual) * 0.9)]
    steps = [a.y - b.y for a, b in pairwise(usual) if 0 < a.y - b.y < 3 * size]
    return Frame(left, right, size, median(steps) if steps else 1.6 * size, len(usual))


def shared(frames: Sequence[Frame | None], pages: Sequence[Page]) -> list[Frame | None]:
    """The frames, those of pages with little text widened to that of pages like them.

    Pages are alike that have one size and stand on one side of an open book.
    """
    groups: dict[tuple[int, int, int], list[Frame]] = {}
    keys = [(round(one.width), round(one.height), one.number % 2) for one in pages]
    for key, place in zip(keys, frames, strict=True):
        if place is not None and place.rows >= _MANY_ROWS:
            for one in (key, (*key[:2], _EITHER)):
                groups.setdefault(one, []).append(place)
    found: list[Frame | None] = []
    for key, place in zip(keys, frames, strict=True):
        like = groups.get(key) or groups.get((*key[:2], _EITHER))
        if place is None or not like:
            found.append(place)
            continue
        left, right = median(one.left for one in like), median(one.right for one in like)
        is_near = 0 < place.left - left < _DEEPEST * place.size
        found.append(
            replace(
                place,
                left=left if is_near else place.left,
                right=max(place.right, right),
            )
        )
    return found


@dataclass(slots=True)
class Paragraphs:
    """Rows and blocks of page after page in, lines out."""

    lines: list[Line]
    last: Row | None = None
    first: Row | None = None
    place: Frame | None = None

    def block(self, block: Block, page: int) -> None:
        self.lines.append(Line(block=block, line=page, page=page))
        self.last = None

    def row(self, row: Row, place: Frame) -> None:
        if self.last is not None and self.first is not None and self._goes_on(row, place):
            above = self.lines[-1]
            self.lines[-1] = _with_text(above, row)
        else:
            self.first = row
            self.lines.append(_line(row, place))
        self.last, self.place = row, place

    def _goes_on(self, row: Row, place: Frame) -> bool:
        last, first = self.last, self.first
        if last is None or first is None or self.place is None or not row.plain:
            return False
        if starts(row.plain) or is_entry(last.plain):
            return False
        same_page = last.page == row.page
        down = last.y - row.y if same_page else 0.0
        if down > 1.75 * max(place.step, 1.2 * place.size):
            return False
        is_apart = down > _HEADING * place.step or last.x0 > row.x0 + _IN * place.size
        if is_apart and labels.read(row.plain):
            return False
        if abs(row.size - last.size) > 0.12 * place.size:
            return False
        full = _room(last, self.place) < _first_word(row) + 1.2 * place.size
        if _centred(last, self.place) and not full:
            return False
        if _centred(row, place) and not (same_page or _centred(last, self.place)):
            return False
        offset, was = row.x0 - place.left, first.x0 - self.place.left
        if offset < 0.9 * place.size:
            is_flush_heading = _is_short(last, self.place) and was < 0.9 * place.size
            return full or not (is_flush_heading or last.plain.endswith(_ENDS))
        if not full:
            return False
        if offset > was + 0.5 * place.size:
            return True
        is_hung = offset > 3.2 * place.size or sign_of(first.plain).kind in NOTES
        inside = abs(offset - was) < 2 and (_centred(last, place) or is_hung)
        return inside and not last.plain.endswith("。")


def _room(row: Row, place: Frame) -> float:
    return place.right - row.x1


def _is_short(row: Row, place: Frame) -> bool:
    return row.x1 < place.left + 0.75 * (place.right - place.left)


def _first_word(row: Row) -> float:
    """How wide the characters are that cannot be parted from the first."""
    first = row.glyphs[0]
    end = first.x1
    if is_chinese(first.sign):
        return end - first.x0
    for one in row.glyphs[1:]:
        if is_chinese(one.sign) or one.x0 - end > 0.3 * row.size:
            break
        end = one.x1
    return end - first.x0


def _centred(row: Row, place: Frame) -> bool:
    middle = (place.left + place.right) / 2
    return abs((row.x0 + row.x1) / 2 - middle) < 8 and row.x0 - place.left > 2.5 * place.size


def _line(row: Row, place: Frame) -> Line:
    bold = sum(one.bold for one in row.glyphs) * 2 > len(row.glyphs)
    return Line(
        text=row.text,
        line=row.page,
        page=row.page,
        size=round(row.size, 1),
        indent=round(max(0.0, row.x0 - place.left), 1),
        centred=_centred(row, place),
        bold=bold,
    )


def _with_text(above: Line, row: Row) -> Line:
    return Line(
        text=join(above.text, row.text),
        line=above.line,
        page=above.page,
        size=above.size,
        indent=above.indent,
        centred=above.centred,
        bold=above.bold,
    )
