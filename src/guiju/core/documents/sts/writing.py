"""NISO STS from the typed view (写出 STS), valid against the interchange schema.

What comes back is the same document with an address on everything, but for: white space as
`gathering` has it, marks that touch joined, empty paragraphs left out, terms of one entry grouped
by language, MathML as `mathml.canonical` writes it, labels without 表, 图, 附录 and brackets, and
`line`, which is then the line of the STS.
"""

from collections.abc import Sequence
from itertools import groupby

from lxml import etree

from guiju.core.documents.addresses import addressed
from guiju.core.documents.model import (
    Document,
    Footnote,
    Paragraph,
    Reference,
    Section,
    SectionKind,
    Term,
)
from guiju.core.documents.sts.labels import full, word
from guiju.core.documents.sts.names import LANG, MML, TBX, XLINK
from guiju.core.documents.sts.places import addressable
from guiju.core.documents.sts.sections import TOGETHER
from guiju.core.documents.sts.writer import Writer
from guiju.core.documents.sts.writing_blocks import put_block, put_blocks, reference
from guiju.core.documents.sts.writing_meta import put_meta
from guiju.core.documents.sts.writing_text import clean

_FRONT = ("contents", "foreword", "introduction")
_BACK = ("annex", "bibliography", "index")
_TYPES: dict[SectionKind, str] = {
    "foreword": "foreword",
    "introduction": "intro",
    "normative-references": "norm-refs",
    "bibliography": "bibl",
    "contents": "toc",
}


def write(document: Document) -> bytes:
    """The document as a NISO STS file."""
    if any(not one.address for one in addressable(document)):
        document = addressed(document)
    writer = Writer(language=document.meta.language, put_blocks=put_blocks)
    every = list(addressable(document))
    notes = [one.id for one in every if isinstance(one, Footnote)]
    writer.name_all((one.address for one in every if not isinstance(one, Footnote)), notes)
    root = etree.Element("standard", nsmap={"xlink": XLINK, "mml": MML, "tbx": TBX})
    if document.meta.language:
        root.set(LANG, clean(document.meta.language))
    front_end, back_start = _parted(document.sections)
    front = etree.SubElement(root, "front")
    put_meta(front, document.meta)
    _sections(writer, front, document.sections[:front_end])
    _sections(writer, etree.SubElement(root, "body"), document.sections[front_end:back_start])
    if document.sections[back_start:] or document.footnotes:
        back = etree.SubElement(root, "back")
        _back(writer, back, document.sections[back_start:])
        writer.footnotes(back, document.footnotes)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _parted(sections: Sequence[Section]) -> tuple[int, int]:
    """Where front ends and back begins."""
    front = next((at for at, one in enumerate(sections) if one.kind not in _FRONT), len(sections))
    back = next(
        (at for at, one in enumerate(sections) if at >= front and one.kind in _BACK), len(sections)
    )
    return front, back


def _sections(writer: Writer, parent: etree._Element, sections: Sequence[Section]) -> None:
    for one in sections:
        _section(writer, parent, one, "sec")


def _back(writer: Writer, back: etree._Element, sections: Sequence[Section]) -> None:
    """Annexes in a group, lists of references as such, anything else as it is."""
    for kind, run in groupby(sections, key=lambda one: one.kind):
        parent = etree.SubElement(back, "app-group") if kind == "annex" else back
        for one in run:
            if _is_list(one):
                _references(writer, parent, one)
            else:
                _section(writer, parent, one, "app" if kind == "annex" else "sec")


def _is_list(one: Section) -> bool:
    """Whether a bibliography is only paragraphs and then references."""
    kinds = [type(block) for block in one.blocks]
    entries = kinds.index(Reference) if Reference in kinds else len(kinds)
    return (
        one.kind == "bibliography"
        and not one.sections
        and set(kinds[:entries]) <= {Paragraph}
        and set(kinds[entries:]) <= {Reference}
    )


def _references(writer: Writer, parent: etree._Element, one: Section) -> None:
    made = writer.element(parent, "ref-list", one.address)
    made.set("content-type", "bibl")
    writer.label(made, one.label)
    if one.title:
        writer.put(etree.SubElement(made, "title"), one.title)
    paragraphs = [block for block in one.blocks if isinstance(block, Paragraph)]
    writer.blocks(made, paragraphs)
    for block in one.blocks[len(paragraphs) :]:
        if isinstance(block, Reference):
            reference(writer, made, block)


def _section(writer: Writer, parent: etree._Element, one: Section, name: str) -> None:
    made = writer.element(parent, name, one.address)
    if name == "sec":
        made.set("sec-type", _TYPES.get(one.kind, one.kind))
    label = full("annex", one.label, writer.language) if one.kind == "annex" else one.label
    writer.label(made, label)
    if name == "app" and one.nature:
        nature = word("annex", one.nature, writer.language)
        chinese = writer.language.startswith("zh")
        etree.SubElement(made, "annex-type").text = f"（{nature}）" if chinese else f"({nature})"
    if one.title or one.title.marks or not one.label:
        writer.put(etree.SubElement(made, "title"), one.title)
    _content(writer, made, one)
    _sections(writer, made, one.sections)


def _content(writer: Writer, made: etree._Element, one: Section) -> None:
    """Blocks; those after a term entry stand in a sec of their own, where the schema wants one."""
    after_term = False
    for is_term, run in groupby(one.blocks, key=lambda block: isinstance(block, Term)):
        after_term = after_term or is_term
        if is_term:
            for block in run:
                put_block(writer, made, block)
        elif after_term:
            holder = etree.SubElement(made, "sec", {"specific-use": TOGETHER})
            etree.SubElement(holder, "title")
            writer.blocks(holder, run)
        else:
            writer.blocks(made, run)
