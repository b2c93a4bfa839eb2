"""Tables, their rows and cells in the next draft (表格内位置的跟踪)."""

import re
from functools import cached_property

from guiju.core.compare.documents.aligning import Aligned
from guiju.core.compare.documents.flat import Flat
from guiju.core.compare.documents.grids import grid
from guiju.core.compare.documents.tables import column_pairs, row_pairs, table_pairs
from guiju.core.consultations.model import Change
from guiju.core.documents.model import Table

_ROW = re.compile(r"(?P<table>.+?)/r(?P<row>\d+)(?:/c(?P<column>\d+)(?:/.+)?)?")


class Tables:
    """The tables of two drafts, paired; each pair laid out when it is asked for."""

    def __init__(self, found: Aligned) -> None:
        self.found = found
        self.old = [one.table for one in found.passages_a if one.table is not None]
        self.new = [one.table for one in found.passages_b if one.table is not None]
        self.places = {one.address: at for at, one in enumerate(self.old)}
        self.homes_old, self.homes_new = _homes(found.a), _homes(found.b)
        self._laid: dict[int, _Pair] = {}

    @cached_property
    def pairs(self) -> dict[int, int]:
        return table_pairs(self.found)

    def follow(self, address: str) -> tuple[list[str], Change | None] | None:
        """The addresses in the new draft, none where it is gone; None for what is in no table."""
        if address in self.places:
            at = self.places[address]
            if at not in self.pairs:
                return [], None
            return [self.new[self.pairs[at]].address], "moved" if self._went(at) else None
        inside = _ROW.fullmatch(address)
        at_table = self.places.get(inside["table"]) if inside else None
        if inside is None or at_table is None:
            return None
        if at_table not in self.pairs:
            return [], None
        column = int(inside["column"]) - 1 if inside["column"] else None
        return self._cell(at_table, int(inside["row"]) - 1, column), None

    def _went(self, at: int) -> bool:
        """Whether the table stands in a clause that is not the one of before."""
        home = self.homes_old[at]
        row = next(row for row in self.found.rows if home in row.a)
        return self.homes_new[self.pairs[at]] not in row.b

    def _cell(self, at: int, row: int, column: int | None) -> list[str]:
        if at not in self._laid:
            self._laid[at] = _Pair(self.old[at], self.new[self.pairs[at]])
        pair = self._laid[at]
        new_row = pair.rows.get(row)
        if new_row is None:
            return []
        if column is None:
            return [f"{pair.new.table.address}/r{new_row + 1}"]
        new_column = pair.columns.get(column)
        cell = None if new_column is None else pair.new.cells.get((new_row, new_column))
        return [cell.address] if cell else []


class _Pair:
    """Two tables, row by row and column by column."""

    def __init__(self, old: Table, new: Table) -> None:
        self.old, self.new = grid(old), grid(new)
        columns = column_pairs(self.old, self.new)
        self.columns = dict(columns)
        self.rows = dict(row_pairs(self.old, self.new, columns))


def _homes(side: Flat) -> list[int]:
    """The clause of each table."""
    return [
        clause.at for clause in side.clauses for one in clause.passages if one.table is not None
    ]
