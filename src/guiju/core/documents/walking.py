"""Going through a document (遍历): sections and blocks in reading order, and plain text."""

from collections.abc import Iterator

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

Path = tuple[Section, ...]
Addressable = Section | Block | Item | Cell


def sections(document: Document) -> Iterator[Path]:
    """Each section with those above it, the section itself last."""

    def below(one: Section, path: Path) -> Iterator[Path]:
        here = (*path, one)
        yield here
        for part in one.sections:
            yield from below(part, here)

    for one in document.sections:
        yield from below(one, ())


def blocks(document: Document) -> Iterator[tuple[Path, Block]]:
    """Each block, also those inside other blocks, with its section's path."""
    for path in sections(document):
        for block in path[-1].blocks:
            for one in within(block):
                yield path, one
    for note in document.footnotes:
        for one in within(note):
            yield (), one


def within(block: Block) -> Iterator[Block]:
    """The block and all blocks inside it, in reading order."""
    yield block
    for part in parts(block):
        yield from within(part)


def parts(block: Block) -> Iterator[Block]:
    """The blocks directly inside a block; those of items and cells count as inside the block."""
    for one in inside(block):
        if isinstance(one, Item | Cell):
            yield from one.blocks
        elif not isinstance(one, Section):
            yield one


def inside(one: Addressable) -> Iterator[Addressable]:
    """What stands directly inside: blocks, items, cells, and the sections below a section."""
    if isinstance(one, Section):
        yield from one.blocks
        yield from one.sections
    elif isinstance(one, Items):
        yield from one.items
    elif isinstance(one, Item | Cell | Note | Quote | Footnote | Term):
        yield from one.blocks
    elif isinstance(one, Table):
        yield from cells(one)
        yield from one.notes
        yield from one.footnotes
    elif isinstance(one, Figure):
        yield from one.parts
        yield from one.key
        yield from one.notes
        yield from one.footnotes


def cells(table: Table) -> Iterator[Cell]:
    for row in (*table.head, *table.body):
        yield from row


def plain(block: Block) -> str:
    """What a person reads in it, a line a paragraph."""
    if isinstance(block, Paragraph | Reference):
        return block.text.content
    if isinstance(block, Formula):
        return block.linear
    if isinstance(block, Opaque):
        return block.text
    own = []
    if isinstance(block, Table | Figure):
        own = [block.title.content]
    elif isinstance(block, Term):
        own = [one.text.content for one in block.designations]
        own += [text.content for _, text in block.definitions]
    return "\n".join(line for line in (*own, *map(plain, parts(block))) if line)
