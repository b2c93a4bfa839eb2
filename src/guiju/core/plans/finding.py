"""Which brackets and labelled lines are responsibility notes (标注的识别)."""

import re
from dataclasses import dataclass
from functools import cache

from guiju.core.plans.model import Doubt
from guiju.core.plans.notes import (
    LONGEST_NOTE,
    NoteReading,
    generic_only,
    hint,
    read_note,
    take_as_shared,
)
from guiju.core.plans.spans import Pairs
from guiju.core.plans.words import any_of, words

_STRONG_BEFORE = "。；;！？!?”"
_STRONG_AFTER = "。；;"
_UNCLOSED = re.compile(
    r"[（(〔\[【][^（(〔\[【）)〕\]】\n]{2,200}(?:负责|落实|参与|配合|指导|牵头)(?=[。；]?[ \t\u3000]*$)",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class FoundNote:
    """A note with its place: `start` at the bracket or label, `end` behind its last character."""

    start: int
    end: int
    reading: NoteReading


def bracket_notes(text: str, pairs: Pairs, doubts: list[Doubt]) -> list[FoundNote]:
    """Notes in brackets of any kind, in order; whatever is doubtful is added to `doubts`."""
    found: list[FoundNote] = []
    pattern = hint()
    for start, end, is_bracket in zip(pairs.starts, pairs.ends, pairs.brackets, strict=True):
        if not is_bracket or not 4 <= end - start <= LONGEST_NOTE:
            continue
        if not pattern.search(text, start + 1, end - 1) and not _may_be_bare(text, start, end):
            continue
        reading = read_note(text, start + 1, end - 1)
        if _accept(text, start, end, reading, doubts):
            found.append(FoundNote(start, end, reading))
    return found


def _accept(text: str, start: int, end: int, reading: NoteReading, doubts: list[Doubt]) -> bool:
    """Decide by the grammar of the content, and by its place where the grammar leaves it open."""
    if reading.defaults and reading.likely:
        return _accepted(reading, doubts)
    strong = _stands_apart(text, start, end)
    if not reading.said_role:
        return _accept_bare(text, start, end, reading, doubts)
    prose = _prose(text, reading)
    if reading.likely and (not prose or (strong and reading.likely >= 2 * prose)):
        return _accepted(reading, doubts)
    if prose or generic_only(reading, text):
        return False
    after_stop = text[start - 1 : start] in {"。", "；", "！"}
    if reading.unlikely and after_stop:
        return _accepted(reading, doubts)
    if reading.unlikely and strong:
        doubts.append(Doubt("possible_note", start, end))
    return False


def _accepted(reading: NoteReading, doubts: list[Doubt]) -> bool:
    doubts.extend(Doubt("unknown_body", s, e) for s, e in reading.unlikely)
    doubts.extend(Doubt("unparsed_part", s, e) for s, e in reading.left_over)
    doubts.extend(reading.doubts)
    return True


def _prose(text: str, reading: NoteReading) -> int:
    """How many parts are sentences rather than names."""
    stop = re.compile(any_of(words("notes")["body_stop"])) if reading.unlikely else None
    sentences = sum(
        1 for s, e in reading.unlikely if e - s > 16 or (stop and stop.search(text, s, e))
    )
    return sentences + sum(1 for s, e in reading.left_over if e - s > 24)


def _stands_apart(text: str, start: int, end: int) -> bool:
    """Whether the bracket follows a finished sentence or ends one."""
    before = text[start - 1 : start]
    after = text[end : end + 1]
    return before in _STRONG_BEFORE or not after or after in _STRONG_AFTER or after.isspace()


def _may_be_bare(text: str, start: int, end: int) -> bool:
    """（科技部、财政部）or （科技部，2023年完成）behind a full stop may be a note without a role."""
    separated = any(sign in text[start:end] for sign in "、，,；;")
    return separated and text[start - 1 : start] == "。"


def _accept_bare(
    text: str, start: int, end: int, reading: NoteReading, doubts: list[Doubt]
) -> bool:
    """Bodies without a role: with a deadline they are responsible, without one it is left open."""
    if not reading.without_role or not _stands_apart(text, start, end):
        return False
    if reading.deadlines and take_as_shared(reading, text):
        doubts.append(Doubt("role_presumed", start, end))
        return _accepted(reading, doubts)
    if reading.without_role >= 2:
        doubts.append(Doubt("bodies_without_role", start, end))
    return False


def doubt_unclosed(text: str, pairs: Pairs, doubts: list[Doubt]) -> None:
    """A bracket that opens like a note and is never closed is no note, but a doubt."""
    for found in _UNCLOSED.finditer(text):
        around = pairs.covering(found.start())
        if around >= 0 and pairs.starts[around] == found.start():
            continue
        reading = read_note(text, found.start() + 1, found.end())
        if reading.said_role and reading.likely and not _prose(text, reading):
            doubts.append(Doubt("unclosed_note", *found.span()))


@cache
def _label_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    labels = words("notes")["labels"]
    every = [word for entries in labels.values() for word in entries]
    strict = [w for w in every if w.endswith(("单位", "部门", "主体"))]
    start = rf"(?:(?<=[\n。；;!！?？])|\A)[ \t\u3000]*(?P<label>{any_of(strict)})\s*[：:]"
    return re.compile(start), re.compile(rf"[ \t\u3000]*(?:{any_of(every)})\s*[：:]")


def label_notes(text: str, pairs: Pairs, marks: list[int]) -> list[FoundNote]:
    """Notes without brackets: 责任部门：… on a line of its own or behind a full stop.

    `marks` are the starts of numbered items, in order: a note never runs into the next item.
    """
    start_pattern, next_pattern = _label_patterns()
    found: list[FoundNote] = []
    stops = iter([*marks, len(text)])
    stop = next(stops)
    behind = 0
    for label in start_pattern.finditer(text):
        start = label.start("label")
        if start < behind or pairs.covering(start) >= 0:
            continue
        while stop <= start:
            stop = next(stops)
        end = _label_end(text, label.end(), min(stop, start + LONGEST_NOTE), next_pattern)
        reading = read_note(text, start, end)
        if reading.likely or reading.unlikely:
            found.append(FoundNote(start, end, reading))
            behind = end
    return found


def _label_end(text: str, at: int, limit: int, more: re.Pattern[str]) -> int:
    """Run over 。 and line ends as long as another label follows them."""
    while True:
        cut = re.compile(r"[。\n]").search(text, at, limit)
        if cut is None:
            end = limit
            break
        following = more.match(text, cut.end(), limit)
        if following is None:
            end = cut.start()
            break
        at = following.end()
    while end > at and text[end - 1].isspace():
        end -= 1
    return end
