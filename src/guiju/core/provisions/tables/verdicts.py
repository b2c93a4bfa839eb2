"""Verdicts beside the rows of a table (判定结果列): grade, verdict, what limits it, and the clause."""

from collections.abc import Mapping, Sequence

import numpy as np
import polars as pl
from numpy.typing import NDArray

from guiju.core.provisions.columnar import grading, indexing, ways
from guiju.core.provisions.columnar.codes import (
    FAIL,
    INAPPLICABLE,
    MISSING,
    PASS,
    STATUSES,
    UNDETERMINED,
)
from guiju.core.provisions.columnar.columns import Column
from guiju.core.provisions.columnar.judging import NO_RULE
from guiju.core.provisions.columnar.told import Told
from guiju.core.provisions.grading import names_of
from guiju.core.provisions.model import Characteristic, Index, Ladder, Rule, RuleSet, Rung
from guiju.core.provisions.tables.marks import score_columns
from guiju.core.provisions.tables.reasons import reasons
from guiju.core.provisions.words_of import STATUS_WORDS

# Codes up to here are looked up in a table.
_FEW = 1 << 20
# So many parts are looked at together: two times as many bits fit into a number.
_AT_ONCE = 31


def verdicts(
    rules: RuleSet, columns: Mapping[str, Column], told: Told, rows: int, target: str = ""
) -> list[pl.Series]:
    """The columns that a rule set adds: of its score, its ladder, its index, or its rules."""
    if rules.scores:
        return score_columns(rules.scores[0], rules, columns, told, rows, target)
    if rules.ladders:
        graded = _graded(rules.ladders[0], rules, columns, told, rows, target)
        return [*graded, *_beside(rules, columns, told, rows)]
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
    found = ways.graded(ladder, rules, columns, told, rows)
    names = names_of(ladder)
    last = len(ladder.levels)
    asked = names.index(target) if target else last - 1
    certain, possible = found.certain.astype(np.int32), found.possible.astype(np.int32)
    status = np.select(
        [found.outside, certain == grading.NOTHING, certain <= asked, possible > asked],
        [INAPPLICABLE, MISSING, PASS, FAIL],
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
        *_reasons(ladder.rungs, rules, told, certain != possible),
    ]


def _grade(certain: int, possible: int, names: Sequence[str]) -> str:
    if certain == grading.NOTHING:
        return ""
    return names[certain] if certain == possible else f"{names[possible]}~{names[certain]}"


def _indexed(
    index: Index, rules: RuleSet, columns: Mapping[str, Column], told: Told, rows: int
) -> list[pl.Series]:
    found = ways.indexed(index, rules, columns, told, rows)
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


def _beside(
    rules: RuleSet, columns: Mapping[str, Column], told: Told, rows: int
) -> list[pl.Series]:
    """What the rules beside a ladder say of data that hold any of what they ask for."""
    if not any(rule.characteristic in columns for rule in rules.rules):
        return []
    return [one.rename(f"rules_{one.name}") for one in _judged(rules, columns, told, rows)]


def _judged(
    rules: RuleSet, columns: Mapping[str, Column], told: Told, rows: int
) -> list[pl.Series]:
    found = ways.judged(rules, columns, told, rows)
    first = found.first.astype(np.int32)
    known: Mapping[str, Characteristic] = rules.characteristics
    limiting = {at: known[rule.characteristic].name.zh for at, rule in enumerate(rules.rules)}
    clauses = {at: rule.clause for at, rule in enumerate(rules.rules)}
    return [
        _statuses(found.whole),
        _from_codes("limiting", first, {NO_RULE: "", **limiting}),
        _from_codes("clause", first, {NO_RULE: "", **clauses}),
        *_reasons(rules.rules, rules, told, found.whole == UNDETERMINED),
    ]


def _reasons(
    parts: Sequence[Rule | Rung], rules: RuleSet, told: Told, unsettled: NDArray[np.bool_]
) -> list[pl.Series]:
    """Only rule sets with tables say why: there a row may be for nothing at all."""
    masks, words = reasons(parts, rules, told, unsettled)
    return _joined(masks, {"reason": words}) if words else []


def _statuses(codes: NDArray[np.integer]) -> pl.Series:
    words = {at: STATUS_WORDS[status].zh for at, status in enumerate(STATUSES)}
    return _from_codes("verdict", codes, words)


def _unique(codes: NDArray[np.integer]) -> list[int]:
    return [int(code) for code in pl.Series(codes).unique()]


def _from_codes(name: str, codes: NDArray[np.integer], words: Mapping[int, str]) -> pl.Series:
    """A column of words from one of codes."""
    called = pl.Series(name, list(words.values()), dtype=pl.String)
    if not words or not len(codes):
        return called.clear()
    known = np.array(list(words))
    first, last = int(known.min()), int(known.max())
    if last - first < _FEW:
        places = np.zeros(last - first + 1, np.uint32)
        places[known - first] = np.arange(len(known))
        return called.gather(places.take(codes - first))
    order = np.argsort(known)
    return called.gather(order[np.searchsorted(known[order], codes)])


def _joined(holds: NDArray[np.bool_], words: Mapping[str, Sequence[str]]) -> list[pl.Series]:
    """Columns of the words of those that hold (parts by rows), joined; each word once."""
    codes, holding = _combinations(holds)
    return [
        _from_codes(
            name,
            codes,
            {
                code: "、".join(dict.fromkeys(called[at] for at in own))
                for code, own in holding.items()
            },
        )
        for name, called in words.items()
    ]


def _combinations(holds: NDArray[np.bool_]) -> tuple[NDArray[np.int64], dict[int, list[int]]]:
    """For each row a number for all that holds of it, and for each number what that is."""
    codes = np.zeros(holds.shape[1], np.int64)
    holding: dict[int, list[int]] = {0: []}
    somewhere = [at for at, own in enumerate(holds) if own.any()]
    for start in range(0, len(somewhere), _AT_ONCE):
        if start:
            # Numbered anew there is room for as many bits again.
            known = np.array(sorted(holding))
            codes = np.searchsorted(known, codes) << _AT_ONCE
            holding = {at << _AT_ONCE: holding[int(code)] for at, code in enumerate(known)}
        some = somewhere[start : start + _AT_ONCE]
        for bit, at in enumerate(some):
            codes |= holds[at].astype(np.int64) << bit
        holding = {
            code: [
                *holding[code >> _AT_ONCE << _AT_ONCE],
                *(at for bit, at in enumerate(some) if code >> bit & 1),
            ]
            for code in _unique(codes)
        }
    return codes, holding
