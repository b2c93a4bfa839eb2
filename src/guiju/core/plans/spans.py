"""Brackets and quotation marks that enclose one another, found in one pass."""

import re
from bisect import bisect_right
from collections import deque
from dataclasses import dataclass

_MARK = re.compile(r"[（(〔\[［【〖）)〕\]］】〗“”《》「」『』\n]")
_OPEN = {
    **dict.fromkeys("（(", "round"),
    **dict.fromkeys("〔[［", "square"),
    **dict.fromkeys("【〖", "lens"),
    "“": "quote",
    "《": "title",
    "「": "corner",
    "『": "corner2",
}
_CLOSE = {
    **dict.fromkeys("）)", "round"),
    **dict.fromkeys("〕]］", "square"),
    **dict.fromkeys("】〗", "lens"),
    "”": "quote",
    "》": "title",
    "」": "corner",
    "』": "corner2",
}
_BRACKETS = {"round", "square", "lens"}
# Nobody nests deeper; the bound keeps hostile text linear in time and memory.
_DEEPEST = 32
# A bracket may run over line ends (text copied from a page), but not for long.
_LONGEST_OVER_LINES = 1200


@dataclass(frozen=True, slots=True)
class Pairs:
    """The outermost pairs of a text, in order; `start` at the opening, `end` after the closing."""

    starts: list[int]
    ends: list[int]
    brackets: list[bool]

    def covering(self, position: int) -> int:
        """The index of the pair that holds the character at `position`, or -1."""
        index = bisect_right(self.starts, position) - 1
        return index if index >= 0 and self.ends[index] > position else -1


def count_signs(text: str) -> int:
    """How many brackets, quotation marks and title marks stand in the text."""
    return sum(map(text.count, (*_OPEN, *_CLOSE)))


def outermost_pairs(text: str) -> Pairs:
    """Pair brackets, quotation marks and title marks, and keep the outermost of each nest.

    A closing mark takes the nearest opening mark of its own family, else of any bracket
    family, since 〔 is at times closed with ）. Marks left alone are ignored.
    """
    stack: deque[tuple[int, str]] = deque(maxlen=_DEEPEST)
    found: list[tuple[int, int, bool]] = []
    for mark in _MARK.finditer(text):
        sign, at = mark.group(), mark.start()
        if sign == "\n":
            _end_of_line(stack, at)
        elif sign in _OPEN:
            stack.append((at, _OPEN[sign]))
        else:
            _close(stack, found, at, _CLOSE[sign])
    starts = [pair[0] for pair in found]
    return Pairs(starts, [pair[1] for pair in found], [pair[2] for pair in found])


def _end_of_line(stack: deque[tuple[int, str]], at: int) -> None:
    if not stack:
        return
    kept = [
        entry for entry in stack if entry[1] in _BRACKETS and at - entry[0] <= _LONGEST_OVER_LINES
    ]
    stack.clear()
    stack.extend(kept)


def _close(
    stack: deque[tuple[int, str]], found: list[tuple[int, int, bool]], at: int, family: str
) -> None:
    depth = _partner(stack, family)
    if depth is None:
        return
    while len(stack) > depth + 1:
        stack.pop()
    start, opened = stack.pop()
    while found and found[-1][0] > start:
        found.pop()
    found.append((start, at + 1, opened in _BRACKETS))


def _partner(stack: deque[tuple[int, str]], family: str) -> int | None:
    for depth in range(len(stack) - 1, max(-1, len(stack) - 6), -1):
        if stack[depth][1] == family:
            return depth
        if family not in _BRACKETS and stack[depth][1] in _BRACKETS:
            break  # a stray ” must not tear a bracket open
    if family in _BRACKETS and stack and stack[-1][1] in _BRACKETS:
        return len(stack) - 1
    return None
