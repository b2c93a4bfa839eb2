"""Two lists aligned by content (行列对应): which of the one is which of the other, and what moved."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from guiju.core.compare.documents.diffing import heaviest_rise

MOST_PAIRS = 40_000
Thing = TypeVar("Thing", bound=Hashable)


def pairs(
    a: Sequence[Thing],
    b: Sequence[Thing],
    score: Callable[[Thing, Thing], float],
    least: float,
) -> list[tuple[int, int]]:
    """Equal ones first, in order, then the best by score, near places before far ones."""
    places: dict[Thing, list[int]] = defaultdict(list)
    for at, thing in enumerate(b):
        places[thing].append(at)
    found: dict[int, int] = {}
    for at, thing in enumerate(a):
        if places.get(thing):
            found[at] = places[thing].pop(0)
    taken = set(found.values())
    free_a = [at for at in range(len(a)) if at not in found]
    free_b = [at for at in range(len(b)) if at not in taken]
    if len(free_a) * len(free_b) <= MOST_PAIRS:
        scored = [(score(a[one], b[two]), one, two) for one in free_a for two in free_b]
        fitting = [one for one in scored if one[0] >= least]
        for _, one, two in sorted(
            fitting, key=lambda it: (-it[0], abs(it[1] - it[2]), it[1], it[2])
        ):
            if one not in found and two not in taken:
                found[one] = two
                taken.add(two)
    return sorted(found.items())


def out_of_order(paired: Sequence[tuple[int, int]]) -> set[int]:
    """Places in a of those that moved."""
    kept = heaviest_rise([two for _, two in paired], [1] * len(paired))
    return {one for at, (one, _) in enumerate(paired) if at not in kept}
