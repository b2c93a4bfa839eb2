"""A whole tree as lines of text (树的文本形式), for golden files: what is there, not where."""

from collections.abc import Iterator

from guiju.core.documents.model import (
    Block,
    Document,
    Figure,
    Footnote,
    Items,
    Note,
    Section,
    Table,
    Term,
)
from tests.core.documents.skeletons import brief


def dumped(document: Document) -> str:
    """Every section, block, item, cell and note on a line of its own; white space is left out."""
    meta = document.meta
    lines = [f"{meta.number} {meta.issued} {meta.effective} {meta.titles} {meta.issuers}"]
    for one in document.sections:
        lines += _section(one)
    lines += [line for note in document.footnotes for line in _block(note)]
    return "\n".join("".join(line.split()) for line in lines) + "\n"


def _section(one: Section) -> Iterator[str]:
    yield f"# {one.kind} {one.label} {one.title.content} {one.nature}"
    for block in one.blocks:
        yield from _block(block)
    for below in one.sections:
        yield from _section(below)


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Items):
        for item in block.items:
            yield f"item {item.label}"
            for one in item.blocks:
                yield from _block(one)
    elif isinstance(block, Note | Footnote):
        yield f"{type(block).__name__} {block.label}"
        for one in block.blocks:
            yield from _block(one)
    elif isinstance(block, Table):
        yield f"table {block.label} {block.title.content} [{block.unit}]"
        for number, row in enumerate((*block.head, *block.body)):
            for cell in row:
                inner = "/".join(line for one in cell.blocks for line in _block(one))
                kind = "head" if number < len(block.head) else "cell"
                yield f"{kind} {number},{cell.column} {cell.rows}x{cell.columns} {inner}"
        for note in (*block.notes, *block.footnotes):
            yield from _block(note)
    elif isinstance(block, Figure):
        yield f"figure {block.label} {block.title.content} [{block.unit}] {len(block.images)}"
        for one in (*block.parts, *block.key, *block.notes):
            yield from _block(one)
    elif isinstance(block, Term):
        yield f"{brief(block)} {[one.content for one in block.sources]}"
        for one in block.blocks:
            yield from _block(one)
    else:
        yield brief(block)
