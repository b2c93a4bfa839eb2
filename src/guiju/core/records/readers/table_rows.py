"""Rows of a table file, CSV or XLSX, in one shape (表格的行)."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from guiju.core.errors import Bilingual
from guiju.core.records.folding import clean
from guiju.core.records.readers.base import (
    Headed,
    Limits,
    Refused,
    Source,
    Unreadable,
    name_of,
    opened,
    rest_of,
)
from guiju.core.records.readers.csv_rows import csv_rows
from guiju.core.records.readers.encoding import in_utf8
from guiju.core.records.readers.xlsx_rows import xlsx_rows

ZIP_MAGIC = b"PK\x03\x04"
Rows = Iterator[tuple[int, list[Any]] | Refused]
_HEAD_WITHIN = 10  # rows: titles and notes may stand above the head


@dataclass(frozen=True, slots=True)
class Table:
    """The heads of a table and its rows, each with its number in the file."""

    heads: tuple[str, ...]
    rows: Rows


@contextmanager
def opened_table(source: Source, *, sheet: str, limits: Limits) -> Iterator[Table]:
    """The table in a file. The head is the first row with two filled cells."""
    with opened(source) as stream:
        first = stream.read(4)
        again = Headed(first, stream)
        rows: Rows
        if first == ZIP_MAGIC:
            data = rest_of(again, limits.file, name_of(source))
            rows = xlsx_rows(data, name=name_of(source), sheet=sheet, limits=limits)
        else:
            rows = csv_rows(in_utf8(again, name_of(source)), limits)
        yield _table(rows, name_of(source))


def _table(rows: Rows, name: str) -> Table:
    """Lines with one cell above the head are titles; where all have one, the first is the head."""
    passed: list[tuple[int, list[Any]]] = []
    for row in islice(rows, _HEAD_WITHIN):
        if isinstance(row, Refused):
            raise Unreadable(name, row.reason)
        heads = _cleaned(row[1])
        if sum(1 for head in heads if head) >= 2:
            return Table(_apart(heads), rows)
        passed.append(row)
    if not passed:
        raise Unreadable(name, Bilingual("表格是空的", "the table is empty"))
    return Table(_apart(_cleaned(passed[0][1])), chain(passed[1:], rows))


def _cleaned(cells: list[Any]) -> list[str]:
    return [clean(str(cell)) if cell is not None else "" for cell in cells]


def _apart(heads: list[str]) -> tuple[str, ...]:
    """Heads that stand twice get a number behind them, empty ones their place."""
    seen: dict[str, int] = {}
    found = []
    for place, head in enumerate(heads, 1):
        name = head or f"#{place}"
        seen[name] = seen.get(name, 0) + 1
        found.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(found)
