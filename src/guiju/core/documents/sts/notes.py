"""Notes, examples, safety prompts, quotes and code (注、示例、警示、引文)."""

import re
from collections.abc import Iterator

from lxml import etree

from guiju.core.documents.model import Block, Note, Paragraph, Quote
from guiju.core.documents.structure.words import NoteKind, words
from guiju.core.documents.sts.flow import flow
from guiju.core.documents.sts.inline import footnote, text_of
from guiju.core.documents.sts.lists import caption
from guiju.core.documents.sts.names import NOTES, OPAQUE, SAFETY, child, line_of, local
from guiju.core.documents.sts.opaque import carried
from guiju.core.documents.sts.reader import Reader, label_of

_COLON = re.compile(r"\s*[:：—–-]+\s*$")


def paragraph(reader: Reader, element: etree._Element, /) -> Iterator[Block]:
    """A p; what stood outside this view comes out of its instruction as it went in."""
    if element.get("content-type") == "opaque":
        for one in element.iterchildren(etree.ProcessingInstruction):
            kept = carried(one.text or "") if one.target == OPAQUE else None  # type: ignore[attr-defined]
            if kept is not None:
                yield reader.made(kept, element)
                return
    yield from flow(reader, element)


def note(reader: Reader, element: etree._Element, /) -> Iterator[Block]:
    """注, 示例 or a safety prompt; its title is a paragraph of it."""
    label = child(element, "label")
    written = "" if label is None else plain_label(label_of(label))
    made = Note(
        kind=_kind(element, written),
        label=written,
        blocks=(
            *_title(reader, element),
            *flow(reader, element, skip=("label", "title")),
        ),
        line=line_of(element),
    )
    yield reader.made(made, element)


def _kind(element: etree._Element, label: str) -> NoteKind:
    """Of a safety prompt the element's type or, without one, the label says which it is."""
    said = element.get("content-type", "")
    for kind in SAFETY:
        if said == kind or (not said and label in words("blocks", kind)):
            return kind
    return NOTES.get(local(element), "note")


def plain_label(label: str) -> str:
    """注1： without its colon; a label that is only a dash stays."""
    return _COLON.sub("", label) or label


def _title(reader: Reader, element: etree._Element) -> Iterator[Block]:
    title = child(element, "title")
    text = text_of(reader, title)
    if text and title is not None:
        yield reader.made(Paragraph(text=text, line=line_of(title)), title)


def group(reader: Reader, element: etree._Element, /) -> Iterator[Block]:
    """What only holds others together: its label or title, then they."""
    yield from caption(reader, element)
    yield from flow(reader, element, skip=("label", "title"))


def quote(reader: Reader, element: etree._Element, /) -> Iterator[Block]:
    blocks = (*caption(reader, element), *flow(reader, element, skip=("label", "title")))
    code = element.get("content-type") == "code"
    yield reader.made(Quote(blocks=blocks, code=code, line=line_of(element)), element)


def box(reader: Reader, element: etree._Element, /) -> Iterator[Block]:
    """A boxed text: a safety prompt, a quote, or what our writer could only put in a box."""
    if element.get("content-type") == "blocks":
        yield from flow(reader, element)
    elif element.get("content-type") in SAFETY:
        yield from note(reader, element)
    else:
        head = child(element, "caption")
        blocks = (
            *caption(reader, element),
            *(() if head is None else group(reader, head)),
            *flow(reader, element, skip=("label", "title", "caption")),
        )
        yield reader.made(Quote(blocks=blocks, line=line_of(element)), element)


def verbatim(reader: Reader, element: etree._Element, /) -> Iterator[Block]:
    """Code and preformatted text, each character as it stands."""
    text = text_of(reader, element, verbatim=True)
    line = line_of(element)
    blocks = (reader.made(Paragraph(text=text, line=line), element),) if text else ()
    yield reader.made(Quote(blocks=blocks, code=True, line=line), element)


def footnotes(reader: Reader, element: etree._Element, /) -> Iterator[Block]:
    """A fn-group inside a clause, or a footnote on its own: it stays where it is."""
    reader.collect_footnotes()
    rest = list(flow(reader, element, skip=("fn",))) if local(element) == "fn-group" else []
    every = [element] if local(element) == "fn" else element.findall("fn")
    for one in every:
        footnote(reader, one)
    yield from (*rest, *reader.collected())
