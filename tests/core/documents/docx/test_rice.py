"""The rice document in both languages, written and read again (the file is beside the checkout)."""

import pytest

from guiju.core.documents import docx, metanorma
from guiju.core.documents.model import Note, Table, Term
from guiju.core.documents.texts import asciidoc
from guiju.core.documents.walking import blocks, sections
from tests.core.documents.docx.bare import bare
from tests.shared_data import shared


def rice(name):
    data = shared(f"data/documents/metanorma/{name}").read_bytes()
    reading = metanorma.read(data) if name.endswith("xml") else asciidoc.read(data, name=name)
    return reading.document, reading.images


def clauses(document):
    """An unnumbered clause has no kind of its own in running text."""
    return [
        (path[-1].level, path[-1].label, path[-1].title.content, path[-1].nature)
        for path in sections(document)
    ]


def terms(document):
    return [
        (one.label, sorted(x.text.content for x in one.designations), one.domain,
         [text.content for _, text in one.definitions], [x.content for x in one.sources])
        for _, one in blocks(document)
        if isinstance(one, Term)
    ]  # fmt: skip


def notes(document):
    return [
        (one.kind, one.label, bare(one.blocks)[0].text.content)
        for _, one in blocks(document)
        if isinstance(one, Note)
    ]


def tables(document):
    return [
        (one.label, one.title.content, len(one.notes), [x.label for x in one.footnotes],
         [[(cell.column, cell.rows, cell.columns, [x.text.content for x in cell.blocks]) for cell in row]
          for row in (*one.head, *one.body)])
        for _, one in blocks(document)
        if isinstance(one, Table)
    ]  # fmt: skip


@pytest.mark.parametrize("what", [clauses, terms, notes, tables])
@pytest.mark.parametrize(
    "name", ["rice-body-zh.adoc", "rice-body-en.adoc", "rice-en.cd.metanorma.xml", "rice-gb.xml"]
)
def test_it_comes_back(name, what):
    document, images = rice(name)
    again = docx.read(docx.write(document, images=images))
    assert what(again.document) == what(document)
    assert what(document)
    assert set(images.values()) == set(again.images.values())
