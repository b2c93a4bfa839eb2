"""The shortest edit: right, bounded, and what stays when the rest moves."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from guiju.core.compare.documents.diffing import heaviest_rise, hunks, longest_rise

few = st.text("abc", max_size=12)
numbers = st.lists(st.integers(0, 9), max_size=9)


def rebuilt(a, b, found):
    answer, at = "", 0
    for one in found:
        answer += a[at : one.a_start] + b[one.b_start : one.b_end]
        at = one.a_end
    return answer + a[at:]


def common(a, b):
    """The length of the longest common subsequence, the slow way."""
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            table[i + 1][j + 1] = (
                table[i][j] + 1 if x == y else max(table[i][j + 1], table[i + 1][j])
            )
    return table[-1][-1]


@given(few, few)
def test_hunks_rebuild_and_are_shortest(a, b):
    found = hunks(a, b)
    assert rebuilt(a, b, found) == b
    kept = len(a) - sum(one.a_end - one.a_start for one in found)
    assert kept == common(a, b)


@given(few, few)
def test_a_low_bound_still_rebuilds(a, b):
    assert rebuilt(a, b, hunks(a, b, most=1)) == b


@given(numbers)
def test_longest_rise_is_longest(values):
    found = [values[at] for at in longest_rise(values)]
    assert found == sorted(set(found))
    best = max(
        size
        for size in range(len(values) + 1)
        if any(list(one) == sorted(set(one)) for one in combinations(values, size))
    )
    assert len(found) == best


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 5)), max_size=8))
def test_heaviest_rise_is_heaviest(pairs):
    values, weights = [one for one, _ in pairs], [two for _, two in pairs]
    kept = sorted(heaviest_rise(values, weights))
    assert [values[at] for at in kept] == sorted({values[at] for at in kept})
    best = max(
        sum(weights[at] for at in one)
        for size in range(len(values) + 1)
        for one in combinations(range(len(values)), size)
        if [values[at] for at in one] == sorted({values[at] for at in one})
    )
    assert sum(weights[at] for at in kept) == best


def test_unlike_texts_are_one_change():
    assert hunks(range(5000), range(9000, 14000)) == [(0, 5000, 0, 5000)]
