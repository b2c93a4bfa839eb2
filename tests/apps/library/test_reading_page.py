"""The reading page: who sees what of it, in which language, on which day."""

import re

import pytest
from django.urls import reverse

from guiju.apps.catalogue.address import slug_of
from guiju.apps.library.selectors.documents import document_by_name
from tests.factories import accounts, catalogue
from tests.factories import library as make

pytestmark = pytest.mark.django_db
KEY = "T/EXAMPLE 1-2026"


def page(client, key=KEY, name="text", language="zh", args=(), **query):
    address = reverse(f"library:{name}", args=[slug_of(key), *args])
    return client.get(("/en" if language == "en" else "") + address, query)


def body(answer):
    return answer.content.decode()


def sign_in(client, role):
    client.force_login(accounts.seated(role), backend="guiju.apps.accounts.backends.SeatBackend")


def headings(answer):
    return re.findall(r"<h[2-6] id=\"([^\"]+)\" class=\"lt-heading", body(answer))


def test_the_whole_text_with_an_anchor_for_each_address(client):
    text = make.text()
    answer = page(client)
    assert answer.status_code == 200
    assert (
        len(headings(answer))
        == text.passages.exclude(kind__in=("term", "table", "figure", "formula")).count()
    )
    for address in text.passages.values_list("address", flat=True):
        assert f'id="{address}"' in body(answer)
    assert body(answer).count("<h1") == 1
    assert " style=" not in body(answer)
    assert "<script" not in body(answer)


def test_an_id_stands_once(client):
    make.text()
    make.text(language="en")
    ids = re.findall(r' id="([^"]+)"', body(page(client, beside="en", q="A")))
    assert sorted(set(ids)) == sorted(ids)


@pytest.mark.parametrize(
    ("language", "query", "shown"),
    [
        ("zh", {}, "zh"),
        ("en", {}, "en"),
        ("zh", {"lang": "en"}, "en"),
        ("en", {"lang": "zh"}, "zh"),
    ],
)
def test_the_language_of_the_page_comes_first(client, language, query, shown):
    make.text()
    make.text(language="en")
    answer = page(client, language=language, **query)
    assert answer.context["text"].language == shown


def test_two_languages_stand_row_by_row(client):
    make.text()
    make.text(language="en")
    rows = page(client, beside="en").context["rows"]
    assert [row for row in rows if not row.left or not row.right] == []
    assert {row.left.address == row.right.address for row in rows} == {True}


def test_drafts_are_for_cataloguers(client):
    make.draft()
    assert page(client).status_code == 404
    sign_in(client, "reader")
    assert page(client).status_code == 404
    sign_in(client, "cataloguer")
    assert page(client).status_code == 200


def test_of_a_text_that_is_not_open_the_public_reads_three_parts(client):
    make.text(is_open=False)
    answer = page(client)
    assert headings(answer) == ["1", "2", "3"]
    assert "壶体表面应无裂纹" not in body(answer)
    for name in ("findings", "provisions"):
        assert page(client, name=name).status_code == 403
    assert page(client, name="text_file", args=["md"]).status_code == 403
    sign_in(client, "cataloguer")
    assert "壶体表面应无裂纹" in body(page(client))


def test_references_lead_to_the_edition_in_force_on_the_day(client):
    make.text()
    catalogue.replaces("GB/T 191-2008", "GB/T 191-2000")
    for on, edition, words in (
        ("2005-01-01", "GB/T_191-2000", "GB/T 191—2000 现行"),
        ("2020-01-01", "GB/T_191-2008", "GB/T 191—2008 现行"),
    ):
        found = body(page(client, on=on))
        assert f'href="/standards/{edition}/?on={on}"' in found
        assert words in found


def test_words_are_marked_and_counted(client):
    make.text()
    answer = page(client, q="壶体")
    assert answer.context["hit_count"] == body(answer).count('<mark class="lt-hit"') == 9
    assert page(client, q="没有这样的词").context["hit_count"] == 0


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ({"q": "\x00壶"}, 200),
        ({"q": "(" * 500}, 200),
        ({"lang": "xx"}, 404),
        ({"version": "9" * 40}, 404),
        ({"version": "²"}, 200),
        ({"beside": "xx"}, 200),
        ({"on": "yesterday"}, 400),
    ],
)
def test_odd_questions(client, query, status):
    make.text()
    assert page(client, **query).status_code == status


def test_terms_show_their_definition(client):
    make.text()
    assert 'data-definition="注水至标线时水壶所容纳水的体积。"' in body(page(client))


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("sts.xml", "application/xml"),
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("md", "text/markdown; charset=utf-8"),
        ("json", "application/json"),
        ("html", "text/html; charset=utf-8"),
        ("original", "application/octet-stream"),
    ],
)
def test_downloads(client, form, kind):
    make.text()
    answer = page(client, name="text_file", args=[form])
    assert (answer.status_code, answer["Content-Type"]) == (200, kind)
    assert answer["Content-Disposition"].startswith('attachment; filename="')
    assert answer.content


def test_an_unknown_form_or_standard_is_not_found(client):
    make.text()
    assert page(client, name="text_file", args=["exe"]).status_code == 404
    assert page(client, key="GB/T 99999-2020").status_code == 404
    catalogue.edition("GB/T 5-2020")
    assert page(client, key="GB/T 5-2020").status_code == 404


def test_another_way_of_writing_the_number_leads_to_the_one_address(client):
    make.text()
    answer = client.get("/standards/T_EXAMPLE_1—2026/text/?lang=zh")
    assert answer.status_code in (301, 302)
    assert answer["Location"] == "/standards/T/EXAMPLE_1-2026/text/?lang=zh"


def test_the_number_of_queries_does_not_grow_with_the_text(client, django_assert_num_queries):
    make.written("GB/T 1-2020", make.SMALL.replace("示例的要求", "GB/T 191的要求"))
    make.text()
    for key in ("GB/T 1-2020", KEY):
        page(client, key=key)
        with django_assert_num_queries(QUERIES):
            page(client, key=key)


QUERIES = 8


def test_a_text_is_parsed_once(client):
    make.text()
    document_by_name.cache_clear()
    page(client)
    page(client)
    assert document_by_name.cache_info().misses == 1


def test_the_standard_s_page_leads_to_its_text(client):
    make.text()
    found = body(client.get("/standards/T/EXAMPLE_1-2026/"))
    assert 'href="/standards/T/EXAMPLE_1-2026/text/?lang=zh"' in found


def test_the_list_of_texts(client, django_assert_num_queries):
    for at in range(3):
        make.written(f"GB/T {at + 1}-2020")
    make.written("GB/T 9-2020", is_draft=True)
    with django_assert_num_queries(2):
        answer = client.get(reverse("library:texts"))
    assert [one.edition.key for one in answer.context["page"]] == [
        "GB/T 1-2020",
        "GB/T 2-2020",
        "GB/T 3-2020",
    ]
