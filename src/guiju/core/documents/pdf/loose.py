"""Tables without upright lines (三线表、无框表): their columns are where nothing is written.

A table is looked for below a caption, or between lines of one length. What is found is a `Grid`, as
for a table with a frame.
"""

from collections.abc import Sequence
from itertools import pairwise

from guiju.core.documents.pdf import regions
from guiju.core.documents.pdf.glyphs import Page
from guiju.core.documents.pdf.grouping import grouped
from guiju.core.documents.pdf.gutters import Piece, edges, gutters, pieces
from guiju.core.documents.pdf.heading import head, is_open
from guiju.core.documents.pdf.lining import logical
from guiju.core.documents.pdf.regions import Region
from guiju.core.documents.pdf.rows import Row
from guiju.core.documents.pdf.ruled import Box, Grid
from guiju.core.documents.pdf.spans import level_spans
from guiju.core.documents.structure.marks import sign_of

_THICK = 3.0
_MOST_HEADS = 3


def grids(page: Page, found: Sequence[Row], last: Grid | None = None) -> list[tuple[Grid, bool]]:
    """The tables of a page that no frame tells, and whether each has a caption.

    `found` are the free rows, `last` is the table with which the page before ended.
    """
    spans = level_spans(page.rules)
    made: list[tuple[Grid, bool]] = []
    floor = page.height
    if last is not None and found and _is_columns(found[0]):
        region = regions.at_top(spans, found) or regions.bare(found, 0)
        grid = region and _grid(region)
        if grid and len(grid.xs) == len(last.xs):
            made.append((grid, True))
            floor = grid.ys[-1]
    for at, row in enumerate(found):
        if row.y >= floor or sign_of(row.plain).kind != "table":
            continue
        region = regions.ruled(spans, found, at + 1) or regions.bare(found, at + 1)
        grid = region and _grid(region)
        if grid:
            made.append((grid, True))
            floor = grid.ys[-1]
    for region in regions.between(spans, found):
        if not any(one.ys[-1] < region.top and region.bottom < one.ys[0] for one, _ in made):
            grid = _grid(region)
            if grid:
                made.append((grid, False))
    return sorted(made, key=lambda one: -one[0].ys[0])


def _is_columns(row: Row) -> bool:
    return len(pieces(row)) > 1 and sign_of(row.plain).kind not in ("table", "figure")


def _grid(region: Region) -> Grid | None:
    full = [one for one in region.lines if one.x1 - one.x0 > 0.9 * (region.right - region.left)]
    levels = [(one.y0 + one.y1) / 2 for one in full]
    inner = [one for one in levels if region.bottom + _THICK < one < region.top - _THICK]
    floor = inner[0] if inner else None
    body = [row for row in region.rows if row.y < floor] if floor else region.rows[1:]
    strips = gutters(body or region.rows, region.left)
    if not strips:
        return None
    high = [row for row in region.rows if row.y > floor] if floor else region.rows[:1]
    xs = [region.left, *edges(strips, high), region.right]
    above = [row for row in region.rows if row.y > floor] if floor else _first(region, xs)
    below = region.rows[len(above) :]
    if not above or not below:
        return None
    floor = floor or (above[-1].y + below[0].y) / 2 + 0.35 * below[0].size
    cuts, boxes = head(above, xs, region.lines)
    ys = [region.top, *cuts, floor]
    heads = len(ys) - 1
    edges_ = [floor, *(one for one in inner if one < floor - 1), region.bottom]
    for at, band in enumerate(_bands(edges_, below, xs), heads):
        ys.append(band[1])
        boxes += _boxes(at, band, below, xs)
    boxes = grouped(boxes, below, xs, ys, heads)
    return Grid(xs, ys, boxes, heads)


def _first(region: Region, xs: Sequence[float]) -> list[Row]:
    """The head where no line ends it: the first row, and the next while one goes over columns."""
    taken = list(logical(region.rows, xs)[0])
    while len(taken) < min(_MOST_HEADS, len(region.rows) - 1) and is_open(taken, xs, region.lines):
        taken.append(region.rows[len(taken)])
    return taken


def _bands(
    levels: Sequence[float], every: Sequence[Row], xs: Sequence[float]
) -> list[tuple[float, float]]:
    """The rows of the table below its head as heights from top to bottom."""
    found: list[tuple[float, float]] = []
    groups = [
        [row for row in every if low < row.y + 0.3 * row.size <= high]
        for high, low in pairwise(levels)
    ]
    every_row_is_ruled = len(groups) > 2 and len(every) < 2.2 * len(groups)
    for (high, low), inside in zip(pairwise(levels), groups, strict=True):
        if not inside:
            continue
        parts = [inside] if every_row_is_ruled else logical(inside, xs)
        cuts = [(a[-1].y + b[0].y) / 2 + 0.35 * b[0].size for a, b in pairwise(parts)]
        found += list(pairwise([high, *cuts, low]))
    return found


def _boxes(
    at: int, band: tuple[float, float], every: Sequence[Row], xs: Sequence[float]
) -> list[Box]:
    """One cell a column, or one over all where a note or a heading goes over them."""
    last = len(xs) - 1
    inside = [row for row in every if band[1] < row.y + 0.3 * row.size <= band[0]]
    parted = [piece for row in inside for piece in pieces(row)]
    notes = [row for row in every if _is_note(row)]
    if notes and inside and inside[0].y <= notes[0].y + 1:
        return [Box(at, 0, 1, last)]
    if inside and _goes_over_all(inside, parted, xs):
        return [Box(at, 0, 1, last)]
    return [Box(at, column, 1, 1) for column in range(last)]


def _is_note(row: Row) -> bool:
    """A note, or a footnote of the table: its letter is raised."""
    raised = row.text.marks[:1]
    is_raised = bool(raised) and raised[0].kind == "sup" and raised[0].start == 0
    return sign_of(row.plain).kind == "note" or (is_raised and len(pieces(row)) == 1)


def _goes_over_all(inside: Sequence[Row], parted: Sequence[Piece], xs: Sequence[float]) -> bool:
    is_alone = all(len(pieces(row)) == 1 for row in inside)
    crossing = sum(one.x0 < xs[1] - 1 and one.x1 > xs[1] + 1 for one in parted)
    return is_alone and crossing > 0 and any(one.x1 > xs[1] + 10 for one in parted)
