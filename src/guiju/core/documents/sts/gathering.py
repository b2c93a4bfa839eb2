"""A text put together from pieces of XML (文字收集): white space as a browser shows it, marks beside it.

Runs of ASCII white space are one space, none at either end or beside a line break; between two
Chinese characters a line end of the source says nothing.
"""

import re
from collections.abc import Sequence

from guiju.core.documents.model import Mark, MarkKind, Text

_SPACE = re.compile(r"[ \t\r\n]+")
_STYLES = frozenset(("italic", "bold", "underline", "sub", "sup", "code"))
_POINTERS = frozenset(("internal", "term", "link", "footnote", "standard"))


class Gatherer:
    """Collects characters and marks; `text()` is what they make."""

    __slots__ = ("_closed", "_last", "_parts", "_pending", "length", "marks", "verbatim")

    def __init__(self, *, verbatim: bool = False) -> None:
        self.verbatim = verbatim
        self.length = 0
        self.marks: list[tuple[int, int, Mark]] = []  # start, order of opening
        self._parts: list[str] = []
        self._last = ""
        self._pending = ""
        self._closed = 0

    def __bool__(self) -> bool:
        return bool(self._parts or self.marks)

    @property
    def last(self) -> str:
        return self._last

    def add(self, raw: str | None) -> None:
        """Characters of the source."""
        if not raw:
            return
        if self.verbatim:
            self._put(raw)
            return
        words = _SPACE.split(raw)
        first = raw[0] in " \t\r\n"
        for at, word in enumerate(words):
            if at or first:
                self._pending = "\n" if "\n" in raw or self._pending == "\n" else " "
            if word:
                self._flush(word[0])
                self._put(word)

    def open(self) -> tuple[int, int]:
        """Where a mark begins, to be handed to `close`."""
        self._flush("")
        self._closed += 1
        return self.length, self._closed

    def close(self, opened: tuple[int, int], kind: MarkKind, value: str = "") -> None:
        start, order = opened
        self.marks.append((start, order, Mark(start, self.length, kind, value)))

    def point(self, kind: MarkKind, words: str, value: str = "") -> None:
        """Characters that are all of one kind, put as they are."""
        opened = self.open()
        if words:
            self._put(words)
        self.close(opened, kind, value)

    def line_break(self) -> None:
        self._pending = ""
        if self._last == " " and self._parts:
            self._parts[-1] = self._parts[-1][:-1]
            self.length -= 1
        self.point("break", "\n")

    def _flush(self, following: str) -> None:
        if self._pending and self._last and self._last not in " \n":
            joins = self._pending == "\n" and _is_wide(self._last)
            if not (joins and (not following or _is_wide(following))):
                self._put(" ")
        self._pending = ""

    def _put(self, words: str) -> None:
        self._parts.append(words)
        self.length += len(words)
        self._last = words[-1]

    def text(self) -> Text:
        content = "".join(self._parts)
        if not self.verbatim:
            content = content.rstrip(" ")
        most = len(content)
        opened = sorted((start, -one.end, order, one) for start, order, one in self.marks)
        marks = [
            one._replace(start=min(one.start, most), end=min(one.end, most))
            for _, _, _, one in opened
        ]
        return Text(content, merged(content, marks))


def merged(content: str, marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Marks of one kind and value that touch are one mark; so are those with a break between."""
    out: list[Mark] = []
    latest: dict[tuple[str, str], int] = {}
    between = {(one.start, one.end) for one in marks if one.kind in ("break", "math")}
    for one in marks:
        same = (one.kind, one.value)
        at = latest.get(same) if one.kind in _STYLES or one.kind in _POINTERS else None
        if at is not None and _goes_on(out[at], one, content, between):
            out[at] = out[at]._replace(end=max(one.end, out[at].end))
        elif one.end > one.start or one.kind not in _STYLES:
            latest[same] = len(out)
            out.append(one)
    return tuple(sorted(out, key=lambda one: (one.start, -one.end)))


def _goes_on(last: Mark, one: Mark, content: str, between: set[tuple[int, int]]) -> bool:
    if one.kind in _STYLES:
        return one.start <= last.end or content[last.end : one.start] == "\n"
    gap = (last.end, one.start)
    return gap in between or (bool(one.value) and last.end == one.start)


def _is_wide(character: str) -> bool:
    """Chinese characters and their punctuation."""
    return "\u2e80" <= character <= "\ufaff" or "\uff00" <= character <= "\uff60"


def collapsed(text: str) -> str:
    """A plain string by the same rules."""
    gatherer = Gatherer()
    gatherer.add(text)
    return gatherer.text().content
