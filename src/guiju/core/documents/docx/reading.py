"""A DOCX read (读取 DOCX): its parts to lines, lines to the tree."""

from dataclasses import replace

from lxml import etree

from guiju.core.documents.docx import captions, covers, said, styles, targets
from guiju.core.documents.docx.doubts import Doubts
from guiju.core.documents.docx.errors import BrokenDocx
from guiju.core.documents.docx.flow import Flow
from guiju.core.documents.docx.names import below, q
from guiju.core.documents.docx.package import Package, opened
from guiju.core.documents.docx.source import Source
from guiju.core.documents.lines import Line
from guiju.core.documents.model import Reading
from guiju.core.documents.structure import build, contents, left
from guiju.core.documents.structure.seen import see
from guiju.core.word_numbers import Numbering

_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


def read(data: bytes, *, name: str = "") -> Reading:
    """The tree of a DOCX. Raises BrokenDocx, OldWord, EncryptedDocx and HugeDocx."""
    source, lines = _lines(data, name)
    lines = captions.placed(covers.spread(_without_contents(lines, source)))
    reading = build(
        lines,
        meta=said.meta(source.said),
        images=source.images,
        footnotes=[
            targets.without_label(replace(one, label=source.called.get(one.id) or one.label))
            for one in source.footnotes
        ],
    )
    for words in left.of_cover(lines, reading.document):
        source.doubts.add("cover", 1, words)
    document = targets.aimed(reading.document, source.marked)
    doubts = sorted((*source.doubts.all(), *reading.doubts), key=lambda one: one.line)
    return replace(reading, document=document, doubts=tuple(doubts), places="paragraph")


def _without_contents(lines: list[Line], source: Source) -> list[Line]:
    """Contents that Word made are left out where no heading says that they are contents."""
    if not source.listed or contents.find(see(lines)) is not contents.NONE:
        return lines
    return [one for one in lines if one.line not in source.listed]


def lines(data: bytes, *, name: str = "") -> list[Line]:
    """Paragraphs, tables and pictures in reading order."""
    return _lines(data, name)[1]


def _lines(data: bytes, name: str) -> tuple[Source, list[Line]]:
    package = opened(data, name)
    root = package.xml(package.main)
    body = below(root, "w:body")
    if body is None:
        raise BrokenDocx(name)
    style_root = package.beside("styles")
    source = Source(
        package=package,
        styles=styles.read(style_root),
        numbering=Numbering(package.beside("numbering"), style_root),
        doubts=Doubts(),
        notes={**_notes(package, "footnote"), **_notes(package, "endnote")},
    )
    _comments(source)
    found = list(Flow(source).lines(body))
    return source, found


def _comments(source: Source) -> None:
    root = source.package.beside("comments")
    for one in root.iterchildren(q("w:comment")) if root is not None else ():
        words = "".join(text.text or "" for text in one.iter(q("w:t")))
        source.doubts.add("comments", 0, words)


def _notes(package: Package, kind: str) -> dict[tuple[str, str], etree._Element]:
    root = package.beside(f"{kind}s")
    if root is None:
        return {}
    return {
        (kind, one.get(q("w:id"), "")): one
        for one in root.iterchildren(q(f"w:{kind}"))
        if one.get(q("w:type")) not in _SEPARATORS
    }
