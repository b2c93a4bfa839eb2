"""The limits that a sentence sets (指标): characteristic, operator, value, unit, condition, method."""

import re
from functools import cache
from typing import NamedTuple

from guiju.core.drafting.provisions.classifying import classify
from guiju.core.drafting.provisions.model import (
    ANYWHERE,
    Interval,
    Kind,
    Limit,
    Modality,
    Place,
    Role,
)
from guiju.core.drafting.provisions.operators import Comparison, comparisons
from guiju.core.drafting.provisions.operators import table as operators
from guiju.core.drafting.provisions.surroundings import Surroundings, surroundings, written_in
from guiju.core.drafting.provisions.values import intervals
from guiju.core.drafting.sentences import Sentence

LONGEST = 4_000  # characters of a sentence that are read
_JOINED = re.compile(r"\s*[、，,]?\s*(?:且|并且|并|和|或|但|而|and|but)?\s*")
_DEMANDS = re.compile("[应宜得可能许准]")


def extract(
    sentence: Sentence,
    language: str = "zh",
    place: Place = ANYWHERE,
    modality: Modality | None = None,
    around: Surroundings | None = None,
) -> tuple[Limit, ...]:
    """The limits of a sentence in their order, offsets as those of the sentence.

    `modality` is what `classify` said of it and `around` its `surroundings`, when they are known.
    """
    text = sentence.text[:LONGEST]
    language = written_in(text)
    words = comparisons(text, language)
    if not words:
        return ()
    known = modality or classify(sentence, language, place)
    around = around or surroundings(sentence.text, language)
    compared = _compared(text, words, around, language)
    found: list[Limit] = []
    for one, role in zip(compared, _roles(text, compared, around), strict=True):
        found.append(
            Limit(
                subject=one.names[0],
                characteristic=one.names[1],
                interval=one.interval,
                condition=(
                    *around.conditions(one.by.start),
                    *_restrictions(found, sentence, around),
                ),
                role=role,
                method=around.method,
                references=around.references,
                kind=_kind(sentence.start + one.by.start, sentence.start + one.end, known),
                start=sentence.start + one.start,
                end=sentence.start + one.end,
            )
        )
    return tuple(found)


class _Compared(NamedTuple):
    """A value, what it is compared by, and the names of what is compared."""

    by: Comparison
    start: int
    end: int
    interval: Interval
    names: tuple[str, str]


def _compared(
    text: str, words: tuple[Comparison, ...], around: Surroundings, language: str
) -> list[_Compared]:
    found: list[_Compared] = []
    taken: list[tuple[int, int]] = []
    reached = 0
    for at, one in enumerate(words):
        if one.start < reached:
            continue
        following = _next(words, at, len(text))
        if one.operator == "=" and at + 1 < len(words) and _is_taken(text, one, words[at + 1]):
            continue
        for start, end, interval in intervals(text, one, following, language):
            names = around.named(one.start, taken)
            if one.operator == "=" and names[1].endswith(_no_characteristics()):
                continue
            found.append(_Compared(one, start, end, interval, names))
            reached = end
        if reached > one.start:
            taken.append((one.start, reached))
    return found


def _roles(text: str, found: list[_Compared], around: Surroundings) -> list[Role]:
    """Which of them only restrict; of 大于27 m、小于等于54 m的住宅 both do."""
    roles: list[Role] = []
    following: _Compared | None = None
    for one in reversed(found):
        demands = _demands(text, one.by)
        restricts = around.is_condition(one.by.start, one.end, demands)
        if following and roles[-1] == "condition" and not demands:
            restricts |= bool(_JOINED.fullmatch(text, one.end, following.by.start))
        roles.append("condition" if restricts else "limit")
        following = one
    return roles[::-1]


def _demands(text: str, one: Comparison) -> bool:
    """应大于, 不得大于; but 不大于 may restrict as well as demand."""
    plain = one.modal and text[one.start : one.start + 1] in ("不", "未")
    return one.modal and not (plain and not _DEMANDS.match(text, one.start + 1))


def _next(words: tuple[Comparison, ...], at: int, end: int) -> int:
    """Where the next comparison begins; 至少应为 5 and 至少取样 5 are one."""
    further = words[at + 1 :]
    if words[at].gap:
        return next((one.start for one in further if one.operator != "="), end)
    return further[0].start if further else end


def _is_taken(text: str, one: Comparison, following: Comparison) -> bool:
    """应为 30 m 以上, shall be 20 °C or less: the words behind the value say more."""
    return bool(following.value) and not text[one.end : (following.value or (0, 0))[0]].strip()


def _restrictions(found: list[Limit], sentence: Sentence, around: Surroundings) -> list[str]:
    """What the sentence has restricted so far, apart from whole clauses that are conditions."""
    return [
        f"{limit.characteristic}{sentence.text[limit.start - sentence.start : limit.end - sentence.start]}"
        for limit in found
        if limit.role == "condition" and not around.is_conditional(limit.start - sentence.start)
    ]


@cache
def _no_characteristics() -> tuple[str, ...]:
    return tuple(operators("zh")["no_characteristics"])


def _kind(start: int, end: int, known: Modality) -> Kind:
    """That of the modal word inside the comparison, otherwise of the sentence."""
    own = [word.kind for word in known.words if start <= word.start < end]
    return own[0] if own else known.kind
