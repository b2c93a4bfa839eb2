"""Tables, CSV and XLSX, by a mapping that the user confirms."""

import datetime
import io
import zipfile

import openpyxl
import pytest

from guiju.core.records.model import Record, Relation
from guiju.core.records.readers import Limits, Refused, Unreadable, read, reader_for
from guiju.core.records.readers.table_fields import FIELDS, suggest
from guiju.core.records.readers.table_words import degree_in
from guiju.core.records.readers.tables import preview

HEADS = ["标准编号", "中文名称", "发布日期", "实施日期"]
ROW = ["GB/T 1.1-2020", "示例", "2020-03-31", "2020-10-01"]
RECORD = Record(
    number="GB/T 1.1-2020", titles={"zh": "示例"}, issued="2020-03-31", effective="2020-10-01"
)


def workbook(*rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def read_table(data, mapping=None, **options):
    mapping = mapping or preview(io.BytesIO(data)).mapping
    return list(read(io.BytesIO(data), "table", mapping=mapping, **options))


def csv_of(*rows, sign=","):
    return "\n".join(sign.join(row) for row in rows)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_csv_in_any_encoding(encoding, sign):
    data = csv_of(HEADS, ROW, ROW, sign=sign).encode(encoding)
    assert reader_for(io.BytesIO(data)) == "table"
    assert read_table(data) == [RECORD, RECORD]


@pytest.mark.parametrize(
    "dates",
    [
        (datetime.datetime(2020, 3, 31), datetime.date(2020, 10, 1)),  # noqa: DTZ001
        (43921, 44105),
        ("2020年3月31日", "2020.10.1"),
    ],
)
def test_a_workbook_with_dates_of_any_kind(dates):
    data = workbook(["示例目录"], [], HEADS, [*ROW[:2], *dates])
    assert reader_for(io.BytesIO(data)) == "table"
    assert read_table(data) == [RECORD]


def test_a_formula_is_no_value():
    data = workbook(["序号", *HEADS], ["=ROW()", *ROW], [2, "=A1", *ROW[1:]])
    first, second = read_table(data)
    assert first == RECORD
    assert second == Refused(
        3,
        ("“标准编号”一栏是公式，请改为数值", "“标准编号” is a formula; paste its value instead"),
        "2 =A1 示例 2020-03-31 2020-10-01",
    )


def test_a_bomb_is_not_unpacked():
    buffer = io.BytesIO(workbook(HEADS, ROW))
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/big.xml", b" " * 30_000_000)
    buffer.seek(0)
    with pytest.raises(Unreadable, match="more than is safe"):
        preview(buffer)


def test_a_workbook_with_entities_is_refused():
    buffer = io.BytesIO(workbook(HEADS, ROW))
    packed = io.BytesIO()
    with zipfile.ZipFile(buffer) as old, zipfile.ZipFile(packed, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename.endswith("sheet1.xml"):
                content = b'<!DOCTYPE a [<!ENTITY b "c">]>' + content
            new.writestr(entry.filename, content)
    packed.seek(0)
    with pytest.raises(Unreadable, match="damaged"):
        preview(packed)


@pytest.mark.parametrize("data", [b"PK\x03\x04 nothing", workbook(HEADS)[:300]])
def test_a_damaged_workbook_is_refused(data):
    with pytest.raises(Unreadable, match="damaged"):
        preview(io.BytesIO(data))


def test_the_preview_shows_heads_mapping_cells_and_records():
    data = csv_of(["序号", *HEADS], ["1", *ROW], ["2", "", "x", "", ""]).encode()
    seen = preview(io.BytesIO(data), rows=1)
    assert seen.heads == ("序号", *HEADS)
    assert seen.mapping == dict(
        zip(HEADS, ["number", "title_zh", "issued", "effective"], strict=True)
    )
    assert seen.cells == (("1", *ROW),)
    assert [one.number for one in seen.records] == ["GB/T 1.1-2020"]
    changed = preview(io.BytesIO(data), {"序号": "number"}, rows=1)
    assert [one.number for one in changed.records] == ["1"]


@pytest.mark.parametrize(
    ("mapping", "why"),
    [
        ({}, "no column is given for the number"),
        ({"中文名称": "title_zh"}, "no column is given for the number"),
        ({"标准编号": "colour"}, "there is no field “colour”"),
        ({"标准编号": "number", "中文名称": "number"}, "“Number” is given two columns"),
        ({"编码": "number"}, "it has no column “编码”"),
    ],
)
def test_a_mapping_that_cannot_be(mapping, why):
    data = csv_of(HEADS, ROW).encode()
    with pytest.raises(Unreadable) as refusal:
        list(read(io.BytesIO(data), "table", mapping=mapping))
    assert refusal.value.values["why_en"] == why


@pytest.mark.parametrize(
    ("heads", "fields"),
    [
        (["标准号", "标准名称", "状态"], ["number", "title_zh", "status"]),
        (["Standard No.", "Title", "Issue Date"], ["number", "title_zh", "issued"]),
        (["CODE", "issued_by", "replaced by"], ["number", "issuer", "replaced_by"]),
        (["标准编号", "编号"], ["number", None]),
        (["颜色", "标准编号（新）"], [None, None]),
        (["ＩＣＳ号", "中标分类号", "采标号"], ["ics", "ccs", "adopts"]),
    ],
)
def test_heads_are_recognised(heads, fields):
    found = suggest(heads)
    assert [found.get(head) for head in heads] == fields


def test_every_field_is_recognised_by_its_own_names():
    for field, (names, others) in FIELDS.items():
        assert {suggest([name]).get(name) for name in (field, names.zh, names.en, *others)} == {
            field
        }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("IDT ISO 9001:2015", ("IDT", "ISO 9001:2015")),
        ("ISO 9001:2015，IDT", ("IDT", "ISO 9001:2015")),
        ("ISO 9001:2015（等同采用）", ("IDT", "ISO 9001:2015")),
        ("修改采用", ("MOD", "")),
        ("ISO 9001:2015", ("", "ISO 9001:2015")),
    ],
)
def test_the_degree_of_adoption_is_found(text, found):
    assert degree_in(text) == found


def test_relations_in_cells():
    data = csv_of(
        ["标准号", "代替标准", "被代替标准", "采用标准"],
        ["GB/T 2-2016", "GB/T 2-2000（部分代替）、GB/T 3-2000", "GB/T 2-2024", "MOD ISO 2:2010"],
    ).encode()
    (record,) = read_table(data)
    assert record.relations == (
        Relation(type="replaces", target="GB/T 2-2000", whole=False),
        Relation(type="replaces", target="GB/T 3-2000"),
        Relation(type="replaces", target="GB/T 2-2024", inverse=True),
        Relation(type="adopts", target="ISO 2:2010", degree="MOD"),
    )


def test_rows_that_are_too_wide_are_refused():
    data = csv_of(["标准号", "名称"], ["GB 1-2000", "x"], ["GB 2-2000", *"x" * 9]).encode()
    first, second = read_table(data, limits=Limits(columns=5))
    assert first.number == "GB 1-2000"
    assert (second.position, second.reason.en) == (3, "it has more than 5 columns")
