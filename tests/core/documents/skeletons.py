"""A tree in few words: what stands where, for tables of cases."""

from guiju.core.documents.model import (
    Block,
    Document,
    Figure,
    Formula,
    Items,
    Note,
    Paragraph,
    Reference,
    Section,
    Table,
    Term,
)  # fmt: skip
from guiju.core.documents.walking import plain, sections


def outline(document: Document) -> list[str]:
    """Each section as `label title`, an element without a number as its kind."""
    return [
        f"{path[-1].label or path[-1].kind} {path[-1].title.content}".strip()
        for path in sections(document)
    ]


def labels(document: Document) -> list[str]:
    """All labels in reading order, term entries among them."""
    found = []
    for path in sections(document):
        found.append(path[-1].label or path[-1].kind)
        found += [block.label for block in path[-1].blocks if isinstance(block, Term)]
    return found


def brief(block: Block) -> str:
    """A block in a few words."""
    if isinstance(block, Items):
        inner = ["+".join(brief(one) for one in item.blocks) for item in block.items]
        return (
            "["
            + "; ".join(
                f"{item.label} {words}" for item, words in zip(block.items, inner, strict=True)
            )
            + "]"
        )
    if isinstance(block, Note):
        return f"{block.kind} {block.label}: " + "+".join(brief(one) for one in block.blocks)
    if isinstance(block, Table):
        return f"table {block.label} {block.title.content} {len(block.head)}+{len(block.body)}"
    if isinstance(block, Figure):
        return f"figure {block.label} {block.title.content}"
    if isinstance(block, Formula):
        return f"formula {block.label} {block.linear}"
    if isinstance(block, Reference):
        return f"ref {block.label}{block.number}|{block.title.content}|{'dated' if block.dated else 'undated'}"
    if isinstance(block, Term):
        names = ",".join(one.text.content for one in block.designations)
        return f"term {block.label} {names}: " + "".join(
            text.content for _, text in block.definitions
        )
    return plain(block) if isinstance(block, Paragraph) else type(block).__name__


def briefs(section: Section) -> list[str]:
    return [brief(one) for one in section.blocks]


def section(document: Document, label: str) -> Section:
    return next(path[-1] for path in sections(document) if label in (path[-1].label, path[-1].kind))
