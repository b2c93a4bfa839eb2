"""Nothing of a published page is lost or doubled (不漏不重): each piece of a row stands in the tree."""

import re
from collections.abc import Iterator

import pypdfium2
import pytest

from guiju.core.documents import pdf
from guiju.core.documents.model import (
    Block,
    Document,
    Figure,
    Footnote,
    Formula,
    Items,
    Note,
    Reference,
    Table,
    Term,
)
from guiju.core.documents.pdf.glyphs import page
from guiju.core.documents.pdf.gutters import pieces
from guiju.core.documents.pdf.rows import rows
from guiju.core.documents.structure.words import squashed
from guiju.core.documents.walking import cells, plain, sections
from tests.shared_data import shared

_LONG = 10  # characters: shorter pieces may stand anywhere
_NATURE = {"normative": "规范性附录", "informative": "资料性", "": ""}
# Running heads, numbers of pages, captions of second parts, hidden marks before annexes.
LEFT_OUT = re.compile(r"gbt4356[45]2023|db37t29042019|[ivx]+|.*续|([a-z])\1")
# Pieces of two cells that stand too near to be told apart in a row.
OTHERWISE = {
    "GBT435642023": ["苯mm2h"],
    "GBT435652023": ["物理机械性能300mm400mm", "有害物质限量及300mm400mm"],
    "DB37T29042019": [],
}
PRINTED_BY_OTHERS = {"DB37T29042019": 37}  # the page of the printer


def letters(text: str) -> str:
    """Letters and digits alone: punctuation is mended on the way."""
    return re.sub(r"[\W_]+", "", squashed(text))


def said(block: Block) -> Iterator[str]:
    """All that a block says, in reading order, with the words that its kind stands for."""
    if isinstance(block, Items):
        for item in block.items:
            yield item.label
            for one in item.blocks:
                yield from said(one)
    elif isinstance(block, Table):
        yield f"表{block.label}{block.title.content}单位为{block.unit}"
        for one in [inner for cell in cells(block) for inner in cell.blocks]:
            yield from said(one)
        for note in (*block.notes, *block.footnotes):
            yield from said(note)
    elif isinstance(block, Figure):
        for one in block.key:
            yield from said(one)
        yield f"图{block.label}{block.title.content}单位为{block.unit}"
    elif isinstance(block, Note | Footnote):
        yield block.label
        for one in block.blocks:
            yield from said(one)
    elif isinstance(block, Term):
        yield block.label
        yield from (one.text.content for one in block.designations)
        yield from (text.content for _, text in block.definitions)
        for one in block.blocks:
            yield from said(one)
        yield from (f"来源{one.content}" for one in block.sources)
    elif isinstance(block, Formula):
        yield f"{block.linear}{block.label}"
    elif isinstance(block, Reference):
        yield f"{block.label}{block.text.content}"
    else:
        yield plain(block)


def words(document: Document) -> str:
    found = []
    for path in sections(document):
        one = path[-1]
        lead = f"附录{one.label}{_NATURE[one.nature]}" if one.kind == "annex" else one.label
        found.append(f"{lead}{one.title.content}")
        for block in one.blocks:
            found += said(block)
    return letters("".join(found))


@pytest.mark.parametrize("name", OTHERWISE)
def test_every_piece_of_a_row_stands_in_the_tree_once(name: str) -> None:
    data = shared(f"data/documents/pdf/{name}.pdf").read_bytes()
    document = pdf.read(data).document
    tree = words(document)
    first = min(path[-1].line for path in sections(document))
    last = PRINTED_BY_OTHERS.get(name, 1000)
    source = pypdfium2.PdfDocument(data)
    every = [page(source, at) for at in range(len(source))]
    source.close()
    printed = [
        letters(piece.text)
        for one in every
        if first <= one.number < last
        for row in rows(one.glyphs, one.number)
        for piece in pieces(row)
    ]
    printed = [one for one in printed if one and not LEFT_OUT.fullmatch(one)]
    assert len(printed) > 900
    assert sorted({one for one in printed if one not in tree}) == sorted(OTHERWISE[name])
    whole = "".join(printed)
    doubled = {one for one in printed if len(one) >= _LONG and tree.count(one) > whole.count(one)}
    assert len(doubled) <= 1  # what a broken row of a table hides
