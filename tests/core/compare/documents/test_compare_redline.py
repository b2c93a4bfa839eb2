"""The tracked changes: accept all and it is b, reject all and it is a."""

import zipfile
from datetime import UTC, datetime
from io import BytesIO

import docx
import pytest
from hypothesis import given, settings
from lxml import etree

from guiju.core.compare.documents import redline
from guiju.core.compare.documents.flat import flat
from guiju.core.compare.documents.grids import grid
from guiju.core.compare.documents.redline import shown
from tests.core.compare.documents.building import document
from tests.core.compare.documents.test_compare_alignment import BODY, chapters
from tests.core.compare.documents.test_compare_editions import NEW, OLD
from tests.core.compare.documents.test_compare_properties import sources
from tests.core.compare.documents.test_compare_tables import CASES, HEAD, ROWS

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DATE = datetime(2025, 3, 1, 8, tzinfo=UTC)
REFUSED = {"accept": ("del", "moveFrom"), "reject": ("ins", "moveTo")}


def made(a, b):
    return redline(a, b, author="示例审阅人", date=DATE)


def root(content):
    with zipfile.ZipFile(BytesIO(content)) as package:
        return etree.fromstring(package.read("word/document.xml"))


def taken(content, choice):
    """The lines of the text when all changes are accepted, or all rejected."""
    refused = [W + name for name in REFUSED[choice]]
    body = root(content).find(f"{W}body")
    lines = []
    for element in body:
        if element.tag == W + "p":
            lines += paragraph(element, refused)
        elif element.tag == W + "tbl":
            for row in element.iter(W + "tr"):
                if not any(row.find(f"{W}trPr/{tag}") is not None for tag in refused):
                    cells = [
                        "".join(paragraph(one, refused, always=True)) for one in row.iter(W + "p")
                    ]
                    lines.append("\t".join(cells))
    return [line for line in lines if line.strip()]


def paragraph(element, refused, *, always=False):
    mark = element.find(f"{W}pPr/{W}rPr")
    gone = mark is not None and any(mark.find(tag) is not None for tag in refused)
    text = "".join(
        "\n" if one.tag == W + "br" else one.text or ""
        for one in element.iter(W + "t", W + "delText", W + "br")
        if not any(above.tag in refused for above in one.iterancestors())
    )
    assert not (gone and text)
    return [text] if always or not gone else []


def printed(document_):
    side = flat(document_)
    lines = [side.document.meta.number]
    for clause in side.clauses:
        for one in clause.passages:
            annex = one.kind == "title" and clause.kind == "annex"
            lines.append(shown(one, side.document.meta.language, annex=annex))
            if one.table is not None:
                lines += ["\t".join(row) for row in grid(one.table).texts]
    return [line for line in lines if line.strip()]


def check(a, b):
    content = made(a, b)
    assert taken(content, "accept") == printed(b)
    assert taken(content, "reject") == printed(a)


def test_two_editions():
    check(document(OLD), document(NEW, number="GB/T 99999—2025"))
    check(document(NEW), document(OLD))


@pytest.mark.parametrize("case", CASES)
def test_tables(case):
    check(document(HEAD + "\n".join(ROWS)), document(HEAD + "\n".join(CASES[case][0])))


@settings(max_examples=40, deadline=None)
@given(sources(), sources())
def test_any_two_texts(old, new):
    check(document(old), document(new))


def test_equal_texts_have_no_revision():
    tree = root(made(document(OLD), document(OLD)))
    marks = [one for name in ("ins", "del", "moveFrom", "moveTo") for one in tree.iter(W + name)]
    assert marks == []


def test_revisions_name_author_and_date():
    tree = root(made(document(OLD), document(NEW)))
    marks = [one for name in ("ins", "del", "moveFrom", "moveTo") for one in tree.iter(W + name)]
    assert {one.get(W + "author") for one in marks} == {"示例审阅人"}
    assert {one.get(W + "date") for one in marks} == {"2025-03-01T08:00:00Z"}
    ids = [one.get(W + "id") for one in marks]
    assert len(set(ids)) == len(ids)


def test_a_moved_clause_is_a_move():
    old, new = chapters([0, 1, 2, 3]), chapters([1, 2, 3, 0])
    tree = root(made(document(old), document(new)))
    starts, ends = (
        sorted(one.get(W + "name") for one in tree.iter(W + side))
        for side in ("moveFromRangeStart", "moveToRangeStart")
    )
    assert starts == ends
    for side in ("moveFrom", "moveTo"):
        texts = ["".join(one.itertext()) for one in tree.iter(W + side)]
        assert [text for text in texts if text in BODY] == [BODY[0]]


def test_equal_input_gives_equal_bytes():
    assert made(document(OLD), document(NEW)) == made(document(OLD), document(NEW))


def test_the_package_opens():
    assert docx.Document(BytesIO(made(document(OLD), document(NEW)))).paragraphs


def test_what_xml_cannot_carry_is_left_out():
    content = made(document("# 1 甲\n文\x07本。"), document("# 1 甲\n文\x07字。"))
    assert taken(content, "accept")[-1] == "文字。"
