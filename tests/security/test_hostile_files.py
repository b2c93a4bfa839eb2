"""Files made to hurt a reader: each ends within seconds, in bounded memory, with a reason."""

import io
import json
import random
import zipfile

import openpyxl
import pytest
import zstandard
from openpyxl.utils import get_column_letter

from guiju.core.codes.readers import RefusedRow, read_ccs, read_ics_jsonl
from guiju.core.records.readers import Refused
from guiju.core.records.readers.base import Unreadable
from guiju.core.records.readers.formats import read

HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
HEADINGS = "".join(
    f'<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>'
    for at, text in (("A1", "标准号"), ("B1", "标准名称"))
)


def workbook(rows, *, junk="", styles=b""):
    """A workbook whose first sheet holds these rows as XML; `junk` keeps it from packing well."""
    book = openpyxl.Workbook()
    plain = io.BytesIO()
    book.save(plain)
    made = io.BytesIO()
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                content = f"{HEAD}{rows}</sheetData></worksheet>".encode()
            if name == "xl/styles.xml":
                content = content.replace(b"</cellXfs>", styles + b"</cellXfs>")
            new.writestr(name, content)
        new.writestr("xl/media/junk", junk)
    return io.BytesIO(made.getvalue())


def packed(chunk, times):
    made = io.BytesIO()
    with zstandard.ZstdCompressor().stream_writer(made, closefd=False) as stream:
        for _ in range(times):
            stream.write(chunk)
    return io.BytesIO(made.getvalue())


def swelling(width=6, height=30):
    """YAML aliases that stand for more items than there are atoms."""
    layers = (f"l{at}: &l{at} [{','.join([f'*l{at - 1}'] * width)}]\n" for at in range(1, height))
    return f"l0: &l0 [{{content: a}}]\n{''.join(layers)}"


@pytest.mark.parametrize("rows", [f'<row r="1">{HEADINGS}</row>', ""], ids=["behind", "before"])
def test_a_row_far_away_is_not_walked_to(rows):
    far = '<row r="4000000000"><c r="A1" t="inlineStr"><is><t>GB 1-2020</t></is></c></row>'
    with pytest.raises(Unreadable):
        list(read(workbook(rows + far), "table", mapping={"标准号": "number"}))


JUNK = random.Random(1).randbytes(200_000)  # without it the packed size alone gives the file away
SWELLING = {
    "cells": {"rows": f'<row r="1">{HEADINGS}</row><row r="2">{"<c/>" * 200_000}</row>'},
    "no rows": {"rows": f'<row r="1">{HEADINGS}</row></sheetData>{"<x/>" * 200_000}<sheetData>'},
    "styles": {"rows": "", "styles": b'<xf numFmtId="0" fontId="0"/>' * 200_000},
}


@pytest.mark.parametrize("parts", SWELLING.values(), ids=SWELLING)
def test_parts_that_would_fill_the_memory_are_refused_before_they_are_built(parts):
    with pytest.raises(Unreadable, match="unpacks to more than is safe"):
        list(read(workbook(**parts, junk=JUNK), "table", mapping={"标准号": "number"}))


def test_a_long_and_wide_sheet_is_read():
    cells = "".join(f'<c r="{get_column_letter(at)}{{0}}"/>' for at in range(3, 201))
    rows = "".join(
        f'<row r="{one}"><c r="A{one}" t="inlineStr"><is><t>GB {one}-2000</t></is></c>'
        f"{cells.format(one)}</row>"
        for one in range(2, 1_002)
    )
    book = workbook(f'<row r="1">{HEADINGS}</row>{rows}', junk=JUNK)
    assert len(list(read(book, "table", mapping={"标准号": "number"}))) == 1_000


def test_what_unpacks_without_end_is_refused():
    with pytest.raises(Unreadable, match="unpacks to more than is safe"):
        list(read(packed(b"\n" * (1 << 20), 80), "guiju"))


def test_what_packs_well_is_read():
    line = json.dumps({"guiju": 1, "number": "T/EXAMPLE 1-2020"}).encode() + b"\n"
    records = list(read(packed(line * 100, 10), "guiju"))
    assert [one.number for one in records] == ["T/EXAMPLE 1-2020"] * 1_000


@pytest.mark.parametrize("item", ["docid: *l29\n", "x: *l29\n", "title: *l29\n"])
def test_aliases_that_swell_are_refused_shortly(item):
    found = list(read(io.BytesIO((swelling() + item).encode()), "relaton"))
    assert [(type(one), len(one.excerpt) <= 200) for one in found] == [(Refused, True)]


def test_yaml_with_too_much_in_it_is_refused_before_it_is_built():
    text = b"docid: [{id: ISO 1}]\ntitle:\n" + b"- {a: b}\n" * 600_000
    found = list(read(io.BytesIO(text), "relaton"))
    assert [one.reason.zh for one in found] == ["内容过多，请拆成几个文件"]


@pytest.mark.parametrize(
    "row",
    [
        'A,"' + "x" * 200_000 + '"\n',
        "A,\x00\n",
        "A\x00,综合\n",
        "A," + "x" * 301 + "\n",
        "A,综合,,\x00\n",
    ],
    ids=["field", "nul", "code", "name", "note"],
)
def test_a_row_of_ccs_that_cannot_be_stored_is_refused(row):
    (found,) = read_ccs(io.StringIO(f"代码,名称\n{row}", newline=""))
    assert isinstance(found, RefusedRow)
    assert "\x00" not in f"{found.text}{found.reason.zh}{found.reason.en}"


@pytest.mark.parametrize(
    "line",
    [
        '{"fieldcode":' + "[" * 100_000,
        '{"code":"01","description":"\\ud800"}',
        '{"code":"01","description":"\\u0000"}',
        '{"code":"\\u0000","description":"a"}',
        '{"code":"01","description":"' + "x" * 301 + '"}',
    ],
    ids=["deep", "half", "nul", "code", "name"],
)
def test_a_line_of_ics_that_cannot_be_stored_is_refused(line):
    (found,) = read_ics_jsonl([line])
    assert isinstance(found, RefusedRow)
    assert "\x00" not in f"{found.text}{found.reason.zh}{found.reason.en}"
    (found.text + found.reason.zh).encode()
