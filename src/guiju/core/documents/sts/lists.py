"""Lists (列项) and lists of definitions (式中、符号说明)."""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from guiju.core.documents.model import Block, Item, Items, Mark, Paragraph, Text
from guiju.core.documents.sts.gathering import Gatherer
from guiju.core.documents.sts.inline import gather, text_of
from guiju.core.documents.sts.names import child, line_of, local
from guiju.core.documents.sts.reader import Reader, label_of
from guiju.core.word_numbers import roman

_COUNTED = {
    "alpha-lower": "a",
    "alpha-upper": "A",
    "order": "1",
    "arabic": "1",
    "roman-lower": "i",
    "roman-upper": "I",
}


def items(reader: Reader, element: etree._Element, /) -> Iterator[Block]:
    """A list; where no item has a label, the list's type counts them."""
    yield from caption(reader, element)
    rows = [one for one in element if local(one) == "list-item"]
    labels = [_label(one) for one in rows]
    if not any(labels):
        labels = counted(element.get("list-type", ""), len(rows))
    made = tuple(
        reader.made(
            Item(
                label=label,
                blocks=tuple(reader.flow(reader, one, skip=("label",))),
                line=line_of(one),
            ),
            one,
        )
        for label, one in zip(labels, rows, strict=True)
    )
    yield reader.made(Items(items=made, line=line_of(element)), element)


def caption(reader: Reader, element: etree._Element) -> Iterator[Block]:
    """A label or title of what has none in the view: a paragraph before it."""
    into = Gatherer()
    for name in ("label", "title"):
        one = child(element, name)
        if one is not None:
            into.add(" ")
            gather(reader, one, into)
    text = into.text()
    if text:
        yield reader.made(Paragraph(text=text, line=line_of(element)), element)


def _label(item: etree._Element) -> str:
    label = child(item, "label")
    return "" if label is None else label_of(label)


def counted(kind: str, count: int) -> list[str]:
    """Labels as a list type counts: a), b) …; none for dots and dashes."""
    first = _COUNTED.get(kind)
    if first is None:
        return [""] * count
    if first == "1":
        return [f"{at})" for at in range(1, count + 1)]
    if first in "iI":
        signs = [roman(at) for at in range(1, count + 1)]
        return [f"{sign.lower() if first == 'i' else sign})" for sign in signs]
    return [f"{_letters(at, first)})" for at in range(count)]


def _letters(at: int, first: str) -> str:
    more, last = divmod(at, 26)
    return (_letters(more - 1, first) if more else "") + chr(ord(first) + last)


def definitions(reader: Reader, element: etree._Element, /) -> Iterator[Block]:
    """A def-list: each term with a dash before what it means, as GB/T 1.1 writes 式中."""
    yield from caption(reader, element)
    yield from _heads(reader, element)
    made = tuple(
        reader.made(Item(label="", blocks=tuple(_definition(reader, one)), line=line_of(one)), one)
        for one in element
        if local(one) == "def-item"
    )
    if made:
        yield reader.made(Items(items=made, line=line_of(element)), element)
    for one in element:
        if local(one) == "def-list":
            yield from definitions(reader, one)


def _heads(reader: Reader, element: etree._Element) -> Iterator[Block]:
    """What stands over the terms and over what they mean."""
    term, means = (text_of(reader, child(element, name)) for name in ("term-head", "def-head"))
    text = meaning(term, _dash(reader), means) if means else term
    if text:
        yield reader.made(Paragraph(text=text, line=line_of(element)), element)


def _dash(reader: Reader) -> str:
    return "——" if reader.language.startswith("zh") else " — "


def _definition(reader: Reader, item: etree._Element) -> Iterator[Block]:
    into = Gatherer()
    for one in item:
        if local(one) == "term":
            into.add(" ")
            gather(reader, one, into)
    blocks = [block for one in item if local(one) == "def" for block in reader.flow(reader, one)]
    first = blocks[0] if blocks else None
    head = into.text()
    if isinstance(first, Paragraph):
        text = meaning(head, _dash(reader), first.text)
        blocks[0] = reader.made(replace(first, text=text), reader.origin[id(first)][1])
    elif head:
        blocks.insert(0, reader.made(Paragraph(text=head, line=line_of(item)), item))
    yield from blocks


def meaning(term: Text, dash: str, text: Text) -> Text:
    """A term, a dash, and what it means; without a term the meaning alone."""
    if not (term.content or term.marks):
        return text
    content = (term.content + dash).lstrip(" ")
    marks = [
        one._replace(start=one.start + len(content), end=one.end + len(content))
        for one in text.marks
    ]
    return Text(content + text.content, (*term.marks, *_sorted(marks)))


def _sorted(marks: list[Mark]) -> list[Mark]:
    return sorted(marks, key=lambda one: (one.start, -one.end))
