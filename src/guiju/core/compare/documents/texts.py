"""The difference of two texts as a person reads it (文字差异): offsets on both sides.

The shortest edit is often confetti: single characters that both texts happen to share. Short
equal stretches between two changes are joined to them, and a change that could slide begins and
ends where a word or a sentence does.
"""

import re
from functools import lru_cache
from itertools import accumulate

from guiju.core.compare.documents.diffing import Hunk, hunks
from guiju.core.compare.documents.model import TextOp
from guiju.core.compare.documents.words import tokens

LONGEST_BY_TOKEN = 4000
# The same two sentences are asked for as a passage and as a provision.
MOST_KNOWN = 8192
# Less in common than this share of the shorter text: they are two texts.
LEAST_IN_COMMON = 0.25
# An equal stretch of this weight or less between changes says nothing to a reader.
TOO_LIGHT = 1
# A stretch of this weight says little beside changes that together weigh twice as much.
FEW = 2
_SENTENCE = re.compile(r"[^。；;！？!?\n]*[。；;！？!?\n]|[^。；;！？!?\n]+")
_STOPS = frozenset("。；，、：:;,.!?！？\n")


@lru_cache(maxsize=MOST_KNOWN)
def text_ops(a: str, b: str) -> tuple[TextOp, ...]:
    """What to replace in `a` to get `b`, in order; () for equal texts.

    >>> [(op.old, op.new) for op in text_ops("厚度宜为0.5 mm。", "厚度应为0.4 mm。")]
    [('宜', '应'), ('0.5', '0.4')]
    >>> [(op.old, op.new) for op in text_ops("今天天气很好", "明日空气很差")]
    [('今天天气很好', '明日空气很差')]
    """
    if a == b:
        return ()
    if len(a) + len(b) > LONGEST_BY_TOKEN:
        return tuple(_by_sentence(a, b))
    return tuple(_by_token(a, b))


def applied(text: str, ops: tuple[TextOp, ...]) -> str:
    """The new text, from the old one and its operations."""
    answer, at = [], 0
    for op in ops:
        answer += [text[at : op.a_start], op.new]
        at = op.a_end
    return "".join([*answer, text[at:]])


def shifted(op: TextOp, by_a: int, by_b: int) -> TextOp:
    """The same operation in longer texts."""
    return op._replace(
        a_start=op.a_start + by_a,
        a_end=op.a_end + by_a,
        b_start=op.b_start + by_b,
        b_end=op.b_end + by_b,
    )


def _by_sentence(a: str, b: str) -> list[TextOp]:
    """Sentences first, then inside those that changed, where they are short enough."""
    parts_a, parts_b = _SENTENCE.findall(a), _SENTENCE.findall(b)
    starts_a, starts_b = _starts(parts_a), _starts(parts_b)
    answer: list[TextOp] = []
    for hunk in hunks(parts_a, parts_b):
        from_a, from_b = starts_a[hunk.a_start], starts_b[hunk.b_start]
        old, new = a[from_a : starts_a[hunk.a_end]], b[from_b : starts_b[hunk.b_end]]
        small = old and new and len(old) + len(new) <= LONGEST_BY_TOKEN
        inner = _by_token(old, new) if small else [TextOp(0, len(old), 0, len(new), old, new)]
        answer += [shifted(op, from_a, from_b) for op in inner]
    return answer


def _by_token(a: str, b: str) -> list[TextOp]:
    own, other = tokens(a), tokens(b)
    found = _cleaned(own, other, hunks(own, other))
    found = [_slid(own, other, hunk, found) for hunk in found]
    starts_a, starts_b = _starts(own), _starts(other)
    return [
        TextOp(
            starts_a[one.a_start],
            starts_a[one.a_end],
            starts_b[one.b_start],
            starts_b[one.b_end],
            "".join(own[one.a_start : one.a_end]),
            "".join(other[one.b_start : one.b_end]),
        )
        for one in found
    ]


def _starts(parts: list[str]) -> list[int]:
    return [0, *accumulate(map(len, parts))]


def _weight(parts: list[str]) -> int:
    """How much a stretch says: nothing by spaces and stops, a word twice a character."""
    return sum(
        0 if part.isspace() or part in _STOPS else 2 if part.isascii() and len(part) > 1 else 1
        for part in parts
    )


def _cleaned(a: list[str], b: list[str], found: list[Hunk]) -> list[Hunk]:
    """Joined over short equal stretches, until nothing joins."""
    joined = found
    while True:
        before, joined = len(joined), _joined(a, joined, b)
        if len(joined) == before:
            break
    if len(joined) > 1:
        common = _weight(a) - sum(_weight(a[one.a_start : one.a_end]) for one in joined)
        if common < LEAST_IN_COMMON * min(_weight(a), _weight(b)):
            first, last = joined[0], joined[-1]
            return [Hunk(first.a_start, last.a_end, first.b_start, last.b_end)]
    return joined


def _joined(a: list[str], found: list[Hunk], b: list[str]) -> list[Hunk]:
    answer: list[Hunk] = []
    for one in found:
        if answer:
            last = answer[-1]
            between = a[last.a_end : one.a_start]
            if "\n" not in between and _is_confetti(a, b, last, one, _weight(between)):
                answer[-1] = Hunk(last.a_start, one.a_end, last.b_start, one.b_end)
                continue
        answer.append(one)
    return answer


def _is_confetti(a: list[str], b: list[str], last: Hunk, one: Hunk, between: int) -> bool:
    """A stretch that says less than the changes on both its sides."""
    left, right = (
        max(_weight(a[hunk.a_start : hunk.a_end]), _weight(b[hunk.b_start : hunk.b_end]))
        for hunk in (last, one)
    )
    if between and any(_is_one_figure(a, b, hunk) for hunk in (last, one)):
        return False
    if between <= TOO_LIGHT:
        # A stop that stays keeps two small changes apart: 宜，0.5 became 应，0.4.
        return between > 0 or (left + right > 4) or not _has_stop(a[last.a_end : one.a_start])
    return between < min(left, right) or (between <= FEW and left + right >= 2 * FEW)


def _is_one_figure(a: list[str], b: list[str], hunk: Hunk) -> bool:
    """A figure for a figure: people look for these one by one."""
    old, new = a[hunk.a_start : hunk.a_end], b[hunk.b_start : hunk.b_end]
    return len(old) == len(new) == 1 and old[0][0].isdigit() and new[0][0].isdigit()


def _has_stop(parts: list[str]) -> bool:
    return any(part in _STOPS for part in parts)


def _slid(a: list[str], b: list[str], hunk: Hunk, found: list[Hunk]) -> Hunk:
    """A pure insertion or deletion, moved to where it begins after a stop and ends with one."""
    deleted, inserted = hunk.a_end - hunk.a_start, hunk.b_end - hunk.b_start
    if bool(deleted) == bool(inserted):
        return hunk
    parts, start, length = (a, hunk.a_start, deleted) if deleted else (b, hunk.b_start, inserted)
    room_before = min(
        (hunk.a_start - one.a_end for one in found if one.a_end < hunk.a_start),
        default=hunk.a_start,
    )
    room_after = min(
        (one.a_start - hunk.a_end for one in found if one.a_start > hunk.a_end),
        default=len(a) - hunk.a_end,
    )
    best, best_by = _edge(parts, start, length), 0
    for step, room in ((-1, room_before), (1, room_after)):
        by = 0
        while abs(by) < room and _can_slide(parts, start + by, length, step):
            by += step
            score = _edge(parts, start + by, length)
            if score > best:
                best, best_by = score, by
    return Hunk(*(value + best_by for value in hunk))


def _can_slide(parts: list[str], start: int, length: int, step: int) -> bool:
    if step < 0:
        return start > 0 and parts[start - 1] == parts[start + length - 1]
    return start + length < len(parts) and parts[start] == parts[start + length]


def _edge(parts: list[str], start: int, length: int) -> int:
    """How well a stretch is cut: after a stop or at the beginning is best, at a space is good."""
    before = parts[start - 1] if start else "\n"
    after = parts[start + length] if start + length < len(parts) else "\n"
    last = parts[start + length - 1]
    score = 4 if before in _STOPS else 2 if before.isspace() else 0
    score += 3 if last in _STOPS else 0
    return score + (1 if after in _STOPS or after.isspace() else 0)
