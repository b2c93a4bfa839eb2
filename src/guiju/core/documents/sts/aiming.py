"""Addresses given and pointers aimed (地址与内部指引): what pointed at an id points at an address."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

from lxml import etree

from guiju.core.documents.addresses import addressed
from guiju.core.documents.model import Document, Text
from guiju.core.documents.sts.places import addressable

_POINTERS = ("internal", "term")
Origin = Mapping[int, tuple[object, etree._Element]]


def settled(
    read: Document, origin: Origin, ids: Mapping[str, etree._Element]
) -> tuple[Document, dict[str, etree._Element]]:
    """The document with addresses, and the element of each.

    `origin` says by identity of which element a value was made, `ids` which element bears an id.
    """
    document = addressed(read)
    made_of: dict[str, etree._Element] = {}
    address_of: dict[etree._Element, str] = {}
    for before, after in zip(addressable(read), addressable(document), strict=True):
        found = origin.get(id(before))
        if found is not None:
            made_of[after.address] = found[1]
            address_of.setdefault(found[1], after.address)
    return _pointing(document, _Targets(ids, address_of)), made_of


class _Targets:
    """The address of an id: its element's, or that of the nearest one around it."""

    def __init__(self, ids: Mapping[str, etree._Element], of: Mapping[etree._Element, str]) -> None:
        self.ids, self.of = ids, of

    def address(self, rid: str) -> str:
        element = self.ids.get(rid)
        while element is not None:
            if element in self.of:
                return self.of[element]
            element = element.getparent()
        return ""


def _pointing(document: Document, targets: _Targets) -> Document:
    """The pointers of all texts, ids until now, as addresses."""

    def aimed(text: Text) -> Text:
        if not any(one.kind in _POINTERS for one in text.marks):
            return text
        marks = tuple(
            one._replace(value=targets.address(one.value)) if one.kind in _POINTERS else one
            for one in text.marks
        )
        return Text(text.content, marks)

    def changed(thing: Any) -> Any:
        if isinstance(thing, Text):
            return aimed(thing)
        if isinstance(thing, tuple):
            new = tuple(map(changed, thing))
            return thing if all(map(lambda a, b: a is b, thing, new)) else new
        if is_dataclass(thing):
            found = {
                name: new
                for name in _holding(thing.__class__)
                if (new := changed(old := getattr(thing, name))) is not old
            }
            return replace(thing, **found) if found else thing  # type: ignore[type-var]
        return thing

    return replace(
        document, sections=changed(document.sections), footnotes=changed(document.footnotes)
    )


@cache
def _holding(kind: type) -> tuple[str, ...]:
    """The fields in which texts may stand."""
    return tuple(one.name for one in fields(kind) if one.type not in (str, int, bool))
