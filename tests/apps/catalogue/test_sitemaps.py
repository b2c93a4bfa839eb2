"""For robots: what not to read, and every standard in both languages, in parts that never move."""

import re
from xml.etree import ElementTree

import pytest

from guiju.apps.catalogue.selectors import addresses
from tests.factories import catalogue as make

pytestmark = pytest.mark.django_db
SPACE = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}


def tree(answer):
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/xml")
    text = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return ElementTree.fromstring(text)


@pytest.fixture
def parts_of_two(monkeypatch):
    """Three standards that stand in two parts, whatever the database's keys have come to."""
    made = make.editions("GB/T 1-2020", "GB/T 2-2020", "Q/A&B 3-2020")
    monkeypatch.setattr(addresses, "PART", max(one.pk for one in made) - 1)


def test_the_index_names_parts_that_hold_every_standard_in_both_languages(client, parts_of_two):
    parts = [
        one.text for one in tree(client.get("/sitemap.xml")).iterfind("s:sitemap/s:loc", SPACE)
    ]
    found = []
    for part in parts:
        assert part.startswith("http://testserver/sitemap-")
        found += tree(client.get(part)).iterfind("s:url", SPACE)
    assert len(parts) == 2
    assert sorted(one.find("s:loc", SPACE).text for one in found) == sorted(
        f"http://testserver{way}/standards/{slug}/"
        for way in ("", "/en")
        for slug in ("GB/T_1-2020", "GB/T_2-2020", "Q/A&B_3-2020")
    )
    others = [(one.get("hreflang"), one.get("href")) for one in found[0].iterfind("x:link", SPACE)]
    assert [language for language, _ in others] == ["zh-Hans", "en"]
    assert re.fullmatch(r"http://testserver/en/standards/.+/", others[1][1])


def test_beyond_the_last_part_there_is_none(client, parts_of_two):
    assert client.get("/sitemap-0.xml").status_code == 404
    assert client.get("/sitemap-99999.xml").status_code == 404


def test_an_empty_catalogue_has_no_parts(client):
    assert list(tree(client.get("/sitemap.xml"))) == []


def test_robots_are_kept_from_endless_ways_and_shown_the_sitemap(client):
    answer = client.get("/robots.txt")
    assert answer["Content-Type"] == "text/plain"
    assert answer.content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /standards/?",
        "Disallow: /en/standards/?",
        "Disallow: /standards/export.",
        "Disallow: /en/standards/export.",
        "Disallow: /standards/suggest",
        "Disallow: /en/standards/suggest",
        "Disallow: /catalogue/imports/",
        "Disallow: /en/catalogue/imports/",
        "",
        "Sitemap: http://testserver/sitemap.xml",
    ]


def test_unchanged_records_are_not_sent_again(client, parts_of_two):
    first = client.get("/sitemap.xml")
    assert first["Cache-Control"] == "public, max-age=3600"
    again = {"If-None-Match": first["ETag"]}
    assert client.get("/sitemap.xml", headers=again).status_code == 304
    make.edition("GB/T 4-2020")
    assert client.get("/sitemap.xml", headers=again).status_code == 200


@pytest.mark.parametrize("rows", [1, 30])
def test_a_part_costs_the_same_for_any_number(client, rows, django_assert_num_queries):
    make.editions(*(f"GB/T {one}-2020" for one in range(1, rows + 1)))
    with django_assert_num_queries(3):  # the version, how many parts, the part
        tree(client.get("/sitemap-1.xml"))
