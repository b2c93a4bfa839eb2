"""Odd and hostile tables: each is judged rightly or refused with a sentence, and none is kept."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from django.conf import settings

from guiju.apps.conformity.models import Judgement
from guiju.apps.conformity.services import judgements
from tests.factories.reports import upload

pytestmark = pytest.mark.django_db
NEW = "/conformity/judge/"
LINES = "站点,溶解氧(mg/L),水体\n甲,7.50,河流\n"


def begin(client, data, name):
    return client.post(NEW, {"standard": "GB 3838-2002", "file": upload(name, data)})


def workbook(*rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def bomb():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"<a>" + b" " * 300_000_000)
    return file.getvalue()


def kept_files():
    return list((Path(settings.MEDIA_ROOT) / "judgements").glob("*"))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", LINES.encode()),
        ("a.csv", LINES.encode("utf-8-sig")),
        ("a.csv", LINES.encode("utf-16")),
        ("a.csv", LINES.encode("utf-16-le")),
        ("a.csv", LINES.encode("gb18030")),
        ("a.csv", LINES.replace("\n", "\r").encode()),
        ("a.csv", LINES.replace(",", ";").encode()),
        ("a.xlsx", LINES.encode()),
        ("a.pdf", workbook(["站点", "溶解氧(mg/L)", "水体"], ["甲", 7.5, "河流"])),
        ("a", '{"站点": "甲", "溶解氧(mg/L)": 7.50, "水体": "河流"}'.encode()),
    ],
)
def test_what_a_file_holds_counts_and_not_its_name(client, name, data):
    url = begin(client, data, name).url
    form = client.get(url).context["form"]
    assert [row.column.of for row in form.rows] == ["", "DO", "waterbody"]
    given = {one: form[one].value() or "" for one in form.fields}
    client.post(url, given | {"judge": ""})
    assert [row.grade for row in client.get(url).context["page"]] == ["Ⅰ"]


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.csv", b"", "第 1 行应当是列名"),
        ("a.csv", b"\x00\x01\x02\xff" * 999, "不是文字"),
        ("a.xls", b"\xd0\xcf\x11\xe0" + bytes(99), "旧版 Excel"),
        ("a.xlsx", b"PK\x03\x04" + b"x" * 99, "工作簿已损坏"),
        ("a.xlsx", bomb, "超出安全上限"),
        (
            "a.csv",
            lambda: (",".join(f"c{at}" for at in range(100_000)) + "\n").encode(),
            "100000 列",
        ),
        ("a.csv", lambda: (",".join(f"c{at}" for at in range(301)) + "\n").encode(), "301 列"),
        ("a.csv", lambda: b"1," * 3_000_000, "可能没有换行"),
        ("a.csv", "溶解氧\n1,2,3\n".encode(), "内容不合格式"),
        ("a.jsonl", b"{" + b"[" * 50_000, "不是 JSON 对象"),
        ("a.parquet", b"PAR1 no", "内容不合格式"),
        ("a.csv", "项目,结果\npH,7\npH,8\n".encode(), "不止一个结果"),
    ],
)
def test_what_cannot_be_read_says_why_and_is_not_kept(client, name, data, sentence):
    before = kept_files()
    answer = begin(client, data() if callable(data) else data, name)
    page = answer.content.decode()
    assert (answer.status_code, sentence in page) == (200, True), page[-3000:]
    assert f"“{name}”" in page or "列" in page
    assert Judgement.objects.count() == 0
    assert kept_files() == before


def test_a_row_with_too_many_cells_is_refused_when_it_is_met(client):
    url = begin(client, ("溶解氧\n" + "1\n" * 40_000 + "1,2\n").encode(), "a.csv").url
    answer = client.post(url, {"of-0": "DO", "judge": ""})
    assert "“a.csv”无法读取：内容不合格式" in answer.content.decode()
    assert Judgement.objects.get().state == "prepared"


@pytest.mark.parametrize("data", [LINES.partition("\n")[0].encode(), workbook(["溶解氧(mg/L)"])])
def test_heads_alone_are_a_table_without_rows(client, data):
    url = begin(client, data, "a.csv").url
    form = client.get(url).context["form"]
    client.post(url, {one: form[one].value() or "" for one in form.fields} | {"judge": ""})
    page = client.get(url)
    assert (page.context["judgement"].rows, len(page.context["page"])) == (0, 0)
    assert client.get(f"{url}rows/1/").status_code == 404


@pytest.mark.parametrize(
    "data", [b"DO,DO\n7,8\n", workbook(["DO", "DO"], [7, 8])], ids=["csv", "xlsx"]
)
def test_heads_that_stand_twice_are_told_apart_and_not_both_judged(client, data):
    url = begin(client, data, "a.csv").url
    form = client.get(url).context["form"]
    assert [row.column.name for row in form.rows] == ["DO", "DO #2"]
    given = {one: form[one].value() or "" for one in form.fields} | {"judge": ""}
    assert "两列都作为" in client.post(url, given).content.decode()
    client.post(url, given | {"of-1": "", "set-waterbody": "river"})
    assert [row.grade for row in client.get(url).context["page"]] == ["Ⅱ"]


def test_no_cell_becomes_a_formula(client):
    data = "=1+1,溶解氧(mg/L)\n=cmd(),7.5\n".encode()
    url = begin(client, data, "=a.csv").url
    form = client.get(url).context["form"]
    client.post(url, {one: form[one].value() or "" for one in form.fields} | {"judge": ""})
    lines = client.get(f"{url}table.csv").content.decode("utf-8-sig").splitlines()
    assert lines[1].startswith("'=cmd()")
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"{url}table.xlsx").content))
    report = openpyxl.load_workbook(io.BytesIO(client.get(f"{url}report.xlsx").content))
    kinds = {
        cell.data_type
        for one in (book, report)
        for sheet in one
        for row in sheet.iter_rows()
        for cell in row
    }
    assert "f" not in kinds


def test_markup_in_names_and_cells_stays_text(client):
    data = "<script>alert(1)</script>,溶解氧(mg/L)\n<img src=x>,<b>7</b>\n".encode()
    url = begin(client, data, "<i>.csv").url
    form = client.get(url).context["form"]
    assert "<script>alert" not in client.get(url).content.decode()
    client.post(url, {one: form[one].value() or "" for one in form.fields} | {"judge": ""})
    for page in (url, f"{url}rows/1/"):
        words = client.get(page).content.decode()
        assert "<img src=x>" not in words
        assert "&lt;img src=x&gt;" in words


def test_the_room_is_bounded(client, monkeypatch):
    monkeypatch.setattr(judgements, "param", lambda key, on: 0 if "megabytes" in key else 300)
    answer = begin(client, LINES.encode(), "a.csv")
    assert "已满" in answer.content.decode()
    assert Judgement.objects.count() == 0


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "请选择标准"),
        ({"standard": "GB 3838-2002"}, "请选择一个文件"),
        ({"number": "GB 99999", "pasted": "DO\n1"}, "没有“GB 99999”"),
        ({"number": "水", "pasted": "DO\n1"}, "水"),
        ({"number": "GB 3838", "on": "1990-01-01", "pasted": "DO\n1"}, "1990-01-01"),
    ],
)
def test_what_is_missing_is_asked_for(client, given, sentence):
    answer = client.post(NEW, given)
    assert (answer.status_code, sentence in answer.content.decode()) == (200, True)
