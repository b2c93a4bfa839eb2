"""The keys of a table's rows (限值表的键): when a row holds, and that no two hold at once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise, product

from guiju.core.provisions.files import parts
from guiju.core.provisions.files.nodes import Node
from guiju.core.provisions.interval import Bound, Interval, bound
from guiju.core.provisions.model import Attribute, Condition, Table
from guiju.core.provisions.sample import value_of


@dataclass(frozen=True, slots=True)
class Row:
    """When a row holds; `to` is the row that follows it where what lies between is interpolated.

    `at` is its place among the rows of the table.
    """

    node: Node
    when: tuple[Condition, ...]
    at: int
    to: int | None = None
    along: tuple[str, Decimal, Decimal] | None = None


def ways_of(
    table: Table, nodes: Sequence[Node], attributes: Mapping[str, Attribute]
) -> tuple[Row, ...]:
    """Every row with its conditions, and what lies between rows. Raises RuleFileError."""
    plain = [
        Row(node, tuple(_conditions(table, node, cells, attributes)), at)
        for at, (node, cells) in enumerate(zip(nodes, table.rows, strict=True))
    ]
    ordered = [key for key, match in table.keys.items() if match in ("interpolate", "larger")]
    if len(ordered) > 1:
        raise nodes[0].wrong(
            "最多一个键可以用 interpolate 或 larger", "one key at most can be interpolate or larger"
        )
    rows = plain if not ordered else list(_ordered(plain, ordered[0], table))
    _apart(rows, table)
    return tuple(rows)


def _conditions(
    table: Table, node: Node, cells: tuple[str, ...], attributes: Mapping[str, Attribute]
) -> Iterator[Condition]:
    for (name, match), cell in zip(table.keys.items(), cells, strict=False):
        attribute, here = attributes[name], Node(cell, node.file, node.line, node.path)
        if attribute.values:
            yield Condition(
                name, frozenset(_value(attribute, one, here) for one in cell.split("|"))
            )
        elif match == "range":
            limit = parts.limit(here)
            if not isinstance(limit, Interval):
                raise here.wrong("键应当是区间", "the key should be an interval")
            yield Condition(name, interval=limit)
        else:
            end = bound(parts.decimal(here))
            yield Condition(name, interval=Interval(end, end, cell))


def _value(attribute: Attribute, written: str, node: Node) -> str:
    value = value_of(attribute, written)
    if value is None:
        known = "、".join(attribute.values)
        raise node.wrong(
            f"“{attribute.id}”没有取值“{written}”，只有 {known}",
            f"“{attribute.id}” has no value “{written}”, only {known}",
        )
    return value


def _ordered(rows: list[Row], key: str, table: Table) -> Iterator[Row]:
    """Of a key whose rows follow each other: what each holds for, and what is between them."""
    place = list(table.keys).index(key)
    groups: dict[tuple[Condition, ...], list[Row]] = {}
    for row in rows:
        others = (*row.when[:place], *row.when[place + 1 :])
        groups.setdefault(others, []).append(row)
    for group in groups.values():
        group.sort(key=lambda row: _number(row, place))
        for one, other in pairwise(group):
            if _number(one, place) == _number(other, place):
                raise other.node.wrong(f"键“{key}”重复", f"the key “{key}” is there twice")
        if table.keys[key] == "larger":
            yield from _up_to(group, place)
        else:
            yield from _between(group, place, key)


def _up_to(group: list[Row], place: int) -> Iterator[Row]:
    """Each row holds for what is above the row before it."""
    low: Bound | None = None
    for row in group:
        high = bound(_number(row, place))
        yield _with(row, place, Interval(low, high))
        low = Bound(high.value, high.step, closed=False)


def _between(group: list[Row], place: int, key: str) -> Iterator[Row]:
    yield from group
    for one, other in pairwise(group):
        start, end = _number(one, place), _number(other, place)
        inside = Interval(
            Bound(start, bound(start).step, closed=False), Bound(end, bound(end).step, closed=False)
        )
        row = _with(one, place, inside)
        yield Row(one.node, row.when, one.at, other.at, (key, start, end))


def _with(row: Row, place: int, interval: Interval) -> Row:
    when = list(row.when)
    when[place] = Condition(when[place].attribute, interval=interval)
    return Row(row.node, tuple(when), row.at)


def _number(row: Row, place: int) -> Decimal:
    interval = row.when[place].interval
    if interval is None or interval.low is None:
        raise row.node.wrong("键应当是数", "the key should be a number")
    return interval.low.value


def _apart(rows: Sequence[Row], table: Table) -> None:
    """No two rows hold for the same thing. Only those are compared that share their exact keys."""
    exact = [match == "exact" for match in table.keys.values()]
    buckets: dict[tuple[str | Decimal, ...], list[Row]] = {}
    for row in rows:
        points = (_points(one) if own else ("",) for one, own in zip(row.when, exact, strict=True))
        for bucket in product(*points):
            for other in buckets.setdefault(bucket, []):
                if all(_meet(a, b) for a, b in zip(row.when, other.when, strict=True)):
                    raise row.node.wrong(
                        f"这一行与第 {other.node.line} 行的键重叠",
                        f"the keys of this row overlap those of line {other.node.line}",
                    )
            buckets[bucket].append(row)


def _points(one: Condition) -> tuple[str | Decimal, ...]:
    if one.interval is None or one.interval.low is None:
        return tuple(sorted(one.values))
    return (one.interval.low.value,)


def _meet(one: Condition, other: Condition) -> bool:
    if one.interval is None or other.interval is None:
        return bool(one.values & other.values)
    return one.interval.meets(other.interval)
