"""Figures and formulas (图、公式)."""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from guiju.core.documents.model import Block, Figure, Footnote, Formula, Note, Text
from guiju.core.documents.sts import mathml
from guiju.core.documents.sts.flow import opaque, run
from guiju.core.documents.sts.gathering import Gatherer
from guiju.core.documents.sts.inline import formula as inline_formula
from guiju.core.documents.sts.inline import gather, inline
from guiju.core.documents.sts.labels import bare
from guiju.core.documents.sts.names import HREF, MATH, MML, child, line_of, local
from guiju.core.documents.sts.reader import Reader, label_of
from guiju.core.documents.sts.tables import captioned

_IMAGES = ("graphic", "media", "inline-graphic")
REST = "rest"  # the fig of a group that holds what a group cannot


def figure(reader: Reader, element: etree._Element, /) -> Iterator[Block]:
    yield _figure(reader, element)


def _figure(reader: Reader, element: etree._Element) -> Figure:
    """A fig or fig-group; what it holds besides images, notes and footnotes is its key."""
    reader.collect_footnotes()
    label = child(element, "label")
    title, unit, above = captioned(reader, child(element, "caption"))
    images: list[str] = []
    parts: list[Figure] = []
    key: list[Block] = []
    notes: list[Note] = []
    rest: list[Figure] = []
    for one in [*above, *element]:
        name = local(one)
        if name in ("label", "caption", "object-id", ""):
            continue
        if name in ("fig", "fig-group"):
            part = _figure(reader, one)
            (rest if one.get("fig-type") == REST else parts).append(part)
        elif name in _IMAGES or name == "alternatives":
            images += _images(one)
            key += _said(reader, one)
        else:
            for made in run(reader, [one], None, one):
                if isinstance(made, Note):
                    notes.append(made)
                elif isinstance(made, Footnote):
                    reader.footnotes[-1].append(made)
                else:
                    key.append(made)
    made_figure = Figure(
        label="" if label is None else bare("figure", label_of(label)),
        title=title,
        images=tuple(images),
        parts=tuple(parts),
        key=(*key, *(block for one in rest for block in one.key)),
        unit=unit,
        notes=(*notes, *(note for one in rest for note in one.notes)),
        footnotes=(*reader.collected(), *(note for one in rest for note in one.footnotes)),
        line=line_of(element),
    )
    return reader.made(made_figure, element)


def _images(element: etree._Element) -> list[str]:
    return [
        str(one.get(HREF))
        for one in element.iter(etree.Element)
        if local(one) in _IMAGES and one.get(HREF)
    ]


def _said(reader: Reader, image: etree._Element) -> Iterator[Block]:
    """The words of an image (its alternative text, a caption of its own) are kept as they are."""
    for one in image:
        if local(one) in _IMAGES:
            yield from _said(reader, one)
        elif local(one) and str(one.xpath("string()")).strip():
            yield reader.made(opaque(one), one)


def image(reader: Reader, element: etree._Element, /) -> Iterator[Block]:
    """An image on its own is a figure without a number."""
    label = child(element, "label")
    title, unit, above = captioned(reader, child(element, "caption"))
    made = Figure(
        label="" if label is None else bare("figure", label_of(label)),
        title=title,
        unit=unit,
        images=tuple(_images(element)),
        key=(
            *(block for one in above for block in run(reader, [one], None, one)),
            *(one for one in _said(reader, element) if not _is_caption(reader, one)),
        ),
        line=line_of(element),
    )
    yield reader.made(made, element)


def _is_caption(reader: Reader, block: Block) -> bool:
    return local(reader.origin[id(block)][1]) in ("label", "caption")


def formula(reader: Reader, element: etree._Element, /) -> Iterator[Block]:
    """A displayed formula: one MathML, several of them in a row, or words."""
    label = child(element, "label")
    into = Gatherer()
    if element.tag == MATH:
        into.point("math", mathml.linear(element), mathml.canonical(element))
    else:
        blocks: list[etree._Element] = []
        into.add(element.text)
        for one in element:
            if one is not label:
                if local(one) == "alternatives":
                    inline_formula(reader, one, into)
                else:
                    inline(reader, one, into, blocks)
            into.add(one.tail)
        for inner in blocks:
            gather(reader, inner, into)
    text = into.text()
    made = Formula(
        label="" if label is None else bare("formula", label_of(label)),
        linear=text.content,
        mathml=_joined(text),
        line=line_of(element),
    )
    yield reader.made(made, element)


def _joined(text: Text) -> str:
    """The MathML of a formula; several formulas and words between them in one row."""
    maths = [one for one in text.marks if one.kind == "math"]
    if not maths:
        return ""
    first = maths[0]
    if len(maths) == 1 and (first.start, first.end) == (0, len(text.content)):
        return first.value
    rest, at, row = text.content, 0, ""
    for one in maths:
        row += _words(rest[at : one.start]) + mathml.inside(one.value)
        at = one.end
    return f'<math xmlns="{MML}"><mrow>{row}{_words(rest[at:])}</mrow></math>'


def _words(words: str) -> str:
    return mathml.words(words) if words.strip() else ""


def group(reader: Reader, element: etree._Element, /) -> Iterator[Block]:
    """Formulas under one label: the label is that of the first without one."""
    label = child(element, "label")
    waiting = "" if label is None else bare("formula", label_of(label))
    inside = [one for one in element if one is not label]
    for one in run(reader, inside, None, element):
        if waiting and isinstance(one, Formula) and not one.label:
            yield reader.made(replace(one, label=waiting), reader.origin[id(one)][1])
            waiting = ""
        else:
            yield one


def choice(reader: Reader, element: etree._Element, /) -> Iterator[Block]:
    """Alternatives of one thing: the table, the formula, else the image with its words."""
    for name in ("table", "array", "math", "preformat", "code"):
        one = child(element, name)
        if one is not None:
            yield from run(reader, [one], None, one)
            return
    yield from image(reader, element)
