"""Suggestions while typing."""

from dataclasses import replace

import pytest

from guiju.search import Reader, rebuild, suggest
from tests.search.corpus import entry


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("gb/t 1", [("number", "GB/T 1.1—2020"), ("number", "GB/T 1.1—2009"), ("number", "GB/T 19001—2016")]),
        ("gbt19", [("number", "GB/T 19001—2016")]),
        ("9001", [("number", "ISO 9001:2015")]),
        ("3095", [("number", "GB 3095—2012")]),
        ("饮用水", [("title", "生活饮用水卫生标准")]),
        ("shyys", [("title", "生活饮用水卫生标准")]),
        ("shenghuo", [("title", "生活饮用水卫生标准")]),
        ("qualite", [("title", "Systèmes de management de la qualité - Exigences")]),
        ("quality man", [("title", "Quality management systems - Requirements")]),
        ("менед", [("title", "Системы менеджмента качества. Требования")]),
        ("require", [("word", "requirements")]),
        ("", []),
        ("zzzz", []),
        ("…", []),
    ],
)  # fmt: skip
def test_what_is_offered(book, text, wanted):
    found = [(one.kind, one.text) for one in suggest(book, text)]
    assert [one for one in wanted if one in found] == wanted
    assert bool(found) is bool(wanted)


def test_the_number_that_was_read_leads(book):
    first = suggest(book, "iso9001", reading=("iso9001",))[0]
    assert (first.kind, first.id, first.number) == ("number", 7, "ISO 9001:2015")
    assert first.title == "Quality management systems - Requirements"


@pytest.mark.parametrize("limit", [1, 3, 5])
def test_no_more_than_asked_for(book, limit):
    for text in ("标准", "quality", "gb", "1"):
        assert len(suggest(book, text, limit=limit)) <= limit


def test_one_title_is_offered_once(book):
    titles = [one.text for one in suggest(book, "生活饮用水") if one.kind == "title"]
    assert titles == ["生活饮用水卫生标准"]


@pytest.mark.parametrize("text", ["gbt1.", "GB/T 1.", "t1.1", "gbt1.1-20"])
def test_a_number_begun_without_its_slash(tmp_path, text):
    rebuild(tmp_path, [replace(entry(1, "GB/T 1.1-2020"), keys=("gb/t1.1-2020", "gbt112020"))])
    assert [one.id for one in suggest(Reader(tmp_path), text)] == [1]
