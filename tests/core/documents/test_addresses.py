"""Each thing has one address, made of what the document says of itself."""

import re

import pytest
from hypothesis import given, settings

from guiju.core.documents.addresses import addressed
from guiju.core.documents.model import (
    Cell,
    Document,
    Figure,
    Footnote,
    Formula,
    Item,
    Items,
    Meta,
    Note,
    Paragraph,
    Reference,
    Section,
    Table,
    Term,
    Text,
)
from guiju.core.documents.sts.places import addressable
from guiju.core.documents.walking import blocks, cells, plain, sections
from tests.core.documents.strategies import documents


def p(content="示例"):
    return Paragraph(text=Text(content))


def section(label="", *inside, kind="clause", level=1, below=()):
    return Section(
        kind=kind, label=label, title=Text("标题"), level=level, blocks=inside, sections=below
    )


def table(label=""):
    head = (Cell(blocks=(p(),), column=0, head=True), Cell(blocks=(p(),), column=1, head=True))
    body = ((Cell(blocks=(p(),), column=0),), (Cell(blocks=(p(), p()), column=1),))
    footnotes = (Footnote(id="t", label="a", blocks=(p(),)),)
    return Table(label=label, title=Text("表"), head=(head,), body=body, footnotes=footnotes)


def items(*labels):
    return Items(items=tuple(Item(label=label, blocks=(p(),)) for label in labels))


def of(*made, footnotes=()):
    return addressed(Document(meta=Meta(), sections=made, footnotes=footnotes))


CELLS = ("/r1/c1/p1", "/r1/c2/p1", "/r2/c1/p1", "/r3/c2/p1", "/r3/c2/p2", "/footnote-a",
         "/footnote-a/p1")  # fmt: skip


@pytest.mark.parametrize(
    ("inside", "wanted"),
    [
        ((p(), p()), ["5.4/p1", "5.4/p2"]),
        ((items("a)", "b)"),), ["5.4/l1", "5.4/a/p1", "5.4/b/p1"]),
        ((items("——", "——"),), ["5.4/l1", "5.4/l1/1/p1", "5.4/l1/2/p1"]),
        ((items("a)"), items("a)")), ["5.4/l1", "5.4/a/p1", "5.4/l2", "5.4/a~2/p1"]),
        (
            (Note(kind="note", label="注1", blocks=(p(),)), Note(kind="example", label="", blocks=())),
            ["5.4/note-1", "5.4/note-1/p1", "5.4/example-1"],
        ),
        ((Formula(label="3", linear="a=b"), Formula(label="", linear="c")), ["formula-3", "5.4/formula-n1"]),
        ((Figure(label="A.2", title=Text()),), ["figure-A.2"]),
        ((Reference(number="", title=Text(), text=Text("x")),), ["5.4/ref-1"]),
        ((Term(label="3.2", designations=(), definitions=()),), ["3.2"]),
        ((table("1 (续)"),), [f"table-1-续{one}" for one in ("", *CELLS)]),
        ((Formula(label="（3）", linear="a=b"),), ["formula-3"]),
        ((Footnote(id="x", label="2)", blocks=()), Footnote(id="y", label="*", blocks=())),
         ["5.4/footnote-2", "5.4/footnote-n1"]),
        ((items("（1）", "①", "第 一"),), ["5.4/l1", "5.4/1/p1", "5.4/1~2/p1", "5.4/l1/3/p1"]),
        ((table("1"),), [f"table-1{one}" for one in ("", *CELLS)]),
    ],
)  # fmt: skip
def test_blocks(inside, wanted):
    document = of(section("5.4", *inside))
    assert [one.address for _, one in blocks(document)] == wanted


def test_sections_and_footnotes():
    made = of(
        section("", kind="foreword"),
        section("5", below=(section("5.1", level=2), section("", p(), level=2))),
        section("A", kind="annex"),
        section("", kind="other"),
        footnotes=(Footnote(id="f", label="1", blocks=(p(),)),),
    )
    found = [path[-1].address for path in sections(made)]
    assert found == ["foreword", "5", "5.1", "5/s2", "A", "s4"]
    assert [one.address for path, one in blocks(made) if not path] == [
        "footnote-1",
        "footnote-1/p1",
    ]


def test_none_comes_twice_and_again_gives_the_same():
    made = of(section("5", table("1"), table("1"), p()), section("5", p(), table("")))
    found = [
        *(path[-1].address for path in sections(made)),
        *(one.address for _, one in blocks(made)),
        *(c.address for _, one in blocks(made) if isinstance(one, Table) for c in cells(one)),
    ]
    assert "" not in found
    assert len(set(found)) == len(found)
    assert {"5~2", "table-1~2", "5~2/table-n1"} <= set(found)
    assert addressed(made) == made


@settings(max_examples=40)
@given(documents())
def test_an_address_is_of_plain_signs_and_stays(document):
    found = [one.address for one in addressable(document)]
    assert [
        one for one in found if not re.fullmatch(r"[\w.\-]+(?:~\d+)?(?:/[\w.\-~]+)*", one)
    ] == []
    assert addressed(document) == document


def test_plain_text_is_what_is_read():
    assert plain(table("1")) == "\n".join(["表", *["示例"] * 6])
