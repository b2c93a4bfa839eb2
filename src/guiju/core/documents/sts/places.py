"""All that has an address (可寻址的内容), in one order."""

from collections.abc import Iterator

from guiju.core.documents.model import (
    Block,
    Cell,
    Document,
    Figure,
    Footnote,
    Item,
    Items,
    Note,
    Quote,
    Section,
    Table,
    Term,
)  # fmt: skip

Addressable = Section | Block | Item | Cell


def addressable(document: Document) -> Iterator[Addressable]:
    """Sections, blocks, items and cells; the same order for the same tree."""
    for section in document.sections:
        yield from _section(section)
    for note in document.footnotes:
        yield from _block(note)


def _section(section: Section) -> Iterator[Addressable]:
    yield section
    for block in section.blocks:
        yield from _block(block)
    for one in section.sections:
        yield from _section(one)


def _block(block: Block) -> Iterator[Addressable]:
    yield block
    for one in _inside(block):
        if isinstance(one, Item | Cell):
            yield one
            for inner in one.blocks:
                yield from _block(inner)
        else:
            yield from _block(one)


def _inside(block: Block) -> Iterator[Block | Item | Cell]:
    if isinstance(block, Items):
        yield from block.items
    elif isinstance(block, Note | Quote | Footnote | Term):
        yield from block.blocks
    elif isinstance(block, Table):
        for row in (*block.head, *block.body):
            yield from row
        yield from block.notes
        yield from block.footnotes
    elif isinstance(block, Figure):
        yield from block.parts
        yield from block.key
        yield from block.notes
        yield from block.footnotes
