"""Addresses (地址): each clause, block, term, table, cell and formula has one, and keeps it.

An address is made of what the document itself says, so that reading it in again gives the same:

    5.4              a clause, by its number; an annex is A, its clauses A.1
    foreword         an element without a number, by its kind
    5.4/p2           the second paragraph of 5.4; /note-1, /example-1, /ref-3 likewise
    5.4/b            list item b); items without letters are 5.4/l1/2 (first list, second item)
    3.2              a term entry, by its number
    table-1          by its number, wherever it stands; table-1/r3/c2 is a cell (rows from the top,
                     head included), table-1/note-1 a note of it
    figure-A.2, formula-3, footnote-1

Of a label only letters, digits, dots and hyphens stand in an address: the footnote 2) is
footnote-2. Without a number a thing is counted where it stands (5.4/table-n1). Where two claim the
same address, the second is marked: table-1~2.
"""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Any

from guiju.core.documents.model import (
    Block,
    Cell,
    Document,
    Figure,
    Footnote,
    Formula,
    Item,
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

_NUMBERED = {Table: "table", Figure: "figure", Formula: "formula", Footnote: "footnote"}
_COUNTED = {Paragraph: "p", Quote: "quote-", Opaque: "x", Reference: "ref-", Items: "l"}

_SIGNS = re.compile(r"[^\w.]+|_+")


def addressed(document: Document) -> Document:
    """The same document with an address on everything; none comes twice."""
    giver = _Giver()
    return replace(
        document,
        sections=giver.sections(document.sections, ""),
        footnotes=giver.blocks(document.footnotes, "", Counter()),
    )


@dataclass(slots=True)
class _Giver:
    taken: Counter[str] = field(default_factory=Counter)

    def take(self, wanted: str) -> str:
        self.taken[wanted] += 1
        count = self.taken[wanted]
        return wanted if count == 1 else f"{wanted}~{count}"

    def sections(self, sections: tuple[Section, ...], above: str) -> tuple[Section, ...]:
        return tuple(self._section(one, above, at) for at, one in enumerate(sections, 1))

    def _section(self, one: Section, above: str, at: int) -> Section:
        own = one.kind if not above and one.kind not in ("clause", "other") else ""
        here = self.take(_clean(one.label) or own or f"{above}/s{at}".lstrip("/"))
        return replace(
            one,
            address=here,
            blocks=self.blocks(one.blocks, here, Counter()),
            sections=self.sections(one.sections, here),
        )

    def blocks(self, blocks: tuple[Any, ...], above: str, counts: Counter[str]) -> tuple[Any, ...]:
        """`counts` go on over all blocks of one section, cell or item."""
        return tuple(self._block(one, above, counts) for one in blocks)

    def _block(self, one: Block, above: str, counts: Counter[str]) -> Block:
        here = self.take(self._wanted(one, above, counts))
        if isinstance(one, Items):
            items = tuple(self._item(item, above, here, at) for at, item in enumerate(one.items, 1))
            return replace(one, address=here, items=items)
        if isinstance(one, Note | Quote | Footnote | Term):
            return replace(one, address=here, blocks=self.blocks(one.blocks, here, Counter()))
        if isinstance(one, Table):
            return self._table(one, here)
        if isinstance(one, Figure):
            return self._figure(one, here)
        return replace(one, address=here)

    def _wanted(self, one: Block, above: str, counts: Counter[str]) -> str:
        name = _COUNTED.get(type(one))
        if name:
            return _inside(above, f"{name}{_next(counts, name)}")
        if isinstance(one, Note):
            return _inside(above, f"{one.kind}-{_next(counts, one.kind)}")
        if isinstance(one, Term):
            return _clean(one.label) or _inside(above, f"term-{_next(counts, 'term')}")
        word = _NUMBERED[type(one)]
        label = _clean(one.label)  # type: ignore[union-attr]
        if label:
            inside_a_table = isinstance(one, Footnote) and above
            return f"{above}/{word}-{label}" if inside_a_table else f"{word}-{label}"
        return _inside(above, f"{word}-n{_next(counts, word)}")

    def _item(self, item: Item, above: str, listed: str, at: int) -> Item:
        sign = _clean(item.label)
        named = sign.isascii() and sign.isalnum()
        here = self.take(_inside(above, sign) if named else f"{listed}/{at}")
        return replace(item, address=here, blocks=self.blocks(item.blocks, here, Counter()))

    def _table(self, table: Table, here: str) -> Table:
        rows = [
            tuple(self._cell(cell, f"{here}/r{at}") for cell in row)
            for at, row in enumerate((*table.head, *table.body), 1)
        ]
        counts: Counter[str] = Counter()
        return replace(
            table,
            address=here,
            head=tuple(rows[: len(table.head)]),
            body=tuple(rows[len(table.head) :]),
            notes=self.blocks(table.notes, here, counts),
            footnotes=self.blocks(table.footnotes, here, counts),
        )

    def _cell(self, cell: Cell, row: str) -> Cell:
        here = self.take(f"{row}/c{cell.column + 1}")
        return replace(cell, address=here, blocks=self.blocks(cell.blocks, here, Counter()))

    def _figure(self, figure: Figure, here: str) -> Figure:
        counts: Counter[str] = Counter()
        parts = []
        for at, part in enumerate(figure.parts, 1):
            inside = self.take(f"{here}/{_clean(part.label) or at}")
            parts.append(self._figure(part, inside))
        return replace(
            figure,
            address=here,
            parts=tuple(parts),
            key=self.blocks(figure.key, here, counts),
            notes=self.blocks(figure.notes, here, counts),
            footnotes=self.blocks(figure.footnotes, here, counts),
        )


def _clean(label: str) -> str:
    """The label as it stands in an address; "" where it is all signs."""
    return _SIGNS.sub("-", unicodedata.normalize("NFKC", label)).strip("-.")


def _next(counts: Counter[str], name: str) -> int:
    counts[name] += 1
    return counts[name]


def _inside(above: str, name: str) -> str:
    return f"{above}/{name}" if above else name
