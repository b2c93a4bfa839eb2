"""Scores on columns (批量评分定级): whole columns where marks are plain, the decimals for the others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from guiju.core.provisions.columnar import ways
from guiju.core.provisions.columnar.codes import INAPPLICABLE, PASS, STATUSES
from guiju.core.provisions.columnar.columns import Column, Numbers, Small
from guiju.core.provisions.columnar.derived import measured_at, total
from guiju.core.provisions.columnar.ends import low_end
from guiju.core.provisions.columnar.told import Told
from guiju.core.provisions.composed import Level, Score
from guiju.core.provisions.model import RuleSet
from guiju.core.provisions.scoring import Scored, scored, share_of

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Marked:
    """Levels, totals and what the next better level lacks (total and parts by rows).

    `others` are the rows for which marks are no plain numbers, or a gate is not passed.
    """

    level: Small
    total: Numbers
    lacking: Flags
    others: Mapping[int, Scored]


def marked(
    score: Score, rules: RuleSet, columns: Mapping[str, Column], told: Told, rows: int, target: str
) -> Marked:
    """As `core.provisions.scoring.scored_sample` has it, for all rows."""
    gates = _gates(score, rules, columns, told, rows)
    plain = np.ones(rows, np.bool_)
    for _, status in gates:
        plain &= (status == PASS) | (status == INAPPLICABLE)
    for part in score.parts:
        column = columns.get(part.id)
        if column is None:
            plain[:] = False
        else:
            numbers = column.numbers
            # What is no number is neither at least 0 nor at most the maximum.
            plain &= (numbers >= 0) & (numbers <= float(part.maximum))
        for item in part.items:
            plain &= item.id not in columns
    marks = [
        np.where(plain, columns[part.id].numbers, 0.0) if part.id in columns else np.zeros(rows)
        for part in score.parts
    ]
    one = total([(numbers, Decimal(1)) for numbers in marks])
    level = np.full(rows, len(score.levels), np.uint8)
    lacking = np.zeros((1 + len(marks), rows), np.bool_)
    # Levels are nested: from the lowest up, each asks for more.
    for at in range(len(score.levels) - 1, -1, -1):
        lacks = _lacks(score.levels[at], score, one, marks)
        next_up = level == at + 1
        lacking[:, next_up] = lacks[:, next_up]
        level[next_up & ~lacks.any(axis=0)] = at
    clauses = {rule.id: rule.clause for rule in rules.rules}
    others = {}
    for row in np.flatnonzero(~plain):
        results = {name: measured_at(column, row) for name, column in columns.items()}
        answers = {name: STATUSES[status[row]] for name, status in gates}
        others[int(row)] = scored(results, score, answers, clauses, target)
    return Marked(level, one, lacking, others)


def _gates(
    score: Score, rules: RuleSet, columns: Mapping[str, Column], told: Told, rows: int
) -> list[tuple[str, Small]]:
    if not score.gates:
        return []
    found = ways.judged(rules, columns, told, rows)
    return [
        (rule.id, found.status[at]) for at, rule in enumerate(rules.rules) if rule.id in score.gates
    ]


def _lacks(level: Level, score: Score, whole: Numbers, marks: Sequence[Numbers]) -> Flags:
    """Of the total and of each part, whether this level asks for more."""
    found = np.zeros((1 + len(marks), len(whole)), np.bool_)
    if level.total is not None:
        found[0] = whole < low_end(level.total)
    if level.each_part is not None:
        for at, (numbers, part) in enumerate(zip(marks, score.parts, strict=True), 1):
            found[at] = numbers < low_end(share_of(part.maximum, level.each_part))
    return found
