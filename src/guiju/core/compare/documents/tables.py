"""Tables compared by cell (表格比对): rows and columns aligned first."""

from guiju.core.compare.documents.aligning import Aligned
from guiju.core.compare.documents.flat import Flat
from guiju.core.compare.documents.grids import Grid, cell_text, grid
from guiju.core.compare.documents.lists import out_of_order, pairs
from guiju.core.compare.documents.model import CellChange, Change, LineChange, TableChange
from guiju.core.compare.documents.texts import text_ops
from guiju.core.compare.documents.words import bare, features, likeness
from guiju.core.documents.model import Table

LEAST_ALIKE = 0.3
LEAST_ROW = 0.45


def table_changes(found: Aligned) -> tuple[TableChange, ...]:
    """All tables that changed, came or went, in the order of the new text."""
    own, other = _tables(found.a), _tables(found.b)
    paired = table_pairs(found)
    moved = out_of_order(sorted(paired.items()))
    back = {two: one for one, two in paired.items()}
    answer: list[TableChange | None] = []
    for at, table in enumerate(other):
        if at in back:
            answer.append(_change(own[back[at]], table, moved=back[at] in moved))
        else:
            answer.append(_alone("", table.address, "added", table))
    answer += [
        _alone(table.address, "", "removed", table)
        for at, table in enumerate(own)
        if at not in paired
    ]
    return tuple(one for one in answer if one)


def _tables(side: Flat) -> list[Table]:
    return [one.table for one in side.passages if one.table is not None]


def table_pairs(found: Aligned) -> dict[int, int]:
    """Which table is which, counted through each text: by place, title, number and content."""
    own, other = _tables(found.a), _tables(found.b)
    place_a = {id(table): at for at, table in enumerate(own)}
    place_b = {id(table): at for at, table in enumerate(other)}
    linked = {
        (place_a[id(one)], place_b[id(two)])
        for row in found.rows
        for link in row.links
        for one in [found.passages_a[at].table for at in link.a]
        for two in [found.passages_b[at].table for at in link.b]
        if one is not None and two is not None
    }
    contents_a = [features(_words(table)) for table in own]
    contents_b = [features(_words(table)) for table in other]
    scored = []
    for one, table in enumerate(own):
        for two, its in enumerate(other):
            alike = likeness(contents_a[one], contents_b[two])
            title = bool(table.title) and bare(table.title.content) == bare(its.title.content)
            near = (one, two) in linked
            if alike + 0.3 * title + 0.2 * near >= LEAST_ALIKE:
                score = alike + 0.5 * title + 0.3 * near + 0.1 * (table.label == its.label)
                scored.append((-score, one, two))
    answer: dict[int, int] = {}
    for _, one, two in sorted(scored):
        if one not in answer and two not in answer.values():
            answer[one] = two
    return answer


def _words(table: Table) -> str:
    return "\n".join(cell_text(cell) for row in (*table.head, *table.body) for cell in row)


def _alone(a: str, b: str, change: Change, table: Table) -> TableChange:
    labels = (table.label, "") if a else ("", table.label)
    return TableChange(
        a=a, b=b, change=change, a_label=labels[0], b_label=labels[1], title=table.title.content
    )


def _change(a: Table, b: Table, *, moved: bool) -> TableChange | None:
    own, other = grid(a), grid(b)
    columns = column_pairs(own, other)
    rows = row_pairs(own, other, columns)
    cells = _cells(own, other, rows, columns)
    title = text_ops(a.title.content, b.title.content)
    unit = (a.unit, b.unit) if a.unit != b.unit else None
    lines = _lines(rows, len(own.texts), len(other.texts), own, other, down=True)
    across = _lines(columns, own.width, other.width, own, other, down=False)
    content = bool(cells or title or unit or lines or across)
    change: Change = "unchanged"
    if moved:
        change = "moved"
    elif content:
        change = "changed"
    elif a.label != b.label:
        change = "renumbered"
    if change == "unchanged":
        return None
    return TableChange(
        a=a.address, b=b.address, change=change, a_label=a.label, b_label=b.label,
        title=b.title.content, title_ops=title, unit=unit, rows=lines, columns=across, cells=cells,
    )  # fmt: skip


def column_pairs(own: Grid, other: Grid) -> list[tuple[int, int]]:
    """By heads and content: a column with the same head is the same whatever stands in it."""

    def score(one: tuple[int, str], two: tuple[int, str]) -> float:
        same = bool(one[1]) and bare(one[1]) == bare(two[1])
        first, second = own.column(one[0]), other.column(two[0])
        shared = len(set(first) & set(second)) / max(1, min(len(set(first)), len(set(second))))
        near = likeness(features(one[1]), features(two[1])) if one[1] and two[1] else 0.0
        return 2.0 * same + shared + 0.5 * near + 0.2 * (one[0] == two[0])

    named_a = [(at, own.column_name(at)) for at in range(own.width)]
    named_b = [(at, other.column_name(at)) for at in range(other.width)]
    if [own.column(at) for at in range(own.width)] == [
        other.column(at) for at in range(other.width)
    ]:
        return [(at, at) for at in range(own.width)]
    scored = sorted((-score(one, two), one[0], two[0]) for one in named_a for two in named_b)
    answer: dict[int, int] = {}
    for value, one, two in scored:
        if -value >= 0.7 and one not in answer and two not in answer.values():
            answer[one] = two
    return sorted(answer.items())


def row_pairs(own: Grid, other: Grid, columns: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Rows by the columns that both have; heads only with heads."""
    rows_a = [
        (at < own.heads, *(row[one] for one, _ in columns)) for at, row in enumerate(own.texts)
    ]
    rows_b = [
        (at < other.heads, *(row[two] for _, two in columns)) for at, row in enumerate(other.texts)
    ]

    def score(one: tuple[object, ...], two: tuple[object, ...]) -> float:
        if one[0] != two[0]:
            return 0.0
        same = [str(x) == str(y) for x, y in zip(one[1:], two[1:], strict=True)]
        if not same:
            return 0.0
        near = likeness(features(str(one[1])), features(str(two[1])))
        return sum(same) / len(same) * 0.6 + (0.5 if same[0] and one[1] else 0.5 * near)

    return pairs(rows_a, rows_b, score, LEAST_ROW)


def _cells(
    own: Grid, other: Grid, rows: list[tuple[int, int]], columns: list[tuple[int, int]]
) -> tuple[CellChange, ...]:
    answer = []
    for row_a, row_b in sorted(rows, key=lambda one: one[1]):
        for column_a, column_b in sorted(columns, key=lambda one: one[1]):
            cell_a = own.cells.get((row_a, column_a))
            cell_b = other.cells.get((row_b, column_b))
            old, new = own.texts[row_a][column_a], other.texts[row_b][column_b]
            if old == new or (cell_a is None and cell_b is None):
                continue
            answer.append(
                CellChange(
                    a=cell_a.address if cell_a else "",
                    b=cell_b.address if cell_b else "",
                    row=other.row_name(row_b),
                    column=other.column_name(column_b),
                    a_text=old,
                    b_text=new,
                    text_ops=text_ops(old, new),
                )
            )
    return tuple(answer)


def _lines(
    paired: list[tuple[int, int]], count_a: int, count_b: int, own: Grid, other: Grid, *, down: bool
) -> tuple[LineChange, ...]:
    """Rows (`down`) or columns that came, went or changed their place."""

    def name(side: Grid, at: int) -> str:
        return side.row_name(at) if down else side.column_name(at)

    known_a, known_b = {one for one, _ in paired}, {two for _, two in paired}
    moved = out_of_order(paired)
    answer = [
        LineChange(a=one + 1, b=two + 1, change="moved", name=name(other, two))
        for one, two in paired
        if one in moved
    ]
    answer += [
        LineChange(a=at + 1, b=0, change="removed", name=name(own, at))
        for at in range(count_a)
        if at not in known_a
    ]
    answer += [
        LineChange(a=0, b=at + 1, change="added", name=name(other, at))
        for at in range(count_b)
        if at not in known_b
    ]
    return tuple(answer)
