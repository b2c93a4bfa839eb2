"""A document laid out flat (展平): its clauses in order, and each clause's passages.

A clause here is a section or a term entry; a passage is a line that a reader sees in it: the
title, a paragraph, an item, a note. Cells of a table are compared apart, the table itself stands
among the passages by its title.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from guiju.core.documents.addresses import addressed
from guiju.core.documents.model import (
    Block,
    Document,
    Figure,
    Footnote,
    Formula,
    Items,
    Note,
    Opaque,
    Paragraph,
    Quote,
    Reference,
    Section,
    Table,
    Term,
)
from guiju.core.documents.walking import cells, plain

PassageKind = Literal[
    "title", "paragraph", "item", "note", "figure", "table", "formula", "reference", "term",
    "definition", "source", "footnote", "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Passage:
    """A line of a clause. `label` is what stands before the text: 5.4, a), 注1.

    `address` is that of what a reader would name (an item, a note), `source` that of the block.
    """

    kind: PassageKind
    text: str
    address: str
    label: str = ""
    depth: int = 0
    table: Table | None = None
    inside: str = ""

    @property
    def source(self) -> str:
        return self.inside or self.address


@dataclass(slots=True, kw_only=True)
class Clause:
    """A section or term entry with its own passages, without those of the clauses below it."""

    at: int
    parent: int  # -1: none
    address: str
    kind: str
    label: str
    title: str
    level: int
    nature: str
    passages: tuple[Passage, ...]
    end: int  # the place after its last descendant
    text: str
    first: int  # the place of its first passage in the document


@dataclass(slots=True)
class Flat:
    """A document's clauses in reading order."""

    document: Document
    clauses: list[Clause] = field(default_factory=list)

    def children(self, at: int) -> list[int]:
        """The clauses directly below one; -1 asks for those at the top."""
        found: list[int] = []
        below = at + 1
        end = self.clauses[at].end if at >= 0 else len(self.clauses)
        while below < end:
            found.append(below)
            below = self.clauses[below].end
        return found

    @property
    def passages(self) -> list[Passage]:
        return [one for clause in self.clauses for one in clause.passages]


def flat(document: Document) -> Flat:
    """The document laid out; what has no address yet gets one."""
    if any(not section.address for section in document.sections):
        document = addressed(document)
    answer = Flat(document)
    layer = _Layer(answer)
    for section in document.sections:
        layer.section(section, -1)
    if document.footnotes:
        passages = tuple(_passages(document.footnotes, 0))
        layer.add(-1, "footnotes", "other", "", "", 1, "", passages)
    return answer


@dataclass(slots=True)
class _Layer:
    into: Flat
    passages: int = 0

    def add(
        self,
        parent: int,
        address: str,
        kind: str,
        label: str,
        title: str,
        level: int,
        nature: str,
        passages: tuple[Passage, ...],
    ) -> int:
        at = len(self.into.clauses)
        text = "".join(f"{one.text}\n" for one in passages if one.text)
        clause = Clause(
            at=at, parent=parent, address=address, kind=kind, label=label, title=title,
            level=level, nature=nature, passages=passages, end=at + 1, text=text,
            first=self.passages,
        )  # fmt: skip
        self.into.clauses.append(clause)
        self.passages += len(passages)
        return at

    def close(self, at: int) -> None:
        self.into.clauses[at].end = len(self.into.clauses)

    def section(self, one: Section, parent: int) -> None:
        own = [block for block in one.blocks if not isinstance(block, Term)]
        passages = list(_passages(tuple(own), 0))
        if one.title:
            title = Passage("title", one.title.content, one.address, one.label)
            passages.insert(0, title)
        elif passages and one.label and not passages[0].label:
            passages[0] = replace(passages[0], label=one.label)
        at = self.add(
            parent, one.address, one.kind, one.label, one.title.content, one.level, one.nature,
            tuple(passages),
        )  # fmt: skip
        for block in one.blocks:
            if isinstance(block, Term):
                self.term(block, at, one.level + 1)
        for below in one.sections:
            self.section(below, at)
        self.close(at)

    def term(self, term: Term, parent: int, level: int) -> None:
        passages = tuple(_term_passages(term))
        title = term.designations[0].text.content if term.designations else ""
        self.add(parent, term.address, "term", term.label, title, level, "", passages)


def _term_passages(term: Term) -> Iterator[Passage]:
    label = term.label
    for one in term.designations:
        yield Passage("term", one.text.content, term.address, label)
        label = ""
    for _, definition in term.definitions:
        yield Passage("definition", definition.content, term.address)
    yield from _passages(term.blocks, 0)
    for source in term.sources:
        yield Passage("source", source.content, term.address)


def _passages(blocks: tuple[Block, ...], depth: int) -> Iterator[Passage]:
    for block in blocks:
        yield from _of_block(block, depth)


def _of_block(block: Block, depth: int) -> Iterator[Passage]:
    if isinstance(block, Paragraph):
        yield Passage("paragraph", block.text.content, block.address, depth=depth)
    elif isinstance(block, Items):
        for item in block.items:
            inside = list(_passages(item.blocks, depth + 1))
            yield from _labelled("item", item.label, item.address, inside, depth + 1)
    elif isinstance(block, Note):
        yield from _labelled(
            "note", block.label, block.address, list(_passages(block.blocks, depth)), depth
        )
    elif isinstance(block, Footnote):
        inside = list(_passages(block.blocks, depth))
        yield from _labelled("footnote", block.label, block.address, inside, depth)
    elif isinstance(block, Table):
        yield Passage("table", block.title.content, block.address, block.label, depth, block)
        yield from _passages((*block.notes, *block.footnotes), depth)
    elif isinstance(block, Figure):
        yield Passage("figure", block.title.content, block.address, block.label, depth)
        yield from _passages((*block.parts, *block.key, *block.notes, *block.footnotes), depth)
    elif isinstance(block, Formula):
        yield Passage("formula", block.linear, block.address, block.label, depth)
    elif isinstance(block, Reference):
        yield Passage("reference", block.text.content, block.address, block.label, depth)
    elif isinstance(block, Quote):
        yield from _passages(block.blocks, depth)
    elif isinstance(block, Term):
        yield from _term_passages(block)
    elif isinstance(block, Opaque) and block.text:
        yield Passage("other", block.text, block.address, depth=depth)


def _labelled(
    kind: PassageKind, label: str, address: str, inside: list[Passage], depth: int
) -> Iterator[Passage]:
    """The first passage bears the label and address of what it stands in."""
    for at, one in enumerate(inside):
        if at == 0 and one.kind == "paragraph":
            yield Passage(kind, one.text, address, label, depth, inside=one.address)
        else:
            yield one


def table_text(clause: Clause) -> str:
    """The cells of a clause's tables, for telling it from another."""
    return "\n".join(
        "\t".join(plain(block) for cell in cells(one.table) for block in cell.blocks)
        for one in clause.passages
        if one.table is not None
    )
