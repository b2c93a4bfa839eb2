"""Limits kept in tables, in a rule file (限值表): rows as they are printed, each with its line."""

from collections.abc import Mapping
from dataclasses import dataclass

from guiju.core.provisions.files import parts
from guiju.core.provisions.files.cells import cases_of
from guiju.core.provisions.files.keys import Row, ways_of
from guiju.core.provisions.files.nodes import Node
from guiju.core.provisions.model import Attribute, Lookup, Match, Table
from guiju.core.provisions.words import folded
from guiju.core.provisions.written import Limit, operators

_MATCHES = ("exact", "range", "interpolate", "larger")
_MOST_ROWS = 5000


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table, and for each of its rows when it holds."""

    table: Table
    rows: tuple[Row, ...]
    attributes: Mapping[str, Attribute]


Tables = Mapping[str, ReadTable]


def tables(node: Node | None, attributes: Mapping[str, Attribute]) -> dict[str, ReadTable]:
    """All tables by their ids."""
    return (
        {} if node is None else {id: _table(id, one, attributes) for id, one in node.fields.items()}
    )


def limit(node: Node, known: Tables) -> Limit | Lookup:
    """A limit as written, `≥ t1.g3` looked up in a table, or `t1.g`, whose cells are limits."""
    found = _reference(node, known)
    if found is None:
        return parts.limit(node)
    operator, one, column = found
    return Lookup(
        one.table.id,
        one.table.clause,
        column,
        cases_of(one.table, one.rows, column, operator),
        node.text,
        tuple((key, one.attributes[key].name) for key in one.table.keys),
    )


def _reference(node: Node, known: Tables) -> tuple[str, ReadTable, str] | None:
    """The operator, the table and the column that a limit names."""
    for name, one in known.items():
        head, sign, column = node.text.rpartition(f"{name}.")
        operator = head.strip()
        if not sign or (operator and folded(operator) not in operators()):
            continue
        if column.strip() not in one.table.columns:
            there = "、".join(one.table.columns)
            raise node.wrong(
                f"{name} 没有“{column}”列，只有 {there}",
                f"{name} has no column “{column}”, only {there}",
            )
        return operator, one, column.strip()
    return None


def _table(name: str, node: Node, attributes: Mapping[str, Attribute]) -> ReadTable:
    node.only("clause", "keys", "data")
    keys = {key: _match(key, one, attributes) for key, one in node.need("keys").fields.items()}
    heads, *lines = _lines(node.need("data"))
    columns = _columns(heads, tuple(keys))
    rows = tuple(_cells(line, len(keys) + len(columns)) for line in lines)
    order = {head: at for at, head in enumerate(heads.text.split())}
    places = [order[name] for name in (*keys, *columns)]
    cells = tuple(tuple(row[at] for at in places) for row in rows)
    table = Table(id=name, clause=node.need("clause").text, keys=keys, columns=columns, rows=cells)
    return ReadTable(table, ways_of(table, lines, attributes), attributes)


def _match(name: str, node: Node, attributes: Mapping[str, Attribute]) -> Match:
    attribute = attributes.get(name)
    if attribute is None:
        raise node.wrong(f"attributes 中没有“{name}”", f"attributes have no “{name}”")
    match: Match = parts.choice(node, _MATCHES, "exact")
    if attribute.values and match != "exact":
        raise node.wrong(
            f"“{name}”不是数，只能用 exact", f"“{name}” is no number: only exact is possible"
        )
    return match


def _lines(node: Node) -> list[Node]:
    """The heads and the rows: lines of a text after `|`, or a list of texts."""
    if node.is_text:
        lines = [
            Node(line, node.file, node.line + at, node.path)
            for at, line in enumerate(node.text.splitlines(), 1)
            if line.strip()
        ]
    else:
        lines = list(node.rows)
    if len(lines) > _MOST_ROWS:
        raise node.wrong(f"行数超过 {_MOST_ROWS}", f"there are more than {_MOST_ROWS} rows")
    if len(lines) < 2:
        raise node.wrong(
            "表中没有数据行；data: 后写“|”，表头和各行另起一行",
            "the table has no rows; write “|” after data: and the heads and each row in lines of their own",
        )
    return lines


def _columns(heads: Node, keys: tuple[str, ...]) -> tuple[str, ...]:
    names = heads.text.split()
    if lost := [key for key in keys if key not in names]:
        raise heads.wrong(f"表头没有“{lost[0]}”", f"the heads have no “{lost[0]}”")
    if len(set(names)) != len(names):
        raise heads.wrong("表头重复", "a head is named twice")
    columns = tuple(name for name in names if name not in keys)
    if not columns or not keys:
        raise heads.wrong(
            "表中应当有键列和限值列", "a table needs columns of keys and columns of limits"
        )
    return columns


def _cells(line: Node, count: int) -> tuple[str, ...]:
    cells = tuple(line.text.split())
    if len(cells) != count:
        raise line.wrong(
            f"这一行有 {len(cells)} 格，表头有 {count} 列",
            f"this row has {len(cells)} cells, and there are {count} heads",
        )
    return cells
