"""Whatever a file says, each record is taken or refused with a reason, and its page opens."""

import csv
import io
import json
from datetime import date
from xml.etree import ElementTree

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse

from guiju.apps.catalogue.address import slug_of
from guiju.apps.catalogue.models import Edition, RefusedRecord
from guiju.apps.catalogue.selectors import addresses
from guiju.apps.catalogue.services.files import import_file
from guiju.apps.catalogue.services.indexing import bring_up_to_date
from guiju.web.viewer import Seat, Viewer

pytestmark = pytest.mark.django_db

BY = Viewer(date(2026, 1, 5), name="cli", seats=frozenset({Seat("cataloguer", 0)}))
LONG = "x" * 5_000
SCRIPT = "<script>alert(1)</script>\"'>"
NUMBER = "T/EXAMPLE 001-2020"


def relation(**values):
    return {"relations": [{"type": "replaces", "target": "T/EXAMPLE 002-2010", **values}]}


RECORDS = {
    "long number": {"number": LONG},
    "long number with spaces": {"number": "GB " * 2_000},
    "long joint number": {"number": "/".join(["ISO 1:2000"] * 40)},
    "long readable number": {"number": "T/" + "A" * 150 + " 1-2020"},
    "swelling number": {"number": "\ufdfa" * 200},
    "swelling digits": {"number": " ".join("1" * 100)},
    "dots": {"number": ".."},
    "slashes": {"number": "//evil.example/"},
    "odd signs": {"number": "\u202e\u200b<b>&amp;%00?#"},
    "only signs": {"number": "—/—"},
    "far year": {"number": "T/EXAMPLE 1-99999"},
    "long level": {"level": LONG},
    "long nature": {"nature": LONG},
    "long kind": {"kind": LONG},
    "long region": {"region": LONG},
    "long stage": {"stage": LONG},
    "long source": {"source": LONG},
    "odd source": {"source": "../<x> Ü"},
    "long key": {"key": LONG},
    "long pages": {"pages": LONG, "announcement": LONG, "plan_number": LONG},
    "long codes": {"ics": [LONG], "ccs": [LONG]},
    "long committee": {"committees": [LONG, "/".join(["TC 1"] * 300)]},
    "long role": {"roles": [{"role": "issuer", "name": LONG, "since": LONG, "until": LONG}]},
    "long person": {"roles": [{"role": "person", "name": LONG}]},
    "long target": relation(target=LONG),
    "long note": relation(note=LONG, date=LONG, degree=LONG),
    "long law": relation(type="cited_by_law", target=LONG),
    "scripted": relation(target=SCRIPT, note=SCRIPT) | {"titles": {"zh": SCRIPT, "en": SCRIPT}},
    "long other number": {"other_numbers": [["urn", LONG], [LONG, "\ufdfa" * 300]]},
    "long language": {"titles": {LONG: LONG}, "languages": [LONG], "links": ["javascript:" + LONG]},
    "long title": {"titles": {"zh": "标" * 200_000}},
    "controls": {"titles": {"zh": "a\u0001\u0008\u001b\u007f\u0085\ufffe\uffff"}},
    "many relations": {
        "relations": [
            {"type": "replaces", "target": f"T/EXAMPLE {one}-2010"} for one in range(3_000)
        ]
    },
    "itself": relation(target=NUMBER),
    "huge extra": {"extra": {"a": "b" * 100_000}},
    "odd extra": {"extra": {"unread": ["x"]}},
    "odd unread": {"extra": {"unread": {"issued": {"a": [1]}}}},
}


def imported(tmp_path, *records):
    path = tmp_path / "in.jsonl"
    lines = [json.dumps({"guiju": 1, "number": NUMBER, **one}) for one in records]
    path.write_text("\n".join(lines), "utf-8")
    return import_file(path=path, by=BY)


@pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS)
def test_a_record_is_taken_or_refused(tmp_path, record):
    run = imported(tmp_path, record)
    assert run.state == "done"
    assert run.counts["new"] + run.counts["refused"] == 1
    for edition in Edition.objects.all():
        for name in ("standard", "standard_data", "standard_linked", "standard_feed", "touches"):
            page = Client().get(reverse(f"catalogue:{name}", args=[slug_of(edition.key)]))
            assert page.status_code == 200, (name, edition.key[:80])
            assert b"<script>alert" not in page.content or name.startswith("standard_")


def test_all_of_them_can_be_searched(tmp_path, settings):
    settings.GUIJU_INDEX = tmp_path / "index"
    run = imported(tmp_path, *({"key": name, **one} for name, one in RECORDS.items()))
    assert (run.state, sum(run.counts.values())) == ("done", len(RECORDS))
    assert bring_up_to_date() == Edition.objects.count() > 10
    for one in Edition.objects.all():
        assert Client().get(reverse("catalogue:search"), {"q": one.key}).status_code == 200


@pytest.mark.parametrize(
    "line",
    [
        r'{"guiju":1,"number":"a","\ud800":1,"\ud800":2}',
        r'{"guiju":1,"number":"a","\u0000":1,"\u0000":2}',
        r'{"guiju":1,"number":"a","\u0000":1}',
        r'{"guiju":1,"number":"a","titles":{"zh":"\ud800"}}',
        '{"guiju":1,"number":"a","x":' + "[" * 100_000,
        '{"guiju":1,"number":"a","x":' + "9" * 10_000 + "}",
        '{"guiju":1,"number":"a","extra":{"x":1e999}}',
        '{"guiju":1,"number":"a","extra":{"x":NaN}}',
        '{"guiju":true,"number":["a"]}',
        "\x00",
        "[]",
        "1",
    ],
    ids=range(12),
)
def test_a_line_that_is_no_record_is_refused_with_a_reason(tmp_path, line):
    path = tmp_path / "in.jsonl"
    good = json.dumps({"guiju": 1, "number": NUMBER})
    path.write_text(f"{good}\n{line}\n", "utf-8")
    run = import_file(path=path, by=BY)
    assert (run.state, run.counts["new"], run.counts["refused"]) == ("done", 1, 1)
    assert RefusedRecord.objects.get().reason_zh


HOSTILE = [
    '=HYPERLINK("http://evil.example","x")',
    "+1+1|cmd",
    "-2+3",
    "@SUM(1)",
    "\t=1+1",
    "\n=1+1",
    f"{SCRIPT}<!-- ]]> \u202e\u0008\ufffe",
]


@pytest.fixture
def hostile_catalogue(tmp_path, settings):
    settings.GUIJU_INDEX = tmp_path / "index"
    rows = [
        {"number": f"{text} {at}", "titles": {"zh": f"{text}示例", "en": f"{text}示例"}}
        for at, text in enumerate(HOSTILE)
    ]
    imported(tmp_path, *rows)
    said = [
        {**one, "titles": {"zh": f"{SCRIPT}另一名称", "en": SCRIPT}, "source": "b"} for one in rows
    ]
    imported(tmp_path, *said)
    bring_up_to_date()


def opened(name, *args, **query):
    answer = Client().get(reverse(f"catalogue:{name}", args=args), query)
    assert answer.status_code == 200
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def test_nothing_of_it_becomes_a_script(hostile_catalogue):
    pages = [
        opened("search", q="示例"),
        opened("search", q=SCRIPT),
        opened("search", q=SCRIPT, issuer=SCRIPT, sort=SCRIPT, on=SCRIPT, state=SCRIPT),
        opened("conflicts"),
        opened("findings"),
        opened("sources"),
        opened("browse_issuers", q=SCRIPT),
        *(opened("standard", slug_of(one.key)) for one in Edition.objects.all()),
    ]
    assert [page for page in pages if b"<script>alert" in page] == []


def test_no_cell_of_a_file_computes(hostile_catalogue):
    text = opened("search_export", "csv").decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    assert len(cells) > 60
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\n", "\r"))] == []
    book = openpyxl.load_workbook(io.BytesIO(opened("search_export", "xlsx")))
    kinds = {cell.data_type for row in book.active.iter_rows() for cell in row}
    assert kinds <= {"s", "n"}
    assert {
        cell.value for row in book.active.iter_rows() for cell in row if cell.data_type == "n"
    } == {None}


def test_feeds_and_sitemaps_stay_xml(hostile_catalogue):
    keys = list(Edition.objects.values_list("key", flat=True))
    feeds = [ElementTree.fromstring(opened("standard_feed", slug_of(key))) for key in keys]
    assert {one.tag for one in feeds} == {"{http://www.w3.org/2005/Atom}feed"}
    parts = [
        ElementTree.fromstring(opened("sitemap_part", at + 1)) for at in range(addresses.parts())
    ]
    places = [place for part in parts for place in part.findall("{*}url/{*}loc")]
    assert len({one.text for one in places}) == len(places) >= len(keys)


def test_each_line_of_a_file_is_one_record(hostile_catalogue):
    lines = opened("search_export", "jsonl").splitlines()
    keys = set(Edition.objects.values_list("key", flat=True))
    assert {json.loads(line)["number"] for line in lines} == keys
