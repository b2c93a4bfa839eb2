"""Passages of a clause aligned (段落对应): which line of the new clause is which of the old."""

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from guiju.core.compare.documents.diffing import hunks
from guiju.core.compare.documents.flat import Passage
from guiju.core.compare.documents.model import Reason, TextOp
from guiju.core.compare.documents.texts import shifted, text_ops
from guiju.core.compare.documents.words import features, likeness

LEAST_LIKENESS = 0.3
CONTAINED = 0.6
MOST_PAIRS = 900
MOST_HOLDERS = 24


class Link(NamedTuple):
    """Passages of a and of b (their places) that belong together; one side may be empty."""

    a: tuple[int, ...]
    b: tuple[int, ...]


def links(a: Sequence[Passage], b: Sequence[Passage]) -> list[Link]:
    """All passages of both, in an order that both keep."""
    answer: list[Link] = []
    at_a = at_b = 0
    own, other = [_key(one) for one in a], [_key(one) for one in b]
    for hunk in [*hunks(own, other), None]:
        until = hunk.a_start if hunk else len(a)
        answer += [Link((at_a + by,), (at_b + by,)) for by in range(until - at_a)]
        if hunk:
            answer += _gap(a, b, range(hunk.a_start, hunk.a_end), range(hunk.b_start, hunk.b_end))
            at_a, at_b = hunk.a_end, hunk.b_end
    return answer


def _key(one: Passage) -> tuple[str, bool]:
    return one.text, one.kind == "table"


def _gap(a: Sequence[Passage], b: Sequence[Passage], in_a: range, in_b: range) -> Iterator[Link]:
    known_a = {at: features(a[at].text) for at in in_a}
    known_b = {at: features(b[at].text) for at in in_b}
    pairs = _in_order(_scores(a, b, known_a, known_b))
    at_a, at_b = in_a.start, in_b.start
    for one, two in [*pairs, (in_a.stop, in_b.stop)]:
        joined = _joined(known_a, known_b, one, two, range(at_a, one), range(at_b, two))
        yield from (Link((at,), ()) for at in range(at_a, one) if at not in joined.a)
        yield from (Link((), (at,)) for at in range(at_b, two) if at not in joined.b)
        if one < in_a.stop:
            after = _following(known_a, known_b, one, two, pairs, (in_a.stop, in_b.stop))
            yield Link((*joined.a, one, *after.a), (*joined.b, two, *after.b))
            at_a, at_b = one + 1 + len(after.a), two + 1 + len(after.b)


def _scores(
    a: Sequence[Passage],
    b: Sequence[Passage],
    known_a: dict[int, frozenset[str]],
    known_b: dict[int, frozenset[str]],
) -> list[tuple[float, int, int]]:
    """Pairs that are alike, best first; big gaps ask an index for candidates."""
    holders: dict[str, list[int]] = defaultdict(list)
    big = len(known_a) * len(known_b) > MOST_PAIRS
    for at_b, own in known_b.items():
        for feature in own if big else ():
            holders[feature].append(at_b)
    found = []
    for at_a, own in known_a.items():
        candidates: Sequence[int] = list(known_b)
        if big:
            shared: Counter[int] = Counter()
            for feature in own:
                if len(holders.get(feature, ())) <= MOST_HOLDERS:
                    shared.update(holders.get(feature, ()))
            candidates = sorted(shared, key=lambda at: (-shared[at], at))[:5]
        for at_b in candidates:
            score = likeness(own, known_b[at_b])
            structural = a[at_a].kind == b[at_b].kind and a[at_a].kind in ("title", "table")
            if (a[at_a].table is None) != (b[at_b].table is None):
                continue
            if structural or score >= LEAST_LIKENESS:
                found.append((-score - structural, at_a, at_b))
    return sorted(found)


def _in_order(scored: list[tuple[float, int, int]]) -> list[tuple[int, int]]:
    """The best pairs that do not cross."""
    kept: list[tuple[int, int]] = []
    for _, at_a, at_b in scored:
        slot = bisect_left(kept, (at_a, at_b))
        before = kept[slot - 1] if slot else (-1, -1)
        after = kept[slot] if slot < len(kept) else None
        fits_after = after is None or (at_a < after[0] and at_b < after[1])
        if before[0] < at_a and before[1] < at_b and fits_after:
            insort(kept, (at_a, at_b))
    return kept


def _joined(
    known_a: dict[int, frozenset[str]],
    known_b: dict[int, frozenset[str]],
    at_a: int,
    at_b: int,
    before_a: range,
    before_b: range,
) -> Link:
    """Passages just before a pair that are part of the other side's passage (a paragraph split)."""
    if at_a not in known_a or at_b not in known_b:
        return Link((), ())
    own, other = known_a[at_a], known_b[at_b]
    into_b = _run(known_b, reversed(before_b), own, other) if not before_a else []
    into_a = _run(known_a, reversed(before_a), other, own) if not before_b else []
    return Link(tuple(reversed(into_a)), tuple(reversed(into_b)))


def _following(
    known_a: dict[int, frozenset[str]],
    known_b: dict[int, frozenset[str]],
    at_a: int,
    at_b: int,
    pairs: list[tuple[int, int]],
    stop: tuple[int, int],
) -> Link:
    next_a, next_b = next((one for one in pairs if one[0] > at_a), stop)
    own, other = known_a[at_a], known_b[at_b]
    after_a, after_b = range(at_a + 1, next_a), range(at_b + 1, next_b)
    into_b = _run(known_b, after_b, own, other)
    into_a = [] if into_b else _run(known_a, after_a, other, own)
    return Link(tuple(into_a), tuple(into_b))


def _run(
    known: dict[int, frozenset[str]],
    places: "Sequence[int] | Iterator[int]",
    whole: frozenset[str],
    partner: frozenset[str],
) -> list[int]:
    found = []
    for at in places:
        part = known[at]
        if len(part) < 4 or len((part & whole) - partner) < CONTAINED * len(part):
            break
        found.append(at)
    return found


def ops_of(
    a: Sequence[Passage],
    b: Sequence[Passage],
    linked: Sequence[Link],
    strays_a: frozenset[str] = frozenset(),
    strays_b: frozenset[str] = frozenset(),
) -> tuple[TextOp, ...]:
    """The operations on the clause's text; passages at stray addresses stand elsewhere now."""
    answer: list[TextOp] = []
    from_a = from_b = 0
    for link in linked:
        old = "".join(f"{a[at].text}\n" for at in link.a if a[at].text)
        new = "".join(f"{b[at].text}\n" for at in link.b if b[at].text)
        if old != new:
            stray = (not link.b and a[link.a[0]].address in strays_a) or (
                not link.a and b[link.b[0]].address in strays_b
            )
            why: Reason = "moved" if stray else ""
            whole = TextOp(0, len(old), 0, len(new), old, new, why)
            ops = text_ops(old, new) if old and new else (whole,)
            answer += [shifted(op, from_a, from_b) for op in ops]
        from_a, from_b = from_a + len(old), from_b + len(new)
    return tuple(_united(answer))


def _united(ops: list[TextOp]) -> list[TextOp]:
    """Neighbours as one operation."""
    answer: list[TextOp] = []
    for op in ops:
        last = answer[-1] if answer else None
        if last and (last.a_end, last.b_end, last.why) == (op.a_start, op.b_start, op.why):
            answer[-1] = TextOp(
                last.a_start, op.a_end, last.b_start, op.b_end,
                last.old + op.old, last.new + op.new, op.why,
            )  # fmt: skip
        else:
            answer.append(op)
    return answer
