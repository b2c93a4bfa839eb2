"""The typed view of an STS file (类型化视图), and which element each address is."""

from lxml import etree

from guiju.core.documents.model import Document
from guiju.core.documents.sts import figures, lists, notes, references, tables, terms
from guiju.core.documents.sts.aiming import settled
from guiju.core.documents.sts.flow import flow
from guiju.core.documents.sts.metadata import language_of, read_meta
from guiju.core.documents.sts.names import local
from guiju.core.documents.sts.reader import BlockReader, Reader, entities_of, ids_of, pointed_at
from guiju.core.documents.sts.sections import top
from guiju.core.documents.sts.storage import Sts

_BLOCKS: dict[str, BlockReader] = {
    "p": notes.paragraph,
    "list": lists.items,
    "def-list": lists.definitions,
    "table-wrap": tables.wrapped,
    "table": tables.plain,
    "array": tables.wrapped,
    "table-wrap-group": notes.group,
    "fig": figures.figure,
    "fig-group": figures.figure,
    "graphic": figures.image,
    "media": figures.image,
    "disp-formula": figures.formula,
    "disp-formula-group": figures.group,
    "math": figures.formula,
    "alternatives": figures.choice,
    "non-normative-note": notes.note,
    "normative-note": notes.note,
    "note": notes.note,
    "non-normative-example": notes.note,
    "normative-example": notes.note,
    "notes-group": notes.group,
    "notes": notes.group,
    "sec": notes.group,
    "disp-quote": notes.quote,
    "boxed-text": notes.box,
    "preformat": notes.verbatim,
    "code": notes.verbatim,
    "ref-list": references.ref_list,
    "ref": references.reference,
    "fn-group": notes.footnotes,
    "fn": notes.footnotes,
    "term-sec": terms.entry,
    "termEntry": terms.entry,
    "term-display": terms.entry,
}
_HOLDERS = ("adoption-front", "front", "body", "back")


def view(sts: Sts) -> Document:
    """The document as checker, comparison and pages look at it, with addresses."""
    return _viewed(sts)[0]


def places(sts: Sts) -> dict[str, etree._Element]:
    """The element of the file that each address of the view was made of."""
    return _viewed(sts)[1]


def view_and_places(sts: Sts) -> tuple[Document, dict[str, etree._Element]]:
    """Both at once."""
    return _viewed(sts)


def _viewed(sts: Sts) -> tuple[Document, dict[str, etree._Element]]:
    root = sts.root
    reader = Reader(
        language=language_of(root),
        ids=ids_of(root),
        entities=entities_of(sts.tree),
        pointed=pointed_at(root),
        blocks=_BLOCKS,
        flow=flow,
    )
    holders = [one for one in root.iter(*_HOLDERS) if _is_holder(one)]
    read = Document(
        meta=read_meta(root),
        sections=tuple(top(reader, holders)),
        footnotes=tuple(reader.footnotes[0]),
    )
    return settled(read, reader.origin, reader.ids)


def _is_holder(element: etree._Element) -> bool:
    above = element.getparent()
    return above is not None and local(above) in ("standard", "adoption")
