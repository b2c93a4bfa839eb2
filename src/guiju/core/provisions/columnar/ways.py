"""Rows of which something was not told (批量未说明的适用条件), judged under every value that it may have."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from guiju.core.provisions.columnar import grading, indexing, judging
from guiju.core.provisions.columnar.codes import FAIL, UNDETERMINED
from guiju.core.provisions.columnar.columns import Column, Small
from guiju.core.provisions.columnar.compiling import compiled
from guiju.core.provisions.columnar.lookups import all_rows
from guiju.core.provisions.columnar.standing import all_standing
from guiju.core.provisions.columnar.told import Told, some, untold
from guiju.core.provisions.model import Attribute, Index, Ladder, RuleSet
from guiju.core.provisions.untold import deciding, tried, ways

Columns = Mapping[str, Column]
Places = NDArray[np.intp]
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Rows of which the same is not told, None: all; and what is told under each value of it."""

    rows: Places | None
    ways: tuple[Told, ...]


def groups(
    needed: Sequence[str], told: Told, attributes: Mapping[str, Attribute], rows: int
) -> Iterator[Group]:
    """All rows, by what was not told of them."""
    lost = {
        name: mask
        for name in needed
        if name in attributes and attributes[name].values and np.any(mask := untold(told.get(name)))
    }
    pattern = np.zeros(rows, np.int64)
    for at, mask in enumerate(lost.values()):
        pattern |= np.asarray(mask).astype(np.int64) << at
    different = np.unique(pattern) if lost else pattern[:1]
    for one in different:
        unknown = {name for at, name in enumerate(lost) if one >> at & 1}
        names = tried(needed, [name for name in needed if name not in unknown], attributes)
        here = None if len(different) == 1 else np.flatnonzero(pattern == one)
        own = told if here is None else some(told, here)
        yield Group(here, tuple({**own, **way} for way in ways(names, attributes)))


def judged(rules: RuleSet, columns: Columns, told: Told, rows: int) -> judging.Judged:
    """As `core.provisions.findings.verdict` has it, for all rows. Raises TooManyDigitsError."""

    def judge(own: Columns, told: Told, rows: int) -> judging.Judged:
        tables = all_rows((rule.limit for rule in rules.rules), told)
        ready = compiled(rules.rules, rules.characteristics, tables)
        return judging.judged(ready, own, all_standing(rules.rules, told), rows)

    found = judging.Judged(
        np.empty((len(rules.rules), rows), np.uint8),
        np.empty(rows, np.uint8),
        np.empty(rows, np.int16),
    )
    for group in groups(deciding(rules.rules), told, rules.attributes, rows):
        one = reduce(_same_answers, _each(judge, group, columns, rows))
        if group.rows is None:
            return one
        found.status[:, group.rows] = one.status
        found.whole[group.rows], found.first[group.rows] = one.whole, one.first
    return found


def graded(
    ladder: Ladder, rules: RuleSet, columns: Columns, told: Told, rows: int
) -> grading.Graded:
    """As `core.provisions.grading.grade` has it, for all rows. Raises TooManyDigitsError."""

    def judge(own: Columns, told: Told, rows: int) -> grading.Graded:
        return grading.graded(ladder, rules.characteristics, own, told, rows)

    found = grading.Graded(
        np.empty(rows, np.uint8),
        np.empty(rows, np.uint8),
        np.empty((len(ladder.rungs), rows), np.uint8),
        np.empty(rows, np.bool_),
    )
    for group in groups(deciding(ladder.rungs), told, rules.attributes, rows):
        one = _worst(tuple(_each(judge, group, columns, rows)), len(ladder.levels))
        if group.rows is None:
            return one
        found.certain[group.rows], found.possible[group.rows] = one.certain, one.possible
        found.rungs[:, group.rows], found.outside[group.rows] = one.rungs, one.outside
    return found


def indexed(
    index: Index, rules: RuleSet, columns: Columns, told: Told, rows: int
) -> indexing.Indexed:
    """As `core.provisions.indexing.indexed` has it, for all rows."""

    def judge(own: Columns, told: Told, rows: int) -> indexing.Indexed:
        return indexing.indexed(index, own, told, rows)

    found = indexing.Indexed(
        np.empty(rows, np.int16), np.empty((len(index.scales), rows), np.int16)
    )
    for group in groups(deciding(index.scales), told, rules.attributes, rows):
        one = reduce(_same_index, _each(judge, group, columns, rows))
        if group.rows is None:
            return one
        found.value[group.rows], found.parts[:, group.rows] = one.value, one.parts
    return found


def _each(
    judge: Callable[[Columns, Told, int], Found], group: Group, columns: Columns, rows: int
) -> Iterator[Found]:
    if group.rows is not None:
        columns = {name: one.some(group.rows) for name, one in columns.items()}
        rows = len(group.rows)
    return (judge(columns, told, rows) for told in group.ways)


def _same_answers(one: judging.Judged, other: judging.Judged) -> judging.Judged:
    whole = _same(one.whole, other.whole)
    first = np.minimum(one.first.view(np.uint16), other.first.view(np.uint16)).view(np.int16)
    first[whole != FAIL] = judging.NO_RULE
    return judging.Judged(_same(one.status, other.status), whole, first)


def _same(one: Small, other: Small) -> Small:
    return np.where(one == other, one, np.uint8(UNDETERMINED)).astype(np.uint8)


def _worst(found: Sequence[grading.Graded], last: int) -> grading.Graded:
    """From the best that one of them may be to the worst."""
    first = found[0]
    if len(found) == 1:
        return first
    certain, possible, rungs = first.certain.copy(), first.possible.copy(), first.rungs.copy()
    differ = np.zeros(len(certain), np.bool_)
    for one in found[1:]:
        differ |= (one.certain == grading.NOTHING) != (first.certain == grading.NOTHING)
        differ |= one.outside != first.outside
        grading.worse(certain, one.certain)
        np.minimum(possible, one.possible, out=possible)
        grading.worse(rungs, one.rungs)
    certain[differ], possible[differ] = last, 0
    return grading.Graded(certain, possible, rungs, first.outside & ~differ)


def _same_index(one: indexing.Indexed, other: indexing.Indexed) -> indexing.Indexed:
    value = np.where(one.value == other.value, one.value, np.int16(indexing.NO_INDEX))
    return indexing.Indexed(value.astype(np.int16), np.maximum(one.parts, other.parts))
