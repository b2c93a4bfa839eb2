"""Two texts beside each other, cut where they differ (差异分段)."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from guiju.core.compare.documents import text_ops


class Part(NamedTuple):
    """A stretch of a text; `differs` says that the other text has other words here."""

    words: str
    differs: bool


def differing(a: str, b: str) -> tuple[list[Part], list[Part]]:
    """Both texts in parts."""
    ops = text_ops(a, b)
    return (
        list(_parts(a, ((one.a_start, one.a_end) for one in ops))),
        list(_parts(b, ((one.b_start, one.b_end) for one in ops))),
    )


def _parts(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[Part]:
    at = 0
    for start, end in spans:
        if start > at:
            yield Part(text[at:start], False)
        if end > start:
            yield Part(text[start:end], True)
        at = end
    if at < len(text):
        yield Part(text[at:], False)
