"""What a search finds, as CSV, XLSX and JSON lines: all of it, in its order, nothing that computes."""

import csv
import io
import json

import openpyxl
import pytest
import time_machine

from guiju.apps.catalogue.exports import csv_text, found_answer
from guiju.apps.catalogue.exports import found_records as found_records_file
from guiju.apps.catalogue.selectors import found_records
from guiju.apps.catalogue.services.indexing import rebuild_index
from guiju.core.records.readers.table_fields import suggest
from tests.factories import catalogue as make

pytestmark = pytest.mark.django_db
HEADS = [
    "标准编号", "中文名称", "英文名称", "标准层级", "标准性质", "标准状态", "发布日期", "实施日期",
    "终止日期", "ICS 分类号", "CCS 分类号", "技术委员会", "发布机构",
]  # fmt: skip


@pytest.fixture(autouse=True)
def on_one_day():
    with time_machine.travel("2026-01-05 12:00 +08:00", tick=False):
        yield


@pytest.fixture
def three(settings, tmp_path):
    settings.GUIJU_INDEX = tmp_path / "index"
    make.replaces("GB/T 2-2020", "GB/T 2-2009")
    make.edition(
        "GB/T 3-2021",
        title_zh="=1+1",
        title_en="Example",
        ics=("13.060", "01.120"),
        ccs=("A00",),
        committees=("SAC/TC 286",),
    )
    rebuild_index()


def body(answer):
    assert answer.status_code == 200
    return b"".join(answer.streaming_content)


def rows(client, query="?sort=number"):
    text = body(client.get(f"/standards/export.csv{query}")).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


def test_csv(client, three):
    head, *lines = rows(client)
    assert head == HEADS
    assert lines == [
        ["GB/T 2-2009", "示例标准 GB/T 2-2009", "", "国家标准", "推荐性", "被代替",
         "2009-01-01", "2009-07-01", "2020-07-01", "", "", "", ""],
        ["GB/T 2-2020", "示例标准 GB/T 2-2020", "", "国家标准", "推荐性", "现行",
         "2020-01-01", "2020-07-01", "", "", "", "", ""],
        ["GB/T 3-2021", "'=1+1", "Example", "国家标准", "推荐性", "现行",
         "2021-01-01", "2021-07-01", "", "13.060; 01.120", "A00", "SAC/TC 286", ""],
    ]  # fmt: skip


def test_csv_opens_in_a_spreadsheet_as_it_is_named(client, three):
    answer = client.get("/standards/export.csv")
    assert body(answer).startswith(b"\xef\xbb\xbf")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="standards-2026-01-05.csv"'


def test_the_state_is_that_of_the_day(client, three):
    lines = rows(client, "?q=GB/T+2&on=2015-01-01&sort=number")
    assert [(line[0], line[5]) for line in lines[1:]] == [
        ("GB/T 2-2009", "现行"),
        ("GB/T 2-2020", "未发布"),
    ]


def test_filters_narrow_the_file(client, three):
    assert [line[0] for line in rows(client, "?ics=13")[1:]] == ["GB/T 3-2021"]
    assert rows(client, "?q=没有这样的词") == [HEADS]


def test_xlsx(client, three):
    book = openpyxl.load_workbook(io.BytesIO(body(client.get("/standards/export.xlsx?ics=13"))))
    head, line = book.active.iter_rows(values_only=True)
    assert list(head) == HEADS
    assert line[:4] == ("GB/T 3-2021", "=1+1", "Example", "国家标准")
    assert {cell.data_type for cell in book.active[2]} == {"s", "n"}  # n: empty


def test_json_lines_say_values_not_words(client, three):
    lines = body(client.get("/en/standards/export.jsonl?sort=number")).decode().splitlines()
    assert json.loads(lines[2]) == {
        "number": "GB/T 3-2021",
        "title_zh": "=1+1",
        "title_en": "Example",
        "level": "national",
        "nature": "recommended",
        "status": "in_force",
        "issued": "2021-01-01",
        "effective": "2021-07-01",
        "ended": "",
        "ics": ["13.060", "01.120"],
        "ccs": ["A00"],
        "committees": ["SAC/TC 286"],
        "issuers": [],
    }


def test_a_workbook_beyond_the_limit_is_refused_with_the_way_out(client, three, monkeypatch):
    monkeypatch.setattr(found_answer, "XLSX_MOST", 2)
    answer = client.get("/standards/export.xlsx")
    assert answer.status_code == 400
    sentence = "结果有 3 条，超过 XLSX 的上限 2 条。请改用 CSV 或 JSON 行，或先缩小范围。"
    assert sentence in answer.content.decode()


@pytest.mark.parametrize("asked", ["on=2026-02-30", "state=gone", "year_from=x"])
def test_a_file_of_something_else_than_was_asked_for_is_refused(client, three, asked):
    answer = client.get(f"/standards/export.csv?{asked}")
    assert (answer.status_code, asked.split("=")[1] in answer.content.decode()) == (400, True)


@pytest.mark.parametrize("title", ["=1+1", "＝1+1", "－1", "@x"])
def test_no_cell_computes(title):
    assert csv_text.plain_cell(title) == f"'{title}"


def test_another_form_is_not_found(client, three):
    assert client.get("/standards/export.pdf").status_code == 404


def test_without_an_index_the_sentence_comes_before_the_file(client, settings, tmp_path):
    settings.GUIJU_INDEX = tmp_path / "none"
    answer = client.get("/standards/export.csv")
    assert answer.status_code == 409
    assert "检索索引正在建立" in answer.content.decode()
    assert client.get("/standards/").status_code == 409


def test_all_come_in_order_however_many_batches(client, three, monkeypatch):
    monkeypatch.setattr(found_records, "_KEYS", 2)
    monkeypatch.setattr(found_records, "BATCH", 1)
    assert [line[0] for line in rows(client)[1:]] == ["GB/T 2-2009", "GB/T 2-2020", "GB/T 3-2021"]


def test_the_file_can_be_read_in_again(client, three):
    assert suggest(rows(client)[0]) == {
        head: field
        for head, field in zip(HEADS, found_records_file._COLUMNS, strict=True)
        if field != "ended"
    }


def test_a_batch_costs_four_queries(client, three, django_assert_num_queries):
    with django_assert_num_queries(4):
        rows(client)
    with django_assert_num_queries(4):
        rows(client, "?ics=13")
