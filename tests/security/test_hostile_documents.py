"""Small files that once took minutes or gigabytes are refused, or read, within a second or two."""

import io
import zipfile

import pytest

from guiju.core.plans import parse, read
from guiju.core.plans.errors import BrokenDocument, EmptyText, NoMeasures, TooMany

LIMIT = 20 * 1024 * 1024
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MILLION = 1_000_001


def docx(inside, *, entities=""):
    document = f'{entities}<w:document xmlns:w="{WORD}"><w:body>{inside}</w:body></w:document>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        archive.writestr("word/document.xml", document)
    return buffer.getvalue()


def page(inside, charset="utf-8"):
    return f'<html><meta charset="{charset}"><body>{inside}'.encode()


def come_to(data, name):
    """What the reading ends in."""
    try:
        parse(read(data, name=name, limit=LIMIT).text, name=name)
        return None
    except (BrokenDocument, EmptyText, NoMeasures, TooMany) as error:
        return type(error)


BOMB = '<!DOCTYPE x [<!ENTITY a "' + "一" * 1000 + '"><!ENTITY b "' + "&a;" * 1000 + '">]>'
DOCUMENTS = {
    "paragraphs": (docx("<w:p/>" * MILLION), TooMany),
    "nested": (docx("<w:sdt>" * 100 + "<w:p/>" * 200_000 + "</w:sdt>" * 100), EmptyText),
    "entities": (docx("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>", entities=BOMB), BrokenDocument),
    "far entities": (
        docx("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>", entities=f"<!--{' ' * 3000}-->{BOMB}"),
        BrokenDocument,
    ),
}
PAGES = {
    "tags": (page("<p>" * MILLION), TooMany),
    "attributes": (page(f"<p {' '.join(f'a{n}' for n in range(300_000))}>"), EmptyText),
    "quoted attributes": (
        page('<p x=q" b=">" ' + " ".join(f'a{n}=">"' for n in range(100_000)) + ">"),
        NoMeasures,
    ),
    "quadratic charset": (page("a" * 500_000 + "-" + "b" * 500_000, "punycode"), NoMeasures),
    "no charset": (page("示例", "undefined"), NoMeasures),
}
TEXTS = {
    "numbers": ("一、\n" * 100_001, TooMany),
    "notes": ("一、甲" + "（部负责）" * 150_001, TooMany),
    "sentences": ("一、甲" + "建立。" * 300_001, TooMany),
    "labels": ("一、甲\n" + "责任部门：科技部\n" * 300_001, TooMany),
    "lines": ("一、甲" + "\n" * 500_001, TooMany),
}


@pytest.mark.parametrize("case", DOCUMENTS)
def test_a_docx(case):
    data, answer = DOCUMENTS[case]
    assert come_to(data, "a.docx") is answer


@pytest.mark.parametrize("case", PAGES)
def test_a_page(case):
    data, answer = PAGES[case]
    assert come_to(data, "a.html") is answer


@pytest.mark.parametrize("case", TEXTS)
def test_a_text(case):
    text, answer = TEXTS[case]
    assert come_to(text.encode(), "a.txt") is answer


def test_attributes_do_not_hide_text():
    data = page("<p title=\"a>b\" class=x>一、建立<b id='1'>示例</b>制度<br/>a < b</p>")
    text = read(data, name="a.html", limit=LIMIT).text
    assert text == "一、建立示例制度\na < b"
