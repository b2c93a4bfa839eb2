"""Files that mean harm are refused with a sentence, before anything is built of them."""

import io
import zipfile

import openpyxl
import pytest

from guiju.core.errors import InputError
from guiju.core.forms.comments.model import CommentRow
from guiju.core.forms.comments.reading import read_comments
from guiju.core.forms.comments.writing import write_comments
from guiju.core.forms.readers.pieces import limit

GOOD = write_comments([CommentRow(clause="1", text="示例")], {}, {})


def changed(part, content, data=GOOD):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for one in old.namelist():
            new.writestr(one, content if one == part else old.read(one))
        if part not in old.namelist():
            new.writestr(part, content)
    return out.getvalue()


def main():
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        return archive.read("word/document.xml")


def many_rows_docx():
    row = main().split(b"<w:tr>", 1)[1].split(b"</w:tr>", 1)[0]
    rows = b"".join(b"<w:tr><!--%d-->%s</w:tr>" % (at, row) for at in range(limit("rows") + 1))
    return changed("word/document.xml", main().replace(b"<w:sectPr>", rows + b"<w:sectPr>"))


def many_rows_xlsx():
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for at in range(limit("rows") + 2):
        sheet.append(["5.1", f"示例{at}"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


ENTITY = b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
CASES = {
    "bomb": lambda: changed("word/media/x.bin", b"0" * 50_000_000),
    "entity": lambda: changed("word/document.xml", ENTITY + main()),
    "macros": lambda: changed("word/vbaProject.bin", b"x"),
    "rows of a docx": many_rows_docx,
    "rows of an xlsx": many_rows_xlsx,
    "rows of a csv": lambda: "条款,意见\n".encode() + "5.1,示例\n".encode() * 100_000,
    "old": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600,
    "damaged": lambda: GOOD[:400],
    "binary": lambda: bytes(range(256)) * 20,
    "empty": lambda: b"",
    "large": lambda: b"0" * (limit("bytes") + 1),
}


@pytest.mark.parametrize("case", CASES)
def test_it_is_refused_with_a_sentence(case):
    data = CASES[case]()
    with pytest.raises(InputError) as caught:
        read_comments(data, "示例.docx")
    assert caught.value.sentence.zh.startswith("“示例.docx”")


@pytest.mark.parametrize("file", ["xlsx", "csv"])
def test_no_cell_that_is_written_can_compute(file):
    data = write_comments([CommentRow(clause="1", text=text) for text in ("=1+1", "@x", "+1", "-1")],
                          {}, {}, "table", file)  # fmt: skip
    if file == "csv":
        cells = [
            line.split(",")[2] for line in data.decode("utf-8-sig").splitlines() if ",1," in line
        ]
        assert cells == ["'=1+1", "'@x", "'+1", "'-1"]
    else:
        sheet = openpyxl.load_workbook(io.BytesIO(data)).active
        assert {cell.data_type for row in sheet for cell in row} == {"s", "n"}


def test_a_formula_in_a_sheet_is_read_as_words_and_said():
    book = openpyxl.Workbook()
    book.active.append(["条款", "意见"])
    book.active.append(["5.1", "=1+1"])
    out = io.BytesIO()
    book.save(out)
    found = read_comments(out.getvalue(), "x.xlsx")
    assert [one.text for one in found.rows] == ["=1+1"]
    assert [(one.code, one.row) for one in found.problems] == [("formula", 2)]
