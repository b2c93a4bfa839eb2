"""Entries of 规范性引用文件 and 参考文献 (ref-list)."""

from collections.abc import Iterator

from lxml import etree

from guiju.core import numbers
from guiju.core.documents.model import Block, Reference, Text
from guiju.core.documents.sts.flow import run
from guiju.core.documents.sts.gathering import Gatherer
from guiju.core.documents.sts.inline import gather, text_of
from guiju.core.documents.sts.lists import caption
from guiju.core.documents.sts.names import NOTES, child, line_of, local
from guiju.core.documents.sts.reader import Reader, label_of

_TITLES = ("title", "article-title", "source", "chapter-title", "data-title")


def ref_list(reader: Reader, element: etree._Element, /) -> Iterator[Block]:
    """A list of references inside a clause: a heading of its own is a paragraph."""
    yield from caption(reader, element)
    yield from entries(reader, element)


def entries(reader: Reader, element: etree._Element, *, lists: bool = True) -> Iterator[Block]:
    """What a list holds, its heading apart; lists inside it only where they are asked for."""
    for one in element:
        name = local(one)
        if name == "ref":
            yield from reference(reader, one)
        elif name == "ref-list":
            yield from ref_list(reader, one) if lists else ()
        elif name not in ("label", "title", ""):
            yield from run(reader, [one], None, one)


def reference(reader: Reader, element: etree._Element) -> Iterator[Block]:
    """One entry; notes beside the citation follow it."""
    label = child(element, "label")
    into = Gatherer()
    beside: list[etree._Element] = []
    number = title = None
    dated = ""
    for one in element:
        name = local(one)
        if one is label or not name:
            continue
        if name in NOTES or name == "notes-group":
            beside.append(one)
            continue
        into.add(" ")
        gather(reader, one, into)
        number = child(one, "std-ref") if number is None else number
        title = _title(one) if title is None else title
        dated = dated or str(one.get("type") or "")
    text = into.text()
    written = "" if number is None else label_of(number)
    if number is not None:
        dated = str(number.get("type") or dated)
    elif any(local(one) == "std" for one in element):
        written = _first(text)
    made = Reference(
        number=written,
        title=text_of(reader, title),
        text=text,
        dated=is_dated(written) if dated not in ("dated", "undated") else dated == "dated",
        label="" if label is None else label_of(label),
        line=line_of(element),
    )
    yield reader.made(made, element)
    for one in beside:
        yield from run(reader, [one], None, one)


def _title(citation: etree._Element) -> etree._Element | None:
    return next((one for one in citation if local(one) in _TITLES), None)


def _first(text: Text) -> str:
    """The number with which an entry begins."""
    found = numbers.find(text.content[:100])
    return text.content[: found[0].end] if found and found[0].start == 0 else ""


def is_dated(written: str) -> bool:
    """Whether a number names one edition."""
    number = numbers.try_read(written) if written else None
    return number is not None and bool(number.year)
