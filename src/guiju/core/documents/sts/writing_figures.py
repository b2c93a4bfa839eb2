"""Figures and formulas as STS (图、公式写出)."""

from lxml import etree

from guiju.core.documents.model import Figure, Formula
from guiju.core.documents.sts.figures import REST
from guiju.core.documents.sts.labels import full
from guiju.core.documents.sts.names import HREF
from guiju.core.documents.sts.writer import Writer
from guiju.core.documents.sts.writing_tables import caption
from guiju.core.documents.sts.writing_text import clean, math


def figure(writer: Writer, parent: etree._Element, one: Figure) -> None:
    """A fig, or a fig-group with its parts; what a group cannot hold is in a part of its own."""
    made = writer.element(parent, "fig-group" if one.parts else "fig", one.address)
    writer.label(made, full("figure", one.label, writer.language))
    caption(writer, made, one.title, one.unit)
    for image in one.images:
        etree.SubElement(made, "graphic").set(HREF, clean(image))
    for part in one.parts:
        figure(writer, made, part)
    if not one.parts:
        _below(writer, made, one)
    elif one.key or one.notes or one.footnotes:
        _below(writer, etree.SubElement(made, "fig", {"fig-type": REST}), one)


def _below(writer: Writer, made: etree._Element, one: Figure) -> None:
    writer.blocks(made, (*one.key, *one.notes), narrow=True)
    writer.footnotes(made, one.footnotes)


def formula(writer: Writer, parent: etree._Element, one: Formula) -> None:
    made = math(parent, "disp-formula", one.linear, one.mathml)
    own = writer.ids.get(one.address)
    if own:
        made.set("id", own)
    if one.label:
        label = etree.Element("label")
        label.text = clean(full("formula", one.label, writer.language))
        label.tail, made.text = made.text, None
        made.insert(0, label)
