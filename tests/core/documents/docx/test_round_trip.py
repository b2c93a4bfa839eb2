"""What is written is read again: the same tree, up to the normal form."""

from hypothesis import HealthCheck, given, settings

from guiju.core.documents import docx
from guiju.core.documents.model import Cell, Document, Meta, Paragraph, Section, Table, Text
from tests.core.documents.docx.bare import bare
from tests.core.documents.docx.standards import PNG, standards
from tests.core.documents.strategies import documents

IMAGES = {"甲.png": PNG}
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


@settings(max_examples=8, deadline=None, suppress_health_check=SLOW)
@given(standards())
def test_a_standard_comes_back(document):
    reading = docx.read(docx.write(document, images=IMAGES))
    again = bare(reading.document)
    wanted = bare(document)
    assert again.meta == wanted.meta
    assert again.sections == wanted.sections
    assert sorted(again.footnotes, key=lambda one: one.label) == sorted(
        wanted.footnotes, key=lambda one: one.label
    )


@settings(max_examples=8, deadline=None, suppress_health_check=SLOW)
@given(standards())
def test_addresses_stay(document):
    again = docx.read(docx.write(document, images=IMAGES)).document
    assert [one.address for one in again.sections] == [one.address for one in document.sections]


@settings(max_examples=6, deadline=None, suppress_health_check=SLOW)
@given(documents())
def test_any_tree_is_written_and_read(document):
    written = docx.write(document)
    assert docx.write(document) == written
    assert docx.write(docx.read(written).document)


def test_a_unit_parts_no_caption_from_its_table():
    """Caption, unit, table, caption, unit, table: no caption stands on the wrong side."""
    rows = ((Cell(blocks=(Paragraph(text=Text("0")),), column=0),),)
    tables = tuple(
        Table(label=f"{at}", title=Text("示例"), head=(), body=rows, unit="毫米")
        for at in (1, 2, 3)
    )
    clause = Section(kind="clause", label="1", title=Text("要求"), level=1, blocks=tables)
    made = docx.read(docx.write(Document(meta=Meta(language="zh"), sections=(clause,))))
    found = made.document.sections[0].blocks
    assert [(one.label, one.unit, len(one.body)) for one in found] == [
        ("1", "毫米", 1), ("2", "毫米", 1), ("3", "毫米", 1),
    ]  # fmt: skip
