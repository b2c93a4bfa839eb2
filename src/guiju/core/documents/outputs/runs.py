"""A text as stretches that bear the same marks (文本分段), so that tags nest and never overlap."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from guiju.core.documents.model import Mark, Text

STYLES = ("bold", "italic", "underline", "sub", "sup", "code")
POINTERS = ("link", "standard", "internal", "term", "footnote")
LEAVES = ("math", "break")


class Run(NamedTuple):
    """`marks` from the outermost in; `leaf` when the stretch is one formula or line break."""

    text: str
    marks: tuple[Mark, ...] = ()
    leaf: Mark | None = None


def runs(text: Text) -> list[Run]:
    """The text in stretches. Of pointers that overlap the first counts; a leaf is never parted."""
    leaves = _apart(text.marks, LEAVES)
    starts = [one.start for one in leaves]
    whole = sorted(
        (_around(one, leaves, starts) for one in text.marks), key=lambda one: (one.start, -one.end)
    )
    pointers = _apart(whole, POINTERS)
    styles = [one for kind in STYLES for one in _united(whole, kind)]
    spans = sorted((*pointers, *styles), key=lambda one: (one.start, -one.end))
    edges = {0, len(text.content)}
    for one in (*spans, *leaves):
        edges |= {one.start, one.end}
    edges = {at for at in edges if _leaf_at(at, leaves, starts) is None}
    return list(_cut(text.content, sorted(edges), spans, leaves))


def _cut(
    content: str, edges: Sequence[int], spans: Sequence[Mark], leaves: Sequence[Mark]
) -> Iterator[Run]:
    starts = {one.start: one for one in leaves if one.end > one.start}
    empty = {one.start: one for one in leaves if one.end == one.start}
    waiting, active = list(reversed(spans)), list[Mark]()
    for at, start in enumerate(edges):
        active = [one for one in active if one.end > start]
        while waiting and waiting[-1].start <= start:
            active.append(waiting.pop())
        if start in empty:
            yield Run("", tuple(active), empty[start])
        if at + 1 < len(edges):
            words = content[start : edges[at + 1]]
            yield Run(words, tuple(active), starts.get(start))


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


def _around(mark: Mark, leaves: Sequence[Mark], starts: Sequence[int]) -> Mark:
    """The mark with every leaf into which it reaches as a whole."""
    first, last = (_leaf_at(at, leaves, starts) for at in (mark.start, mark.end))
    return mark._replace(
        start=first.start if first and mark.kind not in LEAVES else mark.start,
        end=last.end if last and mark.kind not in LEAVES else mark.end,
    )


def tagged(
    text: Text,
    tags: Callable[[Mark], tuple[str, str]],
    words: Callable[[str, tuple[Mark, ...]], str],
    leaf: Callable[[Mark, str], str],
) -> str:
    """The text with an opening and a closing tag around each mark, properly nested."""
    out: list[str] = []
    opened: list[tuple[Mark, str]] = []
    for run in runs(text):
        kept = 0
        while kept < min(len(opened), len(run.marks)) and opened[kept][0] is run.marks[kept]:
            kept += 1
        while len(opened) > kept:
            out.append(opened.pop()[1])
        for one in run.marks[kept:]:
            before, after = tags(one)
            out.append(before)
            opened.append((one, after))
        out.append(leaf(run.leaf, run.text) if run.leaf else words(run.text, run.marks))
    out += [after for _, after in reversed(opened)]
    return "".join(out)
