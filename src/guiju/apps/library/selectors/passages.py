"""Passages of a text (条款): as rows, and what stands at any address."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from guiju.apps.library.models import Passage, Text
from guiju.apps.library.rules import READ_TEXT, READ_WHOLE
from guiju.apps.library.selectors.documents import (
    above,
    place_in,
    readable_document,
)
from guiju.core.documents.model import Block, Document, Section, Table
from guiju.core.documents.walking import blocks, cells, plain, sections
from guiju.web.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Found:
    """What stands at an address, and the sections above it."""

    address: str
    kind: str
    label: str
    title: str
    plain: str
    above: tuple[Section, ...]


def passages_of(viewer: Viewer, text: Text) -> QuerySet[Passage]:
    """The passages that this viewer may read, in reading order."""
    READ_TEXT.check(viewer, text)
    rows = text.passages.all()
    if READ_WHOLE.allows(viewer, text):
        return rows
    document, _ = readable_document(viewer, text)
    return rows.filter(Q(address__in=_addresses(document)))


def passage_at(viewer: Viewer, text: Text, address: str) -> Found:
    """What stands at an address: a section, a block, an item or a cell."""
    document, _ = readable_document(viewer, text)
    cell = _cell(document, address)
    if cell is not None:
        table, words = cell
        return Found(
            address, "cell", "", table.title.content, words, _above(document, table.address)
        )
    one = place_in(document, address)
    if isinstance(one, Section):
        words = "\n".join([one.title.content, *map(plain, one.blocks)]).strip()
        path = _above(document, address)[:-1]
        return Found(address, one.kind, one.label, one.title.content, words, path)
    return _block(document, one, address)


def _block(document: Document, one: Block, address: str) -> Found:
    held: Any = one
    title = getattr(held, "title", None)
    return Found(
        address,
        type(one).__name__.lower(),
        getattr(held, "label", ""),
        title.content if title else "",
        plain(one),
        _above(document, address),
    )


def _above(document: Document, address: str) -> tuple[Section, ...]:
    return tuple(above(document, address))


def _cell(document: Document, address: str) -> tuple[Table, str] | None:
    if "/r" not in address:
        return None
    for _, block in blocks(document):
        if isinstance(block, Table) and address.startswith(f"{block.address}/"):
            for one in cells(block):
                if one.address == address:
                    return block, "\n".join(map(plain, one.blocks))
    return None


def _addresses(document: Document) -> set[str]:
    found = {path[-1].address for path in sections(document)}
    return found | {block.address for _, block in blocks(document)}
