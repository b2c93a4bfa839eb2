"""The title of an item (条目标题): its heading sentence, or the leading clause where it has none."""

import re
from collections import defaultdict
from dataclasses import dataclass

from guiju.core.plans.model import Span
from guiju.core.plans.outline import Item
from guiju.core.plans.sentences import tidy
from guiju.core.plans.spans import Pairs

_CLAUSE_END = re.compile(r"[，,；;：:]")
# A heading sentence is short; measured on plans of the State Council and of ministries.
LONGEST_HEADING = 42
_LONGEST_LINE = 90
_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Title:
    """`heading` says that the span is a heading and orders nothing by itself."""

    span: Span
    heading: bool


@dataclass(frozen=True, slots=True)
class Opening:
    """The first sentence of an item and what stands behind it."""

    item: Item
    sentence: Span
    more: bool
    own_line: bool


def choose_titles(text: str, openings: list[Opening], pairs: Pairs) -> dict[int, Title]:
    """The title of every item, by the start of the item.

    Whether a short first sentence is a heading depends on its neighbours: in one plan every
    item opens with one, in another none does, and then a short first sentence is a task.
    """
    votes: dict[tuple[int, str], list[bool]] = defaultdict(list)
    for opening in openings:
        votes[_group(opening)].append(_is_short(opening) and opening.more)
    titles: dict[int, Title] = {}
    for opening in openings:
        ballot = votes[_group(opening)]
        usual = sum(ballot) >= _SHARE * len(ballot)
        titles[opening.item.start] = _title(text, opening, pairs, usual=usual)
    return titles


def _group(opening: Opening) -> tuple[int, str]:
    return opening.item.series, opening.item.mark.style


def _is_short(opening: Opening) -> bool:
    return opening.sentence.end - opening.sentence.start <= LONGEST_HEADING


def _title(text: str, opening: Opening, pairs: Pairs, *, usual: bool) -> Title:
    sentence = opening.sentence
    length = sentence.end - sentence.start
    if opening.own_line and length <= _LONGEST_LINE:
        return Title(sentence, heading=opening.more)
    if opening.more and usual and length <= _LONGEST_LINE:
        return Title(sentence, heading=True)
    if _is_short(opening):
        return Title(sentence, heading=False)
    return Title(_leading_clause(text, sentence, pairs), heading=False)


def _leading_clause(text: str, sentence: Span, pairs: Pairs) -> Span:
    """Up to the first comma that no bracket or quotation mark protects."""
    for comma in _CLAUSE_END.finditer(text, sentence.start + 2, sentence.end):
        if pairs.covering(comma.start()) < 0:
            return tidy(text, sentence.start, comma.start())
    return sentence
