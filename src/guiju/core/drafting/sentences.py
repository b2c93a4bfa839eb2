"""Sentences of a text (句), Chinese and English, each with its place.

A sentence ends with its stop and the quotation mark or bracket that closes after it. Nothing ends
inside brackets, quotations, formulas or numbers. Items of a list that stands in one paragraph
("a) ……；b) ……") are sentences of their own.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from guiju.core.codes.tables import read_table
from guiju.core.documents.model import Mark, Text

_OPEN = dict(zip("（([【《“‘「『", "）)]】》”’」』", strict=True))
_CLOSE = {close: opening for opening, close in _OPEN.items()}
_BRACKET = re.compile(f"[{re.escape(''.join(_OPEN) + ''.join(_CLOSE))}]")
_QUOTES = '”’」』"'
_STOP = re.compile(r"[。！？!?]+|\.(?![\w.])|[;；\n]|(?<=[\u4e00-\u9fff])\.(?![\d.])")
_MARKER = r"(?:[（(]?(?:[a-z]|\d{1,2})[)）]|[①-⑳]|——|[•·])"
_ITEM = re.compile(rf"\s*{_MARKER}(?=\s*\S)")
_ONLY_NUMBER = re.compile(r"\s*(?:[A-Z]|\d{1,3})(?:\.\d{1,3}){0,6}")
_WORD_BEFORE = re.compile(r"[A-Za-z][A-Za-z.]{0,15}$")
_GOES_ON = re.compile(r"\s*[，、；：,;:的地和与]")
_SIGN = re.compile(r"\S")
_WHOLE_MARKS = ("math", "code", "standard", "link")


class Sentence(NamedTuple):
    """A sentence; `text` is `content[start:end]` of the text that it was cut from."""

    start: int
    end: int
    text: str


def sentences(text: Text) -> tuple[Sentence, ...]:
    """The sentences of a text in order, without the space around them; nothing else is left out.

    >>> [one.text for one in sentences(Text("见5.4。按e.g. A.（图略。）"))]
    ['见5.4。', '按e.g. A.', '（图略。）']
    """
    content, found, began = text.content, [], 0
    for end in (*_ends(text), len(content)):
        written = content[began:end]
        bare = written.strip()
        if bare:
            start = began + len(written) - len(written.lstrip())
            found.append(Sentence(start, start + len(bare), bare))
        began = end
    return tuple(found)


def whole(content: str) -> Sentence:
    """All of it as one sentence."""
    return Sentence(0, len(content), content)


def _ends(text: Text) -> Iterator[int]:
    """Offsets just behind the end of each sentence but the last."""
    content, began = text.content, 0
    inside = _spans(content)
    kept = [mark for mark in text.marks if mark.kind in _WHOLE_MARKS]
    at = 0
    for stop in _STOP.finditer(content):
        if stop.start() < at or _is_inside(kept, stop.start()):
            continue
        end = stop.end()
        closing = inside.get(stop.start())
        if closing is not None:
            end = _closed(content, began, end, *closing)
        elif not _is_end(content, began, stop):
            continue
        else:
            end += content.startswith('"', end)
        if end:
            yield end
            began = at = end


def _is_inside(marks: list[Mark], at: int) -> bool:
    """Inside a mark, and not its last character."""
    place = bisect_right(marks, at, key=lambda mark: mark.start) - 1
    return place >= 0 and marks[place].start < at < marks[place].end - 1


def _spans(content: str) -> dict[int, tuple[int, int]]:
    """Each stop that stands inside brackets or quotes → where the outermost pair opens and closes.

    A bracket that is never closed, or closed without having been opened (`a)`), counts for nothing.
    """
    stack: list[int] = []
    pairs: list[tuple[int, int]] = []
    for match in _BRACKET.finditer(content):
        at, sign = match.start(), match.group()
        if sign in _OPEN:
            stack.append(at)
        elif sign in _CLOSE and stack and content[stack[-1]] == _CLOSE[sign]:
            pairs.append((stack.pop(), at))
    pairs.sort()
    found: dict[int, tuple[int, int]] = {}
    reached = -1
    for start, end in pairs:
        if end < reached:
            continue
        reached = end
        for stop in _STOP.finditer(content, start, end):
            found[stop.start()] = (start, end)
    return found


def _closed(content: str, began: int, stop: int, opening: int, closing: int) -> int:
    """The end of the sentence when its last stop stands just before a closing sign, otherwise 0."""
    if stop != closing or content[stop - 1] in ";；\n":
        return 0
    if _GOES_ON.match(content, closing + 1):
        return 0
    quoted = content[closing] in _QUOTES
    starts_it = not _SIGN.search(content, began, opening)
    return closing + 1 if quoted or starts_it else 0


def _is_end(content: str, began: int, stop: re.Match[str]) -> bool:
    sign = stop.group()
    if sign in (";", "；", "\n"):
        return bool(_ITEM.match(content, stop.end())) or (
            sign == "\n"
            and content[max(0, stop.start() - 8) : stop.start()].rstrip()[-1:]
            in tuple("。！？；：.;:")
        )
    if sign != ".":
        return True
    return _full_stop_ends(content, began, stop.start())


def _full_stop_ends(content: str, began: int, at: int) -> bool:
    if _ONLY_NUMBER.fullmatch(content, began, at):
        return False  # "1. General", "A. Smith"
    behind = content[at + 1 : at + 12].lstrip(_QUOTES + "）) ")[:2]
    word = _WORD_BEFORE.search(content, max(began, at - 16), at)
    if word is None:
        return not behind[:1].islower()
    written, words = word.group(), _words()
    if written in words["never"]:
        return False
    if written in words["before_a_number"] and re.match(r"[\d(]|[A-Z]\b", behind):
        return False
    if len(written) == 1 and written.isupper() and behind[:1].isupper():
        return not _is_initial(content, at)
    return not behind[:1].islower() and not (
        written in words["abbreviations"] and behind[:1] in ",;"
    )


def _is_initial(content: str, at: int) -> bool:
    """`J. Smith`: a capital that stands alone before a name, not `Annex A.` or `5 A.`."""
    before = _WORD_BEFORE.search(content[max(0, at - 18) : at - 1].rstrip())
    if before is None:
        return not content[max(0, at - 3) : at - 1].strip()
    return before.group() not in _words()["letter_after"]


@cache
def _words() -> dict[str, frozenset[str]]:
    table = read_table("sentences.yaml", "drafting")
    return {
        key: frozenset(table[key])
        for key in ("abbreviations", "never", "before_a_number", "letter_after")
    }
