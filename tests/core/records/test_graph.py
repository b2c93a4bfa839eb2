"""Circles of replacement, against the plain definition."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.core.records.graph import circles, edges_in_circles

edges = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=16)


def reachable(pairs):
    nodes = {node for pair in pairs for node in pair}
    reach = {node: {head for tail, head in pairs if tail == node} for node in nodes}
    for middle in nodes:
        for node in nodes:
            if middle in reach[node]:
                reach[node] = reach[node] | reach[middle]
    return reach


@pytest.mark.parametrize(
    ("pairs", "found"),
    [
        ([], []),
        ([(1, 2), (2, 3)], []),
        ([(7, 7)], [(7,)]),
        ([(1, 2), (2, 1)], [(1, 2)]),
        ([(1, 2), (2, 3), (3, 1), (3, 4), (0, 1)], [(1, 2, 3)]),
        ([(1, 2), (2, 1), (2, 3), (3, 4), (4, 3), (4, 4)], [(1, 2), (3, 4)]),
    ],
)
def test_circles(pairs, found):
    assert circles(pairs) == found


@given(edges)
def test_a_circle_is_what_reaches_itself(pairs):
    reach = reachable(pairs)
    expected = {
        tuple(sorted(other for other in reach[node] if node in reach[other]))
        for node in reach
        if node in reach[node]
    }
    assert circles(pairs) == sorted(expected)


@given(edges)
def test_without_these_edges_no_circle_is_left(pairs):
    wrong = edges_in_circles(pairs)
    assert circles(pair for pair in pairs if pair not in wrong) == []
    reach = reachable(pairs)
    assert wrong == {(tail, head) for tail, head in pairs if tail in reach[head] or tail == head}


def test_a_long_chain_and_a_long_circle_need_no_recursion():
    chain = [(node, node + 1) for node in range(100_000)]
    assert circles(chain) == []
    assert circles([*chain, (100_000, 0)]) == [tuple(range(100_001))]
