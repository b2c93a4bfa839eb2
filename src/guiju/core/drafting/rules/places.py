"""Places (文字的位置): every text of a document with what it is and where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from guiju.core.documents.model import (
    Block,
    Document,
    Figure,
    Footnote,
    Item,
    Items,
    Note,
    Paragraph,
    Quote,
    Reference,
    Section,
    Table,
    Term,
    Text,
)
from guiju.core.documents.walking import Path, cells, sections

Role = Literal[
    "title",  # of a section
    "caption",  # of a table or figure
    "text",
    "item",
    "cell",
    "note",
    "example",
    "safety",
    "footnote",
    "table-footnote",
    "key",
    "quote",
    "reference",
    "designation",
    "definition",
    "source",
]
_NOTE_ROLES: dict[str, Role] = {"note": "note", "example": "example"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One text. `holder` is the section, block or item whose text it is, `path` its sections."""

    text: Text
    role: Role
    path: Path
    holder: Section | Block | Item
    address: str
    part: str = ""
    line: int = 0
    language: str = ""  # of a designation or definition

    @property
    def content(self) -> str:
        return self.text.content

    @property
    def zone(self) -> str:
        """The element in which it stands (所在要素)."""
        return self.path[0].kind if self.path else "footnotes"

    @property
    def is_informative_annex(self) -> bool:
        return (
            bool(self.path)
            and self.path[0].kind == "annex"
            and self.path[0].nature == "informative"
        )


def places(document: Document) -> Iterator[Place]:
    """All texts in reading order."""
    for path in sections(document):
        one = path[-1]
        yield Place(
            text=one.title, role="title", path=path, holder=one, address=one.address, part="title",
            line=one.line,
        )  # fmt: skip
        for block in one.blocks:
            yield from _in_block(block, path, "text")
    for note in document.footnotes:
        yield from _in_block(note, (), "footnote")


def _in_block(block: Block, path: Path, role: Role) -> Iterator[Place]:
    if isinstance(block, Paragraph | Reference):
        own: Role = "reference" if isinstance(block, Reference) else role
        yield Place(
            text=block.text, role=own, path=path, holder=block, address=block.address,
            line=block.line,
        )  # fmt: skip
    elif isinstance(block, Items):
        for item in block.items:
            for one in item.blocks:
                yield from _in_block(one, path, "item" if role == "text" else role)
    elif isinstance(block, Note):
        for one in block.blocks:
            yield from _in_block(one, path, _NOTE_ROLES.get(block.kind, "safety"))
    elif isinstance(block, Quote | Footnote):
        inner: Role = "quote" if isinstance(block, Quote) else role
        for one in block.blocks:
            yield from _in_block(
                one, path, "footnote" if isinstance(block, Footnote) and role == "text" else inner
            )
    elif isinstance(block, Table | Figure):
        yield from _in_captioned(block, path)
    elif isinstance(block, Term):
        yield from _in_term(block, path)


def _in_captioned(block: Table | Figure, path: Path) -> Iterator[Place]:
    yield Place(
        text=block.title, role="caption", path=path, holder=block, address=block.address,
        part="title", line=block.line,
    )  # fmt: skip
    if isinstance(block, Table):
        for cell in cells(block):
            for one in cell.blocks:
                yield from _in_block(one, path, "cell")
    else:
        for part in block.parts:
            yield from _in_block(part, path, "text")
        for one in block.key:
            yield from _in_block(one, path, "key")
    for note in block.notes:
        yield from _in_block(note, path, "note")
    for footnote in block.footnotes:
        for one in footnote.blocks:
            yield from _in_block(one, path, "table-footnote")


def _in_term(term: Term, path: Path) -> Iterator[Place]:
    def at(text: Text, role: Role, part: str, language: str = "") -> Place:
        return Place(
            text=text, role=role, path=path, holder=term, address=term.address, part=part,
            line=term.line, language=language,
        )  # fmt: skip

    for count, one in enumerate(term.designations, 1):
        yield at(one.text, "designation", f"designation/{count}", one.language)
    for language, text in term.definitions:
        yield at(text, "definition", f"definition/{language}", language)
    for block in term.blocks:
        yield from _in_block(block, path, "text")
    for count, text in enumerate(term.sources, 1):
        yield at(text, "source", f"source/{count}")
