"""A question to the index (查询): plain values, and the cutting of the text into terms."""

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from guiju.search.analysis import CJK, Word, words_of
from guiju.search.folding import fold_number

LONGEST = 500
MOST_TERMS = 24
_PARTS = re.compile(rf"[{CJK}]+|[^\s{CJK}]+")
_QUOTES = re.compile('["“”„«»「」『』\uff02]')
_APOSTROPHES = re.compile(r"['’‘]")


class Sort(StrEnum):
    """By relevance, or a total order: newest issued first, number, title, last changed first."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    NUMBER = "number"
    TITLE = "title"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Any of the values of one kind, all of the kinds. A code stands for what is under it too."""

    level: tuple[str, ...] = ()
    nature: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    ics: tuple[str, ...] = ()
    ccs: tuple[str, ...] = ()
    committee: tuple[str, ...] = ()
    issuer: tuple[str, ...] = ()
    region: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    year_from: int | None = None
    year_to: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is asked. `text` may be anything; `on` is the day for which states are told.

    `reading` are the keys under which the whole text, read as a number, is looked up; the first
    is the likeliest. `facets` names those to count, `facet_size` how many values of each at most
    (the largest). `longest` and `most_terms` bound the work; what is beyond them is not looked at.
    """

    on: date
    text: str = ""
    reading: tuple[str, ...] = ()
    filters: Filters = field(default_factory=Filters)
    sort: Sort = Sort.RELEVANCE
    limit: int = 20
    cursor: str = ""
    facets: tuple[str, ...] = ()
    facet_size: int = 50
    longest: int = LONGEST
    most_terms: int = MOST_TERMS


class Term(NamedTuple):
    """One condition on the text. `number` is the piece as it may stand in a number.

    `letters` are the letters that may be pinyin; `quoted` terms are taken word for word.
    """

    words: tuple[Word, ...]
    number: str
    letters: str
    quoted: bool

    @property
    def is_beginning(self) -> bool:
        """Whether it may be the beginning of a longer word."""
        return len(self.words) == 1 and self.words[0].kind == "word" and not self.quoted

    @property
    def chinese(self) -> bool:
        return all(kind == "cjk" for kind, _ in self.words)


class Reading(NamedTuple):
    """The terms that must all match; the words of the whole; whether some of it was left out."""

    terms: tuple[Term, ...]
    words: tuple[Word, ...]
    cut: bool


def read(text: str, longest: int = LONGEST, most_terms: int = MOST_TERMS) -> Reading:
    """Cut a text into terms: at spaces, and where Chinese and other writing meet.

    What stands between quotation marks is one term.
    """
    kept = text[:longest]
    terms: dict[Term, None] = {}
    pieces = _QUOTES.split(kept)
    for at, piece in enumerate(pieces):
        if at % 2 and at < len(pieces) - 1:
            _add(terms, piece, quoted=True)
            continue
        for part in _PARTS.findall(piece):
            _add(terms, part, quoted=False)
    found = tuple(terms)
    cut = len(text) > longest or len(found) > most_terms
    return Reading(found[:most_terms], words_of(kept)[:most_terms], cut)


def as_number(reading: Reading, text: str, longest: int) -> Reading:
    """The text as one term: a number asks for what bears or mentions it, not for its pieces."""
    return reading._replace(terms=(Term(reading.words, fold_number(text[:longest]), "", False),))


def _add(terms: dict[Term, None], text: str, *, quoted: bool) -> None:
    words = words_of(text)
    if not words:
        return
    letters = "" if quoted else _APOSTROPHES.sub("", text).lower()
    if not (letters.isascii() and letters.isalpha()):
        letters = ""
    terms[Term(words, fold_number(text), letters, quoted)] = None
