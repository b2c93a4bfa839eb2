"""Bytes of a file to text. All texts are invented (示例)."""

import io
import zipfile
from collections.abc import Callable

import pytest
from docx import Document

from guiju.core.errors import GuijuError
from guiju.core.plans import parse, read

TEXT = "示例行动计划\n一、示例任务。建立示例制度，完善示例平台。（科技部、教育部负责）\n二、示例保障。推进示例工作。（财政部牵头）\n"
LIMIT = 1_000_000
BODY = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'


@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("gb18030", "gb18030"),
        ("gbk", "gb18030"),
        ("gb2312", "gb18030"),
    ],
)
def test_encodings(encoding: str, found: str) -> None:
    reading = read(TEXT.encode(encoding), name="示例.txt", limit=LIMIT)
    assert (reading.text, reading.encoding, reading.form) == (TEXT, found, "text")


def test_utf_16_big_endian_with_its_mark() -> None:
    reading = read(b"\xfe\xff" + TEXT.encode("utf-16-be"), name="示例.txt", limit=LIMIT)
    assert (reading.text, reading.encoding) == (TEXT, "utf-16-be")


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n"])
def test_line_ends_become_line_feeds(line_end: str) -> None:
    data = TEXT.replace("\n", line_end).encode()
    assert read(data, name="示例.txt", limit=LIMIT).text == TEXT


def test_rare_characters_of_gb_18030_are_kept() -> None:
    text = TEXT + "示例：𠮷、㐂、龦。"
    assert read(text.encode("gb18030"), name="示例.txt", limit=LIMIT).text == text


def zipped(**files: str | bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return buffer.getvalue()


def word(body: str, **more: str) -> bytes:
    return zipped(word__document_xml=BODY.format(body), **more)


REFUSED: list[tuple[str, Callable[[], bytes], str]] = [
    ("空.txt", lambda: b"", "plan_empty"),
    ("空.txt", lambda: b" \n\t ", "plan_empty"),
    ("空.html", lambda: b"<html><body><script>x</script></body></html>", "plan_empty"),
    ("空.docx", lambda: word(""), "plan_empty"),
    ("大.txt", lambda: b"a" * (LIMIT + 1), "plan_too_large"),
    ("图.txt", lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "plan_not_text"),
    ("图.jpg", lambda: b"\xff\xd8\xff\xe0" + bytes(range(256)), "plan_not_text"),
    ("文.pdf", lambda: b"%PDF-1.7\n" + bytes(range(256)), "plan_not_text"),
    ("旧.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "plan_not_text"),
    ("文.rtf", lambda: b"{\\rtf1\\ansi}", "plan_not_text"),
    ("乱.txt", lambda: b"\x00\x01\x02\x03" * 100 + b"\x05", "plan_not_text"),
    ("乱.txt", lambda: b"abc\x01\x02\x03\x04\x05" * 50, "plan_not_text"),
    ("乱.txt", lambda: TEXT.encode() + b"\xff\xff\xff\xff\x80", "plan_undecodable"),
    ("压.zip", lambda: zipped(a_xml="x"), "plan_not_text"),
    ("坏.docx", lambda: b"PK\x03\x04" + bytes(50), "plan_broken_document"),
    ("坏.docx", lambda: TEXT.encode(), "plan_broken_document"),
    ("坏.docx", lambda: zipped(word__document_xml="<w:document"), "plan_broken_document"),
    ("坏.docx", lambda: zipped(word__document_xml="<a/>"), "plan_broken_document"),
    ("弹.docx", lambda: word("<w:p/>", word__media_xml="0" * 5_000_000), "plan_unsafe_archive"),
    (
        "外.docx",
        lambda: zipped(
            word__document_xml='<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
            + BODY.format("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>")
        ),
        "plan_broken_document",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "code"), REFUSED)
def test_refusals_say_what_and_what_to_do(name: str, data: Callable[[], bytes], code: str) -> None:
    with pytest.raises(GuijuError) as caught:
        read(data(), name=name, limit=LIMIT)
    sentence = caught.value.sentence
    assert caught.value.code == code
    assert name in sentence.zh
    assert name in sentence.en
    assert sentence.zh.endswith("。")
    assert sentence.en.endswith(".")


def test_an_undecodable_text_names_the_byte() -> None:
    data = TEXT.encode() + b"\xff\xff\xff"
    with pytest.raises(GuijuError) as caught:
        read(data, name="乱.txt", limit=LIMIT)
    assert caught.value.values["byte"] == len(TEXT.encode())


def test_a_word_document_is_read_in_order() -> None:
    document = Document()
    document.add_paragraph("示例行动计划")
    document.add_paragraph("一、示例任务。建立示例制度。（科技部负责）")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "甲格"
    table.cell(0, 1).text = "乙格"
    document.add_paragraph("二、示例保障。推进示例工作。（财政部牵头）")
    buffer = io.BytesIO()
    document.save(buffer)
    reading = read(buffer.getvalue(), name="示例.docx", limit=LIMIT)
    assert reading.form == "docx"
    assert reading.text.split("\n") == [
        "示例行动计划",
        "一、示例任务。建立示例制度。（科技部负责）",
        "甲格",
        "乙格",
        "二、示例保障。推进示例工作。（财政部牵头）",
    ]


def test_deletions_are_left_out_and_insertions_kept() -> None:
    body = (
        "<w:p><w:r><w:t>一、示例</w:t></w:r><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:r><w:t>任务。</w:t></w:r></w:p>"
    )
    assert read(word(body), name="示例.docx", limit=LIMIT).text == "一、示例新任务。"


def test_automatic_numbers_are_written_out() -> None:
    numbering = (
        '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:abstractNum w:abstractNumId="0">'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
        '<w:lvlText w:val="%1、"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%2."/></w:lvl>'
        '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )

    def line(text: str, level: int) -> str:
        number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr>'
        return f"<w:p><w:pPr>{number}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"

    body = line("甲", 0) + line("丙", 1) + line("丁", 1) + line("乙", 0) + line("戊", 1)
    data = word(body, word__numbering_xml=numbering)
    text = read(data, name="示例.docx", limit=LIMIT).text
    assert text.split("\n") == ["一、甲", "1.丙", "2.丁", "二、乙", "1.戊"]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_page_is_read_by_its_blocks(encoding: str) -> None:
    page = (
        f"<!DOCTYPE html><html><head><meta charset='{encoding}'><title>不要</title>"
        "<style>p{}</style></head><body><script>var 不要;</script><h1>示例行动计划</h1>"
        "<p>一、示例<b>任务</b>。建立示例制度。（科技部<!-- 不要 -->负责）</p>"
        "<div>二、示例保障。<br>推进示例工作。&nbsp;（财政部牵头）</div></body></html>"
    )
    reading = read(page.encode(encoding), name="示例.htm", limit=LIMIT)
    assert reading.form == "html"
    assert reading.text.split("\n") == [
        "示例行动计划",
        "一、示例任务。建立示例制度。（科技部负责）",
        "二、示例保障。",
        "推进示例工作。 （财政部牵头）",
    ]


def test_a_page_that_announces_the_wrong_encoding() -> None:
    page = (
        "<html><head><meta charset='gb2312'></head><body><p>一、示例任务甲乙丙丁</p></body></html>"
    )
    assert read(page.encode(), name="示例.html", limit=LIMIT).text == "一、示例任务甲乙丙丁"


def test_a_page_without_the_suffix_is_still_a_page() -> None:
    page = "<!DOCTYPE html><html><body><p>一、示例</p></body></html>"
    assert read(page.encode(), name="示例", limit=LIMIT).form == "html"


def test_every_form_of_one_text_is_one_plan() -> None:
    page = "".join(f"<p>{line}</p>" for line in TEXT.split("\n"))
    paragraphs = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in TEXT.split("\n"))
    plans = [
        parse(read(data, name=name, limit=LIMIT).text)
        for data, name in (
            (TEXT.encode("gb18030"), "示例.txt"),
            (page.encode(), "示例.html"),
            (word(paragraphs), "示例.docx"),
        )
    ]
    assert len({tuple((m.key, m.text) for m in plan.measures) for plan in plans}) == 1
