"""Carelessly written international numbers: isoiectr 10037, iso 9001-2015, iec60050 amd1 2016."""

import re
from collections.abc import Iterator
from functools import cache

from guiju.core.numbers.international.words import (
    DRAFT_TYPES,
    PUBLISHERS,
    STAGES,
    SUFFIXES,
    TYPES,
)

_SUPPLEMENT = re.compile(r"(?<=\d)[ /_-]*(AMD|COR|ADD|ISH)[ ._]*(?=\d)", re.A)
_SUFFIX = re.compile(rf"(?<=\d)[ _-]?({'|'.join(SUFFIXES)})$", re.A)
_YEAR = re.compile(r"(?<=\d)[ _.-]+((?:19|20)\d\d)(?=$|[/+ ])", re.A)


def foreign_forms(letters: str, rest: str) -> Iterator[str]:
    """Proper forms of a number in capitals: the letters before its first digit, and the rest.

    >>> list(foreign_forms("ISO_IEC", "27001-2022"))
    ['ISO/IEC 27001:2022', 'ISO/IEC 27001-2022']
    """
    words = _words(re.sub(r"[^A-Z]", "", letters))
    if not words:
        return
    publishers = [word for word in words if word in PUBLISHERS]
    others = [word for word in words if word not in PUBLISHERS]
    head = " ".join(("/".join(publishers), *others))
    spaced = _SUFFIX.sub(r" \1", rest)
    joined = _SUPPLEMENT.sub(r"/\1 ", spaced)
    forms = (_YEAR.sub(r":\1", joined), _YEAR.sub(r":\1", spaced), spaced)
    yield from dict.fromkeys(f"{head} {form}" for form in forms)


def _words(letters: str) -> list[str]:
    """The words that were run together, the longest first; none where a rest stays."""
    words = []
    while letters:
        word = next((word for word in _known() if letters.startswith(word)), None)
        if word is None:
            return []
        words.append(word)
        letters = letters.removeprefix(word)
    return words


@cache
def _known() -> tuple[str, ...]:
    known = {
        word
        for word in (*PUBLISHERS, *TYPES, *STAGES, *DRAFT_TYPES)
        if word.isascii() and word.isalpha()
    }
    return tuple(sorted(known, key=lambda word: (-len(word), word)))
