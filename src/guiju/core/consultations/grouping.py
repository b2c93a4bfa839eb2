"""Comments that say the same or nearly the same (相同或相近意见归并).

A group is a proposal: every comment keeps its own row and answer. Comments are alike by Dice's
measure of their pairs of words; on the same clause less is asked than on different ones, where a
short sentence (建议删除) means another thing each time. Whatever differs in a number, a modal word
or a negation is never alike, however many words it shares.

Each comment is compared with the first of a group only, so that no chain of small differences
leads from one opinion to another. Candidates share one of their rarest word pairs (prefix filter):
none that is like enough is missed, and 5,000 comments take a fraction of a second.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from math import ceil
from typing import Generic, TypeVar

from guiju.core.codes.tables import read_table
from guiju.core.compare.documents.words import likeness, pairs, words
from guiju.core.params import param

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Alike:
    """How like comments must be (相似度), as shares from 0 to 1."""

    same_clause: float = 0.8
    elsewhere: float = 0.9
    least_words: int = 12

    @classmethod
    def on(cls, day: date) -> "Alike":
        """As the rulebook has it on a day."""
        return cls(
            int(param("consultations.alike_same_clause", day)) / 100,
            int(param("consultations.alike_elsewhere", day)) / 100,
            int(param("consultations.alike_least_words", day)),
        )


@dataclass(frozen=True, slots=True)
class Remark(Generic[Key]):
    """A comment (意见): where it belongs, and all its words with the proposed text."""

    key: Key
    place: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Group(Generic[Key]):
    """Comments that are alike, in the order in which they came; `likeness` is that of the least like one."""

    keys: tuple[Key, ...]
    likeness: float

    @property
    def same(self) -> bool:
        """Whether all say the same words."""
        return self.likeness == 1


class Saying(Generic[Key]):
    """The same words on the same clause, said once or more often."""

    __slots__ = ("clause", "features", "keys", "likeness", "words")

    def __init__(self, clause: str | None, own: tuple[str, ...]) -> None:
        self.clause, self.words = clause, own
        self.keys: list[tuple[int, Key]] = []
        self.features = pairs(own)
        self.likeness = 1.0


def groups(remarks: Iterable[Remark[Key]], alike: Alike | None = None) -> tuple[Group[Key], ...]:
    """Groups of two and more, ordered by their first comment; no comment stands in two."""
    measure = alike or Alike()
    sayings = sayings_of(remarks)
    leaders = Leaders[Key](sayings, measure)
    answer: list[Saying[Key]] = []
    for one in sayings:
        found = leaders.like(one)
        if found is None:
            leaders.add(one)
            answer.append(one)
        else:
            leader, score = found
            leader.keys += one.keys
            leader.likeness = min(leader.likeness, score)
    return tuple(
        Group(tuple(key for _, key in sorted(one.keys, key=_first)), round(one.likeness, 3))
        for one in answer
        if len(one.keys) > 1
    )


def _first(one: tuple[int, object]) -> int:
    return one[0]


def sayings_of(remarks: Iterable[Remark[Key]]) -> list[Saying[Key]]:
    found: dict[tuple[str | None, tuple[str, ...]], Saying[Key]] = {}
    for at, one in enumerate(remarks):
        own = tuple(words(one.text))
        if own:
            name = (clause_of(one.place), own)
            if name not in found:
                found[name] = Saying(*name)
            found[name].keys.append((at, one.key))
    return list(found.values())


def clause_of(place: str | None) -> str | None:
    """5.3 of 5.3/b: the same words on a clause and on an item of it are one opinion."""
    return place if place is None else place.partition("/")[0]


class Leaders(Generic[Key]):
    """The first of each group, found by their rarest features: on their clause, and anywhere."""

    def __init__(self, sayings: list[Saying[Key]], measure: Alike) -> None:
        self.measure = measure
        self.beside: dict[tuple[str | None, str], list[Saying[Key]]] = defaultdict(list)
        self.anywhere: dict[str, list[Saying[Key]]] = defaultdict(list)
        self.counts = Counter(feature for one in sayings for feature in one.features)

    def _rarest(self, one: Saying[Key], least: float) -> list[str]:
        """So many that two which are like enough share one of them."""
        size = len(one.features)
        shared = ceil(least * size / (2 - least) - 1e-9)
        counts = self.counts
        ordered = sorted(one.features, key=lambda feature: (counts[feature], feature))
        return ordered[: size - shared + 1]

    def _is_long(self, one: Saying[Key]) -> bool:
        return len(one.words) >= self.measure.least_words

    def add(self, one: Saying[Key]) -> None:
        for feature in self._rarest(one, self.measure.same_clause):
            self.beside[one.clause, feature].append(one)
        if self._is_long(one):
            for feature in self._rarest(one, self.measure.elsewhere):
                self.anywhere[feature].append(one)

    def like(self, one: Saying[Key]) -> tuple[Saying[Key], float] | None:
        """The group it belongs to: of its clause if there is one; the most like, then the first."""
        least = self.measure.same_clause
        keys = [(one.clause, feature) for feature in self._rarest(one, least)]
        found = _best(one, (self.beside.get(key, ()) for key in keys), least)
        if found or not self._is_long(one):
            return found
        least = self.measure.elsewhere
        rarest = self._rarest(one, least)
        return _best(one, (self.anywhere.get(key, ()) for key in rarest), least)


def _best(
    one: Saying[Key], found: Iterable[Iterable[Saying[Key]]], least: float
) -> tuple[Saying[Key], float] | None:
    own, size = one.features, len(one.features)
    smallest, largest = least * size / (2 - least) - 1e-9, (2 - least) * size / least + 1e-9
    seen: set[int] = set()
    best: tuple[float, int] | None = None
    answer = None
    for holders in found:
        for other in holders:
            if id(other) in seen:
                continue
            seen.add(id(other))
            if not smallest <= len(other.features) <= largest:
                continue
            score = likeness(own, other.features)
            rank = (score, -other.keys[0][0])
            if score < least or (best and rank <= best) or _apart(one.words, other.words):
                continue
            best, answer = rank, other
    return (answer, best[0]) if answer is not None and best else None


def _apart(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a word that turns the meaning stands on one side alone."""
    if one == other:
        return False
    counts, others = Counter(one), Counter(other)
    differing = {*(counts - others), *(others - counts)}
    chinese = any(not word.isascii() for word in one)
    return any(
        word in _turning() or word[0].isdigit() or (chinese and word.isascii())
        for word in differing
    )


@cache
def _turning() -> frozenset[str]:
    table = read_table("alike.yaml", "consultations")
    return frozenset((*table["zh"], *table["en"]))
