"""Search by pinyin (拼音检索): every reading of every character, in full and by initials."""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import product
from typing import Any

from tantivy import Token

from guiju.search.analysis import atoms, has_chinese
from guiju.search.folding import fold, places_in

_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_COMMON = "一龥"  # the readings of these make up the syllables that a query may hold
_LONGEST_SYLLABLE = 6
_MOST_READINGS = 4
GAP = 4  # between runs, so that no phrase runs across


@cache
def readings(character: str) -> tuple[str, ...]:
    """The readings without tones; lü is lv and lu."""
    # The tables take a fifth of a second to load, and most commands spell nothing.
    from pypinyin.constants import PINYIN_DICT
    from pypinyin.contrib.tone_convert import to_normal

    written: Any = PINYIN_DICT.get(ord(character), "")
    found: dict[str, None] = {}
    for one in written.split(",") if written else ():
        plain = to_normal(one)
        if plain and _LETTERS.issuperset(plain):
            found[plain] = None
            if "v" in plain:
                found[plain.replace("v", "u")] = None
    return tuple(found)[: _MOST_READINGS + 2]


@cache
def syllables() -> frozenset[str]:
    """Every syllable that some character of the common set has."""
    first, last = map(ord, _COMMON)
    return frozenset(one for code in range(first, last + 1) for one in readings(chr(code)))


def in_order(folded: str) -> str:
    """A text whose plain order is that of a Chinese list: characters by their sound."""
    if folded.isascii():
        return folded
    spelt = ((readings(c)[:1] or (c,)) if c > "\u2e7f" else (c,) for c in folded)
    return "".join(f"{one} {c}" if one != c else c for (one,), c in zip(spelt, folded, strict=True))


def runs(texts: Iterable[str]) -> list[str]:
    """The runs of Chinese characters of some texts, folded."""
    return [
        atom.text
        for text in texts
        if has_chinese(text)
        for atom in atoms(fold(text))
        if atom.kind == "cjk" and len(atom.text) > 1
    ]


@lru_cache(maxsize=50_000)
def _initials(run: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple({one[0] for one in readings(c)}) for c in run)


def spoken(found: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Place and syllable, all readings of a character at one place."""
    place = 0
    for run in found:
        for character in run:
            for one in readings(character):
                yield place, one
            place += 1
        place += GAP


def initials(found: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Place and pair, or triple, of initials that begin there."""
    place = 0
    for run in found:
        letters = _initials(run)
        for at in range(len(letters)):
            for size in (2, 3):
                if at + size <= len(letters):
                    for one in product(*letters[at : at + size]):
                        yield place, "".join(one)
            place += 1
        place += GAP


def placed(found: Iterable[tuple[int, str]]) -> list[Token]:
    """As the index takes them: tokens that may share a place."""
    return [Token(text, place, 0, 0) for place, text in found]


@lru_cache(maxsize=10_000)
def spellings(word: str, most: int = 12) -> tuple[tuple[str, ...], ...]:
    """The ways to read letters as syllables: xian is xian and xi an. At most `most` of them."""
    if not _LETTERS.issuperset(word):
        return ()
    ways: list[list[tuple[str, ...]]] = [[] for _ in range(len(word) + 1)]
    ways[0].append(())
    known = syllables()
    for end in range(1, len(word) + 1):
        for size in range(min(_LONGEST_SYLLABLE, end), 0, -1):
            piece = word[end - size : end]
            if piece in known:
                ways[end].extend((*way, piece) for way in ways[end - size])
        del ways[end][most:]
    return tuple(ways[-1])


def places_of(letters: str, text: str) -> tuple[tuple[int, int], ...]:
    """The first place in the text that reads so, in syllables or in initials."""
    places = places_in(text)
    for atom in atoms(fold(text)):
        if atom.kind != "cjk":
            continue
        for at in range(len(atom.text)):
            size = _spelt(letters, atom.text[at : at + len(letters)])
            if size:
                return ((places[atom.start + at], places[atom.start + at + size - 1] + 1),)
    return ()


def _spelt(letters: str, run: str) -> int:
    """How many characters at the beginning of the run read as the letters; 0 if they do not."""
    if len(run) == len(letters) and all(
        any(one[0] == letter for one in readings(character))
        for letter, character in zip(letters, run, strict=True)
    ):
        return len(run)
    for way in spellings(letters):
        if len(way) <= len(run) and all(
            one in readings(character) for one, character in zip(way, run, strict=False)
        ):
            return len(way)
    return 0
