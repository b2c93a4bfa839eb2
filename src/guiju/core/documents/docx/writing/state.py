"""What is known while a DOCX is written (写出状态)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from guiju.core.documents.docx.layout import rows
from guiju.core.documents.docx.writing.making import Element, new
from guiju.core.documents.mapping import mapped
from guiju.core.documents.model import Document, Footnote, Text
from guiju.core.documents.walking import sections


@dataclass(slots=True)
class State:
    """One document under way."""

    document: Document
    images: Mapping[str, bytes]
    said: Mapping[str, Any]  # fixed words of the language
    names: dict[str, str]  # bookmarks by the addresses to which something points
    notes: dict[str, Footnote]
    called: dict[str, bool] = field(default_factory=dict)  # footnotes; whether Word counts them
    relations: list[tuple[str, str, str, bool]] = field(default_factory=list)
    parts: dict[str, bytes] = field(default_factory=dict)
    counted: int = 0
    automatic: int = 0  # footnotes that Word counts
    places: dict[int, int] = field(default_factory=dict)  # of sections, by their identity

    def next(self) -> int:
        self.counted += 1
        return self.counted

    def relation(self, kind: str, target: str, *, external: bool = False) -> str:
        """The id of a relation of the main part."""
        for at, one in enumerate(self.relations, 1):
            if one[1:] == (kind, target, external):
                return f"rId{at}"
        name = f"rId{len(self.relations) + 1}"
        self.relations.append((name, kind, target, external))
        return name

    def marked(self, address: str, *inside: Element) -> tuple[Element, ...]:
        """The elements in a bookmark, if anything points to the address."""
        name = self.names.get(address) if address else None
        return self.bookmarked(name, *inside) if name else inside

    def bookmarked(self, name: str, *inside: Element) -> tuple[Element, ...]:
        number = self.next()
        start = new("w:bookmarkStart", id=number, name=name)
        return (start, *inside, new("w:bookmarkEnd", id=number))


def begun(document: Document, images: Mapping[str, bytes]) -> State:
    """The state before the first word."""
    language = "en" if document.meta.language.startswith("en") else "zh"
    return State(
        document=document,
        images=images,
        said=rows("words")[language],
        names=_names(document),
        notes={one.id: one for one in document.footnotes},
        places={id(path[-1]): at for at, path in enumerate(sections(document), 1)},
    )


def _names(document: Document) -> dict[str, str]:
    names: dict[str, str] = {}

    def seen(text: Text, _: str) -> Text:
        for mark in text.marks:
            if mark.kind in ("internal", "term") and mark.value:
                names.setdefault(mark.value, f"_Ref{len(names) + 1:06}")
        return text

    mapped(document, seen)
    return names
