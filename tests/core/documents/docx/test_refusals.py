"""What is no DOCX, is locked, or is too much, is refused with a sentence."""

import pytest

from guiju.core.documents import docx
from guiju.core.documents.docx import layout
from tests.core.documents.docx.parts import made, p, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
GOOD = made(p("1 范围"))
DEEP = "<w:sdt><w:sdtContent>" * 60 + p("x") + "</w:sdtContent></w:sdt>" * 60
ENTITY = '<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document/>'
LATE = " " * 4000 + ENTITY


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", docx.BrokenDocx),
        (b"{\\rtf1}", docx.BrokenDocx),
        (GOOD[:-40], docx.BrokenDocx),
        (GOOD[:60] + b"\0" * 20 + GOOD[80:], docx.BrokenDocx),
        (OLE, docx.OldWord),
        (OLE + "EncryptedPackage".encode("utf-16-le"), docx.EncryptedDocx),
        (zipped({"a.txt": "x"}), docx.BrokenDocx),
        (zipped({"word/document.xml": "<w"}), docx.BrokenDocx),
        (zipped({"word/document.xml": "<a/>"}), docx.BrokenDocx),
        (zipped({"word/document.xml": ENTITY}), docx.BrokenDocx),
        (zipped({"word/document.xml": LATE}), docx.BrokenDocx),
        (made(DEEP), docx.BrokenDocx),
        (made(p("x"), files={"word/a.bin": bytes(3_000_000)}), docx.HugeDocx),
        (zipped({f"a{at}": "" for at in range(layout.limit("entries") + 1)}), docx.HugeDocx),
    ],
)  # fmt: skip
def test_it_is_refused(data, error):
    with pytest.raises(error) as caught:
        docx.read(data, name="示例.docx")
    assert caught.value.sentence.zh.startswith("“示例.docx”")
    assert caught.value.sentence.en.startswith("“示例.docx”")


@pytest.mark.parametrize("which", ["bytes", "unpacked", "tags"])
def test_more_than_the_rulebook_allows_is_refused(which, monkeypatch):
    limits = {**layout.rows("limits"), which: 3}
    monkeypatch.setitem(layout._file(), "limits", limits)
    layout.rows.cache_clear()
    try:
        with pytest.raises(docx.HugeDocx) as caught:
            docx.read(GOOD, name="示例.docx")
    finally:
        layout.rows.cache_clear()
    assert "上限为 3" in caught.value.sentence.zh


def test_a_file_as_small_as_can_be_is_read():
    assert docx.read(GOOD).document.sections[0].label == "1"
