"""Verdicts beside the rows of a table (判定结果列): grade, verdict, what limits it, and the clause."""

from collections.abc import Mapping, Sequence

import numpy as np
import polars as pl
from numpy.typing import NDArray

from guiju.core.provisions.columnar import grading, indexing
from guiju.core.provisions.columnar.columns import Column
from guiju.core.provisions.columnar.judging import (
    FAIL,
    MISSING,
    NO_RULE,
    PASS,
    STATUSES,
    UNDETERMINED,
    compiled,
    judged,
)
from guiju.core.provisions.columnar.standing import Told, all_standing
from guiju.core.provisions.grading import names_of
from guiju.core.provisions.model import Characteristic, Index, Ladder, RuleSet
from guiju.core.provisions.words_of import STATUS_WORDS

_MOST_PARTS = 63


def verdicts(
    rules: RuleSet, columns: Mapping[str, Column], told: Told, rows: int, target: str = ""
) -> list[pl.Series]:
    """The columns that a rule set adds: of its ladder, its index, or its rules."""
    if rules.ladders:
        return _graded(rules.ladders[0], rules, columns, told, rows, target)
    if rules.indices:
        return _indexed(rules.indices[0], rules, columns, told, rows)
    return _judged(rules, columns, told, rows)


def _graded(
    ladder: Ladder,
    rules: RuleSet,
    columns: Mapping[str, Column],
    told: Told,
    rows: int,
    target: str,
) -> list[pl.Series]:
    found = grading.graded(ladder, rules.characteristics, columns, told, rows)
    names = names_of(ladder)
    last = len(ladder.levels)
    asked = names.index(target) if target else last - 1
    certain, possible = found.certain.astype(np.int32), found.possible.astype(np.int32)
    status = np.select(
        [certain == grading.NOTHING, certain <= asked, possible > asked],
        [MISSING, PASS, FAIL],
        UNDETERMINED,
    )
    pairs = certain * 256 + possible
    limiting = (
        (found.rungs == found.certain) & (found.certain != grading.NOTHING) & (found.certain > 0)
    )
    clauses = [rung.clause for rung in ladder.rungs]
    called = [rules.characteristics[rung.characteristic].name.zh for rung in ladder.rungs]
    return [
        _from_codes(
            "grade", pairs, {pair: _grade(*divmod(pair, 256), names) for pair in _unique(pairs)}
        ),
        _statuses(status),
        *_joined(limiting, {"limiting": called, "clause": clauses}),
    ]


def _grade(certain: int, possible: int, names: Sequence[str]) -> str:
    if certain == grading.NOTHING:
        return ""
    return names[certain] if certain == possible else f"{names[possible]}~{names[certain]}"


def _indexed(
    index: Index, rules: RuleSet, columns: Mapping[str, Column], told: Told, rows: int
) -> list[pl.Series]:
    found = indexing.indexed(index, columns, told, rows)
    value = found.value
    above = np.array([float(above) for above, _ in index.classes])
    classes = np.maximum(np.searchsorted(above, value, side="left") - 1, 0)
    classes = np.where(value == indexing.NO_INDEX, -1, classes)
    names = {-1: "", **{at: name for at, (_, name) in enumerate(index.classes)}}
    primary = (found.parts == value) & (value > float(index.primary_above))
    called = [rules.characteristics[scale.characteristic].name.zh for scale in index.scales]
    clauses = [f"{index.clause}; {scale.clause}" for scale in index.scales]
    return [
        pl.Series(index.id, np.where(value == indexing.NO_INDEX, -1, value)).replace(-1, None),
        *_joined(primary, {"primary": called}),
        _from_codes("grade", classes, names),
        *_joined(primary, {"clause": clauses}),
    ]


def _judged(
    rules: RuleSet, columns: Mapping[str, Column], told: Told, rows: int
) -> list[pl.Series]:
    some = compiled(rules.rules, rules.characteristics)
    found = judged(some, columns, all_standing(rules.rules, told), rows)
    first = found.first.astype(np.int32)
    known: Mapping[str, Characteristic] = rules.characteristics
    limiting = {at: known[rule.characteristic].name.zh for at, rule in enumerate(rules.rules)}
    clauses = {at: rule.clause for at, rule in enumerate(rules.rules)}
    return [
        _statuses(found.whole),
        _from_codes("limiting", first, {NO_RULE: "", **limiting}),
        _from_codes("clause", first, {NO_RULE: "", **clauses}),
    ]


def _statuses(codes: NDArray[np.integer]) -> pl.Series:
    words = {at: STATUS_WORDS[status].zh for at, status in enumerate(STATUSES)}
    return _from_codes("verdict", codes, words)


def _unique(codes: NDArray[np.integer]) -> list[int]:
    return [int(code) for code in pl.Series(codes).unique()]


def _from_codes(name: str, codes: NDArray[np.integer], words: Mapping[int, str]) -> pl.Series:
    """A column of words from one of codes."""
    known = pl.Series(list(words)).cast(pl.Int64)
    called = pl.Series(list(words.values()), dtype=pl.String)
    return pl.Series(name, codes).cast(pl.Int64).replace_strict(known, called)


def _joined(holds: NDArray[np.bool_], words: Mapping[str, Sequence[str]]) -> list[pl.Series]:
    """Columns of the words of those that hold (parts by rows), joined; each word once."""
    masks = np.zeros(holds.shape[1], np.int64)
    for at, own in enumerate(holds[:_MOST_PARTS]):
        masks |= own.astype(np.int64) << at
    different = _unique(masks)
    return [
        _from_codes(
            name,
            masks,
            {
                mask: "、".join(
                    dict.fromkeys(word for at, word in enumerate(called) if mask >> at & 1)
                )
                for mask in different
            },
        )
        for name, called in words.items()
    ]
