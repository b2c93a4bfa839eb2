"""Every address leads to its thing, and says what holds it."""

import pytest
from hypothesis import given, settings

from guiju.core.documents.addresses import addressed
from guiju.core.documents.model import Cell, Document, Meta, Paragraph, Section, Table, Text
from guiju.core.documents.placing import name_of, place
from guiju.core.documents.sts.places import addressable
from tests.core.documents.strategies import documents


@settings(max_examples=20, deadline=None)
@given(documents())
def test_every_address_leads_to_its_thing(document):
    for one in addressable(document):
        found = place(document, one.address)
        assert found.thing is one
        assert name_of(one).address == one.address
        assert all(isinstance(above.address, str) for above in found.above)
    assert place(document, "no such place") is None


def cell(words, column, **how):
    return Cell(blocks=(Paragraph(text=Text(words)),), column=column, **how)


@pytest.mark.parametrize(
    ("address", "heads"),
    [
        ("table-1/r1/c2", ()),
        ("table-1/r2/c2", ("要求",)),
        ("table-1/r3/c1", ("项目",)),
        ("table-1/r3/c2", ("要求", "一级", "长度/mm")),
        ("table-1/r4/c3", ("要求", "二级", "长度/mm")),
    ],
)
def test_a_cell_knows_its_heads(address, heads):
    table = Table(
        label="1",
        title=Text(),
        head=(
            (cell("项目", 0, rows=2), cell("要求", 1, columns=2)),
            (cell("一级", 1), cell("二级", 2)),
        ),
        body=((cell("长度/mm", 0, rows=2), cell("≥1", 1), cell("≥2", 2)), (cell("≥3", 2),)),
    )
    section = Section(kind="clause", label="5", title=Text("要求"), level=1, blocks=(table,))
    document = addressed(Document(meta=Meta(), sections=(section,)))
    found = place(document, address)
    assert found.heads == heads
    assert [one.address for one in found.above] == ["5", "table-1"]
