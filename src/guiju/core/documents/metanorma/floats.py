"""Tables, figures and formulas of Metanorma (表、图、公式)."""

import base64
import binascii
import re
from collections.abc import Iterator

from lxml import etree

from guiju.core.documents.metanorma.inline import text_of
from guiju.core.documents.metanorma.names import said, words
from guiju.core.documents.metanorma.state import State
from guiju.core.documents.model import Block, Cell, Figure, Formula, Note, Table
from guiju.core.documents.sts import mathml
from guiju.core.documents.sts.cells import RawCell, placed, xhtml_rows
from guiju.core.documents.sts.names import child, line_of, local

_DATA = re.compile(r"data:image/([a-z0-9.+-]{1,20});base64,", re.I)
_ENDINGS = {"svg+xml": "svg", "jpeg": "jpg"}
_GRID = ("thead", "tbody", "tfoot", "colgroup", "name")


def table(state: State, element: etree._Element) -> Iterator[Block]:
    """A table; notes under it are notes, other words become a note without a label."""
    state.footnotes.append({})
    head, body = (_rows(state, rows) for rows in xhtml_rows(element))
    title = text_of(state, child(element, "name"))
    notes: list[Note] = []
    for one in said(element):
        if local(one) in _GRID:
            continue
        for block in state.blocks_of_one(one):
            is_note = isinstance(block, Note)
            notes.append(block if is_note else Note(kind="note", label="", blocks=(block,)))  # type: ignore[arg-type]
    made = Table(
        label=state.numbering.label(element),
        title=title,
        head=head,
        body=body,
        notes=tuple(notes),
        footnotes=state.collected(),
        line=line_of(element),
    )
    yield state.made(made, element)


def _rows(state: State, rows: list[list[RawCell]]) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        tuple(_cell(state, raw, column, height) for raw, column, height in row)
        for row in placed(rows)
    )


def _cell(state: State, raw: RawCell, column: int, height: int) -> Cell:
    made = Cell(
        blocks=tuple(state.blocks(state, raw.element)),
        column=column,
        rows=height,
        columns=raw.columns,
        head=raw.head,
        align=raw.align,
    )
    return state.made(made, raw.element)


def figure(state: State, element: etree._Element) -> Iterator[Block]:
    yield _figure(state, element)


def _figure(state: State, element: etree._Element) -> Figure:
    state.footnotes.append({})
    title = text_of(state, child(element, "name"))
    images: list[str] = []
    parts: list[Figure] = []
    notes: list[Note] = []
    key: list[Block] = []
    for one in said(element):
        name = local(one)
        if name == "image":
            images.append(_image(state, one))
        elif name == "figure":
            parts.append(_figure(state, one))
        elif name == "fn":
            state.footnote(one)
        elif name != "name":
            for block in state.blocks_of_one(one):
                (notes if isinstance(block, Note) else key).append(block)  # type: ignore[arg-type]
    made = Figure(
        label=state.numbering.label(element),
        title=title,
        images=tuple(images),
        parts=tuple(parts),
        key=tuple(key),
        notes=tuple(notes),
        footnotes=state.collected(),
        line=line_of(element),
    )
    return state.made(made, element)


def image(state: State, element: etree._Element) -> Iterator[Block]:
    """An image that stands in no figure."""
    made = Figure(
        label="",
        title=text_of(state, child(element, "name")),
        images=(_image(state, element),),
        line=line_of(element),
    )
    yield state.made(made, element)


def _image(state: State, element: etree._Element) -> str:
    """The name of an image: of a file, or of the data inside, which go among the images."""
    source = str(element.get("src", ""))
    found = _DATA.match(source)
    if not found:
        return source
    try:
        data = base64.b64decode(source[found.end() :], validate=False)
    except (binascii.Error, ValueError):
        state.doubt("metanorma-image", element, source[:80])
        return source
    ending = found[1].lower()
    name = f"image-{len(state.images) + 1}.{_ENDINGS.get(ending, ending)}"
    state.images[name] = data
    return name


def formula(state: State, element: etree._Element) -> Iterator[Block]:
    """A displayed formula, and what its symbols mean."""
    stem = child(element, "stem")
    math = None if stem is None else child(stem, "math")
    made = Formula(
        label=state.numbering.label(element),
        linear=words(stem) if math is None else mathml.linear(math),
        mathml="" if math is None else mathml.canonical(math),
        line=line_of(element),
    )
    yield state.made(made, element)
    for one in said(element):
        if one is not stem and local(one) != "name":
            yield from state.blocks_of_one(one)
