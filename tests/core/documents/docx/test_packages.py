"""Packages that other programs make, and such as are made to harm."""

import pytest

from guiju.core.documents import docx
from guiju.core.documents.docx.names import SPACES, R
from tests.core.documents.docx.parts import XMLNS, made, p, r, zipped
from tests.core.documents.skeletons import briefs, outline

PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
BODY = p("1 范围", "1") + p("甲。")
STRICT = "http://purl.oclc.org/ooxml"


def document(body, spaces=XMLNS):
    return f"<w:document {spaces}><w:body>{body}</w:body></w:document>"


def relations(*rows):
    inside = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"{more}/>'
        for name, kind, target, more in rows
    )
    return f'<Relationships xmlns="{PACKAGE}">{inside}</Relationships>'


def strict(text):
    for prefix in ("wordprocessingml", "officeDocument", "drawingml"):
        text = text.replace(
            f"http://schemas.openxmlformats.org/{prefix}/2006", f"{STRICT}/{prefix}"
        )
    return text


STYLE = '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
STYLES = f"<w:styles {XMLNS}>{STYLE}</w:styles>"
ROOT = relations(("a", f"{R}/officeDocument", "word/document2.xml", ""))
BESIDE = relations(("b", f"{R}/styles", "styles2.xml", ""))

FILES = {
    "parts under other names": {
        "_rels/.rels": ROOT, "word/document2.xml": document(BODY), "word/styles2.xml": STYLES,
        "word/_rels/document2.xml.rels": BESIDE,
    },
    "strict names": {
        "_rels/.rels": strict(ROOT), "word/document2.xml": strict(document(BODY)),
        "word/styles2.xml": strict(STYLES), "word/_rels/document2.xml.rels": strict(BESIDE),
    },
    "UTF-16": {
        "word/document.xml": f'<?xml version="1.0" encoding="UTF-16"?>{document(BODY)}'.encode("utf-16"),
        "word/styles.xml": STYLES,
    },
    "another prefix, names that nobody knows, nothing beside": {
        "word/document.xml": document(BODY, XMLNS + ' xmlns:wps9="http://www.example.cn/wps"').replace(
            "<w:body>", '<w:body><wps9:data wps9:a="1"/>').replace("w:", "ns0:").replace("xmlns:w=", "xmlns:ns0="),
    },
    "macros": {
        "word/document.xml": document(BODY), "word/styles.xml": STYLES, "word/vbaProject.bin": "x",
    },
    "names that lead out of the file": {
        "word/document.xml": document(BODY + p('<w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r>')),
        "word/_rels/document.xml.rels": relations(("x", f"{R}/image", "../../../../etc/passwd", "")),
        "../../evil.xml": "x", "word/styles.xml": STYLES,
    },
}  # fmt: skip


@pytest.mark.parametrize("case", FILES)
def test_it_is_read(case):
    reading = docx.read(zipped(FILES[case]))
    assert outline(reading.document) == ["1 范围"]
    assert briefs(reading.document.sections[0])[:1] == ["甲。"]
    assert reading.images == {}


def test_a_picture_elsewhere_is_named_and_never_fetched():
    rels = '<Relationship Id="x" Type="image" Target="https://example.cn/a.png" TargetMode="External"/>'
    reading = docx.read(
        made(BODY + p('<w:r><w:drawing><a:blip r:link="x"/></w:drawing></w:r>'), rels=rels)
    )
    assert [(one.code, one.text) for one in reading.doubts] == [
        ("docx-image", "https://example.cn/a.png")
    ]


def test_a_footnote_has_relations_of_its_own():
    link = '<w:hyperlink r:id="r1">' + r("网页") + "</w:hyperlink>"
    external = ' TargetMode="External"'
    data = made(
        BODY + p(r("乙") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + link),
        footnotes=f'<w:footnote w:id="2">{p(link)}</w:footnote>',
        files={
            f"word/_rels/{part}.xml.rels": relations(("r1", "hyperlink", f"https://example.cn/{part}", external))
            for part in ("document", "footnotes")
        },
    )  # fmt: skip
    found = docx.read(data).document
    marks = (found.footnotes[0].blocks[0].text.marks, found.sections[0].blocks[1].text.marks[1:])
    assert [one.value for (one,) in marks] == [
        "https://example.cn/footnotes",
        "https://example.cn/document",
    ]
    again = docx.read(docx.write(found)).document
    assert again.footnotes[0].blocks[0].text.marks == marks[0]


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        ("<w:tbl><w:tr><w:tc>" * 30 + p("底") + "</w:tc></w:tr></w:tbl>" * 30, None),
        ("<w:p><w:r><w:pict><w:txbxContent>" * 20 + p("底") + "</w:txbxContent></w:pict></w:r></w:p>" * 20,
         "docx-text-box"),
        ("<w:p>" + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 3000 + r("底") + "</w:p>", "docx-field-open"),
        (p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>EQ ' + "(" * 1900
           + '底</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'), "docx-code"),
        ("<w:tbl><w:tr>" + ("<w:tc><w:tcPr><w:hMerge/></w:tcPr>" + p("底") + "</w:tc>") * 2000 + "</w:tr></w:tbl>",
         "docx-merged"),
    ],
)  # fmt: skip
def test_what_is_made_to_harm_is_read_with_its_words(inside, code):
    spaces = " ".join(f'xmlns:{key}="{value}"' for key, value in SPACES.items())
    reading = docx.read(zipped({"word/document.xml": document(p("1 范围") + inside, spaces)}))
    assert "底" in repr(reading.document)
    assert [one.code for one in reading.doubts] == ([code] if code else [])
