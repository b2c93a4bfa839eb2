"""Circles in what replaces what (代替关系成环), found in linear time without recursion."""

from array import array
from collections.abc import Iterable


def circles(edges: Iterable[tuple[int, int]]) -> list[tuple[int, ...]]:
    """The groups of nodes that reach one another, each sorted; a node that points to itself alone.

    Nodes are any whole numbers. Nodes outside every circle are peeled off first, so that on real
    catalogues, which hold few circles, next to nothing is left for the search proper.
    """
    nodes: dict[int, int] = {}
    names: list[int] = []
    heads, tails = array("q"), array("q")
    alone: set[int] = set()
    for tail, head in edges:
        if tail == head:
            alone.add(tail)
            continue
        for name in (tail, head):
            if name not in nodes:
                nodes[name] = len(names)
                names.append(name)
        tails.append(nodes[tail])
        heads.append(nodes[head])
    starts, targets = _by_node(tails, heads, len(names))
    left = _peel(starts, targets, _by_node(heads, tails, len(names)))
    groups = _components(starts, targets, left)
    found = [tuple(sorted(names[node] for node in group)) for group in groups if len(group) > 1]
    inside = {name for group in found for name in group}
    return sorted([*found, *((name,) for name in alone - inside)])


def edges_in_circles(edges: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
    """The edges that have to be kept out so that no circle is left."""
    every = list(edges)
    group = {name: at for at, names in enumerate(circles(every)) for name in names}
    return {
        (tail, head)
        for tail, head in every
        if tail == head or (tail in group and group[tail] == group.get(head))
    }


def _by_node(
    tails: "array[int]", heads: "array[int]", count: int
) -> "tuple[array[int], array[int]]":
    """The edges ordered by tail: those of node n stand from starts[n] to starts[n + 1]."""
    starts = array("q", bytes(8 * (count + 1)))
    for tail in tails:
        starts[tail + 1] += 1
    for node in range(count):
        starts[node + 1] += starts[node]
    targets, at = array("q", bytes(8 * len(tails))), starts[:]
    for tail, head in zip(tails, heads, strict=True):
        targets[at[tail]] = head
        at[tail] += 1
    return starts, targets


def _peel(
    starts: "array[int]", targets: "array[int]", backwards: "tuple[array[int], array[int]]"
) -> bytearray:
    """Mark with 1 what may lie on a circle: what no end of a chain reaches, from either side."""
    count = len(starts) - 1
    left = bytearray(b"\1") * count
    back_starts, back_targets = backwards
    for first, onto, other in (
        (back_starts, targets, starts),
        (starts, back_targets, back_starts),
    ):
        degree = array("q", (first[node + 1] - first[node] for node in range(count)))
        ready = [node for node in range(count) if left[node] and not degree[node]]
        while ready:
            node = ready.pop()
            left[node] = 0
            for at in range(other[node], other[node + 1]):
                degree[onto[at]] -= 1
                if not degree[onto[at]] and left[onto[at]]:
                    ready.append(onto[at])
    return left


def _components(starts: "array[int]", targets: "array[int]", left: bytearray) -> list[list[int]]:
    """Tarjan's strongly connected components, with a stack of our own."""
    order: dict[int, int] = {}
    low: dict[int, int] = {}
    on_path: set[int] = set()
    path: list[int] = []
    groups: list[list[int]] = []
    for root in range(len(left)):
        if not left[root] or root in order:
            continue
        work = [(root, starts[root])]
        while work:
            node, at = work.pop()
            if node not in order:
                order[node] = low[node] = len(order)
                path.append(node)
                on_path.add(node)
            went_down = False
            for place in range(at, starts[node + 1]):
                head = targets[place]
                if not left[head]:
                    continue
                if head not in order:
                    work += [(node, place), (head, starts[head])]
                    went_down = True
                    break
                if head in on_path:
                    low[node] = min(low[node], low[head])
            if not went_down and low[node] == order[node]:
                group: list[int] = []
                while not group or group[-1] != node:
                    group.append(path.pop())
                    on_path.discard(group[-1])
                groups.append(group)
    return groups
