"""Texts for programs: the same as the pages, by address, on a day."""

import pytest

from guiju.apps.library.selectors.documents import sts_of
from guiju.core.compare.documents import compare, to_json
from guiju.core.documents import sts
from guiju.core.documents.pointers import linked
from tests.factories import accounts
from tests.factories import library as make
from tests.factories.api import caller

pytestmark = pytest.mark.django_db
KEY = "T/EXAMPLE 1-2026"


@pytest.fixture
def call(client):
    return caller(client)


def test_the_texts_of_a_standard(call):
    text = make.text()
    make.written("GB/T 1-2020", is_draft=True)
    status, answer = call("get", "/library/texts")
    assert (status, answer["total"], answer["items"][0]["number"]) == (200, 1, KEY)
    assert answer["items"][0]["digest"] == text.digest
    assert call("get", "/library/texts?number=GB/T 1-2020")[1]["total"] == 0
    seen = call("get", "/library/texts?number=GB/T 1-2020", accounts.seated("cataloguer"))[1]
    assert [(one["number"], one["state"]) for one in seen["items"]] == [("GB/T 1-2020", "draft")]


@pytest.mark.parametrize(
    ("address", "kind", "label", "title", "text", "above"),
    [
        ("6.3", "clause", "6.3", "密封性", "密封性\n水壶倒置30 min后应无渗漏。", ["6"]),
        ("6.3/p1", "paragraph", "", "", "水壶倒置30 min后应无渗漏。", ["6", "6.3"]),
        ("6.3/p1/s1", "provision", "", "", "水壶倒置30 min后应无渗漏。", ["6", "6.3", "6.3/p1"]),
        ("8.2/b", "item", "b)", "", "材料或者工艺改变时；", ["8", "8.2", "8.2/l1"]),
        ("table-2/r3/c2", "cell", "", "", "≥60", ["6", "6.7", "table-2"]),
        ("table-2/r3/c2/s1", "provision", "", "", None, ["6", "6.7", "table-2", "table-2/r3/c2"]),
        ("6.7/note-1", "note", "注", "", "提环承重是可拆卸提环的指标。", ["6", "6.7"]),
        ("A", "annex", "A", "折叠试验装置", "折叠试验装置", []),
        ("A.1", "clause", "A.1", "装置", None, ["A"]),
        ("3.2", "term", "3.2", "公称容量", None, ["3"]),
        ("formula-1", "formula", "1", "", None, ["7", "7.3"]),
        ("figure-A.1", "figure", "A.1", "折叠试验装置", None, ["A", "A.1"]),
    ],
)
def test_a_passage_by_its_address(call, client, address, kind, label, title, text, above):
    make.text()
    status, answer = call("get", f"/library/passage?number={KEY}&address={address}&on=2026-12-01")
    assert (status, answer["address"], answer["kind"]) == (200, address, kind)
    assert (answer["label"], answer["title"]) == (label, title)
    assert answer["text"] == text if text else answer["text"]
    assert answer["heads"] == (["要求", "壶嘴拉脱力/N"] if "/c2" in address else [])
    assert [one["address"] for one in answer["context"]] == above
    assert (answer["on"], answer["state"]) == ("2026-12-01", "in_force")
    anchor = address.removesuffix("/s1")
    assert answer["url"].endswith(f"/standards/T/EXAMPLE_1-2026/text/?lang=zh#{anchor}")
    assert f'id="{anchor}"' in client.get(answer["url"].partition("#")[0]).content.decode()


def test_an_address_that_is_not_there(call):
    make.text()
    status, answer = call("get", f"/library/passage?number={KEY}&address=99.9")
    assert (status, answer["error"]["code"]) == (404, "no_such_address")


def test_of_a_text_that_is_not_open_the_public_gets_three_parts(call):
    make.text(is_open=False)
    _, answer = call("get", f"/library/passages?number={KEY}")
    assert [one["address"] for one in answer["items"]] == ["1", "2", "3", "3.1", "3.2"]
    assert call("get", f"/library/passage?number={KEY}&address=6.3")[0] == 404
    for path in ("findings", "provisions"):
        assert call("get", f"/library/{path}?number={KEY}")[0] == 403
    who = accounts.seated("cataloguer")
    assert call("get", f"/library/passages?number={KEY}", who)[1]["total"] > 30


def test_findings(call):
    make.written("T/EXAMPLE 2-2026", make.SMALL.replace("应不小于60", "必须不小于60"))
    status, answer = call("get", "/library/findings?number=T/EXAMPLE 2-2026&mode=draft")
    assert status == 200
    assert answer["errors"] == sum(one["severity"] == "E" for one in answer["findings"])
    found = [one for one in answer["findings"] if one["address"] == "4/p1"]
    assert [(one["start"], one["end"]) for one in found] == [(6, 8)]


def test_provisions(call):
    make.text()
    status, answer = call("get", f"/library/provisions?number={KEY}&kind=requirement&limit=200")
    assert (status, {one["kind"] for one in answer["items"]}) == (200, {"requirement"})
    assert answer["total"] == len(answer["items"])


def test_a_comparison_is_that_of_the_command_line(call):
    texts = [make.text(2025), make.text(2026)]
    status, answer = call("get", f"/library/comparison?number={KEY}&old=T/EXAMPLE 1-2025")
    old, new = (linked(sts.view(sts.parse(sts_of(one)))) for one in texts)
    assert (status, answer["limits"]) == (200, to_json(compare(old, new))["limits"])
    assert answer["summary"]["operations"] == compare(old, new).summary.operations


def test_terms(call):
    make.text(2025)
    make.text(2026)
    status, answer = call("get", "/library/terms?which=definitions&language=zh")
    assert (status, answer["total"], answer["items"][0]["term"]) == (200, 1, "公称容量")
    places = [one["entries"][0]["number"] for one in answer["items"][0]["definitions"]]
    assert places == ["T/EXAMPLE 1-2025", "T/EXAMPLE 1-2026"]
