"""Term entries as STS (术语写出): a term-sec with a TBX entry, one langSet a language."""

from lxml import etree

from guiju.core.documents.model import Designation, Note, Paragraph, Term, Text
from guiju.core.documents.sts.names import LANG, TBX
from guiju.core.documents.sts.terms import numbered
from guiju.core.documents.sts.writer import Writer
from guiju.core.documents.sts.writing_text import add_words

_STATUS = {
    "preferred": "preferredTerm",
    "admitted": "admittedTerm",
    "deprecated": "deprecatedTerm",
}


def term(writer: Writer, parent: etree._Element, one: Term) -> None:
    """Notes and examples that TBX can call as they are called go into the first langSet."""
    made = writer.element(parent, "term-sec", one.address)
    writer.label(made, one.label)
    entry = etree.SubElement(made, f"{{{TBX}}}termEntry")
    languages = list(
        dict.fromkeys(
            (*(name.language for name in one.designations), *(name for name, _ in one.definitions))
        )
    ) or [writer.language]
    called = _called(one, languages[0])
    for at, language in enumerate(languages):
        made_set = _tbx(entry, "langSet")
        made_set.set(LANG, language)
        for said, text in one.definitions:
            if said == language:
                writer.put(_tbx(made_set, "definition"), text)
        if at == 0:
            _first(writer, made_set, one, called)
        names = [name for name in one.designations if name.language == language]
        for name in names:
            _tig(writer, made_set, name)
        if not names:
            _tbx(_tbx(made_set, "tig"), "term")
    if not called:
        writer.blocks(made, one.blocks)


def _tbx(parent: etree._Element, name: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{TBX}}}{name}")


def _first(writer: Writer, parent: etree._Element, one: Term, called: list[Note]) -> None:
    """Field, notes and sources stand once."""
    if one.domain:
        add_words(_tbx(parent, "subjectField"), one.domain)
    for note in called:
        text = note.blocks[0].text if isinstance(note.blocks[0], Paragraph) else Text()
        made = _tbx(parent, note.kind)
        if note.address in writer.ids:
            made.set("id", writer.ids[note.address])
        writer.put(made, text)
    for source in one.sources:
        writer.put(_tbx(parent, "source"), source)


def _called(one: Term, language: str) -> list[Note]:
    """The entry's notes, when they are all that follows and are labelled as TBX counts them."""
    notes = [
        block
        for block in one.blocks
        if isinstance(block, Note)
        and block.kind in ("note", "example")
        and len(block.blocks) == 1
        and isinstance(block.blocks[0], Paragraph)
    ]
    kinds = [note.kind for note in notes]
    labels = numbered(kinds, language)  # type: ignore[arg-type]
    fits = len(notes) == len(one.blocks) and [note.label for note in notes] == labels
    return notes if fits else []


def _tig(writer: Writer, parent: etree._Element, name: Designation) -> None:
    made = _tbx(parent, "tig")
    writer.put(_tbx(made, "term"), name.text)
    _tbx(made, "partOfSpeech").set("value", "noun")
    _tbx(made, "normativeAuthorization").set("value", _STATUS[name.status])
    if name.kind != "term":
        _tbx(made, "termType").set("value", name.kind)
