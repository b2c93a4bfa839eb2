"""The limits of a table (指标表): a row's characteristic, a column's class, a cell's value."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from guiju.core.documents.grids import Row
from guiju.core.documents.model import Cell, Table
from guiju.core.documents.walking import plain
from guiju.core.drafting.provisions.cells import Found, read_cell
from guiju.core.drafting.provisions.grids import Grid, grid, words
from guiju.core.drafting.provisions.heads import (
    Column,
    Name,
    columns,
    name,
    roles,
    says_only_limit,
    sense,
    signs,
    squeezed,
    table_words,
)
from guiju.core.drafting.provisions.model import ANYWHERE, Interval, Limit, Operator, Place
from guiju.core.drafting.provisions.pointers import pointers
from guiju.core.drafting.provisions.pointers import references as pointed

_REFERS = re.compile(r"^(?:见|按照?|符合)\s?")


@dataclass(frozen=True, slots=True)
class _Known:
    """A table while it is read."""

    table: Table
    place: Place
    grid: Grid
    columns: tuple[Column, ...]
    labels: frozenset[str]
    notes: dict[str, str]  # footnotes by id and label
    transposed: bool

    def of(self, role: str) -> list[int]:
        return [at for at, column in enumerate(self.columns) if column.role == role]


def limits(table: Table, language: str = "zh", place: Place = ANYWHERE) -> tuple[Limit, ...]:
    """The limits of a table, row by row; () when it holds none.

    A cell that reaches over all columns of classes has no class for a condition; one that reaches
    over several rows limits the characteristic of each.
    """
    known = _known(table, place)
    if known is None:
        return ()
    found = [limit for row in known.grid.body for limit in _of_row(known, row)]
    found = list(
        {
            (one.address or at, one.characteristic, one.start): one for at, one in enumerate(found)
        }.values()
    )  # a cell and a name that both reach over several rows say one thing
    measured = [one for one in found if _is_measured(one.interval)]
    if 2 * len(measured) < len(found):
        found = measured  # a table of words says what is, and limits nothing
    return tuple(_with_notes(known, found))


def _is_measured(interval: Interval) -> bool:
    bounded = interval.low is not None or interval.high is not None
    return bounded or interval.operator == "not-detected"


def _known(table: Table, place: Place) -> _Known | None:
    labels = frozenset(one.label for one in table.footnotes if one.label)
    laid = grid(table)
    found = columns(laid, labels)
    named = [at for at, column in enumerate(found) if column.role == "name"]
    limiting = [at for at, column in enumerate(found) if column.role == "limit"]
    if not limiting or not (named or any(column.role == "class" for column in found)):
        return None
    notes = {one.id: _said(one.blocks) for one in table.footnotes}
    notes |= {one.label: _said(one.blocks) for one in table.footnotes if one.label}
    by_head = [found[at].heads[-1] for at in limiting if found[at].heads]
    listed = bool(named) and _is_listed(found[named[0]].heads)
    with_unit = [one for one in by_head if one.unit and not says_only_limit(one)]
    transposed = not listed and bool(by_head) and (2 * len(with_unit) >= len(by_head) or not named)
    return _Known(table, place, laid, found, labels, notes, transposed)


def _is_listed(heads: tuple[Name, ...]) -> bool:
    return any(roles().get(squeezed(head.text)) == "name" for head in heads)


def _said(blocks: tuple[object, ...]) -> str:
    return " ".join(plain(block) for block in blocks).strip()  # type: ignore[arg-type]


def _shifted(known: _Known, row: Row) -> _Known:
    """A row with more columns than the head has them on the left, where names are parted."""
    headed = [at for at in range(known.grid.width) if any(row[at] for row in known.grid.head)]
    missing = known.grid.width - len(headed)
    if not missing or not headed or headed[-1] != len(headed) - 1 or row[-1] is None:
        return known
    first = known.columns[0]
    return replace(known, columns=(*(first,) * missing, *known.columns[:-missing]))


def _of_row(known: _Known, row: Row) -> Iterator[Limit]:
    known = _shifted(known, row)
    names = [name(words(cell, known.labels)) for cell in _cells(row, known.of("name"))]
    names = [one for one in names if one.text]
    classes = [_line(known, cell) for cell in _cells(row, known.of("class"))]
    if not names and not (known.transposed and classes):
        return
    if len({id(cell) for cell in row if cell is not None}) == 1:
        return  # a row that only heads those below it
    row_unit = "".join(_line(known, cell) for cell in _cells(row, known.of("unit")))
    row_unit = "" if row_unit.lower() in table_words()["nothing"] else row_unit
    method = "；".join(
        filter(None, (_method(known, one) for one in _cells(row, known.of("method"))))
    )
    references = pointed(pointers(f"按{method}")) if method else ()
    remark = [_line(known, cell) for cell in _cells(row, known.of("note"))]
    sign = _sign_of_row(known, row, names)
    for cell, heads, shared in _limit_cells(known, row):
        said = words(cell, known.labels)
        if known.transposed:
            own = heads[-1] if heads else Name("")
            unit = own.unit
            conditions = [*classes, *(one.text for one in names), *(one.text for one in heads[:-1])]
            groups: list[str] = []
        else:
            own, groups = names[-1], [one.text for one in names[:-1]]
            unit = next((one.unit for one in reversed(names) if one.unit), "")
            conditions = [*_classes(classes), *_head_conditions(heads, shared=shared)]
        used = (*heads, *names)
        notes = [known.notes.get(one, "") for part in used for one in part.notes]
        notes += [known.notes.get(one, "") for one in said.notes]
        operator = sign or next((one.operator for one in reversed(heads) if one.operator), None)
        operator = operator or sense(heads, known.table.title.content)
        head_unit = next((one.unit for one in reversed(heads) if one.unit), "")
        for found in read_cell(said.text, operator):
            conditions_here = [*conditions, own.condition, found.condition, *remark, *notes]
            yield Limit(
                subject=" ".join(groups),
                characteristic=own.text,
                interval=_with_unit(found, row_unit or unit or head_unit or known.table.unit),
                condition=tuple(dict.fromkeys(filter(None, conditions_here))),
                method=method,
                references=references,
                kind="requirement" if known.place.normative else "statement",
                start=found.start,
                end=found.end,
                address=cell.address,
            )


def _method(known: _Known, cell: Cell) -> str:
    written = _line(known, cell)
    return "" if written.lower() in table_words()["nothing"] else _REFERS.sub("", written)


def _classes(classes: list[str]) -> list[str]:
    return [one for one in classes if one and one.lower() not in table_words()["nothing"]]


def _cells(row: Row, at: list[int]) -> list[Cell]:
    """The cells of these columns, each once."""
    cells = [row[one] for one in at]
    return list({id(cell): cell for cell in cells if cell is not None}.values())


def _line(known: _Known, cell: Cell) -> str:
    return re.sub(r"\s+", " ", words(cell, known.labels).text).strip()


def _sign_of_row(known: _Known, row: Row, names: list[Name]) -> Operator | None:
    """≤ behind the name of the row, or in a column of its own."""
    for cell in _cells(row, known.of("operator")):
        own = signs().get(_line(known, cell).lower())
        if own:
            return own
    return next((one.operator for one in reversed(names) if one.operator), None)


def _limit_cells(known: _Known, row: Row) -> Iterator[tuple[Cell, tuple[Name, ...], bool]]:
    """Each cell of the row that can hold a limit, its heads, and whether all columns share it."""
    limiting = known.of("limit")
    named = {id(cell) for cell in _cells(row, known.of("name"))}
    for cell in _cells(row, limiting):
        if id(cell) in named:
            continue
        covered = [at for at in limiting if row[at] is cell]
        heads = known.columns[covered[0]].heads
        if len(covered) > 1 and len(covered) < len(limiting):
            last = "、".join(
                known.columns[at].heads[-1].text for at in covered if known.columns[at].heads
            )
            heads = (*heads[:-1], replace(heads[-1], text=last)) if heads else ()
        yield cell, heads, len(covered) == len(limiting) and len(limiting) > 1


def _head_conditions(heads: tuple[Name, ...], *, shared: bool) -> list[str]:
    if shared:
        return []
    return [head.text for head in heads if head.text and not says_only_limit(head)]


def _with_unit(found: Found, unit: str) -> Interval:
    """The unit of row or head, unless the cell has its own; words have none."""
    own = found.interval
    numeric = own.low is not None or own.high is not None or len(own.written) <= 3
    return own if own.unit or not numeric else replace(own, unit=unit)


def _with_notes(known: _Known, found: list[Limit]) -> Iterator[Limit]:
    """Notes of the table that name a characteristic are a condition of it, others of all."""
    notes = [_said(note.blocks) for note in known.table.notes]
    names = {limit.characteristic for limit in found if limit.characteristic}
    for limit in found:
        own = [
            note
            for note in notes
            if limit.characteristic in note or not any(one in note for one in names)
        ]
        yield replace(limit, condition=(*limit.condition, *own))
