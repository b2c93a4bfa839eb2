"""Any file is read as what it is, or refused with a sentence."""

import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guiju.core.documents.model import Document, Meta, Reading, Section, Text
from guiju.core.documents.reading import read
from guiju.core.documents.sniffing import format_of, suffix_of
from guiju.core.documents.writing import NotWritable, write
from guiju.core.errors import InputError
from tests.shared_data import shared

MARKDOWN = (
    "# 1 范围\n\n甲。\n\n# 2 规范性引用文件\n\n本文件没有规范性引用文件。\n\n# 3 术语和定义\n"
)
ASCIIDOC = "= 示例\n:docnumber: 1\n\n== 范围\n\n甲。\n\n== 要求\n\n乙。\n"
PLAIN = "1 范围\n本文件规定了示例。\n"


def packed(*names):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        for name in names:
            package.writestr(name, "x")
    return content.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "wanted"),
    [
        (b"%PDF-1.7", "a.txt", "pdf"),
        (b"\r\n%PDF-1.4", "a.pdf", "pdf"),
        (packed("word/document.xml"), "a.zip", "docx"),
        (b'<?xml version="1.0"?><standard/>', "a.xml", "sts"),
        (b"\xef\xbb\xbf<!-- <html> --><adoption/>", "a.sts.xml", "sts"),
        (b'<?xml version="1.0"?><!DOCTYPE standard [<!ENTITY a "b>">]><standard/>', "a.xml", "sts"),
        (b'<?xml version="1.0"?><s:standard xmlns:s="x"/>', "a.xml", "sts"),
        ('<?xml version="1.0" encoding="utf-16"?><standard/>'.encode("utf-16"), "a.xml", "sts"),
        (b"<iso-standard/>", "a.xml", "metanorma"),
        (b'<metanorma xmlns="x"/>', "a.html", "metanorma"),
        (b"<!DOCTYPE html><p>a", "a.txt", "html"),
        (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>', "a.xml", "html"),
        (b"<custom-page>a</custom-page>", "a.html", "html"),
        (b"<5 mm", "a.txt", "plain"),
        (b'{"format": "guiju.document/1"}', "a.txt", "json"),
        (b"{}", "a.json", "json"),
        (b"a", "a.json", "plain"),
        (MARKDOWN.encode(), "a.md", "markdown"),
        (MARKDOWN.encode(), "a.docx", "markdown"),
        (MARKDOWN.encode(), "a.adoc", "markdown"),
        (MARKDOWN.encode("gb18030"), "", "markdown"),
        (ASCIIDOC.encode(), "a.adoc", "asciidoc"),
        (ASCIIDOC.encode(), "a.md", "asciidoc"),
        (PLAIN.encode(), "a.txt", "plain"),
        (PLAIN.encode(), "a.md", "markdown"),
        (PLAIN.encode("utf-16"), "a.pdf", "plain"),
    ],
)
def test_the_content_says_what_it_is(data, name, wanted):
    assert format_of(data, name) == wanted


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (b"", "document_empty", "没有内容"),
        (b" \n\t", "document_empty", "没有内容"),
        (b"\x89PNG\r\n", "document_format", "图片"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "document_format", ".doc"),
        (b"{\\rtf1", "document_format", "RTF"),
        (packed("xl/workbook.xml"), "document_format", "电子表格"),
        (packed("content.xml"), "document_format", "OpenDocument"),
        (packed("a.txt"), "document_format", "压缩文件"),
        (b"PK\x03\x04 broken", "document_format", "损坏"),
        (b'<?xml version="1.0"?><rss/>', "document_format", "<rss>"),
        (bytes(range(256)) * 9, "plan_not_text", "二进制"),
        (b"%PDF-1.7 broken", "pdf_broken", "PDF"),
        (b"<standard><a></standard>", "documents.xml", "XML"),
        (b'{"format": "guiju.document/1", ', "json_broken", "JSON"),
        (b'{"format": "guiju.document/1"}', "document_json", "meta"),
        (b'{"format": ' + b"[" * 100_000, "json_broken", "JSON"),
    ],
)
def test_what_cannot_be_read_is_refused_in_both_languages(data, code, said):
    with pytest.raises(InputError) as refused:
        read(data, "示例.bin")
    assert refused.value.code == code
    assert said in refused.value.sentence.zh
    assert refused.value.sentence.en


def test_another_format_than_the_suffix_says_is_a_doubt():
    reading = read(MARKDOWN.encode(), "示例.docx")
    assert [one.code for one in reading.doubts][:1] == ["other-format"]
    assert reading.doubts[0].zh == "文件后缀是“.docx”，内容是 Markdown ，按 Markdown 读取。"
    assert [one.code for one in read(MARKDOWN.encode(), "示例.md").doubts] == []
    assert [one.code for one in read(MARKDOWN.encode(), "示例").doubts] == []


def test_pointers_are_marked():
    reading = read(
        (MARKDOWN + "\n# 4 要求\n\n应符合GB/T 191的规定，见第1章。\n").encode(), "示例.md"
    )
    marks = reading.document.sections[-1].blocks[0].text.marks
    assert [(one.kind, one.value) for one in marks] == [("standard", "GB/T 191"), ("internal", "1")]


def test_an_sts_file_is_written_as_it_was():
    data = shared("data/documents/sts/rice-en.final.sts.xml").read_bytes()
    reading = read(data, "rice.xml")
    assert reading.sts == data
    assert write(reading, "out.sts.xml") == write(reading, "out.xml") == data


def test_a_json_without_addresses_gets_them():
    document = Document(
        meta=Meta(), sections=(Section(kind="scope", label="1", title=Text("范围"), level=1),)
    )
    again = read(write(Reading(document=document), "a.json"), "a.json").document
    assert again.sections[0].address == "1"


def test_pictures_go_through_json_and_into_the_page():
    picture = b"\x89PNG\r\n\x1a\n"
    page = b"<h1>1 \xe8\x8c\x83\xe5\x9b\xb4</h1><p><img src='a.png'></p>"
    reading = Reading(document=read(page, "a.html").document, images={"a.png": picture})
    assert read(write(reading, "a.json"), "a.json").images == {"a.png": picture}
    assert b'src="data:image/png;base64,' in write(reading, "a.html")
    unsafe = Reading(document=reading.document, images={"a.png": b"<svg onload='x'/>"})
    assert b"svg" not in write(unsafe, "a.html")


@pytest.mark.parametrize("name", ["a.pdf", "a.exe", "a", ".", "a.docx/"])
def test_what_nothing_writes_is_refused(name):
    with pytest.raises(NotWritable):
        write(Reading(document=Document(meta=Meta(), sections=())), name)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("A.STS.XML", ".sts.xml"), ("a.b/c", ""), ("a.tar.MD ", ".md"), ("", ""), (".md", ".md")],
)
def test_suffixes(name, wanted):
    assert suffix_of(name) == wanted


STARTS = [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<standard>", b"<html>", b"{\"format\"", b"# 1\n", b"= a\n== b\n"]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(STARTS),
    st.binary(max_size=200),
    st.sampled_from(["a.xml", "a.md", "a.docx", "a"]),
)
def test_any_bytes_are_read_or_refused(start, rest, name):
    with suppress(InputError):
        assert isinstance(read(start + rest, name), Reading)
