"""Ladders on columns (批量分级): the level of a number is how many levels it does not reach."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from guiju.core.provisions.columnar.codes import BLOCK, INAPPLICABLE, PASS, UNDETERMINED
from guiju.core.provisions.columnar.columns import Codes, Column, Numbers, Small, answered
from guiju.core.provisions.columnar.compiling import Limits, compiled_limit
from guiju.core.provisions.columnar.lookups import NO_ROW, UNTOLD, Rows, all_rows
from guiju.core.provisions.columnar.standing import both, standing
from guiju.core.provisions.columnar.told import Told
from guiju.core.provisions.grading import Place, place
from guiju.core.provisions.measured import Measured
from guiju.core.provisions.model import Characteristic, Ladder, Lookup, Rung
from guiju.core.provisions.written import Limit

NOTHING = 255


@dataclass(frozen=True, slots=True, eq=False)
class Graded:
    """The level of each row that is certain, and the best that is possible.

    `rungs` by rows are the certain levels of each rung. 0 is the best level, one more than the last
    is what reaches none, NOTHING says that there is none: nothing was measured, or of those that
    are `outside` that a table has no row for what was (不适用).
    """

    certain: Small
    possible: Small
    rungs: Small
    outside: NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class _Rung:
    """A rung on columns: its limits, and whether it stands, for all rows or for each.

    `places` are those of its table, 0 where its limits are for all rows.
    """

    rung: Rung
    limits: tuple[Limits, ...]
    stands: Small | int
    places: Codes | int

    def at(self, place: int) -> tuple[Limit | None, ...]:
        """The limits of a place in the table; those that stand in none are the same everywhere."""
        return tuple(
            own.at(place) if isinstance(one, Lookup) else one
            for one, own in zip(self.rung.limits, self.limits, strict=True)
        )


def graded(
    ladder: Ladder,
    known: Mapping[str, Characteristic],
    columns: Mapping[str, Column],
    told: Told,
    rows: int,
) -> Graded:
    """As `core.provisions.grading.grade` has it, for all rows. Raises TooManyDigitsError."""
    rungs = np.full((len(ladder.rungs), rows), NOTHING, np.uint8)
    certain, possible = np.full(rows, NOTHING, np.uint8), np.full(rows, NOTHING, np.uint8)
    beyond = np.zeros(rows, np.bool_)
    tables = all_rows((one for rung in ladder.rungs for one in rung.limits), told)
    for rung, own in zip(ladder.rungs, rungs, strict=True):
        column = columns.get(rung.characteristic)
        if column is None:
            continue
        ready = _ready(rung, ladder, told, tables)
        if isinstance(ready.stands, int) and ready.stands == INAPPLICABLE:
            continue
        likely = _levels(ready, ladder, known[rung.characteristic], column, own)
        _leave_out(ready, own, likely, beyond)
        worse(certain, own)
        worse(possible, likely)
    if beyond.any():
        certain[beyond] = possible[beyond] = NOTHING
        rungs[:, beyond] = NOTHING
    return Graded(certain, possible, rungs, beyond)


def _ready(rung: Rung, ladder: Ladder, told: Told, tables: Mapping[str, Rows]) -> _Rung:
    limits = tuple(compiled_limit(one, ladder.comparison, tables) for one in rung.limits)
    stands = standing(rung.when, told)
    looked_up = [
        (one.table, own) for one, own in zip(rung.limits, limits, strict=True)
        if isinstance(one, Lookup)
    ]  # fmt: skip
    if not looked_up:
        return _Rung(rung, limits, stands, 0)
    asked = np.minimum.reduce([own.asked for _, own in looked_up])
    if len(looked_up) < len(limits):
        asked[:-2] = PASS
    # That there is no row is another answer than that the row asks for nothing.
    asked[NO_ROW] = PASS
    places = tables[looked_up[0][0]].places
    if isinstance(places, int):
        own: Small | int = int(asked[places])
    elif asked[:-2].any() or places.min(initial=0) == UNTOLD:
        own = asked.take(places)
    else:
        own = PASS
    return _Rung(rung, limits, both(stands, own), places)


def _levels(
    ready: _Rung, ladder: Ladder, characteristic: Characteristic, column: Column, out: Small
) -> Small:
    """The certain levels into `out`; the possible ones are returned."""
    rung, last = ready.rung, len(ready.limits)
    if rung.certainty == "uncertain":
        out[:] = last
        likely = np.zeros_like(out)
    else:
        _reached(ready, column.numbers, out)
        likely = out.copy()

    def at(measured: Measured, here: int) -> Place | None:
        if measured.kind == "missing":
            return None
        return place(measured, rung, characteristic, ladder, ready.at(here))

    longest = max(ready.limits, key=lambda one: len(one.asked))
    rows, places, which = answered(column, ready.places, len(longest.asked), at, longest.alike)
    found = [(NOTHING, NOTHING) if one is None else (one.certain, one.possible) for one in places]
    answers = np.array(found, np.uint8).reshape(-1, 2)
    out[rows], likely[rows] = answers[which, 0], answers[which, 1]
    return likely


def _reached(ready: _Rung, numbers: Numbers, out: Small) -> None:
    """Levels are nested: what does not reach a level reaches none above it."""
    out[:] = 0
    for start in range(0, len(numbers), BLOCK):
        here = slice(start, start + BLOCK)
        own, reached = numbers[here], out[here]
        beside = np.empty(len(own), np.bool_)
        for limits in ready.limits:
            limits.part(here).outside(own, beside)
            reached += beside.view(np.uint8)


def _leave_out(ready: _Rung, own: Small, likely: Small, beyond: NDArray[np.bool_]) -> None:
    """Rows for which the rung does not stand, or its table has no row, or of which none can tell."""
    stands, no_row = ready.stands, ready.places == NO_ROW
    if not np.any(stands) and not np.any(no_row):
        return
    measured = own != NOTHING
    unknown = measured & (stands == UNDETERMINED)
    without = measured & (stands == PASS) & no_row
    own[unknown], likely[unknown] = len(ready.limits), 0
    off = without | (stands == INAPPLICABLE)
    own[off] = likely[off] = NOTHING
    beyond |= without


def worse(worst: Small, other: Small) -> None:
    """The worse of two levels into the first; NOTHING is none."""
    # One more wraps NOTHING to 0, below every level.
    np.maximum(worst + np.uint8(1), other + np.uint8(1), out=worst)
    worst -= np.uint8(1)
