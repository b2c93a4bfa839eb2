"""Blocks as paragraphs (条文块): text, notes, formulas, quotations, references."""

from collections.abc import Sequence

from guiju.core.documents.docx.layout import rows
from guiju.core.documents.docx.said import OURS
from guiju.core.documents.docx.writing import listed, maths, tables, terms
from guiju.core.documents.docx.writing.figures import figure
from guiju.core.documents.docx.writing.making import Element, control, new, paragraph, run
from guiju.core.documents.docx.writing.pages import text_width
from guiju.core.documents.docx.writing.state import State
from guiju.core.documents.docx.writing.texts import runs
from guiju.core.documents.model import (
    Block,
    Figure,
    Footnote,
    Formula,
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
from guiju.core.documents.structure.marks import sign_of

_COLONS = (":", "：")


def written(blocks: Sequence[Block], state: State, style: str = "text") -> list[Element]:
    """The blocks in order; `style` is that of plain paragraphs."""
    out: list[Element] = []
    leads = False  # whether the paragraph before leads to a list of symbols
    for one in blocks:
        if isinstance(one, Paragraph):
            leads = sign_of(one.text.content).kind in ("where", "key")
            out.append(_paragraph(one, state, "where" if leads else style))
            continue
        if isinstance(one, Items):
            out += listed.written(one, state, written, leads=leads)
        else:
            out += _block(one, state, style)
        leads = False
    return out


def _block(one: Block, state: State, style: str) -> list[Element]:
    if isinstance(one, Note):
        return _note(one, state, apart=style == "reference")
    if isinstance(one, Table):
        return tables.written(one, state, written)
    if isinstance(one, Figure):
        return figure(one, state, written)
    if isinstance(one, Formula):
        return [_formula(one, state)]
    if isinstance(one, Term):
        return terms.written(one, state, written)
    if isinstance(one, Reference):
        return [_reference(one, state)]
    if isinstance(one, Quote):
        return _quote(one, state)
    if isinstance(one, Footnote):
        return [footnote_line(one, state)]
    text = one.text if isinstance(one, Opaque) else ""
    return [paragraph(style, run(text))] if text.strip() else []


def _paragraph(one: Paragraph, state: State, style: str) -> Element:
    return paragraph(style, *state.marked(one.address, *runs(one.text, state)))


def _note(one: Note, state: State, *, apart: bool) -> list[Element]:
    """A note in its line; in a content control where it has more, or stands in a list (`apart`)."""
    label = run(state.said["note"].format(one.label or state.said["notes"][one.kind]))
    first = one.blocks[0] if one.blocks else None
    has_text = isinstance(first, Paragraph)
    inside = runs(first.text, state) if isinstance(first, Paragraph) else []
    head = paragraph("note", *state.marked(one.address, label, *inside))
    rest = written(one.blocks[1:] if has_text else one.blocks, state, "note")
    is_whole = not apart and has_text and not rest and not first.text.content.endswith(_COLONS)  # type: ignore[union-attr]
    return [head] if is_whole else [control(f"{OURS}note", head, *rest)]


def _formula(one: Formula, state: State) -> Element:
    """In the middle of the line, its number at the right end."""
    width = text_width()
    stops = new(
        "w:tabs",
        new("w:tab", val="center", pos=width // 2),
        new("w:tab", val="right", leader="middleDot", pos=width),
    )
    shown = maths.write(one.mathml) if one.mathml else None
    inside = [shown if shown is not None else run(one.linear)]
    number = state.said["formula"].format(one.label)
    tail = [new("w:r", new("w:tab")), run(number)] if one.label else []
    line = (new("w:r", new("w:tab")), *inside, *tail)
    return paragraph("formula", *state.marked(one.address, *line), properties=(stops,))


def _quote(one: Quote, state: State) -> list[Element]:
    if not one.blocks:
        return []
    if one.code:
        return [control(f"{OURS}code", *written(one.blocks, state, "code"))]
    return [control(f"{OURS}quote", *written(one.blocks, state, "where"))]


def _reference(one: Reference, state: State) -> Element:
    label = [run(one.label + rows("details")["label_gap"])] if one.label else []
    inside = state.marked(one.address, *label, *runs(one.text, state))
    return paragraph("reference", *inside)


def footnote_line(one: Footnote, state: State) -> Element:
    """A footnote that nobody calls, as a paragraph."""
    first = one.blocks[0] if one.blocks else None
    text = first.text if isinstance(first, Paragraph) else Text()
    return paragraph("note", run(f"{one.label} "), *runs(text, state))
