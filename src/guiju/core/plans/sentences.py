"""Sentences: cut at 。！？ and at line ends, but never inside brackets or quotation marks."""

import re
from bisect import bisect_left
from functools import cache

from guiju.core.plans.model import Span
from guiju.core.plans.spans import Pairs
from guiju.core.plans.words import any_of, words

_STOP = re.compile(r"[。！？!?\n]")
_EDGE = "。！？!?；;，,、 \t\u3000\n\r"
_BULLET = re.compile(r"[—\-–·•●◆■▪○*\s]*")


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{any_of(words('headings')['openings'])})[：:]?(?=[^\u4e00-\u9fff]|$)[：:]?"
    )


class Stops:
    """The sentence ends of a whole text, found once."""

    def __init__(self, text: str, pairs: Pairs) -> None:
        self._at = [
            found.start()
            for found in _STOP.finditer(text)
            if found.group() == "\n" or pairs.covering(found.start()) < 0
        ]

    def first(self, start: int, end: int) -> int:
        """The first stop in `[start, end)`, or `end`."""
        index = bisect_left(self._at, start)
        return self._at[index] if index < len(self._at) and self._at[index] < end else end

    def sentences(self, text: str, start: int, end: int) -> list[Span]:
        """The sentences of `text[start:end]` without bullets, openings or final stops."""
        found: list[Span] = []
        at = start
        while at < end:
            stop = self.first(at, end)
            span = tidy(text, at, stop, opening=True)
            if span.start < span.end and not _is_aside(text, span):
                found.append(span)
            at = stop + 1
        return found


def _is_aside(text: str, span: Span) -> bool:
    """（见附件） between two sentences is no sentence."""
    return text[span.start] in "（(〔[【" and text[span.end - 1] in "）)〕]】"


def tidy(text: str, start: int, end: int, *, opening: bool = False) -> Span:
    """Drop bullets (and, if asked, 具体措施：) in front, stops and space behind."""
    while start < end and text[start] in _EDGE:
        start += 1
    bullet = _BULLET.match(text, start, end)
    start = bullet.end() if bullet else start
    said = _opening().match(text, start, end) if opening else None
    if said:
        return tidy(text, said.end(), end)
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return Span(start, end)
