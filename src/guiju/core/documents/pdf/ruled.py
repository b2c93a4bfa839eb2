"""Tables from ruling lines (由线框重建表格): cells with spans, and the characters inside them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from guiju.core.documents.pdf.glyphs import Glyph, Rule

TOUCH = 3.5
LEAST_WIDTH, LEAST_HEIGHT = 40.0, 10.0
MOST_EDGES = 120
OPEN_SIDE = 12.0


@dataclass(frozen=True, slots=True)
class Box:
    """A cell of the grid: rows and columns count from the top left, ends are exclusive."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass(slots=True)
class Grid:
    """The frame of a table: its edges from left to right and from top to bottom."""

    xs: list[float]
    ys: list[float]
    boxes: list[Box]
    heads: int

    def holds(self, one: Glyph) -> bool:
        y = one.y + 0.3 * one.size
        return self.xs[0] - 1 <= one.middle <= self.xs[-1] + 1 and self.ys[-1] <= y <= self.ys[0]

    def shared_out(self, glyphs: Iterable[Glyph]) -> dict[Box, list[Glyph]]:
        """The characters of each cell; a cell without any is not among them."""
        fields = {
            (row, column): box
            for box in self.boxes
            for row in range(box.row, box.row + box.rows)
            for column in range(box.column, box.column + box.columns)
        }
        depths = [-y for y in self.ys]
        found: dict[Box, list[Glyph]] = {}
        for one in glyphs:
            row = bisect_left(depths, -(one.y + 0.3 * one.size)) - 1
            column = bisect_right(self.xs, one.middle) - 1
            box = fields.get((row, column))
            if box is not None:
                found.setdefault(box, []).append(one)
        return found


def grids(rules: Sequence[Rule]) -> list[Grid]:
    """The tables that the lines of a page frame, from top to bottom."""
    found = [grid for group in _groups(rules) if (grid := _grid(group)) is not None]
    return sorted(found, key=lambda one: -one.ys[0])


def _groups(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Lines that touch each other belong together."""
    groups: list[tuple[Rule, list[Rule]]] = []
    done: list[list[Rule]] = []
    for one in sorted(rules, key=lambda rule: -rule.y1):
        near: list[tuple[Rule, list[Rule]]] = []
        others: list[tuple[Rule, list[Rule]]] = []
        for group in groups:
            if group[0].y0 > one.y1 + TOUCH:
                done.append(group[1])
            else:
                (near if _touch(group[0], one) else others).append(group)
        near.sort(key=lambda group: len(group[1]), reverse=True)
        box, members = one, near[0][1] if near else []
        for at, group in enumerate(near):
            box = Rule(
                min(box.x0, group[0].x0), min(box.y0, group[0].y0),
                max(box.x1, group[0].x1), max(box.y1, group[0].y1),
            )  # fmt: skip
            if at:
                members += group[1]
        members.append(one)
        groups = [*others, (box, members)]
    return [*done, *(members for _, members in groups)]


def _touch(a: Rule, b: Rule) -> bool:
    return (
        a.x0 <= b.x1 + TOUCH
        and b.x0 <= a.x1 + TOUCH
        and a.y0 <= b.y1 + TOUCH
        and b.y0 <= a.y1 + TOUCH
    )


def _grid(rules: Sequence[Rule]) -> Grid | None:
    level = [one for one in rules if one.is_level]
    upright = [one for one in rules if not one.is_level]
    xs = _closed(_edges([(one.x0 + one.x1) / 2 for one in upright]), level)
    ys = _edges([(one.y0 + one.y1) / 2 for one in level])[::-1]
    if not 3 <= len(xs) <= MOST_EDGES or not 2 <= len(ys) <= MOST_EDGES:
        return None
    if xs[-1] - xs[0] < LEAST_WIDTH or ys[0] - ys[-1] < LEAST_HEIGHT or len(xs) + len(ys) < 5:
        return None
    boxes = _boxes(xs, ys, level, upright)
    return Grid(xs, ys, boxes, _heads(ys, level, boxes))


def _closed(xs: list[float], level: Sequence[Rule]) -> list[float]:
    """The edges with those at both ends, where a table is open at its sides (左右不封口)."""
    if not xs or not level:
        return xs
    left, right = min(one.x0 for one in level), max(one.x1 for one in level)
    first = [left] if xs[0] - left > OPEN_SIDE else []
    last = [right] if right - xs[-1] > OPEN_SIDE else []
    return [*first, *xs, *last]


def _edges(places: Sequence[float]) -> list[float]:
    """Places that are nearly one, as one."""
    groups: list[list[float]] = []
    for one in sorted(places):
        if groups and one - groups[-1][-1] <= TOUCH:
            groups[-1].append(one)
        else:
            groups.append([one])
    return [sum(group) / len(group) for group in groups]


def _boxes(
    xs: Sequence[float], ys: Sequence[float], level: Sequence[Rule], upright: Sequence[Rule]
) -> list[Box]:
    """Fields of the grid without a line between them are one cell."""
    columns = [[one for one in upright if abs((one.x0 + one.x1) / 2 - x) <= TOUCH] for x in xs]
    lines = [[one for one in level if abs((one.y0 + one.y1) / 2 - y) <= TOUCH] for y in ys]
    done: set[tuple[int, int]] = set()
    boxes: list[Box] = []
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            if (row, column) in done:
                continue
            wide, high = 1, 1
            while column + wide < len(xs) - 1 and not _parted_upright(
                ys[row], ys[row + 1], columns[column + wide]
            ):
                wide += 1
            while row + high < len(ys) - 1 and not _parted_level(
                xs[column], xs[column + wide], lines[row + high]
            ):
                high += 1
            fields = {(r, c) for r in range(row, row + high) for c in range(column, column + wide)}
            if fields & done:
                fields, wide, high = {(row, column)}, 1, 1
            done |= fields
            boxes.append(Box(row, column, high, wide))
    return boxes


def _parted_upright(top: float, bottom: float, upright: Sequence[Rule]) -> bool:
    middle = (top + bottom) / 2
    return any(one.y0 <= middle <= one.y1 for one in upright)


def _parted_level(left: float, right: float, level: Sequence[Rule]) -> bool:
    places = ((3 * left + right) / 4, (left + right) / 2, (left + 3 * right) / 4)
    return any(one.x0 <= place <= one.x1 for one in level for place in places)


def _heads(ys: Sequence[float], level: Sequence[Rule], boxes: Sequence[Box]) -> int:
    """How many rows are the head: down to the first thick line inside, else the first cells."""
    thick = {
        at: max((one.thick for one in level if abs(one.y0 - y) <= TOUCH), default=0.0)
        for at, y in enumerate(ys)
    }
    inner = range(1, len(ys) - 1)
    usual = sorted(thick[at] for at in inner)[len(inner) // 2] if inner else 0.0
    first = next((at for at in inner if thick[at] > usual * 1.6 and thick[at] > 0.9), 0)
    spanned = max((one.rows for one in boxes if one.row == 0), default=1)
    heads = first or spanned
    return heads if heads < len(ys) - 1 and heads <= 4 else 0
