"""The tree of numbered items (条目结构), in document order."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from guiju.core.plans.marks import RANKS, Mark, candidate_marks
from guiju.core.plans.model import Doubt
from guiju.core.plans.spans import Pairs

_SENTENCE_END = re.compile(r"[。！？；\n]")
_LABEL_KEY = re.compile(r"[、.．\s]|第(?=.*条)|条$")
_ATTACHMENTS = re.compile(r"^[ \t\u3000]*附\s*件?\s*[：:]", re.MULTILINE)
# “（1）…；（2）…” enumerates inside a sentence; “…（甲负责）；2.…” goes on to an item.
_ENUMERATES = re.compile(r"(?:^|[^)）〕】\]])[；;，,]$")
# An item may skip this many numbers; a bigger jump is no heading.
_WIDEST_GAP = 3


@dataclass(slots=True)
class Item:
    """A numbered item: its label at `[start, body)`, its own text up to `end`."""

    mark: Mark
    key: str
    parent: "Item | None"
    level: int
    series: int
    end: int
    children: list["Item"] = field(default_factory=list)

    @property
    def start(self) -> int:
        return self.mark.start

    @property
    def body(self) -> int:
        return self.mark.end


@dataclass(slots=True)
class _State:
    stack: list[Item] = field(default_factory=list)
    last: dict[str, int] = field(default_factory=dict)
    keys: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    series: int = 0


def outline(text: str, begin: int, pairs: Pairs, doubts: list[Doubt]) -> list[Item]:
    """The items of `text[begin:]` in document order; each ends where the next one begins.

    Raises nothing: a text without numbers has no items.
    """
    marks = candidate_marks(text, begin)
    inline = _inline_series(text, marks)
    attachments = _attachment_lines(text, begin)
    state = _State()
    items: list[Item] = []
    for mark in marks:
        if mark.line in attachments and mark.style == "dot":
            continue
        around = pairs.covering(mark.start)
        if not mark.first and around >= 0 and pairs.starts[around] < mark.start:
            continue
        if not _opens(text, mark, state, inline):
            continue
        item = _open(text, mark, state, doubts)
        if items:
            items[-1].end = mark.start
        items.append(item)
    return items


def _inline_series(text: str, marks: list[Mark]) -> set[tuple[int, str, int]]:
    """(line, style, number) of marks inside a line that belong to a run n, n+1 in that line.

    A text without paragraph breaks has its headings inside the line; a lone number in the
    middle of a line is prose.
    """
    seen = {
        (mark.line, mark.style, mark.number)
        for mark in marks
        if not _ENUMERATES.search(text, max(0, mark.start - 2), mark.start)
    }
    chained: set[tuple[int, str, int]] = set()
    for line, style, number in seen:
        if (line, style, number + 1) in seen:
            chained |= {(line, style, number), (line, style, number + 1)}
    return chained


def _attachment_lines(text: str, begin: int) -> set[int]:
    """Lines of a list of attachments (附件：1.…), whose numbers open nothing."""
    lines: set[int] = set()
    counted, line = begin, 0
    for found in _ATTACHMENTS.finditer(text, begin):
        line += text.count("\n", counted, found.start())
        counted = found.start()
        lines.add(line)
        at, next_line = text.find("\n", found.end()), line + 1
        while at >= 0 and re.compile(r"[ \t\u3000]*\d{1,2}[.．、]").match(text, at + 1):
            lines.add(next_line)
            at, next_line = text.find("\n", at + 1), next_line + 1
    return lines


def _opens(text: str, mark: Mark, state: _State, inline: set[tuple[int, str, int]]) -> bool:
    expected = state.last.get(mark.style, 0) + 1
    if mark.first:
        return _opens_line(mark, state, expected)
    continues = mark.number == expected or (mark.number == 1 and _is_deeper(mark, state))
    if not continues:
        return False
    if (mark.line, mark.style, mark.number) not in inline and mark.number == 1:
        return False
    if (mark.line, mark.style, mark.number) not in inline and not _opened_here(mark, state):
        return False
    if mark.strong:
        return True
    return _behind_heading(text, mark, state)


def _opens_line(mark: Mark, state: _State, expected: int) -> bool:
    if mark.number in {1, expected} or mark.style in {"chapter", "article"}:
        return True
    if mark.style in {"dot", "paren", "circle"}:
        return 0 < mark.number - expected < _WIDEST_GAP and mark.style in state.last
    return True


def _is_deeper(mark: Mark, state: _State) -> bool:
    """A run that starts at 1 inside a line needs an item above it, or is the first of all."""
    if not state.stack or not state.last or RANKS[state.stack[-1].mark.style] < RANKS[mark.style]:
        return True
    # Another document, all in one line, behind this one.
    return mark.style == "comma" and state.stack[-1].mark.line != mark.line


def _opened_here(mark: Mark, state: _State) -> bool:
    return any(item.mark.line == mark.line and not item.mark.first for item in state.stack)


def _behind_heading(text: str, mark: Mark, state: _State) -> bool:
    """“一、加强领导（一）成立…”: a heading without a stop, then its first child."""
    if not state.stack:
        return False
    above = state.stack[-1]
    if RANKS[above.mark.style] >= RANKS[mark.style] or mark.start - above.body > 80:
        return False
    return _SENTENCE_END.search(text, above.body, mark.start) is None


def _open(text: str, mark: Mark, state: _State, doubts: list[Doubt]) -> Item:
    rank = RANKS[mark.style]
    while state.stack and RANKS[state.stack[-1].mark.style] >= rank:
        state.stack.pop()
    parent = state.stack[-1] if state.stack else None
    last = state.last.get(mark.style, 0)
    if parent is None and mark.number == 1 and last:
        state.series += 1
        state.last.clear()
        doubts.append(Doubt("numbering_restart", mark.start, mark.end))
    elif mark.number not in {1, last + 1}:
        doubts.append(Doubt("numbering_gap", mark.start, mark.end))
    state.last[mark.style] = mark.number
    key = _unique_key(text, mark, parent, state)
    level = parent.level + 1 if parent else 1
    item = Item(mark, key, parent, level, state.series, len(text))
    if parent:
        parent.children.append(item)
    state.stack.append(item)
    return item


def _unique_key(text: str, mark: Mark, parent: Item | None, state: _State) -> str:
    label = _LABEL_KEY.sub("", text[mark.start : mark.end])
    label = label.replace("(", "（").replace(")", "）")
    key = f"{parent.key}/{label}" if parent else label
    state.keys[key] += 1
    times = state.keys[key]
    return key if times == 1 else f"{key}#{times}"
