"""Tables of STS (表): XHTML and CALS tables, arrays, with what stands above and below them."""

from collections.abc import Iterator

from lxml import etree

from guiju.core.documents.model import Block, Cell, Footnote, Note, Table, Text
from guiju.core.documents.sts.cells import RawCell, cals_rows, placed, xhtml_rows
from guiju.core.documents.sts.flow import flow, run
from guiju.core.documents.sts.inline import text_of
from guiju.core.documents.sts.labels import bare
from guiju.core.documents.sts.names import child, line_of, local
from guiju.core.documents.sts.reader import Reader, label_of

Row = tuple[Cell, ...]


def wrapped(reader: Reader, element: etree._Element, /) -> Iterator[Block]:
    """A table-wrap or array: its label, title and table; a second table inside is one of its own."""
    inside = list(_tables(element))
    if not inside and local(element) == "array" and child(element, "tbody") is not None:
        inside = [element]
    label = child(element, "label")
    head = child(element, "caption")
    reader.collect_footnotes()
    title, unit, above = captioned(reader, head)
    own = child(inside[0], "title") if inside else None
    if own is not None and title:
        above.append(own)
    first, *others = [_rows(reader, one) for one in inside] or [((), ())]
    below = [
        *_as_notes(reader, above),
        *_foot(reader, element, inside),
    ]
    made = Table(
        label="" if label is None else bare("table", label_of(label)),
        title=title or text_of(reader, own),
        head=first[0],
        body=first[1],
        unit=unit,
        notes=tuple(below),
        footnotes=reader.collected(),
        line=line_of(element),
    )
    yield reader.made(made, element)
    for one, (head_rows, body_rows) in zip(inside[1:], others, strict=True):
        title = text_of(reader, child(one, "title"))
        more = Table(label="", title=title, head=head_rows, body=body_rows)
        yield reader.made(more, one)


def plain(reader: Reader, element: etree._Element, /) -> Iterator[Block]:
    """A table without a wrap."""
    reader.collect_footnotes()
    head, body = _rows(reader, element)
    made = Table(
        label="",
        title=text_of(reader, child(element, "title")),
        head=head,
        body=body,
        footnotes=reader.collected(),
        line=line_of(element),
    )
    yield reader.made(made, element)


def _tables(element: etree._Element) -> Iterator[etree._Element]:
    """The tables of a wrap, also where they stand among alternatives."""
    for one in element:
        if local(one) == "table":
            yield one
        elif local(one) == "alternatives":
            yield from _tables(one)


def captioned(
    reader: Reader, head: etree._Element | None
) -> tuple[Text, str, list[etree._Element]]:
    """Title, unit and the other elements of a caption."""
    if head is None:
        return Text(), "", []
    title, unit, others = Text(), "", []
    for one in head:
        if local(one) == "title" and not title:
            title = text_of(reader, one)
        elif one.get("content-type") == "unit" and not unit:
            unit = label_of(one)
        elif local(one):
            others.append(one)
    return title, unit, others


def _foot(reader: Reader, element: etree._Element, tables: list[etree._Element]) -> Iterator[Note]:
    """Notes under a table; footnotes go to the footnotes."""
    holders = [one for table in tables for one in (table, *table.iterancestors())]
    for one in element:
        if local(one) in ("label", "caption", "object-id") or one in holders:
            continue
        if local(one) == "table-wrap-foot":
            yield from _as_notes(reader, list(one))
        else:
            yield from _as_notes(reader, [one])


def _as_notes(reader: Reader, elements: list[etree._Element]) -> Iterator[Note]:
    """Footnotes are collected; notes are notes; anything else becomes a note without a label."""
    for element in elements:
        for one in run(reader, [element], None, element):
            if isinstance(one, Note):
                yield one
            elif isinstance(one, Footnote):
                reader.footnotes[-1].append(one)
            else:
                yield reader.made(Note(kind="note", label="", blocks=(one,)), element)


def _rows(reader: Reader, table: etree._Element) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    groups = child(table, "tgroup")
    head, body = xhtml_rows(table) if groups is None else cals_rows(table)
    return _cells(reader, head), _cells(reader, body)


def _cells(reader: Reader, rows: list[list[RawCell]]) -> tuple[Row, ...]:
    return tuple(
        tuple(_cell(reader, raw, column, height) for raw, column, height in row)
        for row in placed(rows)
    )


def _cell(reader: Reader, raw: RawCell, column: int, height: int) -> Cell:
    made = Cell(
        blocks=tuple(flow(reader, raw.element, cell=True)),
        column=column,
        rows=height,
        columns=raw.columns,
        head=raw.head,
        align=raw.align,
    )
    return reader.made(made, raw.element)
