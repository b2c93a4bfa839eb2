"""What a sentence is: 要求, 指示, 推荐, 允许 or 陈述 (条款类型), GB/T 1.1-2020 annex C."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from guiju.core.drafting.provisions.lexicon import (
    Modals,
    Word,
    chinese,
    english,
    imperatives,
)
from guiju.core.drafting.provisions.model import ANYWHERE, Kind, Modality, ModalWord, Place
from guiju.core.drafting.sentences import Sentence
from guiju.core.patterns import lowered

_STRONGEST: tuple[Kind, ...] = (
    "requirement",
    "recommendation",
    "permission",
    "possibility",
    "capability",
)
_NO_ORDERS_IN = frozenset(
    (
        "foreword",
        "introduction",
        "scope",
        "normative-references",
        "contents",
        "index",
        "bibliography",
    )
)
_QUOTED = re.compile(r"[“\"'‘「『]\s*$")
_UNQUOTED = re.compile(r"\s*[”\"'’」』/／、]")
_SPACE = re.compile(r"\s+")
_CLAUSES = re.compile(r"[，,：:；;]")
_CJK = re.compile(r"[\u4e00-\u9fff]")


def classify(sentence: Sentence, language: str = "zh", place: Place = ANYWHERE) -> Modality:
    """The kind of a sentence, with the words that say so, offsets as those of the sentence.

    An English sentence in a Chinese text is read as English.
    """
    zh = not language.startswith("en") and bool(_CJK.search(sentence.text))
    words = tuple(_found(sentence, chinese() if zh else english()))
    for kind in _STRONGEST:
        if any(word.kind == kind for word in words):
            return Modality(kind, words)
    return Modality("instruction" if _orders(sentence.text, place, zh=zh) else "statement", words)


def _found(sentence: Sentence, modals: Modals) -> Iterator[ModalWord]:
    text = sentence.text
    matches = list(modals.pattern.finditer(lowered(text)))
    traps = _trapped(text, modals) if matches else []
    starts = [start for start, _ in traps]
    for match in matches:
        at, end = match.span()
        reached = traps[bisect_right(starts, at) - 1][1] if starts and starts[0] <= at else 0
        if reached >= end or _is_quoted(text, at, end):
            continue
        word = _word(match, modals)
        yield ModalWord(
            sentence.start + at,
            sentence.start + end,
            text[at:end],
            word.kind,
            word.usage,
            word.negative,
        )


def _word(match: re.Match[str], modals: Modals) -> Word:
    written = _SPACE.sub(" ", match.group().lower()).replace("’", "'")
    if written in modals.words:
        return modals.words[written]
    return next(word for text, word in modals.words.items() if _is_apart(text, written))


def _is_apart(listed: str, written: str) -> bool:
    """`no … is required` of the table, `no further test is required` of the sentence."""
    first, apart, last = listed.partition(" … ")
    return bool(apart) and written.startswith(f"{first} ") and written.endswith(last)


def _trapped(text: str, modals: Modals) -> list[tuple[int, int]]:
    """Where a word stands that only holds the sign of a modal word; sorted, ends never fall back."""
    real = {m.start() for m in modals.no_traps.finditer(text)} if modals.no_traps else set()
    spans = sorted(match.span() for trap in modals.traps for match in trap.finditer(text))
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if not any(at in real for at in range(start, end)):
            found.append((start, max(end, found[-1][1] if found else 0)))
    return found


def _is_quoted(text: str, start: int, end: int) -> bool:
    """The word itself is spoken of: “应”表示要求."""
    before = text[max(0, start - 2) : start]
    return bool(_QUOTED.search(before) and _UNQUOTED.match(text, end))


def _orders(text: str, place: Place, *, zh: bool) -> bool:
    """An imperative sentence (祈使句); what follows conditions counts, not what states a fact."""
    if place.section in _NO_ORDERS_IN or place.part in ("definition", "note", "example"):
        return False
    known = imperatives()
    if not zh:
        return bool(known.en.match(text)) and not text.rstrip().endswith("?")
    if known.statement.search(text) or known.no_titles.search("".join(place.titles[-1:])):
        return False
    clauses = [part.strip() for part in _CLAUSES.split(text)]
    if any(known.zh_anywhere.match(clause) for clause in clauses):
        return True
    steps = any(known.titles.search(title) for title in place.titles)
    return steps and any(known.zh.match(clause) for clause in clauses)
