"""Two documents aligned (对齐): clauses, then the passages in them, then what strayed.

This is what comparison, redline and pages side by side stand on.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from guiju.core.compare.documents.flat import Flat, Passage, flat
from guiju.core.compare.documents.links import Link, links
from guiju.core.compare.documents.matching import Matching, match
from guiju.core.compare.documents.splits import Groups, groups
from guiju.core.compare.documents.words import bare, features, likeness
from guiju.core.documents.model import Document

STRAY_LENGTH = 10
STRAY_LIKENESS = 0.75


@dataclass(frozen=True, slots=True)
class Row:
    """Clauses that belong together, and their passages linked; places count in the whole document."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    links: tuple[Link, ...]


@dataclass(slots=True)
class Aligned:
    """Everything of both texts stands in one row. `strays` are passages that changed their clause."""

    a: Flat
    b: Flat
    matching: Matching
    groups: Groups
    rows: list[Row] = field(default_factory=list)
    strays: list[tuple[int, int]] = field(default_factory=list)
    passages_a: list[Passage] = field(default_factory=list)
    passages_b: list[Passage] = field(default_factory=list)


def align(a: Document, b: Document) -> Aligned:
    flat_a, flat_b = flat(a), flat(b)
    matching = match(flat_a, flat_b)
    answer = Aligned(flat_a, flat_b, matching, groups(matching))
    answer.passages_a, answer.passages_b = flat_a.passages, flat_b.passages
    answer.rows = _rows(answer)
    answer.strays = _strays(answer)
    return answer


def _rows(found: Aligned) -> list[Row]:
    """In the order of b; what is only in a comes after what stood before it."""
    order: list[tuple[tuple[float, int, int], tuple[int, ...], tuple[int, ...]]] = []
    to_b, splits, mergers = found.matching.to_b, found.groups.splits, found.groups.mergers
    in_split = {one for parts in splits.values() for one in parts}
    in_merger = {one for parts in mergers.values() for one in parts}
    last = -1
    for at_a in range(len(found.a.clauses)):
        if at_a in splits:
            order.append(((splits[at_a][0], 0, 0), (at_a,), tuple(splits[at_a])))
            last = splits[at_a][0]
        elif at_a in in_merger:
            whole = next(one for one, parts in mergers.items() if at_a in parts)
            if at_a == mergers[whole][0]:
                order.append(((whole, 0, 0), tuple(mergers[whole]), (whole,)))
            last = whole
        elif at_a in to_b:
            order.append(((to_b[at_a], 0, 0), (at_a,), (to_b[at_a],)))
            last = to_b[at_a]
        else:
            order.append(((last, 1, at_a), (at_a,), ()))
    known = in_split | mergers.keys() | found.matching.to_a.keys()
    order += [((at, 0, 0), (), (at,)) for at in range(len(found.b.clauses)) if at not in known]
    return [_row(found, one, two) for _, one, two in sorted(order)]


def _row(found: Aligned, in_a: tuple[int, ...], in_b: tuple[int, ...]) -> Row:
    places_a = _places(found.a, in_a)
    places_b = _places(found.b, in_b)
    linked = links(
        [found.passages_a[at] for at in places_a], [found.passages_b[at] for at in places_b]
    )
    return Row(
        in_a,
        in_b,
        tuple(
            Link(tuple(places_a[at] for at in one.a), tuple(places_b[at] for at in one.b))
            for one in linked
        ),
    )


def _places(side: Flat, clauses: tuple[int, ...]) -> list[int]:
    own = [side.clauses[at] for at in clauses]
    return [one.first + by for one in own for by in range(len(one.passages))]


def _strays(found: Aligned) -> list[tuple[int, int]]:
    """Whole passages that went from one place and came at another."""
    gone = [one.a[0] for row in found.rows for one in row.links if one.a and not one.b]
    come = [one.b[0] for row in found.rows for one in row.links if one.b and not one.a]
    whole = {at for row in found.rows if not row.b for one in row.links for at in one.a}
    fresh = {at for row in found.rows if not row.a for one in row.links for at in one.b}
    exact: dict[str, list[int]] = defaultdict(list)
    for at in come:
        exact[bare(found.passages_b[at].text)].append(at)
    answer, rest = [], []
    for at in gone:
        key = bare(found.passages_a[at].text)
        if len(key) < STRAY_LENGTH:
            continue
        same = [one for one in exact.get(key, ()) if not (at in whole and one in fresh)]
        if same:
            answer.append((at, same[0]))
            exact[key].remove(same[0])
        else:
            rest.append(at)
    taken = {at for _, at in answer}
    left = [at for at in come if at not in taken and at not in fresh]
    return sorted(answer + _similar(found, [at for at in rest if at not in whole], left))


def _similar(found: Aligned, gone: list[int], come: list[int]) -> list[tuple[int, int]]:
    if len(gone) * len(come) > 10_000:
        return []
    known = {at: features(found.passages_b[at].text) for at in come}
    scored = []
    for at_a in gone:
        own = features(found.passages_a[at_a].text)
        for at_b in come:
            score = likeness(own, known[at_b])
            if score >= STRAY_LIKENESS and len(own) >= STRAY_LENGTH:
                scored.append((-score, at_a, at_b))
    answer: list[tuple[int, int]] = []
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    for _, at_a, at_b in sorted(scored):
        if at_a not in taken_a and at_b not in taken_b:
            answer.append((at_a, at_b))
            taken_a.add(at_a)
            taken_b.add(at_b)
    return answer
