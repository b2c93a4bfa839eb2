"""Findings in their places, provisions as a table, two editions compared."""

import io
import zipfile

import pytest
from django.urls import reverse

from guiju.apps.catalogue.address import slug_of
from guiju.core.documents.reading import read
from guiju.core.drafting.provisions import provisions
from tests.factories import catalogue
from tests.factories import library as make

pytestmark = pytest.mark.django_db
KEY = "T/EXAMPLE 1-2026"
BROKEN = make.SMALL.replace("应不小于60 mm", "必须不小于60 mm")


def page(client, name, key=KEY, language="zh", **query):
    address = reverse(f"library:{name}", args=[slug_of(key)])
    return client.get(("/en" if language == "en" else "") + address, query)


def body(answer):
    return answer.content.decode()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_sample_is_clean_in_both_languages(client, language):
    make.text(language=language)
    answer = page(client, "findings", lang=language)
    assert (answer.status_code, list(answer.context["marked"])) == (200, [])


def test_a_finding_is_marked_in_the_text_and_stands_in_the_list(client):
    make.written("T/EXAMPLE 2-2026", BROKEN)
    answer = page(client, "findings", key="T/EXAMPLE 2-2026")
    found = [one for one in answer.context["marked"] if one.finding.address == "4/p1"]
    assert [one.finding.severity for one in found] == ["E"]
    number, finding = found[0]
    assert BROKEN.splitlines()[-1][finding.start : finding.end] == "必须"
    assert f'<mark class="lt-finding lt-is-error" id="at-{number}">必须</mark>' in body(answer)
    assert f'id="finding-{number}"' in body(answer)
    assert finding.message.zh in body(answer)
    english = page(client, "findings", key="T/EXAMPLE 2-2026", language="en")
    assert finding.message.en.replace('"', "&quot;") in body(english)


def test_what_is_cited_and_withdrawn_is_found(client):
    make.text()
    catalogue.edition("GB/T 8170-1987", status="withdrawn", as_of="2020-01-01")
    answer = page(client, "findings")
    assert [(one.finding.rule, one.finding.address) for one in answer.context["marked"]] == [
        ("R07", "2/ref-4"),
        ("R07", "7.3/p3"),
    ]


def test_an_unknown_purpose_is_refused_with_a_sentence(client):
    make.text()
    answer = page(client, "findings", mode="anything")
    assert answer.status_code == 400
    assert "没有检查目的“anything”" in body(answer)


def test_provisions_and_their_filters(client):
    make.text()
    known = provisions(read(make.sample(), "a.md").document)
    for query, wanted in (
        ({}, len(known)),
        ({"kind": "requirement"}, sum(one.kind == "requirement" for one in known)),
        ({"clause": "6"}, sum(one.clause.split(".")[0] == "6" for one in known)),
        ({"kind": "none such"}, len(known)),
    ):
        assert (query, page(client, "provisions", **query).context["total"]) == (query, wanted)
    found = body(page(client, "provisions", limits="1"))
    assert "壶嘴拉脱力 <strong>≥ 60 N</strong>" in found


@pytest.fixture
def both():
    make.text(2025)
    make.text(2026)


def test_two_editions_compared_with_limits_first(client, both):
    answer = page(client, "comparison", to="T/EXAMPLE 1-2025")
    found = answer.context["found"]
    assert [(one.characteristic, one.change) for one in found.limits][:2] == [
        ("容量偏差", "stricter"),
        ("壶嘴拉脱力", "stricter"),
    ]
    html = body(answer)
    assert html.index("壶嘴拉脱力") < html.index('class="lt-change ')
    assert "<del>1.0</del>" in html
    assert "<ins>1.2</ins>" in html


def test_in_one_text(client, both):
    html = body(page(client, "comparison", to="T/EXAMPLE 1-2025", view="inline"))
    assert "从<del>1.0</del><ins>1.2</ins> m的高度" in html


def test_the_older_edition_is_always_the_old_text(client, both):
    for key in (KEY, "T/EXAMPLE 1-2025"):
        context = page(client, "comparison", key=key).context
        assert (context["old"].edition.year, context["new"].edition.year) == (2025, 2026)


def test_tracked_changes(client, both):
    answer = page(client, "redline", to="T/EXAMPLE 1-2025")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as file:
        document = file.read("word/document.xml").decode()
    assert "<w:ins " in document
    assert "<w:del " in document


def test_without_another_text_there_is_nothing_to_compare(client):
    make.text()
    assert page(client, "comparison").status_code == 404


def test_a_text_that_is_not_open_is_not_compared_for_the_public(client):
    make.text(2025, is_open=False)
    make.text(2026)
    assert page(client, "comparison").status_code == 403
