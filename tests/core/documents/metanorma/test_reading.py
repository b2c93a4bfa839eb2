"""Metanorma files of both flavours are read whole, and are valid STS when written."""

import re
from collections import Counter

import pytest
from lxml import etree

from guiju.core.documents import metanorma, walking
from guiju.core.documents import model as m
from guiju.core.documents.sts import WrongRoot, XmlError, parse, view, write
from tests.core.documents.sts.test_round_trip import complaints, first_difference, without_lines
from tests.core.documents.sts.test_view import strings
from tests.shared_data import shared

FILES = ("rice-en.cd.metanorma.xml", "rice-gb.xml")
PRINTED = re.compile(r"fmt-|semx$|xref-label$|bookmark$|index|callout$|biblio-tag$")
# Said in the front matter, by another mark, or chosen from (a bibliographic item has many titles).
ELSEWHERE = {
    "bibdata", "boilerplate", "localized-strings", "metanorma-extension", "annotation-container",
    "asciimath", "bibitem", "refterm",
}  # fmt: skip


def read(name):
    return metanorma.read(shared(f"data/documents/metanorma/{name}").read_bytes())


def own_words(element):
    """The words of a file that are no repetition for printers."""
    name = etree.QName(element).localname if isinstance(element.tag, str) else "semx"
    if PRINTED.match(name) or name in ELSEWHERE or element.get("type") == "toc":
        return
    yield element.text
    for one in element:
        yield from own_words(one)
        yield one.tail


@pytest.mark.parametrize("name", FILES)
def test_no_words_are_dropped(name):
    said = re.sub(r"\s|&[lg]t;|&amp;|[<>&]", "", "".join(strings(read(name).document)))
    root = etree.fromstring(shared(f"data/documents/metanorma/{name}").read_bytes())
    words = [re.sub(r"\s|[<>&]", "", one) for one in own_words(root) if one]
    assert len(words) > 500
    assert [one for one in words if one not in said] == []


@pytest.mark.parametrize("name", FILES)
def test_written_as_sts_it_is_valid_and_the_same(name):
    document = read(name).document
    written = write(document)
    assert complaints(written) == []
    again = view(parse(written))
    assert first_difference(without_lines(document), without_lines(again)) == ""


KINDS = {
    "rice-en.cd.metanorma.xml": {
        "Term": 15,
        "Table": 2,
        "Formula": 4,
        "Figure": 6,
        "Reference": 23,
    },
    "rice-gb.xml": {"Term": 15, "Table": 2, "Formula": 4, "Figure": 6, "Reference": 23},
}


@pytest.mark.parametrize("name", FILES)
def test_terms_tables_formulas_figures_and_references_are_all_there(name):
    found = Counter(type(one).__name__ for _, one in walking.blocks(read(name).document))
    assert {one: found[one] for one in KINDS[name]} == KINDS[name]


@pytest.mark.parametrize("name", FILES)
def test_clauses_are_numbered_as_they_are_printed(name):
    labels = [path[-1].label for path in walking.sections(read(name).document) if path[-1].label]
    assert labels[:10] == ["1", "2", "3", "4", "4.1", "4.2", "4.2.1", "4.2.2", "5", "6"]
    assert [one for one in labels if one.isalpha()][:4] == ["A", "B", "C", "D"]
    assert "A.2.7" in labels
    assert "6.5.2.3" in labels


def found(document, kind, label):
    return next(
        one for _, one in walking.blocks(document) if isinstance(one, kind) and one.label == label
    )


@pytest.mark.parametrize("name", FILES)
def test_things_are_numbered_and_pointed_at(name):
    document = read(name).document
    assert (
        found(document, m.Table, "D.1").title.content
        == "Repeatability and reproducibility of husked rice yield"
    )
    assert len(found(document, m.Figure, "C.2").parts) == 3
    assert found(document, m.Formula, "A.1").linear == "w = (m_D)/(m_s)"
    pointers = {
        mark.value
        for _, one in walking.blocks(document)
        if isinstance(one, m.Paragraph)
        for mark in one.text.marks
        if mark.kind == "internal"
    }
    assert {"A", "table-1", "figure-C.1", "A.4.1"} <= pointers


def test_a_term_has_names_in_two_languages_and_its_source():
    term = found(read("rice-gb.xml").document, m.Term, "3.1")
    assert [(one.language, one.text.content, one.status) for one in term.designations] == [
        ("en", "paddy", "preferred"),
        ("en", "rough rice", "admitted"),
        ("zh", "水稻", "preferred"),
        ("zh", "糙米", "admitted"),
    ]
    assert term.definitions[0][1].content == "rice retaining its husk after threshing"
    assert term.sources[0].content == "ISO 7301:2011, 3.1"


def test_the_front_matter_of_both_flavours():
    gb, iso = (read(name).document.meta for name in ("rice-gb.xml", "rice-en.cd.metanorma.xml"))
    assert (gb.number, gb.issued, gb.effective) == ("NY/T/CD 17301.1", "2016-01-02", "2016-04-02")
    assert (gb.adopts, gb.replaces) == ((("ISO 17301", "IDT"),), ("GB/T 22080-2008",))
    assert (iso.number, iso.committee, iso.ics) == (
        "ISO/CD 17301-1:2016",
        "ISO/TC 34/SC 4/WG 4",
        ("67.060",),
    )


def test_images_come_out_and_table_footnotes_stay_at_the_table():
    reading = read("rice-en.cd.metanorma.xml")
    assert all(data.startswith(b"\x89PNG") for data in reading.images.values())
    assert found(reading.document, m.Figure, "A.1").images == ("image-1.png",)
    table = found(reading.document, m.Table, "1")
    assert [one.label for one in table.footnotes] == ["a", "b", "c", "d"]
    assert [len(row) for row in table.head] == [2, 4]


def test_doubts_say_where():
    doubt = read("rice-gb.xml").doubts[0]
    assert (doubt.code, doubt.text) == ("metanorma-pointer", "ISO8531-1")
    assert doubt.line > 400


OWN = """<metanorma xmlns="https://www.metanorma.org/ns/standoc"><bibdata><docidentifier>GB/T 99999—2024</docidentifier>
<language>zh</language></bibdata><sections><clause id="a"><title>范围</title><p>见<xref target="b"/>和<xref target="t"/>。</p>
<note><p>一</p></note><note><p>二</p></note><novelty>怪</novelty></clause>
<clause id="c"><title>要求</title><clause id="b"><p>应符合<eref citeas="GB/T 1.1—2020"/>。</p>
<table id="t"><name>限值</name><tbody><tr><td>甲<fn reference="a"><p>脚注</p></fn></td><td>乙<fn reference="a"><p>脚注</p></fn></td></tr></tbody>
<note><p>表注</p></note></table><ul><li><p>项</p></li></ul><ol type="alphabet"><li><p>甲</p></li></ol></clause></clause></sections>
<annex id="x" obligation="informative"><title>资料</title><table id="u"><tbody><tr><td>1</td></tr></tbody></table></annex></metanorma>"""  # fmt: skip


def test_a_semantic_file_in_chinese_is_numbered_and_labelled():
    reading = metanorma.read(OWN.encode())
    scope, requirements, annex = reading.document.sections
    assert scope.blocks[0].text.content == "见2.1和表1。"
    assert [one.value for one in scope.blocks[0].text.marks] == ["2.1", "table-1"]
    assert [one.label for one in scope.blocks[1:3]] == ["注1", "注2"]
    assert isinstance(scope.blocks[3], m.Opaque)
    paragraph, table, dashes, letters = requirements.sections[0].blocks
    assert paragraph.text.marks == (m.Mark(3, 16, "standard", "GB/T 1.1-2020"),)
    assert ([one.label for one in table.footnotes], table.notes[0].label) == (["a"], "注")
    assert (dashes.items[0].label, letters.items[0].label) == ("——", "a)")
    assert (annex.label, annex.nature, annex.blocks[0].label) == ("A", "informative", "A.1")
    assert [one.code for one in reading.doubts] == ["metanorma-unknown"]


@pytest.mark.parametrize(("data", "error"), [(b"<html/>", WrongRoot), (b"<metanorma", XmlError)])
def test_what_is_no_metanorma_is_refused(data, error):
    with pytest.raises(error):
        metanorma.read(data)
