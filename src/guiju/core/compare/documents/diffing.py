"""The shortest way from one sequence to another (最短编辑), bounded.

Myers' O(ND) search between anchors: what is equal at both ends, then elements that stand once on
both sides in the same order (patience). Where both differ too much the stretch is one change:
nobody reads it better than whole.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

MOST_EDITS = 300


class Hunk(NamedTuple):
    """Elements `a_start:a_end` become `b_start:b_end`."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int


def hunks(a: Sequence[Hashable], b: Sequence[Hashable], most: int = MOST_EDITS) -> list[Hunk]:
    """What changed, in order; between the hunks both are equal.

    >>> hunks("abcd", "abxd")
    [Hunk(a_start=2, a_end=3, b_start=2, b_end=3)]
    """
    answer: list[Hunk] = []
    at_a = at_b = 0
    for start_a, start_b, length in _runs(a, b, most):
        if start_a > at_a or start_b > at_b:
            answer.append(Hunk(at_a, start_a, at_b, start_b))
        at_a, at_b = start_a + length, start_b + length
    if at_a < len(a) or at_b < len(b):
        answer.append(Hunk(at_a, len(a), at_b, len(b)))
    return answer


def _runs(
    a: Sequence[Hashable], b: Sequence[Hashable], most: int
) -> Iterator[tuple[int, int, int]]:
    """Equal runs: start in a, start in b, length."""
    start, end_a, end_b = 0, len(a), len(b)
    while start < end_a and start < end_b and a[start] == b[start]:
        start += 1
    while end_a > start and end_b > start and a[end_a - 1] == b[end_b - 1]:
        end_a, end_b = end_a - 1, end_b - 1
    if start:
        yield 0, 0, start
    if start < end_a and start < end_b:
        inner_a, inner_b = a[start:end_a], b[start:end_b]
        found = _shortest(inner_a, inner_b, most)
        if found is None:
            found = list(_between_anchors(inner_a, inner_b, most))
        for at_a, at_b, length in found:
            yield start + at_a, start + at_b, length
    if end_a < len(a):
        yield end_a, end_b, len(a) - end_a


def _shortest(
    a: Sequence[Hashable], b: Sequence[Hashable], most: int
) -> list[tuple[int, int, int]] | None:
    """The equal elements of a shortest edit; None where it takes more than `most` edits."""
    n, m = len(a), len(b)
    if abs(n - m) > most:
        return None
    reach = {1: 0}
    trace: list[dict[int, int]] = []
    for edits in range(min(n + m, most) + 1):
        trace.append(reach)
        reach = dict(reach)
        for k in range(-edits, edits + 1, 2):
            down = k == -edits or (k != edits and reach[k - 1] < reach[k + 1])
            x = reach[k + 1] if down else reach[k - 1] + 1
            y = x - k
            while x < n and y < m and a[x] == b[y]:
                x, y = x + 1, y + 1
            reach[k] = x
            if x >= n and y >= m:
                return _back(trace, n, m)
    return None


def _back(trace: list[dict[int, int]], x: int, y: int) -> list[tuple[int, int, int]]:
    found: list[tuple[int, int, int]] = []
    for edits in range(len(trace) - 1, -1, -1):
        reach, k = trace[edits], x - y
        down = k == -edits or (k != edits and reach[k - 1] < reach[k + 1])
        before = k + 1 if down else k - 1
        from_x = reach[before] if edits else 0
        from_y = from_x - before if edits else 0
        entered = (from_x if down else from_x + 1) if edits else 0
        if x > entered:
            found.append((entered, entered - k, x - entered))
        x, y = from_x, from_y
    return found[::-1]


def _between_anchors(
    a: Sequence[Hashable], b: Sequence[Hashable], most: int
) -> Iterator[tuple[int, int, int]]:
    """Patience: what stands once on both sides, and the shortest edit between."""
    once_a, once_b = Counter(a), Counter(b)
    place = {one: at for at, one in enumerate(b) if once_b[one] == 1}
    both = [(at, place[one]) for at, one in enumerate(a) if once_a[one] == 1 and one in place]
    anchors = [both[at] for at in longest_rise([at_b for _, at_b in both])]
    if not anchors:
        return
    at_a = at_b = 0
    for anchor_a, anchor_b in [*anchors, (len(a), len(b))]:
        for start_a, start_b, length in _gap(a[at_a:anchor_a], b[at_b:anchor_b], most):
            yield at_a + start_a, at_b + start_b, length
        if anchor_a < len(a):
            yield anchor_a, anchor_b, 1
        at_a, at_b = anchor_a + 1, anchor_b + 1


def _gap(a: Sequence[Hashable], b: Sequence[Hashable], most: int) -> list[tuple[int, int, int]]:
    return (_shortest(a, b, most) or []) if a and b else []


def longest_rise(values: Sequence[int]) -> list[int]:
    """The places of a longest strictly rising subsequence.

    >>> longest_rise([3, 0, 1, 5, 2])
    [1, 2, 4]
    """
    ends: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for at, value in enumerate(values):
        slot = bisect_left(ends, value)
        before.append(places[slot - 1] if slot else -1)
        if slot == len(ends):
            ends.append(value)
            places.append(at)
        else:
            ends[slot], places[slot] = value, at
    answer: list[int] = []
    at = places[-1] if places else -1
    while at >= 0:
        answer.append(at)
        at = before[at]
    return answer[::-1]


def heaviest_rise(values: Sequence[int], weights: Sequence[int]) -> set[int]:
    """The places of a rising subsequence of the greatest weight: what stays when the rest moves.

    >>> sorted(heaviest_rise([1, 2, 0], [1, 1, 9]))
    [2]
    """
    ranks = {value: at for at, value in enumerate(sorted(set(values)), 1)}
    tree: list[tuple[int, int]] = [(0, -1)] * (
        len(ranks) + 1
    )  # best weight up to a rank, its place
    before: list[int] = []
    best = (0, -1)
    for at, value in enumerate(values):
        rank = ranks[value]
        found, node = (0, -1), rank - 1
        while node > 0:
            found = max(found, tree[node], key=lambda one: one[0])
            node -= node & -node
        before.append(found[1])
        reached = (found[0] + weights[at], at)
        best = max(best, reached, key=lambda one: one[0])
        node = rank
        while node < len(tree):
            tree[node] = max(tree[node], reached, key=lambda one: one[0])
            node += node & -node
    answer: set[int] = set()
    at = best[1]
    while at >= 0:
        answer.add(at)
        at = before[at]
    return answer
