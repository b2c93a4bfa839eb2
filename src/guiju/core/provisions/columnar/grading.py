"""Ladders on columns (批量分级): the level of a number is how many levels it does not reach."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from guiju.core.provisions.columnar.columns import Column, Numbers, Small, scattered
from guiju.core.provisions.columnar.ends import high_end, low_end
from guiju.core.provisions.columnar.judging import INAPPLICABLE, PASS
from guiju.core.provisions.columnar.standing import Told, standing
from guiju.core.provisions.grading import Place, place
from guiju.core.provisions.interval import Interval
from guiju.core.provisions.measured import Measured
from guiju.core.provisions.model import Characteristic, Ladder, Rung

NOTHING = 255


@dataclass(frozen=True, slots=True, eq=False)
class Graded:
    """The level of each row that is certain, and the best that is possible.

    `rungs` by rows are the certain levels of each rung. 0 is the best level, one more than the last
    is what reaches none, NOTHING says that nothing was measured.
    """

    certain: Small
    possible: Small
    rungs: Small


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
    for rung, own in zip(ladder.rungs, rungs, strict=True):
        column = columns.get(rung.characteristic)
        stands = standing(rung.when, told)
        if column is None or (isinstance(stands, int) and stands == INAPPLICABLE):
            continue
        likely = _levels(rung, ladder, known[rung.characteristic], column, stands, own)
        _worse(certain, own)
        _worse(possible, likely)
    return Graded(certain, possible, rungs)


def _levels(
    rung: Rung,
    ladder: Ladder,
    characteristic: Characteristic,
    column: Column,
    stands: Small | int,
    out: Small,
) -> Small:
    """The certain levels into `out`; the possible ones are returned."""
    doubtful = rung.certainty == "uncertain"
    if doubtful:
        out[:] = len(rung.limits)
    else:
        _reached(rung, ladder, column.numbers, out)
    likely = np.zeros_like(out) if doubtful else out
    if column.codes is not None:
        if likely is out:
            likely = out.copy()
        places = {one: _place(one, rung, ladder, characteristic) for one in column.others}
        scattered(column, out, lambda one: _level(places[one], certain=True))
        scattered(column, likely, lambda one: _level(places[one], certain=False))
    if isinstance(stands, int) and stands == PASS:
        return likely
    if likely is out:
        likely = out.copy()
    measured = out != NOTHING
    off = np.broadcast_to(np.asarray(stands == INAPPLICABLE), out.shape)
    unknown = measured & ~np.broadcast_to(np.asarray(stands == PASS), out.shape)
    out[unknown], likely[unknown] = len(rung.limits), 0
    out[off], likely[off] = NOTHING, NOTHING
    return likely


def _reached(rung: Rung, ladder: Ladder, numbers: Numbers, out: Small) -> None:
    """Levels are nested: what does not reach a level reaches none above it."""
    out[:] = 0
    for limit in rung.limits:
        if isinstance(limit, Interval):
            passing = limit.compared(ladder.comparison)
            low, high = low_end(passing), high_end(passing)
            outside = numbers > high
            if low != -np.inf:
                outside |= numbers < low
            out += outside.view(np.uint8)


def _place(
    measured: Measured, rung: Rung, ladder: Ladder, characteristic: Characteristic
) -> Place | None:
    return None if measured.kind == "missing" else place(measured, rung, characteristic, ladder)


def _level(found: Place | None, *, certain: bool) -> int:
    if found is None:
        return NOTHING
    return found.certain if certain else found.possible


def _worse(worst: Small, other: Small) -> None:
    """The worse of two levels; NOTHING is none."""
    # One more wraps NOTHING to 0, below every level.
    np.maximum(worst + np.uint8(1), other + np.uint8(1), out=worst)
    worst -= np.uint8(1)
