"""The cells of a table as limits (限值表的格): a number with the rule's operator, or a limit by itself."""

from collections.abc import Sequence

from guiju.core.provisions.files import parts
from guiju.core.provisions.files.keys import Row
from guiju.core.provisions.files.nodes import Node
from guiju.core.provisions.interval import Interval
from guiju.core.provisions.model import Between, Case, Table
from guiju.core.provisions.words import folded
from guiju.core.provisions.written import Limit

# A cell that asks for nothing.
_NOTHING = {folded(word) for word in ("—", "--", "/")}


def cases_of(table: Table, rows: Sequence[Row], column: str, operator: str) -> tuple[Case, ...]:
    """What a column asks in every row; the cases of all columns stand in the same order."""
    place = len(table.keys) + table.columns.index(column)
    cells = [cells[place] for cells in table.rows]
    read: dict[int, Limit | None] = {
        row.at: _cell(cells[row.at], operator, row.node) for row in rows
    }
    return tuple(Case(row.when, _asked(row, read)) for row in rows)


def _asked(row: Row, read: dict[int, Limit | None]) -> Limit | Between | None:
    if row.along is None or row.to is None:
        return read[row.at]
    one, other = read[row.at], read[row.to]
    attribute, start, end = row.along
    if one is None and other is None:
        return Between(attribute, start, end)
    if one is None or other is None:
        raise row.node.wrong(
            "不能在“—”和数之间内插", "nothing can be interpolated between “—” and a number"
        )
    if not isinstance(one, Interval) or not isinstance(other, Interval) or not _alike(one, other):
        raise row.node.wrong(
            "只有方向相同的单侧限值可以内插",
            "only limits with one end, on the same side, can be interpolated",
        )
    return Between(attribute, start, end, one, other)


def _alike(one: Interval, other: Interval) -> bool:
    ends = [(each.low is None, each.high is None) for each in (one, other)]
    return ends[0] == ends[1] and ends[0][0] != ends[0][1]


def _cell(cell: str, operator: str, node: Node) -> Limit | None:
    if folded(cell) in _NOTHING:
        return None
    return parts.limit(Node(f"{operator}{cell}", node.file, node.line, node.path))
