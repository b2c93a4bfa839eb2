"""Entries of the lists of references of Metanorma (bibitem)."""

from collections.abc import Iterator

from lxml import etree

from guiju.core import numbers
from guiju.core.documents.metanorma.inline import gather
from guiju.core.documents.metanorma.names import said, words
from guiju.core.documents.metanorma.state import State
from guiju.core.documents.model import Block, Note, Paragraph, Reference, Text
from guiju.core.documents.sts.gathering import Gatherer
from guiju.core.documents.sts.labels import word
from guiju.core.documents.sts.names import child, line_of, local
from guiju.core.documents.sts.references import is_dated

_NO_NUMBERS = ("metanorma", "metanorma-ordinal", "URN", "iso-reference", "ISBN", "DOI")
_UNPUBLISHED = "Unpublished-Status"


def reference(
    state: State, element: etree._Element, at: int, *, bracketed: bool
) -> Iterator[Block]:
    """One entry; a note on its status follows it."""
    number = _number(element)
    title = _title(element, state.language)
    shown = child(element, "formattedref")
    into = Gatherer()
    if number and title:
        into.add(f"{number}, {title}")
    elif shown is not None:
        if number:
            into.add(f"{number}, ")
        gather(state, shown, into)
    else:
        into.add(", ".join(filter(None, (number, title))))
    text = into.text()
    made = Reference(
        number=number,
        title=Text(title) if title and title in text.content else Text(),
        text=text,
        dated=is_dated(number),
        label=_label(element, at) if bracketed else "",
        line=line_of(element),
    )
    yield state.made(made, element)
    for one in element.iterchildren("{*}note"):
        if one.get("type") == _UNPUBLISHED and words(one):
            body = Paragraph(text=Text(words(one)), line=line_of(one))
            label = word("blocks", "note", state.language)
            yield state.made(Note(kind="note", label=label, blocks=(body,), line=line_of(one)), one)


def _label(element: etree._Element, at: int) -> str:
    for one in said(element):
        if local(one) == "docidentifier" and str(one.get("type")).startswith("metanorma"):
            return words(one)
    return f"[{at}]"


def _number(element: etree._Element) -> str:
    """The number of a standard, with the dash of an edition that is not out yet."""
    found = [
        words(one)
        for one in said(element)
        if local(one) == "docidentifier"
        and one.get("type") not in _NO_NUMBERS
        and one.get("scope") is None
    ]
    every = [one for one in found if one]
    if not every:
        return ""
    first = every[0].replace(":--", ":—")
    known = element.get("type") == "standard" or numbers.try_read(first) is not None
    return first if known else ""


def _title(element: etree._Element, language: str) -> str:
    """The whole title, in the document's language where there is one."""
    every = [one for one in said(element) if local(one) == "title"]
    whole = [one for one in every if one.get("type") in (None, "main")] or every[:1]
    own = [one for one in whole if one.get("language") == language]
    return words((own or whole)[0]) if whole else ""
