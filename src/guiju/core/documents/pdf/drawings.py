"""Where a picture or a drawing stands (图的位置): above its caption, or on its own."""

from collections import Counter
from collections.abc import Sequence
from statistics import median

from guiju.core.documents.pdf.glyphs import Page, Rule
from guiju.core.documents.pdf.gutters import pieces
from guiju.core.documents.pdf.rows import Row, is_chinese
from guiju.core.documents.pdf.ruled import Grid
from guiju.core.documents.structure.lists import symbol
from guiju.core.documents.structure.marks import NOTES, sign_of
from guiju.core.documents.structure.tables import FOOTNOTE as _BELOW

LEAST, _ALONE = 16.0, 36.0  # points: of a drawing with a caption, of a picture without one
_PAGE_SHARE, _GAP, _AROUND, _ABOVE = 0.7, 14.0, 4.0, 1.0
_OFTEN = 3
_MANY_WORDS, _FLUSH = 30, 0.6


def repeated(pages: Sequence[Page]) -> set[tuple[int, ...]]:
    """Pictures that stand at one place of page after page: signs of the publisher."""
    often = Counter(key for one in pages for key in {_place(box) for box in one.pictures})
    return {key for key, times in often.items() if times >= _OFTEN}


def _place(box: Rule) -> tuple[int, ...]:
    return tuple(round(value / 4) for value in box)


def regions(
    page: Page, rows: Sequence[Row], signs: set[tuple[int, ...]], tables: Sequence[Grid]
) -> list[Rule]:
    """The places of the figures of a page, from top to bottom; `tables` are none of them."""
    pictures = [one for one in page.pictures if _place(one) not in signs and _is_part(one, page)]
    if sum(map(_area, page.pictures)) > _PAGE_SHARE * page.width * page.height:
        pictures = []  # the page itself as a picture, in one piece or in strips, under its text
    drawn = [one for one in page.shapes if _is_part(one, page)]
    pictures, drawn = (
        [one for one in some if not any(_is_inside(one, grid) for grid in tables)]
        for some in (pictures, drawn)
    )
    floors = [grid.ys[-1] for grid in tables]
    found: list[Rule] = []
    for at, row in enumerate(rows):
        if sign_of(row.plain).kind == "figure":
            region = _above(row, rows[:at], [*pictures, *drawn], page, floors)
            if region and not any(_overlap(region, one) for one in found):
                found.append(region)
    for one in pictures if page.number > 1 else ():
        is_large = min(one.x1 - one.x0, one.y1 - one.y0) >= _ALONE
        if is_large and not any(_overlap(one, other) for other in found):
            found.append(one)
    return sorted(found, key=lambda one: -one.y1)


def _is_part(box: Rule, page: Page) -> bool:
    """Not the whole page, nor paper painted behind it."""
    return _area(box) < _PAGE_SHARE * page.width * page.height


def _area(box: Rule) -> float:
    return (box.x1 - box.x0) * (box.y1 - box.y0)


def _above(
    caption: Row, above: Sequence[Row], drawn: Sequence[Rule], page: Page, floors: Sequence[float]
) -> Rule | None:
    """What is drawn between a caption and the text above it; None where nothing is."""
    text = sorted(row.x1 - row.x0 for row in above)
    wide = max([0.5 * page.width, *text[-1:]]) if text else 0.5 * page.width
    ceiling = next((row.y for row in reversed(above) if _is_solid(row, wide)), page.height)
    ceiling = min([ceiling, *(one for one in floors if one > caption.y)])
    inside = [one for one in drawn if caption.y - 2 < one.y0 and one.y1 < ceiling + 2]
    region: Rule | None = None
    for one in sorted(inside, key=lambda box: box.y0):
        if region is None:
            region = one
        elif one.y0 <= region.y1 + _GAP * 4:
            region = _both(region, one)
    if region is None or region.x1 - region.x0 < LEAST or region.y1 - region.y0 < LEAST:
        return None
    return region


def _is_solid(row: Row, wide: float) -> bool:
    """Text that is no word of a drawing: a caption, a heading, a long row, no note and no key."""
    kind = sign_of(row.plain).kind
    if kind in ("table", "figure", "unit", "item"):
        return True
    is_key = kind == "plain" and "—" in row.plain and symbol(row.text) is not None
    if is_key or kind in (*NOTES, "key") or _BELOW.match(row.plain):
        return False
    longest = max((one.x1 - one.x0 for one in pieces(row)), default=0.0)
    return longest > 0.6 * wide or row.plain.endswith("。")


def _both(a: Rule, b: Rule) -> Rule:
    return Rule(min(a.x0, b.x0), min(a.y0, b.y0), max(a.x1, b.x1), max(a.y1, b.y1))


def _is_inside(box: Rule, grid: Grid) -> bool:
    x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
    return grid.xs[0] - 3 <= x <= grid.xs[-1] + 3 and grid.ys[-1] - 3 <= y <= grid.ys[0] + 3


def _overlap(a: Rule, b: Rule) -> bool:
    return a.x0 < b.x1 and b.x0 < a.x1 and a.y0 < b.y1 and b.y0 < a.y1


def holds(region: Rule, x: float, y: float) -> bool:
    is_beside = region.x0 - _AROUND <= x <= region.x1 + _AROUND
    return is_beside and region.y0 - _ABOVE <= y <= region.y1 + _ABOVE


def is_framed_text(region: Rule, rows: Sequence[Row]) -> bool:
    """Words that stand below one another in a frame, rather than a drawing with words."""
    inside = [row for row in rows if holds(region, (row.x0 + row.x1) / 2, row.y + 0.3 * row.size)]
    chinese = sum(is_chinese(one.sign) for row in inside for one in row.glyphs)
    if len(inside) < _OFTEN or chinese < _MANY_WORDS:
        return False
    left = median(row.x0 for row in inside)
    flush = sum(abs(row.x0 - left) < 2 * row.size for row in inside)
    return flush > _FLUSH * len(inside)
