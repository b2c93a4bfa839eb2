"""The page of GB/T 1.1 in what is written: size, running heads, contents, styles, cover."""

import io
import zipfile

import docx as python_docx
import pytest
from lxml import etree

from guiju.core.documents import docx
from guiju.core.documents import model as m
from guiju.core.documents.addresses import addressed
from guiju.core.documents.docx.names import q

LONG = "示例文件规定了规矩的要求。"


def paragraph(words):
    return m.Paragraph(text=m.Text(words))


def document(language="zh"):
    annex = m.Section(
        kind="annex",
        label="A",
        title=m.Text("试验"),
        level=1,
        nature="normative",
        blocks=(paragraph(LONG),),
    )
    foreword = m.Section(
        kind="foreword", label="", title=m.Text("前言"), level=1, blocks=(paragraph(LONG),)
    )
    scope = m.Section(
        kind="scope", label="1", title=m.Text("范围"), level=1, blocks=(paragraph(LONG),)
    )
    head = (m.Cell(blocks=(paragraph("项目"),), column=0, head=True),)
    table = m.Table(
        label="1",
        title=m.Text("限量"),
        head=(head,),
        body=((m.Cell(blocks=(paragraph("铅"),), column=0),),),
    )
    part = m.Section(kind="clause", label="2.1", title=m.Text("尺寸"), level=2, blocks=(table,))
    deep = m.Section(kind="clause", label="2.1.1", title=m.Text("长"), level=3)
    clause = m.Section(
        kind="clause", label="2", title=m.Text("要求"), level=1, sections=(part, deep)
    )
    meta = m.Meta(number="GB/T 99901—2030", numbers=("GB/T 99901—2030",), language=language,
                  titles=(("zh", "示例文件"),), level="中华人民共和国国家标准")  # fmt: skip
    return addressed(m.Document(meta=meta, sections=(foreword, scope, clause, annex)))


@pytest.fixture(scope="module")
def written():
    return zipfile.ZipFile(io.BytesIO(docx.write(document())))


def part(archive, name):
    return etree.fromstring(archive.read(f"word/{name}.xml"))


def words(element):
    return "".join(one.text or "" for one in element.iter(q("w:t")))


def test_another_library_opens_it():
    opened = python_docx.Document(io.BytesIO(docx.write(document())))
    headings = [one.text for one in opened.paragraphs if one.style.name.startswith("Heading")]
    assert headings == ["1　范围", "2　要求", "2.1　尺寸", "2.1.1　长"]


def test_the_same_document_gives_the_same_bytes():
    assert docx.write(document()) == docx.write(document())


def test_every_part_has_its_type_and_every_relation_its_part(written):
    types = written.read("[Content_Types].xml").decode()
    names = set(written.namelist())
    assert all(
        f'"/{name}"' in types for name in names if name.startswith("word/") and "_rels" not in name
    )
    rels = etree.fromstring(written.read("word/_rels/document.xml.rels"))
    assert {f"word/{one.get('Target')}" for one in rels} <= names


def test_pages_are_a4_and_numbered_in_three_parts(written):
    sections = list(part(written, "document").iter(q("w:sectPr")))
    sizes = [
        (one.find(q("w:pgSz")).get(q("w:w")), one.find(q("w:pgSz")).get(q("w:h")))
        for one in sections
    ]
    assert sizes == [("11906", "16838")] * 3
    forms = [one.find(q("w:pgNumType")) for one in sections]
    assert [None if one is None else one.get(q("w:fmt")) for one in forms] == [
        None,
        "upperRoman",
        "decimal",
    ]
    assert [len(one.findall(q("w:headerReference"))) for one in sections] == [0, 2, 0]


@pytest.mark.parametrize(("side", "place"), [("default", "right"), ("even", "left")])
def test_the_number_stands_at_the_outer_edge(written, side, place):
    head, foot = part(written, f"header-{side}"), part(written, f"footer-{side}")
    assert words(head) == "GB/T 99901—2030"
    assert [one.find(f".//{q('w:jc')}").get(q("w:val")) for one in (head, foot)] == [place, place]
    assert [one.text for one in foot.iter(q("w:instrText"))] == [" PAGE "]
    assert part(written, "settings").find(q("w:evenAndOddHeaders")) is not None


def test_contents_are_a_field_that_is_filled(written):
    body = part(written, "document")[0]
    entries = [
        one
        for one in body.iter(q("w:p"))
        if one.find(f".//{q('w:pStyle')}").get(q("w:val")).startswith("TOC")
    ]
    assert [words(one) for one in entries] == [
        "前言II", "1　范围1", "2　要求1", "2.1　尺寸1", "附录A（规范性）　试验2",
    ]  # fmt: skip
    codes = [one.text.split()[0] for one in entries[0].iter(q("w:instrText"))]
    assert codes == ["TOC", "PAGEREF"]
    names = {one.get(q("w:name")) for one in body.iter(q("w:bookmarkStart"))}
    anchors = {one.get(q("w:anchor")) for one in body.iter(q("w:hyperlink"))}
    assert anchors <= names
    kinds = [one.get(q("w:fldCharType")) for one in body.iter(q("w:fldChar"))]
    assert kinds.count("begin") == kinds.count("end") == 6


@pytest.mark.parametrize(
    ("identity", "halves", "chinese"),
    [
        ("Heading1", "21", "黑体"), ("Heading2", "21", "黑体"), ("GBText", "21", "宋体"), ("GBNote", "18", "宋体"),
        ("GBCell", "18", "宋体"), ("GBCoverTitle", "52", "黑体"), ("GBCoverNumber", "28", "黑体"), ("GBTitle", "32", "黑体"),
    ],
)  # fmt: skip
def test_fonts_and_sizes_of_styles(written, identity, halves, chinese):
    (style,) = [one for one in part(written, "styles") if one.get(q("w:styleId")) == identity]
    look = style.find(q("w:rPr"))
    assert look.find(q("w:sz")).get(q("w:val")) == halves
    assert look.find(q("w:rFonts")).get(q("w:eastAsia")) == chinese


def test_text_is_indented_by_two_characters_and_the_end_rule_is_a_quarter_wide(written):
    styles = {one.get(q("w:styleId")): one for one in part(written, "styles")}
    indent = styles["GBText"].find(f".//{q('w:ind')}")
    assert indent.get(q("w:firstLine")) == "420"
    side = int(styles["GBEnd"].find(f".//{q('w:ind')}").get(q("w:left")))
    assert 9354 - 2 * side == pytest.approx(9354 / 4, abs=4)


def test_the_head_of_a_table_is_repeated(written):
    rows = list(part(written, "document").iter(q("w:tr")))
    assert [one.find(f".//{q('w:tblHeader')}") is not None for one in rows] == [True, False]


def test_english_documents_have_english_words():
    archive = zipfile.ZipFile(io.BytesIO(docx.write(document("en"))))
    text = "\n".join(words(one) for one in part(archive, "document").iter(q("w:p")))
    for expected in ("Contents", "Table 1 — 限量", "Annex A(normative)试验"):
        assert expected in text.split("\n")
    fonts = part(archive, "styles").find(
        f".//{q('w:style')}[@{q('w:styleId')}='Heading1']//{q('w:rFonts')}"
    )
    assert fonts.get(q("w:ascii")) == "Arial"
