"""Mending (改正): the characters of a finding become what it says, and nothing else changes."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from guiju.core.documents.addresses import addressed
from guiju.core.documents.model import (
    Block,
    Cell,
    Designation,
    Document,
    Figure,
    Footnote,
    Item,
    Items,
    Mark,
    Note,
    Paragraph,
    Quote,
    Reference,
    Section,
    Table,
    Term,
    Text,
)
from guiju.core.drafting.finding import Finding

Edit = tuple[int, int, str]
Edits = dict[tuple[str, str], list[Edit]]


def apply(document: Document, findings: Iterable[Finding]) -> Document:
    """The document with all that these findings can mend; where two overlap, the first counts."""
    edits: Edits = defaultdict(list)
    for one in findings:
        if one.mend is not None:
            edits[one.address, one.part].append((one.start, one.end, one.mend))
    if not edits:
        return document
    mender = _Mender({place: _apart(some) for place, some in edits.items()})
    whole = with_addresses(document)
    return replace(
        whole,
        meta=replace(
            whole.meta,
            titles=tuple(
                (language, mender.plain("", f"title/{language}", title))
                for language, title in whole.meta.titles
            ),
        ),
        sections=tuple(map(mender.section, whole.sections)),
        footnotes=mender.blocks(whole.footnotes),
    )


def carried_out(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those that `apply` mends: they have a mend, and it does not reach into one before."""
    able = [one for one in dict.fromkeys(findings) if one.mend is not None]
    by_place: Edits = defaultdict(list)
    for one in able:
        by_place[one.address, one.part].append((one.start, one.end, one.mend or ""))
    kept = {(place, edit) for place, edits in by_place.items() for edit in _apart(edits)}
    return tuple(
        one for one in able if ((one.address, one.part), (one.start, one.end, one.mend)) in kept
    )


def with_addresses(document: Document) -> Document:
    """The document itself, or with addresses where it has none yet."""
    return document if all(one.address for one in document.sections) else addressed(document)


def edited(text: Text, edits: list[Edit]) -> Text:
    """The text with the edits, which are sorted and apart; marks move along."""
    pieces, at = [], 0
    for start, end, new in edits:
        pieces += [text.content[at:start], new]
        at = end
    pieces.append(text.content[at:])
    moved = _moving(edits)
    marks = (Mark(moved(one.start), moved(one.end), one.kind, one.value) for one in text.marks)
    kept = tuple(one for one in marks if one.start < one.end)
    return Text("".join(pieces), kept)


def _moving(edits: list[Edit]) -> Callable[[int], int]:
    def moved(at: int) -> int:
        shift = 0
        for start, end, new in edits:
            if at >= end and (at > start or end > start):
                shift += len(new) - (end - start)
            elif at > start:
                return start + shift + min(at - start, len(new))
        return at + shift

    return moved


def _apart(edits: list[Edit]) -> list[Edit]:
    """Sorted, without those that reach into one before, or say the same again."""
    kept: list[Edit] = []
    for one in sorted(set(edits)):
        last = kept[-1] if kept else None
        if last is None or one[0] > last[1] or (one[0] == last[1] and one[0] < one[1]):
            kept.append(one)
    return kept


class _Mender:
    """Rebuilds what an edit touches."""

    def __init__(self, edits: Edits) -> None:
        self.edits = edits

    def text(self, address: str, part: str, text: Text) -> Text:
        edits = self.edits.get((address, part))
        return edited(text, edits) if edits else text

    def plain(self, address: str, part: str, text: str) -> str:
        return self.text(address, part, Text(text)).content

    def section(self, one: Section) -> Section:
        return replace(
            one,
            title=self.text(one.address, "title", one.title),
            blocks=self.blocks(one.blocks),
            sections=tuple(map(self.section, one.sections)),
        )

    def blocks(self, blocks: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(map(self.block, blocks))

    def block(self, one: Block) -> Block:
        if isinstance(one, Paragraph | Reference):
            return replace(one, text=self.text(one.address, "", one.text))
        if isinstance(one, Items):
            return replace(one, items=tuple(map(self.item, one.items)))
        if isinstance(one, Note):
            label = self.plain(one.address, "label", one.label)
            return replace(one, label=label, blocks=self.blocks(one.blocks))
        if isinstance(one, Quote | Footnote):
            return replace(one, blocks=self.blocks(one.blocks))
        if isinstance(one, Table):
            return self.table(one)
        if isinstance(one, Figure):
            return self.figure(one)
        return self.term(one) if isinstance(one, Term) else one

    def item(self, one: Item) -> Item:
        label = self.plain(one.address, "label", one.label)
        return replace(one, label=label, blocks=self.blocks(one.blocks))

    def table(self, one: Table) -> Table:
        return replace(
            one,
            title=self.text(one.address, "title", one.title),
            unit=self.plain(one.address, "unit", one.unit),
            head=tuple(tuple(map(self.cell, row)) for row in one.head),
            body=tuple(tuple(map(self.cell, row)) for row in one.body),
            notes=self.blocks(one.notes),
            footnotes=self.blocks(one.footnotes),
        )

    def cell(self, one: Cell) -> Cell:
        filling = self.edits.get((one.address, "cell"))
        if filling and not one.blocks:
            text = Text(filling[0][2])
            return replace(one, blocks=(Paragraph(text=text, address=f"{one.address}/p1"),))
        return replace(one, blocks=self.blocks(one.blocks))

    def figure(self, one: Figure) -> Figure:
        return replace(
            one,
            title=self.text(one.address, "title", one.title),
            unit=self.plain(one.address, "unit", one.unit),
            parts=self.blocks(one.parts),
            key=self.blocks(one.key),
            notes=self.blocks(one.notes),
            footnotes=self.blocks(one.footnotes),
        )

    def term(self, one: Term) -> Term:
        here = one.address
        return replace(
            one,
            designations=tuple(
                Designation(
                    text=self.text(here, f"designation/{at}", name.text),
                    language=name.language,
                    status=name.status,
                    kind=name.kind,
                )
                for at, name in enumerate(one.designations, 1)
            ),
            definitions=tuple(
                (language, self.text(here, f"definition/{language}", text))
                for language, text in one.definitions
            ),
            blocks=self.blocks(one.blocks),
            sources=tuple(
                self.text(here, f"source/{at}", text) for at, text in enumerate(one.sources, 1)
            ),
        )
