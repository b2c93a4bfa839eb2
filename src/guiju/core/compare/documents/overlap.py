"""Clauses that say nearly the same, or the contrary, over a whole library (条款重复与矛盾).

Each clause is known by the smallest marks of its word pairs; clauses that share some are
candidates, and only these are looked at. Time grows with the number of clauses: of the holders of a
common mark only the next few are looked at, and clauses of equal words are one clause to the search,
so that a boilerplate sentence of a thousand documents makes a thousand pairs and not half a million.

A library that keeps its clauses in a database keeps `marks_of` beside them, finds candidates by
these, and judges them here too: `judged`.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, Literal, NamedTuple, TypeVar

from guiju.core.compare.documents.contrary import Frame, contrary, frame
from guiju.core.compare.documents.words import likeness, mark_of, pairs, smallest, words

Key = TypeVar("Key", bound=Hashable)
Kind = Literal["same", "like", "contrary"]

MARKS = 16
MOST_HOLDERS = 40
# Of the many that hold a common mark, so many that follow are looked at: a chain, not a clique.
NEXT_HOLDERS = 6
LEAST_SHARED = 3
LEAST_LIKENESS = 0.7
# Shorter clauses are alike by chance.
LEAST_WORDS = 8


class Likeness(NamedTuple):
    """How two clauses stand to each other.

    `differs` names what is contrary: "modality", "negation" or "limit".
    """

    kind: Kind
    score: float
    differs: str = ""


@dataclass(frozen=True, slots=True)
class Overlap(Generic[Key]):
    """Two clauses: the `same` words, `like` words, or words that are alike and say the `contrary`.

    `a` is the one that came first. Of clauses with the same words each is paired with the first.
    `differs` names what is contrary: "modality", "negation" or "limit".
    """

    a: Key
    b: Key
    kind: Kind
    likeness: float
    differs: str = ""


class Clause:
    """The text of a clause (条), with what is looked at in it made once."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(words(self.text))

    @cached_property
    def features(self) -> frozenset[str]:
        return pairs(self.words)

    @cached_property
    def frame(self) -> Frame:
        return frame(self.text)

    @property
    def counts(self) -> bool:
        """Whether it is long enough to say anything."""
        return len(self.words) >= LEAST_WORDS


def marks_of(clause: Clause) -> list[int]:
    """The marks under which a clause is found; none for one that is too short.

    The last is negative and stands for all its words: whoever shares it says the same. Others are
    worth a look when they share `LEAST_SHARED`.
    """
    if not clause.counts:
        return []
    return [*smallest(clause.features, MARKS), -1 - mark_of("\x1f".join(clause.words))]


def judged(a: Clause, b: Clause, least: float = LEAST_LIKENESS) -> Likeness | None:
    """How two clauses stand to each other; None where they are not alike."""
    if a.words == b.words:
        return Likeness("same", 1.0)
    score = likeness(a.features, b.features)
    if score < least:
        return None
    differs = contrary(a.frame, b.frame)
    return Likeness("contrary" if differs else "like", round(score, 3), differs)


def overlap(
    clauses: Iterable[tuple[Key, str]], least: float = LEAST_LIKENESS
) -> Iterator[Overlap[Key]]:
    """Pairs of clauses, the ones with the same words first."""
    keys: list[Key] = []
    texts: list[str] = []
    first: dict[tuple[str, ...], int] = {}
    for key, text in clauses:
        clause = Clause(text)
        if not clause.counts:
            continue
        known = first.setdefault(clause.words, len(keys))
        if known < len(keys):
            yield Overlap(keys[known], key, "same", 1.0)
        else:
            keys.append(key)
            texts.append(text)
    del first
    yield from _alike(keys, texts, least)


def _alike(keys: list[Key], texts: list[str], least: float) -> Iterator[Overlap[Key]]:
    marks = [smallest(pairs(words(text)), MARKS) for text in texts]
    holders: dict[int, list[int]] = defaultdict(list)
    for at, own in enumerate(marks):
        for mark in own:
            holders[mark].append(at)
    for at, own in enumerate(marks):
        shared: Counter[int] = Counter()
        for mark in own:
            others = holders[mark]
            after = bisect_right(others, at)
            reach = MOST_HOLDERS if len(others) <= MOST_HOLDERS else NEXT_HOLDERS
            shared.update(others[after : after + reach])
        mine = Clause(texts[at])
        for other, count in sorted(shared.items()):
            if count < min(LEAST_SHARED, len(own)):
                continue
            if (found := judged(mine, Clause(texts[other]), least)) is not None:
                yield Overlap(keys[at], keys[other], found.kind, found.score, found.differs)
