"""A page taken apart (版面分析): what is table, figure, footnote, running head, and what is text."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from guiju.core.documents.pdf import columns, drawings, fractions, loose, margins, notes, ruled
from guiju.core.documents.pdf.glyphs import Glyph, Page, Rule
from guiju.core.documents.pdf.rows import Row, rows
from guiju.core.documents.structure import tables
from guiju.core.documents.structure.marks import sign_of

_CAPTION_REACH = 45.0


@dataclass(slots=True)
class Sheet:
    """A page on the way: its tables and figures, and the rows that are neither."""

    page: Page
    index: int
    kept: list[Row]
    grids: list[ruled.Grid]
    figures: list[Rule] = field(default_factory=list)
    framed: list[Rule] = field(default_factory=list)
    under: dict[int, list[Row]] = field(default_factory=dict)
    parts: list[columns.Part] = field(default_factory=list)
    notes: list[Row] = field(default_factory=list)


def sheets(pages: Sequence[Page]) -> list[Sheet]:
    found = [[grid for grid in ruled.grids(one.rules) if _is_filled(grid, one)] for one in pages]
    every = [rows(one.glyphs, one.number) for one in pages]
    every = margins.body_rows(every, [one.height for one in pages])
    return [
        Sheet(page, at, kept, grids)
        for at, (page, kept, grids) in enumerate(zip(pages, every, found, strict=True))
    ]


def _is_filled(grid: ruled.Grid, one: Page) -> bool:
    """A frame with words in one place only is a picture, not a table."""
    inside = [glyph for glyph in one.glyphs if grid.holds(glyph)]
    return len(grid.shared_out(inside)) > 1


def find(one: Sheet, signs: set[tuple[int, ...]], last: ruled.Grid | None) -> None:
    """Tables with a caption come first, then figures, then what else looks like a table."""
    free = _free(one, one.grids)
    loosely = loose.grids(one.page, free, last)
    sure = [grid for grid in one.grids if _has_caption(grid, free)]
    sure += [grid for grid, is_called in loosely if is_called]
    outside = _free(one, sure)
    found = drawings.regions(one.page, outside, signs, sure)
    rest = [grid for grid in one.grids if grid not in sure]
    rest += [grid for grid, is_called in loosely if not is_called]
    rest = [grid for grid in rest if not any(overlap(grid, region) for region in found)]
    one.grids = sorted([*sure, *rest], key=lambda grid: -grid.ys[0])
    one.figures = [one_ for one_ in found if not any(overlap(grid, one_) for grid in one.grids)]
    text = _text(one, outside)
    one.under = {at: own for at, grid in enumerate(one.grids) if (own := _under(grid, text))}
    taken = {id(row) for found in one.under.values() for row in found}
    body, one.notes = notes.parted(one.page, [row for row in text if id(row) not in taken])
    glyphs = [glyph for row in body for glyph in row.glyphs]
    mended = rows(fractions.on_one_line(glyphs, one.page.rules), one.page.number)
    one.parts = columns.ordered(mended)


def _free(one: Sheet, grids: Sequence[ruled.Grid]) -> list[Row]:
    if not grids:
        return one.kept
    glyphs = [glyph for row in one.kept for glyph in row.glyphs]
    return rows(_outside(glyphs, grids), one.page.number)


def _outside(glyphs: Sequence[Glyph], grids: Sequence[ruled.Grid]) -> list[Glyph]:
    return [glyph for glyph in glyphs if not any(grid.holds(glyph) for grid in grids)]


def _text(one: Sheet, outside: Sequence[Row]) -> list[Row]:
    """The rows that stand in no table and no drawing; words in a mere frame stay."""
    one.framed = [region for region in one.figures if drawings.is_framed_text(region, outside)]
    drawn = [region for region in one.figures if region not in one.framed]
    glyphs = _outside([glyph for row in one.kept for glyph in row.glyphs], one.grids)
    return rows(
        [
            glyph
            for glyph in glyphs
            if not any(
                drawings.holds(region, glyph.middle, glyph.y + 0.3 * glyph.size) for region in drawn
            )
        ],
        one.page.number,
    )


def _under(grid: ruled.Grid, text: Sequence[Row]) -> list[Row]:
    """Notes of a table that stand below its last line, in small letters as the table itself."""
    usual = median([row.size for row in text]) if text else 0.0
    taken: list[Row] = []
    edge = grid.ys[-1]
    for row in text:
        if row.y > grid.ys[-1]:
            continue
        is_near = edge - row.y < 2.0 * row.size
        is_note = sign_of(row.plain).kind == "note" or bool(tables.FOOTNOTE.match(row.plain))
        if not is_near or row.size > 0.93 * usual or not (taken or is_note):
            break
        taken.append(row)
        edge = row.y
    return taken


def _has_caption(grid: ruled.Grid, free: Sequence[Row]) -> bool:
    """Whether the nearest words above are a caption, or the unit below one."""
    above = [row for row in free if grid.ys[0] <= row.y < grid.ys[0] + _CAPTION_REACH]
    return any(sign_of(row.plain).kind == "table" for row in above[-2:])


def overlap(grid: ruled.Grid, box: Rule) -> bool:
    x0, x1, y0, y1 = grid.xs[0], grid.xs[-1], grid.ys[-1], grid.ys[0]
    return x0 < box.x1 and box.x0 < x1 and y0 < box.y1 and box.y0 < y1


def at_foot(one: Sheet) -> ruled.Grid | None:
    """The table with which a page ends."""
    if not one.grids or one.notes:
        return None
    last = one.grids[-1]
    below = any(row.y < last.ys[-1] for part in one.parts for row in part.rows)
    return None if below or any(box.y1 < last.ys[-1] for box in one.figures) else last
