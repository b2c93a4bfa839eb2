"""Where the heads of a file seem to stand (表头位置的推断): the line that names most of the rules."""

from pathlib import Path

import polars as pl

from guiju.core.errors import InputError
from guiju.core.provisions.model import RuleSet
from guiju.core.provisions.tables.errors import TableError
from guiju.core.provisions.tables.heads import Head, mapped
from guiju.core.provisions.tables.layout import Layout
from guiju.core.provisions.tables.long_form import long_form
from guiju.core.provisions.tables.reading import beginning, form_of
from guiju.core.provisions.units import in_units

_LINES = 5
_LONG = 3  # as many as its columns


def proposed_layout(path: Path, rules: RuleSet) -> Layout:
    """The first line of the file unless a line below it names more. Raises TableError."""
    if form_of(path) in ("parquet", "jsonl"):
        return Layout()
    found: list[tuple[int, int]] = []
    first: TableError | None = None
    for head in range(1, _LINES + 1):
        try:
            named = _named(beginning(path, 1, Layout(head)), rules)
        except TableError as failure:
            first = failure if head == 1 else first
            continue
        found.append((named, -head))
    named, best = max(found, default=(0, -1))
    if not named and first is not None:
        raise first
    best = -best if named else 1
    return Layout(best, _has_units(beginning(path, 1, Layout(best)), rules))


def heads_of(column: str, rules: RuleSet) -> Head | None:
    """What one head says by itself."""
    return next(iter(mapped([column], rules).values()), None)


def _named(frame: pl.DataFrame, rules: RuleSet) -> int:
    if long_form(frame.columns):
        return _LONG
    return sum(heads_of(column, rules) is not None for column in frame.columns)


def _has_units(frame: pl.DataFrame, rules: RuleSet) -> bool:
    """Whether the row below the heads states units: nothing but units under the characteristics."""
    cells = frame.row(0, named=True) if len(frame) else {}
    some = False
    for column, cell in cells.items():
        head = heads_of(column, rules)
        text = str(cell or "").strip().strip("()（）[]【】")
        if head is None or head.kind != "characteristic" or head.unit or not text:
            continue
        stated = heads_of(f"{column}({text})", rules)
        if stated is None or any(sign.isdigit() for sign in text[:1]):
            return False
        try:
            in_units(rules, {head.of: stated.unit})
        except InputError:
            return False
        some = some or bool(stated.unit)
    return some
