"""All that has an address (可寻址的内容), in one order."""

from collections.abc import Iterator

from guiju.core.documents.model import Document
from guiju.core.documents.walking import Addressable, inside

__all__ = ["Addressable", "addressable"]


def addressable(document: Document) -> Iterator[Addressable]:
    """Sections, blocks, items and cells; the same order for the same tree."""
    everything: tuple[Addressable, ...] = (*document.sections, *document.footnotes)
    for one in everything:
        yield from _from(one)


def _from(one: Addressable) -> Iterator[Addressable]:
    yield one
    for part in inside(one):
        yield from _from(part)
