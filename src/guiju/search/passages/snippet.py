"""What a hit shows of its words (摘录): some 160 characters around those that matched."""

from typing import NamedTuple

from guiju.search.query import Term
from guiju.search.why import Places, places_of

SIZE = 160
_BEFORE = 40  # characters before the first place
_WORD = 16  # so far a cut is moved to the end of a word


class Snippet(NamedTuple):
    """A part of a text; `places` are offsets into it. Whether the text goes on at either end."""

    text: str
    places: Places
    goes_back: bool = False
    goes_on: bool = False


def marked(terms: tuple[Term, ...], text: str) -> Snippet:
    """The whole text, and where the terms stand in it."""
    return Snippet(text, places_of("text", text, terms)[0])


def snippet(terms: tuple[Term, ...], text: str) -> Snippet:
    """The part in which most of the places lie; the beginning when there are none."""
    places = places_of("text", text, terms)[0]
    if len(text) <= SIZE:
        return Snippet(text, places)
    start = _start(text, places)
    end = min(len(text), start + SIZE)
    end = end if end == len(text) else _back_to_word(text, end)
    inside = tuple(
        (max(a, start) - start, min(b, end) - start) for a, b in places if b > start and a < end
    )
    return Snippet(text[start:end], inside, start > 0, end < len(text))


def _start(text: str, places: Places) -> int:
    if not places:
        return 0
    at = max((a for a, _ in places), key=lambda a: (_met(places, a), -a))
    earliest = max(0, at - _BEFORE)
    line = text.rfind("\n", earliest, at) + 1
    start = min(line or earliest, len(text) - SIZE)
    return _forward_to_word(text, max(0, start))


def _met(places: Places, start: int) -> int:
    """How many places lie in the part that would be shown from before this one."""
    return sum(1 for a, b in places if a >= start and b <= start + SIZE - _BEFORE)


def _forward_to_word(text: str, start: int) -> int:
    """Past the rest of a Latin word that the cut would leave."""
    if start == 0 or not (_latin(text[start - 1]) and _latin(text[start])):
        return start
    return next((at for at in range(start, start + _WORD) if not _latin(text[at])), start)


def _back_to_word(text: str, end: int) -> int:
    if not (_latin(text[end - 1]) and _latin(text[end])):
        return end
    return next((at for at in range(end, end - _WORD, -1) if not _latin(text[at - 1])), end)


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
