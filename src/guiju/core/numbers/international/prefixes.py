"""What stands before the digits of an ISO or IEC number: who, which stage, which type."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from guiju.core.numbers.international.words import (
    DRAFT_TYPES,
    LEADERS,
    PUBLISHERS,
    STAGES,
    TYPES,
)

_GAP = re.compile(r"[\s/.,|-]+")
_GLUED = re.compile(r"(FPR|PR)((?:ISO|IEC)\b.*)", re.IGNORECASE)
_PROJECTS = frozenset({"PWI", "PNW"})
_ALL = frozenset({*PUBLISHERS, *TYPES, *STAGES, *DRAFT_TYPES})
LONGEST = 60


class Prefix(NamedTuple):
    """Publishers, type and stage; `style` says that the words stood as the other house puts them."""

    publishers: tuple[str, ...]
    type: str
    stage: str
    code: str
    style: str


@lru_cache(maxsize=4096)
def prefix(written: str) -> Prefix | None:
    """The words before the number, or None where one of them is not known.

    >>> prefix("ISO/IEC DTR ")
    Prefix(publishers=('ISO', 'IEC'), type='TR', stage='D', code='ISO/IEC TR', style='')
    """
    if len(written) > LONGEST:
        return None
    glued = _GLUED.match(written)
    words = _GAP.split(" ".join(glued.groups()) if glued else written)
    publishers: list[str] = []
    kind = stage = ""
    for word in _apart(filter(None, map(str.upper, words))):
        if word in PUBLISHERS:
            if PUBLISHERS[word] not in publishers:  # CEI/IEC is one body in two languages
                publishers.append(PUBLISHERS[word])
        elif word in TYPES and not kind:
            kind = TYPES[word]
        elif word in STAGES and not stage:
            stage = STAGES[word]
        elif word in DRAFT_TYPES and not kind:
            found, kind = DRAFT_TYPES[word]
            stage = stage or found
        else:
            return None
    return _known(written, publishers, kind, stage)


def _apart(words: Iterable[str]) -> Iterator[str]:
    """The words, those that were run together taken apart: IECTR, ISODIS."""
    for word in words:
        cuts = range(len(word) - 2, 1, -1) if word not in _ALL else ()
        cut = next((at for at in cuts if word[:at] in _ALL and word[at:] in _ALL), 0)
        yield from (word[:cut], word[cut:]) if cut else (word,)


def _known(written: str, publishers: list[str], kind: str, stage: str) -> Prefix | None:
    if not publishers and kind == "IWA":
        publishers = ["ISO"]
    if not publishers and stage in _PROJECTS:
        publishers = ["IEC"]
    if not publishers or publishers[0] not in LEADERS:
        return None
    return Prefix(
        tuple(publishers), kind, stage, code(tuple(publishers), kind), _style(written, publishers)
    )


def _style(written: str, publishers: list[str]) -> str:
    """ISO writes ISO/TS and IEC writes ISO TS; IEC alone writes GUIDE in capitals."""
    if len(publishers) != 1:
        return ""
    if publishers[0] == "ISO":
        return "iec" if re.match(r"ISO (TR|TS|PAS)\b", written) else ""
    if "GUIDE" in written:
        return "capitals"
    return "iso" if re.match(r"(IEC|CISPR)/", written) else ""


def code(publishers: tuple[str, ...], kind: str) -> str:
    """The letters before the sequence, as the first publisher writes them."""
    if kind == "IWA":
        return kind
    if not kind:
        return "/".join(publishers)
    slash = publishers == ("ISO",) and kind != "Guide"
    return "/".join(publishers) + ("/" if slash else " ") + kind
