"""Two versions of one text (文本比对): which item is which, and what became of it.

Identity is found in three steps: the same text; then the nearest text, among the namesake
and the few items that share rare pieces; then what is left under the same key. No step
looks at every pair.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Generic, Literal, Protocol, TypeVar

Change = Literal["unchanged", "changed", "moved", "new", "removed"]

# Below this share two texts are two items, not one corrected.
SIMILAR = 0.6
# A text under the same key may have been rewritten further and still be that item.
SIMILAR_UNDER_SAME_KEY = 0.4
_KEY_WEIGHT = 0.05
_PIECE = 3
_COMMON_PIECE = 20
_MOST_CANDIDATES = 8
# Longer texts are compared by their pieces; difflib grows with the product of the lengths.
_LONGEST_COMPARED = 2000


class Item(Protocol):
    """What can be compared: a stable key and a text."""

    @property
    def key(self) -> str:
        """The stable path of the item, unique in its version."""

    @property
    def text(self) -> str:
        """The words that make the item what it is."""


T = TypeVar("T", bound=Item)


@dataclass(frozen=True, slots=True)
class Keyed:
    """A key and a text, for what has no key of its own (an action, a responsibility)."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """One identity over both versions.

    "moved" has the same text under another key (renumbered); "changed" has another text and
    perhaps another key; "new" has no `old`, "removed" no `new`. `similarity` is 0 … 1.
    """

    change: Change
    old: T | None
    new: T | None
    similarity: float


def compare(old: Sequence[T], new: Sequence[T]) -> tuple[Match[T], ...]:
    """Match the items of two versions, in the order of the new one, the removed ones last.

    Every item of both sides stands in exactly one match.
    """
    pairs: dict[int, tuple[int, float]] = {}
    _same_text(old, new, pairs)
    _nearest(old, new, pairs)
    _rewritten(old, new, pairs)
    taken = {index for index, _ in pairs.values()}
    found = [_match(old, item, pairs.get(place)) for place, item in enumerate(new)]
    gone = [Match("removed", item, None, 0.0) for i, item in enumerate(old) if i not in taken]
    return (*found, *gone)


def _match(old: Sequence[T], item: T, pair: tuple[int, float] | None) -> Match[T]:
    if pair is None:
        return Match("new", None, item, 0.0)
    before, similarity = old[pair[0]], pair[1]
    if before.text != item.text:
        return Match("changed", before, item, similarity)
    return Match("unchanged" if before.key == item.key else "moved", before, item, 1.0)


def _same_text(old: Sequence[T], new: Sequence[T], pairs: dict[int, tuple[int, float]]) -> None:
    """Equal texts; where a text occurs twice, equal keys first, then order."""
    by_both = {(item.text, item.key): index for index, item in enumerate(old)}
    taken: set[int] = set()
    for place, item in enumerate(new):
        index = by_both.pop((item.text, item.key), None)
        if index is not None:
            pairs[place] = (index, 1.0)
            taken.add(index)
    waiting: dict[str, list[int]] = defaultdict(list)
    for index in range(len(old) - 1, -1, -1):
        if index not in taken:
            waiting[old[index].text].append(index)
    for place, item in enumerate(new):
        if place not in pairs and waiting.get(item.text):
            pairs[place] = (waiting[item.text].pop(), 1.0)


def _nearest(old: Sequence[T], new: Sequence[T], pairs: dict[int, tuple[int, float]]) -> None:
    """The rest: each new item against its namesake and the few that share rare pieces with it.

    Where an item was inserted before, every later key means another item, so the nearest
    text wins and the same key only tips the scale.
    """
    taken = {index for index, _ in pairs.values()}
    by_key = {item.key: index for index, item in enumerate(old) if index not in taken}
    places = _places(old, taken)
    proposals: list[tuple[float, float, int, int]] = []
    for place, item in enumerate(new):
        if place in pairs:
            continue
        namesake = by_key.get(item.key)
        for index in _candidates(item, namesake, places):
            likeness = similarity(old[index].text, item.text)
            if likeness >= SIMILAR:
                weight = likeness + (_KEY_WEIGHT if index == namesake else 0)
                proposals.append((-weight, likeness, place, index))
    for _, likeness, place, index in sorted(proposals):
        if place not in pairs and index not in taken:
            pairs[place] = (index, likeness)
            taken.add(index)


def _places(old: Sequence[T], taken: set[int]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for index, item in enumerate(old):
        if index not in taken:
            for piece in _pieces(item.text):
                places[piece].append(index)
    return places


def _candidates(item: Item, namesake: int | None, places: dict[str, list[int]]) -> list[int]:
    shared = Counter(
        index
        for piece in _pieces(item.text)
        if len(places.get(piece, ())) <= _COMMON_PIECE
        for index in places.get(piece, ())
    )
    # Sorted by index too: sets of pieces have no order of their own.
    ranked = sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))
    found = [index for index, _ in ranked[:_MOST_CANDIDATES]]
    return found if namesake is None or namesake in found else [*found, namesake]


def _rewritten(old: Sequence[T], new: Sequence[T], pairs: dict[int, tuple[int, float]]) -> None:
    """What is left under the same key is the same item, rewritten, if it can still be known."""
    taken = {index for index, _ in pairs.values()}
    by_key = {item.key: index for index, item in enumerate(old) if index not in taken}
    for place, item in enumerate(new):
        index = by_key.get(item.key)
        if place in pairs or index is None:
            continue
        likeness = similarity(old[index].text, item.text)
        if likeness >= SIMILAR_UNDER_SAME_KEY:
            pairs[place] = (index, likeness)


def _pieces(text: str) -> set[str]:
    return {text[at : at + _PIECE] for at in range(max(1, len(text) - _PIECE + 1))}


def similarity(old: str, new: str) -> float:
    """How much of two texts is the same, 0 … 1.

    >>> similarity("建立示例制度", "建立示例制度")
    1.0
    """
    if old == new:
        return 1.0
    if max(len(old), len(new)) > _LONGEST_COMPARED:
        one, two = _pieces(old), _pieces(new)
        return 2 * len(one & two) / (len(one) + len(two))
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.real_quick_ratio() < SIMILAR_UNDER_SAME_KEY:
        return 0.0
    return matcher.ratio()
