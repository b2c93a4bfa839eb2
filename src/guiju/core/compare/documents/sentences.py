"""Provisions of both texts aligned (条款语句对应): in linked passages first, then anywhere."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from guiju.core.compare.documents.words import bare, features, likeness
from guiju.core.drafting.provisions import Provision

LEAST_NEAR = 0.35
LEAST_FAR = 0.75
MOST_HOLDERS = 24
# Linked passages with more pairs of sentences than this are left to the index.
MOST_PAIRS = 400

Known = tuple[object, ...]


class Placed(NamedTuple):
    """A provision, the number of its passage's link, and that of its clause's row."""

    provision: Provision
    link: int
    row: int

    @property
    def text(self) -> str:
        return self.provision.text


Room = Callable[[Placed], int]


@dataclass(slots=True)
class Sentences:
    """Provisions of both texts, and which is which."""

    own: list[Placed]
    other: list[Placed]
    pairs: dict[int, int] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)

    def both(self) -> list[tuple[Provision, Provision]]:
        return [
            (self.own[one].provision, self.other[two].provision)
            for one, two in sorted(self.pairs.items())
        ]

    def gone(self) -> list[Provision]:
        return [one.provision for at, one in enumerate(self.own) if at not in self.pairs]

    def come(self) -> list[Provision]:
        return [one.provision for at, one in enumerate(self.other) if at not in self.taken]

    def free(self) -> tuple[list[int], list[int]]:
        return (
            [at for at in range(len(self.own)) if at not in self.pairs],
            [at for at in range(len(self.other)) if at not in self.taken],
        )

    def take(self, scored: Iterable[tuple[float, int, int]]) -> None:
        """The best first, near places before far ones."""
        for _, one, two in sorted(scored, key=lambda it: (it[0], abs(it[1] - it[2]), it[1], it[2])):
            if one not in self.pairs and two not in self.taken:
                self.pairs[one] = two
                self.taken.add(two)


def aligned_provisions(own: list[Placed], other: list[Placed]) -> Sentences:
    found = Sentences(own, other)
    for room in (_link, _row):
        _equal(found, room, _by_words)
        _equal(found, room, _by_limit)
        if room is _link:
            _near(found, room)
    _indexed(found)
    return found


def _link(one: Placed) -> int:
    return one.link


def _row(one: Placed) -> int:
    return one.row


def _by_words(placed: Placed) -> Known:
    return (bare(placed.text),)


def _by_limit(placed: Placed) -> Known:
    """The characteristic of the single limit of a provision, with subject and conditions."""
    one = placed.provision
    if len(one.limits) != 1 or not one.limits[0].characteristic:
        return ()
    limit = one.limits[0]
    return bare(limit.characteristic), bare(limit.subject), *map(bare, limit.condition)


def _equal(found: Sentences, room: Room, known: Callable[[Placed], Known]) -> None:
    """Provisions of the same room that are known by the same, in order."""
    own, other = found.free()
    places: dict[Known, list[int]] = defaultdict(list)
    for at in reversed(other):
        places[room(found.other[at]), *known(found.other[at])].append(at)
    for at in own:
        name = known(found.own[at])
        same = places.get((room(found.own[at]), *name)) if name else None
        if same:
            found.take([(0.0, at, same.pop())])


def _near(found: Sentences, room: Room) -> None:
    """What is alike in linked passages, which hold few sentences."""
    own, other = found.free()
    rooms: dict[int, list[int]] = defaultdict(list)
    for at in other:
        rooms[room(found.other[at])].append(at)
    counts = Counter(room(found.own[at]) for at in own)
    scored = []
    for at in own:
        here = room(found.own[at])
        beside = rooms.get(here, ())
        if len(beside) * counts[here] <= MOST_PAIRS:
            mine = features(found.own[at].text)
            scores = [(likeness(mine, features(found.other[two].text)), two) for two in beside]
            scored += [(-score, at, two) for score, two in scores if score >= LEAST_NEAR]
    found.take(scored)


def _indexed(found: Sentences) -> None:
    """What is alike in the same clause, or nearly the same anywhere."""
    own, other = found.free()
    known = {at: features(found.other[at].text) for at in other}
    holders: dict[str, list[int]] = defaultdict(list)
    for at, theirs in known.items():
        for feature in theirs:
            holders[feature].append(at)
    scored = []
    for at in own:
        mine = features(found.own[at].text)
        shared: Counter[int] = Counter()
        for feature in mine:
            if len(holders.get(feature, ())) <= MOST_HOLDERS:
                shared.update(holders.get(feature, ()))
        for two in shared:
            score = likeness(mine, known[two])
            same = found.own[at].row == found.other[two].row
            if score >= (LEAST_NEAR if same else LEAST_FAR):
                scored.append((-score - same, at, two))
    found.take(scored)
