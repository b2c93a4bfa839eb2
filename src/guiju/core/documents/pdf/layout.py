"""From pages to lines (由版面到行): rows, tables and figures in reading order."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from guiju.core.documents.lines import Line
from guiju.core.documents.model import Cell, Figure, Footnote, Table, Text
from guiju.core.documents.pdf import drawings, filling, notes, paragraphs, ruled
from guiju.core.documents.pdf.glyphs import Page, Rule
from guiju.core.documents.pdf.images import MOST_PICTURES
from guiju.core.documents.pdf.sheets import Sheet, at_foot, find, overlap, sheets
from guiju.core.documents.structure import tables


@dataclass(slots=True)
class Laid:
    """What the pages make; `pictures` are places on pages (by index) by the name of the picture."""

    lines: list[Line] = field(default_factory=list)
    footnotes: list[Footnote] = field(default_factory=list)
    pictures: dict[str, tuple[int, Rule]] = field(default_factory=dict)


def laid(pages: Sequence[Page]) -> Laid:
    """The lines of all pages in reading order."""
    taken = sheets(pages)
    signs = drawings.repeated(pages)
    last: ruled.Grid | None = None
    for one in taken:
        find(one, signs, last)
        last = at_foot(one)
    return _Writer(taken).write()


@dataclass(slots=True)
class _Writer:
    """Puts rows, tables and figures into lines, page after page."""

    sheets: list[Sheet]
    made: Laid = field(default_factory=Laid)
    out: paragraphs.Paragraphs = field(default_factory=lambda: paragraphs.Paragraphs([]))
    names: set[str] = field(default_factory=set)
    foot: ruled.Grid | None = None

    def write(self) -> Laid:
        every = [[row for part in one.parts for row in part.rows] for one in self.sheets]
        frames = paragraphs.shared(
            [paragraphs.frame(found) for found in every], [one.page for one in self.sheets]
        )
        for one, place in zip(self.sheets, frames, strict=True):
            self._sheet(one, place)
        self.made.lines = self.out.lines
        return self.made

    def _sheet(self, one: Sheet, wide: paragraphs.Frame | None) -> None:
        found = notes.read(one.notes, self.names) if one.notes else {}
        self.made.footnotes += found.values()
        waiting: list[tuple[float, ruled.Grid | Rule]] = [(grid.ys[0], grid) for grid in one.grids]
        waiting += [
            (region.y0 if region in one.framed else region.y1, region) for region in one.figures
        ]
        waiting.sort(key=lambda each: -each[0])
        is_first = True
        for part in one.parts:
            place = paragraphs.frame(part.rows) if part.is_column else wide
            for row in part.rows:
                while waiting and waiting[0][0] > row.y:
                    self._put(one, waiting.pop(0)[1], is_first)
                    is_first = False
                if place is not None:
                    row.text = notes.called(row.text, found) if found else row.text
                    self.out.row(row, place)
                    is_first = False
        for _, block in waiting:
            self._put(one, block, is_first)
            is_first = False
        self.foot = at_foot(one)

    def _put(self, one: Sheet, block: ruled.Grid | Rule, is_first: bool) -> None:
        if isinstance(block, Rule):
            self.out.block(self._figure(one, block), one.page.number)
            return
        inside = [glyph for glyph in one.page.glyphs if block.holds(glyph)]
        table = filling.table(block, inside, one.page.number)
        table = self._with_pictures(one, block, table)
        if own := one.under.get(one.grids.index(block)):
            table = filling.with_notes(table, own, len(block.xs) - 1)
        before = self.out.lines[-1].block if self.out.lines else None
        if is_first and isinstance(before, Table) and _goes_on(self.foot, block):
            line = self.out.lines[-1]
            self.out.lines[-1] = replace(line, block=tables.continued(before, table))
        else:
            self.out.block(table, one.page.number)

    def _figure(self, one: Sheet, region: Rule) -> Figure:
        """A figure with its picture, as long as there are not too many."""
        number, places = one.page.number, self.made.pictures
        name = f"p{number}-{sum(at == one.index for at, _ in places.values()) + 1}.png"
        images: tuple[str, ...] = ()
        if len(places) < MOST_PICTURES:
            places[name] = (one.index, region)
            images = (name,)
        return Figure(label="", title=Text(), images=images, line=number)

    def _with_pictures(self, one: Sheet, grid: ruled.Grid, table: Table) -> Table:
        """Pictures that stand in cells, in them."""
        boxes = [box for box in one.page.pictures if overlap(grid, box)]
        if not boxes:
            return table

        def cell(each: Cell, row: int) -> Cell:
            left, right = grid.xs[each.column], grid.xs[each.column + each.columns]
            top, bottom = grid.ys[row], grid.ys[row + each.rows]
            own = [
                box
                for box in boxes
                if left <= (box.x0 + box.x1) / 2 < right
                and bottom <= (box.y0 + box.y1) / 2 < top
                and min(box.x1 - box.x0, box.y1 - box.y0) > drawings.LEAST
            ]
            figures = tuple(self._figure(one, box) for box in own)
            return replace(each, blocks=(*each.blocks, *figures)) if own else each

        head, body = (
            tuple(tuple(cell(each, first + at) for each in row) for at, row in enumerate(some))
            for first, some in ((0, table.head), (len(table.head), table.body))
        )
        return replace(table, head=head, body=body)


def _goes_on(foot: ruled.Grid | None, grid: ruled.Grid) -> bool:
    """Whether a table at the head of a page has the columns of that at the foot of the last."""
    if foot is None or len(foot.xs) != len(grid.xs):
        return False
    shift = grid.xs[0] - foot.xs[0]
    return all(abs(a - b + shift) < 4 for a, b in zip(foot.xs, grid.xs, strict=True))
