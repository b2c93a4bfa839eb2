"""Rows of data and rows of a table (批量查表): which row of the table each is for, found once for all columns.

The codes of all keys are folded into one place. What lies between two rows has a place of its own.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from guiju.core.provisions.columnar.codes import BLOCK
from guiju.core.provisions.columnar.columns import Codes, Numbers
from guiju.core.provisions.columnar.keys import Cases, key_of
from guiju.core.provisions.columnar.told import Amounts, Told, Words
from guiju.core.provisions.model import Between, Lookup
from guiju.core.provisions.written import Limit

NO_ROW, UNTOLD = -1, -2
State = tuple[Cases, bool]


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """The place among the cases for each row or for all; NO_ROW: there is none, UNTOLD: none can tell.

    Places behind those of the cases are of what lies between two rows: a case, and the number.
    """

    places: Codes | int
    cases: Codes
    numbers: Numbers


def all_rows(limits: Iterable[Limit | Lookup], told: Told) -> dict[str, Rows]:
    """Where the rows of data stand in each table: a lookup of any column stands for its table."""
    lookups = {one.table: one for one in limits if isinstance(one, Lookup)}
    return {table: rows_of(one, told) for table, one in lookups.items()}


def rows_of(lookup: Lookup, told: Told) -> Rows:
    """Where the rows of data stand in the table of a lookup."""
    keys = [key_of(lookup.cases, at, told.get(name)) for at, (name, _) in enumerate(lookup.names)]
    # What is still possible, and whether something was not told.
    states: list[State] = [(frozenset(range(len(lookup.cases))), False)]
    tables = []
    for key in keys:
        table, states = _folded(states, key.options)
        tables.append(table)
    ends = np.array([_place(*state) for state in states], np.int32)
    several = [key.codes for key in keys if key.codes is not None]
    if not several:
        place = 0
        for table in tables:
            place = int(table[place, 0])
        return _between(lookup, int(ends[place]), told)
    rows = next(
        len(one.codes if isinstance(one, Words) else one.numbers)
        for name, _ in lookup.names
        if isinstance(one := told.get(name), Words | Amounts)
    )
    found = np.empty(rows, np.int32)
    for start in range(0, rows, BLOCK):
        here = slice(start, start + BLOCK)
        place_of: Codes | int = 0
        for key, table in zip(keys, tables, strict=True):
            place_of = _at(table, place_of, 0 if key.codes is None else key.codes(here))
        found[here] = ends[place_of]
    return _between(lookup, found, told)


def _folded(
    states: list[State], options: Iterable[Cases | None]
) -> tuple[NDArray[np.int32], list[State]]:
    """Old states by options: the places of the new ones."""
    options = tuple(options)
    known: dict[State, int] = {}
    table = np.empty((len(states), len(options)), np.int32)
    for row, (possible, untold) in enumerate(states):
        for column, option in enumerate(options):
            left = possible if option is None else possible & option
            state = (left, bool(left) and (untold or option is None))
            table[row, column] = known.setdefault(state, len(known))
    return table, list(known)


def _at(table: NDArray[np.int32], states: Codes | int, codes: Codes | int) -> Codes | int:
    if isinstance(states, int):
        return int(table[states, codes]) if isinstance(codes, int) else table[states].take(codes)
    if isinstance(codes, int):
        return table[:, codes].take(states)
    return table.ravel().take(states * np.int32(table.shape[1]) + codes)


def _place(possible: Cases, untold: bool) -> int:
    if not possible:
        return NO_ROW
    return UNTOLD if untold else min(possible)


def _between(lookup: Lookup, places: Codes | int, told: Told) -> Rows:
    """Places of their own for numbers that lie between two rows."""
    lines = {at: one.limit for at, one in enumerate(lookup.cases) if isinstance(one.limit, Between)}
    count, none = len(lookup.cases), np.empty(0, np.int32)
    if not lines:
        return Rows(places, none, np.empty(0))
    attribute = next(iter(lines.values())).attribute
    if isinstance(places, int):
        if places not in lines:
            return Rows(places, none, np.empty(0))
        return Rows(count, np.array([places], np.int32), _numbers(told[attribute], slice(0, 1)))
    # The last two stand for NO_ROW and UNTOLD.
    on_line = np.zeros(count + 2, np.bool_)
    on_line[list(lines)] = True
    here = np.flatnonzero(on_line.take(places))
    cases = places[here]
    places[here] = count + np.arange(len(here), dtype=np.int32)
    return Rows(places, cases, _numbers(told[attribute], here))


def _numbers(told: Words | Amounts | str | float, rows: slice | NDArray[np.intp]) -> Numbers:
    if isinstance(told, Amounts):
        return told.numbers[rows]
    # A case between two rows holds for numbers alone.
    length = 1 if isinstance(rows, slice) else len(rows)
    return np.full(length, told if isinstance(told, float) else np.nan)
