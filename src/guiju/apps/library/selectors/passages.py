"""Passages of a text (条款): as rows, and what stands at any address."""

import re
from typing import NamedTuple

from django.db.models import Q, QuerySet

from guiju.apps.library.models import Passage, Text
from guiju.apps.library.rules import READ_TEXT, READ_WHOLE
from guiju.apps.library.selectors.documents import (
    NoSuchAddressError,
    place_in,
    readable_document,
)
from guiju.apps.library.selectors.findings import provisions_of
from guiju.core.documents.model import Document
from guiju.core.documents.placing import Name, name_of, place
from guiju.core.documents.walking import blocks, sections
from guiju.core.drafting.provisions import Provision, provisions
from guiju.web.viewer import Viewer

_SENTENCE = re.compile(r"(.*?)(/s\d+)?", re.DOTALL)


class Found(NamedTuple):
    """What stands at an address, and the sections, lists, tables that hold it, the outermost first."""

    name: Name
    words: str
    heads: tuple[str, ...]  # of a cell
    above: tuple[Name, ...]
    anchor: str  # the nearest place that a page can show


def passages_of(viewer: Viewer, text: Text) -> QuerySet[Passage]:
    """The passages that this viewer may read, in reading order."""
    READ_TEXT.check(viewer, text)
    rows = text.passages.all()
    if READ_WHOLE.allows(viewer, text):
        return rows
    document, _ = readable_document(viewer, text)
    return rows.filter(Q(address__in=_addresses(document)))


def passage_at(viewer: Viewer, text: Text, address: str) -> Found:
    """What stands at an address: a section, block, item or cell, or a sentence of one (5.4/p1/s2)."""
    document, is_whole = readable_document(viewer, text)
    block, sentence = _SENTENCE.fullmatch(address).groups()  # type: ignore[union-attr]
    if sentence and place(document, address) is None:
        every = provisions_of(viewer, text) if is_whole else provisions(document)
        return _sentence(document, block, address, every)
    found = place_in(document, address)
    above = tuple(map(name_of, found.above))
    return Found(name_of(found.thing), found.words, found.heads, above, address)


def _sentence(document: Document, block: str, address: str, every: tuple[Provision, ...]) -> Found:
    said = next((one.text for one in every if one.address == address), None)
    if said is None:
        raise NoSuchAddressError(address[:200])
    found = place_in(document, block)
    above = (*map(name_of, found.above), name_of(found.thing))
    return Found(Name(address, "provision", "", ""), said, found.heads, above, block)


def _addresses(document: Document) -> set[str]:
    found = {path[-1].address for path in sections(document)}
    return found | {block.address for _, block in blocks(document)}
