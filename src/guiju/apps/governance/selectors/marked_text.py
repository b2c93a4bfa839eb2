"""The text of a plan with its marks (原文标注): spans by offset, cut into pieces without overlap."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from guiju.core.errors import Bilingual


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch `[start, end)`. `kind` is action, note, output, due or doubt.

    `pk` is that of the record behind it, 0 where there is none; `words` say why it is in doubt.
    """

    start: int
    end: int
    kind: str
    pk: int = 0
    words: Bilingual | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Text under the same marks, outermost first. `opened` are the marks that begin here."""

    text: str
    marks: tuple[Mark, ...]
    opened: tuple[Mark, ...]

    @property
    def target(self) -> Mark | None:
        """The innermost mark with a record: where a click leads."""
        return next((mark for mark in reversed(self.marks) if mark.pk), None)


def _usable(marks: Iterable[Mark], start: int, end: int) -> list[Mark]:
    """The marks that touch the stretch, the longer first where several begin together."""
    inside = [mark for mark in marks if max(mark.start, start) < min(mark.end, end)]
    return sorted(inside, key=lambda mark: (mark.start, -mark.end))


def pieces(text: str, marks: Iterable[Mark], start: int, end: int) -> Iterator[Piece]:
    """`text[start:end]` in pieces. Marks may nest and overlap; joined, the pieces are the text."""
    waiting = _usable(marks, start, end)
    bounds = {start, end}
    for mark in waiting:
        bounds |= {max(mark.start, start), min(mark.end, end)}
    cuts = sorted(bounds)
    waiting.reverse()
    over: list[Mark] = []
    for left, right in pairwise(cuts):
        over = [mark for mark in over if mark.end > left]
        opened = []
        while waiting and waiting[-1].start <= left:
            opened.append(waiting.pop())
        over += opened
        begun = tuple(mark for mark in opened if mark.start >= start)
        yield Piece(text[left:right], tuple(over), begun)


def paragraphs(text: str, marks: list[Mark], start: int, end: int) -> list[list[Piece]]:
    """The lines of `text[start:end]`, each as its pieces; empty lines are left out."""
    found = []
    left = start
    while left < end:
        right = text.find("\n", left, end)
        right = end if right < 0 else right
        if text[left:right].strip():
            found.append(list(pieces(text, marks, left, right)))
        left = right + 1
    return found
