"""From text to tokens (切分). The index and the query are cut by the same knife.

Folded text falls into atoms: a Chinese character, a run of letters, a run of digits, a sign.
A token stream keeps their places: letters, digits and signs take one place each; a run of n
characters takes 2n - 1, characters and pairs in turn (标 标准 准 准化 化). So a piece of text is a
phrase of tokens at known distances, and a run of characters is found by its pairs alone.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from guiju.search.folding import fold, fold_number

CJK = "\u2e80-\u2fff\u3005-\u3007\u3040-\u312f\u3131-\u318f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
SEPARATORS = "!\"'(),-./:;?[\\]_`{}"  # of ASCII; folding has made the others spaces
_SHAPES = (rf"[{CJK}]+", rf"[^\W\d_{CJK}]+|\d+", rf"[^\w\s{re.escape(SEPARATORS)}]")
_ATOM = re.compile("(?P<cjk>{})|(?P<word>{})|(?P<sign>{})".format(*_SHAPES))
_ANY = re.compile("|".join(_SHAPES))
_CHINESE = re.compile(f"[{CJK}]")
_PLAIN = re.compile(r"[a-z]+|\d+|[#$%&*+<=>@^|~]")
_LONGEST = 64
_FIRST_CJK = CJK[0]
FENCE = "\x01"  # between fields: no query can hold it, so no phrase runs across
PREFIX = 5  # prefixes up to this length have tokens of their own


class Word(NamedTuple):
    """A run of characters (cjk), a word or a sign."""

    kind: str
    text: str


class Atom(NamedTuple):
    """A word, and where it stands in the folded text."""

    kind: str
    text: str
    start: int
    end: int


def atoms(folded: str) -> list[Atom]:
    return [
        Atom(kind, found[0] if kind == "cjk" else found[0][:_LONGEST], *found.span())
        for found in _ATOM.finditer(folded)
        if (kind := found.lastgroup)
    ]


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text, without their places."""
    folded = fold(text)
    if folded.isascii():
        found: list[str] = _PLAIN.findall(folded)
        return tuple(Word("word" if one.isalnum() else "sign", one[:_LONGEST]) for one in found)
    return tuple(Word(atom.kind, atom.text) for atom in atoms(folded))


def tokens(text: str) -> list[str]:
    """The token stream of one field."""
    folded = fold(text)
    if folded.isascii():
        found: list[str] = _PLAIN.findall(folded)
        return [one[:_LONGEST] for one in found]
    stream: list[str] = []
    for match in _ATOM.finditer(folded):
        if match.lastgroup == "cjk":
            stream.extend(_characters(match[0]))
        else:
            stream.append(match[0][:_LONGEST])
    return stream


def _characters(run: str) -> list[str]:
    """标准化 → 标 标准 准 准化 化."""
    stream = [run[0]]
    for first, second in pairwise(run):
        stream.append(first + second)
        stream.append(second)
    return stream


def phrase(words: Iterable[Word]) -> list[tuple[int, str]]:
    """The fewest tokens, each with its place, that stand for these atoms side by side."""
    found: list[tuple[int, str]] = []
    place = 0
    for kind, text in words:
        if kind != "cjk" or len(text) == 1:
            found.append((place, text))
            place += 1
            continue
        size = len(text)
        starts = [*range(0, size - 1, 2), *([size - 2] if size % 2 else [])]
        found.extend((place + 2 * at + 1, text[at : at + 2]) for at in starts)
        place += 2 * size - 1
    return found


def prefixes(stream: Iterable[str]) -> set[str]:
    """The beginnings of the words, up to PREFIX letters: what a short word is looked up in."""
    words = {word for word in stream if FENCE < word < _FIRST_CJK}
    return set().union(*map(_beginnings, words))


@lru_cache(maxsize=200_000)
def _beginnings(word: str) -> tuple[str, ...]:
    return tuple(word[:size] for size in range(1, min(PREFIX, len(word)) + 1))


def grams(numbers: Iterable[str]) -> tuple[list[str], set[str]]:
    """Of folded numbers: the stream of triples, fenced, and the set of singles and pairs."""
    triples: list[str] = []
    short: set[str] = set()
    for number in numbers:
        triples.extend(number[at : at + 3] for at in range(len(number) - 2))
        triples.append(FENCE)
        short.update(number)
        short.update(number[at : at + 2] for at in range(len(number) - 1))
    return triples, short


def number_forms(numbers: Iterable[str], keys: Iterable[str]) -> list[str]:
    """The folded forms in which a number can be found by a piece; `gbt1.` is a piece too."""
    written = [fold_number(number) for number in numbers]
    without_slash = [form.replace("/", "") for form in written]
    return [
        form for form in dict.fromkeys((*written, *without_slash, *map(fold_number, keys))) if form
    ]


def title_key(title: str) -> str:
    """A title as a whole: two writings of one title have one key."""
    folded = fold(title)
    found: list[str] = _PLAIN.findall(folded) if folded.isascii() else _ANY.findall(folded)
    return " ".join(found)


def has_chinese(text: str) -> bool:
    return not text.isascii() and _CHINESE.search(text) is not None
