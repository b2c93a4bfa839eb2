"""Which clause of the new text is which of the old (条款对应): by content first, then by place.

In this order: elements by kind; whole subtrees that are the same; single clauses that are the
same; clauses that are alike (candidates from an index of shared word pairs, so that time grows
with the length of the texts); clauses whose subclauses went together; what is left under the same
clause, by title. Numbers only break ties: a text in which every number changed is aligned as well.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain

from guiju.core.compare.documents.flat import Clause, Flat, table_text
from guiju.core.compare.documents.words import bare, features, likeness

ONLY_ONCE = frozenset(
    {"foreword", "introduction", "scope", "normative-references", "terms", "symbols",
     "bibliography", "index", "contents"}
)  # fmt: skip
_NO_WORDING = frozenset({"title", "table", "figure"})
# Shorter clauses are too often the same by chance.
LEAST_LENGTH = 12
# A pair of words in more clauses than this tells none from another.
MOST_HOLDERS = 24
# So many of the rarest pairs of words tell the partner of a clause.
ENOUGH_VOTES = 64
# A candidate with so many times fewer votes than the best is not looked at.
FAR_BELOW = 5
LEAST_LIKENESS = 0.42
LEAST_WITH_PLACE = 0.2


@dataclass(slots=True)
class Side:
    """One text, and what its clauses are known by."""

    flat: Flat
    tables: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    _features: dict[int, frozenset[str]] = field(default_factory=dict)
    _wording: dict[int, frozenset[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.tables = [table_text(one) for one in self.flat.clauses]
        self.titles = [bare(one.title) for one in self.flat.clauses]

    @property
    def clauses(self) -> list[Clause]:
        return self.flat.clauses

    def features(self, at: int) -> frozenset[str]:
        if at not in self._features:
            clause = self.clauses[at]
            self._features[at] = features(f"{clause.text}\n{self.tables[at]}")
        return self._features[at]

    def wording(self, at: int) -> frozenset[str]:
        """The features of the text without title and tables."""
        if at not in self._wording:
            own = [one.text for one in self.clauses[at].passages if one.kind not in _NO_WORDING]
            self._wording[at] = features("\n".join(own))
        return self._wording[at]

    def known_title(self, at: int) -> str:
        return self.titles[at] if at >= 0 else ""

    def parent(self, at: int) -> int:
        return self.clauses[at].parent


@dataclass(slots=True)
class Matching:
    """Pairs of clauses; each clause stands in one pair at most."""

    a: Side
    b: Side
    to_b: dict[int, int] = field(default_factory=lambda: {-1: -1})
    to_a: dict[int, int] = field(default_factory=lambda: {-1: -1})

    def pair(self, at_a: int, at_b: int) -> bool:
        if at_a in self.to_b or at_b in self.to_a:
            return False
        self.to_b[at_a], self.to_a[at_b] = at_b, at_a
        return True

    def free_a(self) -> list[int]:
        return [at for at in range(len(self.a.clauses)) if at not in self.to_b]

    def free_b(self) -> list[int]:
        return [at for at in range(len(self.b.clauses)) if at not in self.to_a]

    def likeness(self, at_a: int, at_b: int) -> float:
        return likeness(self.a.features(at_a), self.b.features(at_b))


def match(a: Flat, b: Flat) -> Matching:
    """All pairs that content and place support."""
    found = Matching(Side(a), Side(b))
    _by_kind(found)
    _the_same(found)
    _alike(found)
    _by_children(found)
    _by_place(found)
    return found


def _by_kind(found: Matching) -> None:
    """前言 is 前言, whatever it says."""
    tops = [
        {side.clauses[at].kind: at for at in reversed(side.flat.children(-1))}
        for side in (found.a, found.b)
    ]
    for kind in sorted(ONLY_ONCE & tops[0].keys() & tops[1].keys()):
        found.pair(tops[0][kind], tops[1][kind])


def _the_same(found: Matching) -> None:
    """Equal subtrees, then equal clauses, as often on one side as on the other."""
    known: dict[tuple[object, ...], int] = {}
    trees = [_names(side, known, whole=True) for side in (found.a, found.b)]
    _equal(found, trees, whole=True)
    owns = [_names(side, known, whole=False) for side in (found.a, found.b)]
    _equal(found, owns, whole=False)


def _names(side: Side, known: dict[tuple[object, ...], int], *, whole: bool) -> list[int]:
    """A number for each clause that equal ones share; 0 for those too short to tell."""
    answer = [0] * len(side.clauses)
    long = [False] * len(side.clauses)
    for at in range(len(side.clauses) - 1, -1, -1):
        clause = side.clauses[at]
        below = side.flat.children(at) if whole else []
        key = (whole, clause.text, side.tables[at], *(answer[one] for one in below))
        answer[at] = known.setdefault(key, len(known) + 1)
        long[at] = len(clause.text) + len(side.tables[at]) >= LEAST_LENGTH or any(
            long[one] for one in below
        )
    return [name if long[at] else -name for at, name in enumerate(answer)]


def _equal(found: Matching, names: list[list[int]], *, whole: bool) -> None:
    places: list[dict[int, list[int]]] = []
    for side, taken in ((0, found.to_b), (1, found.to_a)):
        by_name: dict[int, list[int]] = defaultdict(list)
        for at, name in enumerate(names[side]):
            if name > 0 and at not in taken:
                by_name[name].append(at)
        places.append(by_name)
    for name, own in places[0].items():
        other = places[1].get(name, [])
        if len(own) == len(other):
            for at_a, at_b in zip(own, other, strict=True):
                if found.pair(at_a, at_b) and whole:
                    _pair_below(found, at_a, at_b)


def _pair_below(found: Matching, at_a: int, at_b: int) -> None:
    size = found.a.clauses[at_a].end - at_a
    for step in range(1, size):
        found.pair(at_a + step, at_b + step)


def _alike(found: Matching) -> None:
    """Best first: likeness of the words, then title, the clause above, number and place."""
    holders: dict[str, list[int]] = defaultdict(list)
    for at_b in found.free_b():
        for feature in found.b.features(at_b):
            holders[feature].append(at_b)
    telling = {one: own for one, own in holders.items() if len(own) <= MOST_HOLDERS}
    scored: list[tuple[float, int, int]] = []
    for at_a in found.free_a():
        shared = _votes(found.a.features(at_a), telling)
        best = max(shared.values(), default=0)
        near = [one for one in shared if shared[one] * FAR_BELOW >= best]
        for at_b in sorted(near, key=lambda one: (-shared[one], one))[:8]:
            score = _score(found, at_a, at_b)
            if score:
                scored.append((-score, at_a, at_b))
    for _, at_a, at_b in sorted(scored):
        found.pair(at_a, at_b)


def _votes(features_: Iterable[str], holders: Mapping[str, list[int]]) -> Counter[int]:
    """Who holds the rarest features: they tell most; when they told enough, no others are asked."""
    by_size: dict[int, list[list[int]]] = defaultdict(list)
    for one in features_:
        own = holders.get(one)
        if own is not None:
            by_size[len(own)].append(own)
    shared: Counter[int] = Counter()
    count = 0
    for size in sorted(by_size):
        shared.update(chain.from_iterable(by_size[size]))
        count += size * len(by_size[size])
        if count >= ENOUGH_VOTES:
            break
    return shared


def _score(found: Matching, at_a: int, at_b: int) -> float:
    alike = found.likeness(at_a, at_b)
    own, other = found.a.clauses[at_a], found.b.clauses[at_b]
    title = bool(found.a.titles[at_a]) and found.a.titles[at_a] == found.b.titles[at_b]
    above = _same_above(found, own.parent, other.parent)
    if alike < (LEAST_WITH_PLACE if title and above else LEAST_LIKENESS):
        return 0.0
    if (own.kind == "term") != (other.kind == "term"):
        alike /= 2
    far = abs(at_a / len(found.a.clauses) - at_b / len(found.b.clauses))
    return alike + 0.2 * title + 0.1 * above + 0.03 * (own.label == other.label) - 0.02 * far


def _same_above(found: Matching, above_a: int, above_b: int) -> bool:
    if above_a in found.to_b:
        return found.to_b[above_a] == above_b
    return found.a.known_title(above_a) == found.b.known_title(above_b)


def _by_children(found: Matching) -> None:
    """A clause goes where most of the clauses below it went."""
    for at_a in reversed(found.free_a()):
        votes: Counter[int] = Counter()
        below = found.a.flat.children(at_a)
        for child in below:
            partner = found.to_b.get(child, -1)
            above = found.b.parent(partner) if partner >= 0 else -1
            if above >= 0 and above not in found.to_a:
                votes[above] += found.a.clauses[child].end - child
        if not votes:
            continue
        best = min(votes, key=lambda at: (-votes[at], at))
        same = found.a.titles[at_a] == found.b.titles[best]
        size = found.a.clauses[at_a].end - at_a - 1
        if same or votes[best] * 2 >= size:
            found.pair(at_a, best)


def _by_place(found: Matching) -> None:
    """From the top: what is left below a pair, by equal title, then between the same neighbours."""
    waiting = [(-1, -1)]
    while waiting:
        at_a, at_b = waiting.pop()
        below_a, below_b = found.a.flat.children(at_a), found.b.flat.children(at_b)
        _by_title(found, below_a, below_b)
        _in_gaps(found, below_a, below_b)
        waiting += [(one, found.to_b[one]) for one in below_a if found.to_b.get(one, -1) >= 0]


def _by_title(found: Matching, below_a: list[int], below_b: list[int]) -> None:
    titles: dict[str, list[int]] = defaultdict(list)
    for at_b in below_b:
        if at_b not in found.to_a and found.b.titles[at_b]:
            titles[found.b.titles[at_b]].append(at_b)
    for at_a in below_a:
        same = titles.get(found.a.titles[at_a])
        if at_a not in found.to_b and same:
            found.pair(at_a, same.pop(0))


def _in_gaps(found: Matching, below_a: list[int], below_b: list[int]) -> None:
    """Between two pairs that stand in the same order, one clause left on each side is the same."""
    place_b = {at: place for place, at in enumerate(below_b)}
    gap_a: list[int] = []
    last = -1
    for at_a in [*below_a, None]:
        if at_a is not None and at_a not in found.to_b:
            gap_a.append(at_a)
            continue
        partner = len(below_b) if at_a is None else place_b.get(found.to_b[at_a], -1)
        if partner > last:
            gap_b = [at for at in below_b[last + 1 : partner] if at not in found.to_a]
            _in_gap(found, gap_a, gap_b)
            last = partner
        gap_a = []


def _in_gap(found: Matching, gap_a: list[int], gap_b: list[int]) -> None:
    if not gap_a or not gap_b or len(gap_a) * len(gap_b) > 400:
        return
    scored = []
    for at_a in gap_a:
        for at_b in gap_b:
            own, other = found.a.clauses[at_a], found.b.clauses[at_b]
            alike = found.likeness(at_a, at_b)
            near = likeness(features(own.title), features(other.title)) if own.title else 0.0
            if own.kind == other.kind and (alike >= LEAST_WITH_PLACE or near >= 0.5):
                scored.append((-max(alike, near), own.label != other.label, at_a, at_b))
    for _, _, at_a, at_b in sorted(scored):
        found.pair(at_a, at_b)
