"""Every address of a document with its words (地址清单), in reading order."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from guiju.core.documents.model import Cell, Document, Item, Section, Text
from guiju.core.documents.outputs.labels import of_section
from guiju.core.documents.walking import plain


def listed(document: Document) -> Iterator[tuple[str, str]]:
    """Each address and what a person reads there, a line a paragraph."""
    language = document.meta.language
    for one in (*document.sections, *document.footnotes):
        yield from _listed(one, language)


def _listed(one: Any, language: str) -> Iterator[tuple[str, str]]:
    if isinstance(one, tuple):
        for part in one:
            yield from _listed(part, language)
        return
    if not is_dataclass(one) or isinstance(one, type | Text):
        return
    address = getattr(one, "address", "")
    if address:
        yield address, _words(one, language)
    for field in fields(one):
        yield from _listed(getattr(one, field.name), language)


def _words(one: Any, language: str) -> str:
    if isinstance(one, Section):
        return f"{of_section(one, language)} {one.title.content}".strip()
    if isinstance(one, Item):
        return " ".join((one.label, *map(plain, one.blocks))).strip()
    if isinstance(one, Cell):
        return "\n".join(map(plain, one.blocks))
    return plain(one)
