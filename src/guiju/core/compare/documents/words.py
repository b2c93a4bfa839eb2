"""Text in the units that a reader sees (文字单位), and how alike two texts are.

A Chinese character is a unit; so is a whole number, Latin word, unit of measure, clause number or
standard's number, which no difference may cut.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from guiju.core.numbers import find

_LETTER = r"A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u03ff\u0400-\u04ff\u2100-\u214f\u00b0\u2032\u2033"
_RAISED = r"\u00b2\u00b3\u00b9\u2070-\u209c"
_TOKEN = re.compile(
    rf"[A-Z](?:\.\d+)+(?![{_LETTER}\d])"  # A.1.2
    r"|\d+(?:[.,]\d+)*(?:[ \u00a0\u2009]\d{3}(?!\d))*"  # 5.4.1, 0.05, 1 000
    rf"|[{_LETTER}][{_LETTER}\d{_RAISED}]*(?:[-'\u2019/\u00b7\u22c5][{_LETTER}][{_LETTER}\d{_RAISED}]*)*[{_RAISED}]*"
    r"|[ \t]+"
    r"|.[\u0300-\u036f\ufe00-\ufe0f]*",
    re.DOTALL,
)
_MIGHT_CITE = re.compile(r"[A-Z][A-Z/ ]*[^\n]{0,12}\d")
_SIGN = re.compile(r"[a-z0-9]+(?:\.[0-9]+)*|[^\W_]")

# A text is asked for its words again and again while it is compared.
MOST_KNOWN = 32_768


def tokens(text: str) -> list[str]:
    """The units of a text; joined they are the text again.

    >>> tokens("硬度不大于0.5 mm，见GB/T 1.1—2020")[-6:]
    ['0.5', ' ', 'mm', '，', '见', 'GB/T 1.1—2020']
    """
    if not _MIGHT_CITE.search(text):
        return _TOKEN.findall(text)
    answer: list[str] = []
    at = 0
    for found in find(text):
        answer += _TOKEN.findall(text[at : found.start])
        answer.append(text[found.start : found.end])
        at = found.end
    return answer + _TOKEN.findall(text[at:])


@lru_cache(maxsize=MOST_KNOWN)
def bare(text: str) -> str:
    """A text without what does not tell it from another: case, width, spaces, punctuation."""
    return "".join(words(text))


def words(text: str) -> list[str]:
    """Words, numbers and Chinese characters, folded.

    >>> words("硬度 ≤ 0.5 mm，OK")
    ['硬', '度', '0.5', 'mm', 'ok']
    """
    folded = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return _SIGN.findall(folded.lower())


@lru_cache(maxsize=MOST_KNOWN // 8)
def features(text: str) -> frozenset[str]:
    """What two like texts share: pairs of neighbouring words."""
    return pairs(words(text))


def pairs(own: Sequence[str]) -> frozenset[str]:
    """The pairs of neighbours among words; a word alone stands for itself."""
    if len(own) < 2:
        return frozenset(own)
    return frozenset(map("\x1f".join, pairwise(own)))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """From 0 (nothing in common) to 1 (Dice's measure)."""
    whole = len(one) + len(other)
    return 2 * len(one & other) / whole if whole else 1.0


def mark_of(feature: str) -> int:
    """The same small number for a feature in every run."""
    return crc32(feature.encode())


def smallest(features_: Iterable[str], count: int) -> list[int]:
    """The smallest marks of a text (minhash): like texts share many."""
    return sorted(set(map(mark_of, features_)))[:count]
