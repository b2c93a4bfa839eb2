"""A text as stretches that bear the same marks (文本分段), so that tags nest and never overlap."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from guiju.core.documents.model import Mark, Text

STYLES = ("bold", "italic", "underline", "sub", "sup", "code")
POINTERS = ("link", "standard", "internal", "term", "footnote")
LEAVES = ("math", "break")


class Over(NamedTuple):
    """What lies over characters `start` to `end`, inside the marks, also over none.

    `again` opens it where a mark's edge has cut it; `after` follows its end outside of any pointer.
    """

    start: int
    end: int
    opening: str
    again: str
    closing: str
    after: str = ""


class Run(NamedTuple):
    """`marks` and `over` from the outermost in; `leaf` when the stretch is one formula or line break."""

    text: str
    marks: tuple[Mark, ...] = ()
    leaf: Mark | None = None
    over: tuple[Over, ...] = ()


Span = TypeVar("Span", Mark, Over)


def runs(text: Text, over: Sequence[Over] = ()) -> list[Run]:
    """The text in stretches. Of pointers that overlap the first counts; a leaf is never parted."""
    leaves = _apart(text.marks, LEAVES)
    starts = [one.start for one in leaves]
    whole = _sorted([_around(one, leaves, starts) for one in text.marks])
    pointers = _apart(whole, POINTERS)
    styles = [one for kind in STYLES for one in _united(whole, kind)]
    spans = _sorted([*pointers, *styles])
    laid = _sorted([_around(one, leaves, starts) for one in over])
    edges = {0, len(text.content)}
    every: list[Mark | Over] = [*spans, *leaves, *laid]
    for one in every:
        edges |= {one.start, one.end}
    edges = {at for at in edges if _leaf_at(at, leaves, starts) is None}
    return list(_cut(text.content, sorted(edges), spans, leaves, laid))


def _sorted(spans: list[Span]) -> list[Span]:
    return sorted(spans, key=lambda one: (one.start, -one.end))


def _cut(
    content: str,
    edges: Sequence[int],
    spans: Sequence[Mark],
    leaves: Sequence[Mark],
    laid: Sequence[Over],
) -> Iterator[Run]:
    starts = {one.start: one for one in leaves if one.end > one.start}
    empty = {one.start: one for one in leaves if one.end == one.start}
    marks, over = _Active(spans), _Active([one for one in laid if one.end > one.start])
    points = [one for one in laid if one.end == one.start]
    for at, start in enumerate(edges):
        here, above = marks.at(start), over.at(start)
        yield from (Run("", here, None, (*above, one)) for one in points if one.start == start)
        if start in empty:
            yield Run("", here, empty[start], above)
        if at + 1 < len(edges):
            words = content[start : edges[at + 1]]
            yield Run(words, here, starts.get(start), above)


class _Active(Generic[Span]):
    """The spans that reach over a place, asked for from left to right."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.waiting: list[Span] = list(reversed(spans))
        self.active: list[Span] = []

    def at(self, start: int) -> tuple[Span, ...]:
        self.active = [one for one in self.active if one.end > start]
        while self.waiting and self.waiting[-1].start <= start:
            self.active.append(self.waiting.pop())
        return tuple(self.active)


def _apart(marks: Sequence[Mark], kinds: Sequence[str]) -> list[Mark]:
    """The marks of these kinds that overlap none before."""
    kept: list[Mark] = []
    for one in marks:
        is_free = not kept or one.start >= kept[-1].end
        if one.kind in kinds and is_free and (one.end > one.start or one.kind == "math"):
            kept.append(one)
    return kept


def _united(marks: Sequence[Mark], kind: str) -> list[Mark]:
    united: list[Mark] = []
    for one in marks:
        if one.kind != kind or one.end <= one.start:
            continue
        if united and one.start < united[-1].end:
            united[-1] = united[-1]._replace(end=max(united[-1].end, one.end))
        else:
            united.append(one)
    return united


def _leaf_at(at: int, leaves: Sequence[Mark], starts: Sequence[int]) -> Mark | None:
    """The leaf in whose middle a place lies."""
    before = bisect_left(starts, at) - 1
    return leaves[before] if before >= 0 and at < leaves[before].end else None


def _around(one: Span, leaves: Sequence[Mark], starts: Sequence[int]) -> Span:
    """The span with every leaf into which it reaches as a whole."""
    first, last = (_leaf_at(at, leaves, starts) for at in (one.start, one.end))
    is_leaf = isinstance(one, Mark) and one.kind in LEAVES
    return one._replace(
        start=first.start if first and not is_leaf else one.start,
        end=last.end if last and not is_leaf else one.end,
    )


def tagged(
    text: Text,
    tags: Callable[[Mark], tuple[str, str]],
    words: Callable[[str, tuple[Mark, ...]], str],
    leaf: Callable[[Mark, str], str],
    over: Sequence[Over] = (),
) -> str:
    """The text with an opening and a closing tag around each mark, properly nested."""
    nesting = _Nesting(tags)
    for run in runs(text, over):
        nesting.turn_to((*run.marks, *run.over))
        nesting.out.append(leaf(run.leaf, run.text) if run.leaf else words(run.text, run.marks))
    nesting.turn_to(())
    return "".join(nesting.out)


class _Nesting:
    """The tags that are open; what ends is closed, and what goes on behind it opened again."""

    def __init__(self, tags: Callable[[Mark], tuple[str, str]]) -> None:
        self.tags = tags
        self.out: list[str] = []
        self.opened: list[tuple[Mark | Over, str]] = []
        self.begun: set[int] = set()
        self.after: list[str] = []

    def turn_to(self, spans: tuple[Mark | Over, ...]) -> None:
        kept = 0
        while kept < min(len(self.opened), len(spans)) and self.opened[kept][0] is spans[kept]:
            kept += 1
        goes_on = set(map(id, spans))
        while len(self.opened) > kept:
            one, closing = self.opened.pop()
            self.out.append(closing)
            if isinstance(one, Over) and one.after and id(one) not in goes_on:
                self.after.append(one.after)
        if not any(isinstance(one, Mark) and one.kind in POINTERS for one, _ in self.opened):
            self.out += self.after
            self.after = []
        for one in spans[kept:]:
            opening, closing = self._tags(one)
            self.out.append(opening)
            self.opened.append((one, closing))

    def _tags(self, one: Mark | Over) -> tuple[str, str]:
        if isinstance(one, Mark):
            return self.tags(one)
        opening = one.again if id(one) in self.begun else one.opening
        self.begun.add(id(one))
        return opening, one.closing
