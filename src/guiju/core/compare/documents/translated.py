"""Clauses of two languages aligned (中外文条款对应): by number, kind and what needs no translation.

That is: figures, numbers of standards, English words of a Chinese text, and how many subclauses,
items and tables a clause has. Siblings keep their order.
"""

import re
from collections import Counter

from guiju.core.compare.documents.flat import Flat, table_text
from guiju.core.compare.documents.matching import ONLY_ONCE, Matching, Side
from guiju.core.documents.structure.words import is_unit
from guiju.core.numbers import find, work_key

_FIGURE = re.compile(r"(?<![A-Za-z\d])(\d+(?:[.,]\d+)?)([A-Za-zμµΩ°℃]*)")
_WORD = re.compile(r"[A-Za-z]{3,}")
MOST_PAIRS = 40_000
SKIP = 0.35


def match_translated(a: Flat, b: Flat) -> Matching:
    """Pairs from the top down; terms by their foreign designation."""
    found = Matching(Side(a), Side(b))
    signs = [[_signs(side, at) for at in range(len(side.clauses))] for side in (a, b)]
    waiting = [(-1, -1)]
    while waiting:
        above_a, above_b = waiting.pop()
        below_a, below_b = a.children(above_a), b.children(above_b)
        for at_a, at_b in _siblings(found, signs, below_a, below_b):
            if found.pair(at_a, at_b):
                waiting.append((at_a, at_b))
    return found


def figures(text: str) -> Counter[str]:
    """Figures of a text that are no part of a standard's number, with a decimal point.

    A Chinese text may put a unit right behind its figure.

    >>> sorted(figures("1,5 mm 见 GB/T 1.1—2020, 20；约30g，3D"))
    ['1.5', '20', '30']
    """
    kept, at = [], 0
    for one in find(text):
        kept.append(text[at : one.start])
        at = one.end
    kept.append(text[at:])
    found = _FIGURE.findall(" ".join(kept))
    return Counter(one.replace(",", ".") for one, unit in found if not unit or is_unit(unit))


def _signs(side: Flat, at: int) -> Counter[str]:
    clause = side.clauses[at]
    text = f"{clause.text}\n{table_text(clause)}"
    signs = figures(text)
    signs.update(work_key(one.number) for one in find(text))
    if clause.kind == "term":
        signs.update(word.lower() for word in _WORD.findall(clause.text))
    signs.update(f"/{one.kind}" for one in clause.passages)
    signs["/below"] += len(side.children(at))
    return +signs


def _siblings(
    found: Matching, signs: list[list[Counter[str]]], below_a: list[int], below_b: list[int]
) -> list[tuple[int, int]]:
    """The best pairs in order: a table of scores, as for two sequences."""
    if len(below_a) * len(below_b) > MOST_PAIRS:
        return _by_label(found, below_a, below_b)
    rows, columns = len(below_a), len(below_b)
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    score = [[_score(found, signs, one, two) for two in below_b] for one in below_a]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            paired = score[i][j] + best[i + 1][j + 1] if score[i][j] > SKIP else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    answer, i, j = [], 0, 0
    while i < rows and j < columns:
        if score[i][j] > SKIP and best[i][j] == score[i][j] + best[i + 1][j + 1]:
            answer.append((below_a[i], below_b[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return answer


def _by_label(found: Matching, below_a: list[int], below_b: list[int]) -> list[tuple[int, int]]:
    labels = {found.b.clauses[at].label: at for at in below_b if found.b.clauses[at].label}
    known = [(at, labels.get(found.a.clauses[at].label, -1)) for at in below_a]
    return [pair for pair in known if pair[1] >= 0]


def _score(found: Matching, signs: list[list[Counter[str]]], at_a: int, at_b: int) -> float:
    own, other = found.a.clauses[at_a], found.b.clauses[at_b]
    if own.kind != other.kind:
        return 0.0
    if own.kind in ONLY_ONCE:
        return 3.0
    one, two = signs[0][at_a], signs[1][at_b]
    whole = one.total() + two.total()
    alike = 2 * (one & two).total() / whole if whole else 0.5
    return alike + 0.3 * (own.label == other.label)
