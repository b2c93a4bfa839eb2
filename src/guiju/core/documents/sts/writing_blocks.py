"""Blocks as STS (块写出): each where the schema lets it stand, wrapped in a p or box where it does not."""

from collections.abc import Iterable
from itertools import groupby

from lxml import etree

from guiju.core.documents.model import (
    Block,
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
    Table,
    Term,
    Text,
)  # fmt: skip
from guiju.core.documents.sts.names import OPAQUE, SAFETY, XML
from guiju.core.documents.sts.opaque import instruction
from guiju.core.documents.sts.writer import Writer
from guiju.core.documents.sts.writing_figures import figure, formula
from guiju.core.documents.sts.writing_tables import table
from guiju.core.documents.sts.writing_terms import term
from guiju.core.documents.sts.writing_text import add_words, clean

_NARROW = (Paragraph, Note, Opaque)  # what may stand in an item, a cell, a footnote


def put_blocks(
    writer: Writer, parent: etree._Element, blocks: Iterable[Block], *, narrow: bool = False
) -> None:
    """The blocks at the end of an element: of a clause or note or, narrow, of an item or cell."""
    for kind, run in groupby(blocks, key=type):
        together = list(run)
        if kind is Reference:
            _references(writer, _wrapped(parent) if narrow else parent, together)
            continue
        for one in together:
            holder = parent
            if isinstance(one, Term | Footnote):
                holder = _boxed(_wrapped(parent) if narrow else parent)
            elif narrow and not isinstance(one, _NARROW):
                holder = _wrapped(parent)
            put_block(writer, holder, one)


def _wrapped(parent: etree._Element) -> etree._Element:
    return etree.SubElement(parent, "p")


def _boxed(parent: etree._Element) -> etree._Element:
    return etree.SubElement(parent, "boxed-text", {"content-type": "blocks"})


def put_block(writer: Writer, parent: etree._Element, one: Block) -> None:
    """One block where it may stand."""
    if isinstance(one, Paragraph):
        writer.put(writer.element(parent, "p", one.address), one.text)
    elif isinstance(one, Items):
        _items(writer, parent, one)
    elif isinstance(one, Note):
        _note(writer, parent, one)
    elif isinstance(one, Table):
        table(writer, parent, one)
    elif isinstance(one, Figure):
        figure(writer, parent, one)
    elif isinstance(one, Formula):
        formula(writer, parent, one)
    elif isinstance(one, Quote):
        _quote(writer, parent, one)
    elif isinstance(one, Term):
        term(writer, parent, one)
    elif isinstance(one, Footnote):
        writer.footnotes(parent, (one,))
    elif isinstance(one, Reference):
        _references(writer, parent, (one,))
    else:
        _opaque(writer, parent, one)


def _items(writer: Writer, parent: etree._Element, one: Items) -> None:
    made = writer.element(parent, "list", one.address)
    made.set("list-type", "order" if all(item.label for item in one.items) else "simple")
    for item in one.items:
        _item(writer, made, item)
    if not one.items:
        etree.SubElement(etree.SubElement(made, "list-item"), "p")


def _item(writer: Writer, parent: etree._Element, item: Item) -> None:
    made = writer.element(parent, "list-item", item.address)
    writer.label(made, item.label)
    for one in item.blocks:
        if isinstance(one, Items):
            put_block(writer, made, one)
        else:
            put_blocks(writer, made, (one,), narrow=True)
    if not item.blocks:
        etree.SubElement(made, "p")


def _note(writer: Writer, parent: etree._Element, one: Note) -> None:
    name = {"note": "non-normative-note", "example": "non-normative-example"}.get(one.kind)
    made = writer.element(parent, name or "normative-note", one.address)
    if one.kind in SAFETY:
        made.set("content-type", one.kind)
    if one.label:
        colon = "：" if writer.language.startswith("zh") else ""
        writer.label(made, one.label + colon)
    put_blocks(writer, made, one.blocks)


def _quote(writer: Writer, parent: etree._Element, one: Quote) -> None:
    if (
        one.code
        and all(isinstance(block, Paragraph) for block in one.blocks)
        and len(one.blocks) < 2
    ):
        made = writer.element(parent, "preformat", one.address)
        made.set("preformat-type", "code")
        made.set(f"{{{XML}}}space", "preserve")
        for block in one.blocks:
            writer.put(made, block.text if isinstance(block, Paragraph) else Text())
        return
    made = writer.element(parent, "disp-quote", one.address)
    if one.code:
        made.set("content-type", "code")
    put_blocks(writer, made, one.blocks)


def _opaque(writer: Writer, parent: etree._Element, one: Opaque) -> None:
    made = writer.element(parent, "p", one.address)
    made.set("content-type", "opaque")
    made.append(etree.ProcessingInstruction(OPAQUE, instruction(one)))
    add_words(made, one.text)


def _references(writer: Writer, parent: etree._Element, blocks: Iterable[Block]) -> None:
    made = etree.SubElement(parent, "ref-list")
    for one in blocks:
        if isinstance(one, Reference):
            reference(writer, made, one)


def reference(writer: Writer, parent: etree._Element, one: Reference) -> None:
    """One entry, its number and title marked in its text; what the text lacks is put before it."""
    made = writer.element(parent, "ref", one.address)
    writer.label(made, one.label)
    if not one.number:
        citation = etree.SubElement(made, "mixed-citation")
        _titled(writer, citation, one.text, one.title, "source", 0)
        return
    made.set("content-type", "standard")
    citation = etree.SubElement(made, "std", type="dated" if one.dated else "undated")
    number = etree.SubElement(citation, "std-ref", type="dated" if one.dated else "undated")
    number.text = clean(one.number)
    at = one.text.content.find(one.number)
    if at < 0:
        add_words(citation, " ")
        _titled(writer, citation, one.text, one.title, "title", 0)
        return
    if at:
        citation.remove(number)
        writer.put(citation, writer.cut(one.text, 0, at))
        citation.append(number)
    _titled(writer, citation, one.text, one.title, "title", at + len(one.number))


def _titled(
    writer: Writer, citation: etree._Element, text: Text, title: Text, name: str, at: int
) -> None:
    """The text from `at` on, the title in an element of its own."""
    end = len(text.content)
    start = text.content.find(title.content, at) if title.content else -1
    if start < 0:
        if title.content:
            writer.put(etree.SubElement(citation, name), title)
            add_words(citation, " ")
        writer.put(citation, writer.cut(text, at, end))
        return
    writer.put(citation, writer.cut(text, at, start))
    writer.put(etree.SubElement(citation, name), title)
    writer.put(citation, writer.cut(text, start + len(title.content), end))
