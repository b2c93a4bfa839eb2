"""Clauses that say nearly the same, or the contrary, over a whole library (条款重复与矛盾).

Each clause is known by the smallest marks of its word pairs; clauses that share some are
candidates, and only these are looked at. Time grows with the number of clauses: of the holders of a common mark only the next
few are looked at, and clauses of equal words are one clause to the search, so that a
boilerplate sentence of a thousand documents makes a thousand pairs and not half a million.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from guiju.core.compare.documents.contrary import contradiction
from guiju.core.compare.documents.words import features, likeness, smallest, words

Key = TypeVar("Key", bound=Hashable)

MARKS = 24
MOST_HOLDERS = 40
# Of the many that hold a common mark, so many that follow are looked at: a chain, not a clique.
NEXT_HOLDERS = 6
LEAST_SHARED = 3
LEAST_LIKENESS = 0.7
# Shorter clauses are alike by chance.
LEAST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Overlap(Generic[Key]):
    """Two clauses: the `same` words, `like` words, or words that are alike and say the `contrary`.

    `a` is the one that came first. Of clauses with the same words each is paired with the first.
    `differs` names what is contrary: "modality", "negation" or "limit".
    """

    a: Key
    b: Key
    kind: Literal["same", "like", "contrary"]
    likeness: float
    differs: str = ""


def overlap(
    clauses: Iterable[tuple[Key, str]], least: float = LEAST_LIKENESS
) -> Iterator[Overlap[Key]]:
    """Pairs of clauses, the ones with the same words first."""
    keys: list[Key] = []
    texts: list[str] = []
    first: dict[tuple[str, ...], int] = {}
    for key, text in clauses:
        own = tuple(words(text))
        if len(own) < LEAST_WORDS:
            continue
        known = first.setdefault(own, len(keys))
        if known < len(keys):
            yield Overlap(keys[known], key, "same", 1.0)
        else:
            keys.append(key)
            texts.append(text)
    del first
    yield from _alike(keys, texts, least)


def _alike(keys: list[Key], texts: list[str], least: float) -> Iterator[Overlap[Key]]:
    marks = [smallest(features(text), MARKS) for text in texts]
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
        mine = features(texts[at]) if shared else frozenset[str]()
        for other, count in sorted(shared.items()):
            if count < min(LEAST_SHARED, len(own)):
                continue
            score = likeness(mine, features(texts[other]))
            if score >= least:
                yield _pair(keys[at], keys[other], texts[at], texts[other], score)


def _pair(a: Key, b: Key, text_a: str, text_b: str, score: float) -> Overlap[Key]:
    differs = contradiction(text_a, text_b)
    return Overlap(a, b, "contrary" if differs else "like", round(score, 3), differs)
