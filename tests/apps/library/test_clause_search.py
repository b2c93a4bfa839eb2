"""The page of the clause search, the same for programs, and its place in the one search box."""

import re
from html import unescape

import pytest
from django.urls import reverse

from guiju.apps.library.services.indexing import bring_up_to_date
from guiju.apps.library.views import clauses
from tests.factories import accounts, catalogue
from tests.factories import library as make
from tests.factories.api import caller

pytestmark = pytest.mark.django_db
NEW, OLD = "GB/T 90001-2026", "GB/T 90001-2020"
CLAUSES = "# 1 范围\n\n本文件规定了示例。\n\n" + "\n\n".join(
    f"# {at} 示例{at}\n\n长度应不小于{at} mm。" for at in range(2, 32)
)


@pytest.fixture
def texts():
    catalogue.replaces(NEW, OLD)
    make.written(NEW)
    make.written(OLD)
    make.text(2026, "en")
    bring_up_to_date()


def opened(client, query, language=""):
    return client.get(f"{language}/texts/search/{query}").content.decode()


def hits(page):
    """Where each hit leads, and its words with [ ] around those that are marked."""
    found = []
    for item in re.findall(r'<li class="cf-hit">(.*?)</li>', page, re.DOTALL):
        address = unescape(re.search('href="([^"]*)"', item)[1])
        words = re.search(r'<p class="lc-snippet"[^>]*>(.*?)</p>', item, re.DOTALL)[1]
        marked = re.sub(r"<mark>(.*?)</mark>", r"[\1]", words)
        found.append((address, " ".join(unescape(marked).split())))
    return found


def test_a_hit_leads_to_its_place_and_shows_its_words(client, texts):
    page = opened(client, "?q=长度")
    assert hits(page) == [
        ("/standards/GB/T_90001-2026/text/?lang=zh#4", "示例物的[长度]应不小于60 mm。"),
        ("/standards/GB/T_90001-2020/text/?lang=zh#4", "示例物的[长度]应不小于60 mm。"),
    ]
    assert "共找到 2 个条款" in " ".join(page.split())
    reading = client.get("/standards/GB/T_90001-2026/text/?lang=zh").content.decode()
    assert 'id="4"' in reading


def test_the_day_is_carried_on(client, texts):
    page = opened(client, "?q=长度&on=2021-01-05")
    assert {address.partition("?")[2] for address, _ in hits(page)} == {"lang=zh&on=2021-01-05#4"}
    assert "状态截至 2021-01-05" in " ".join(page.split())


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("?q=长度&state=in_force", 1),
        ("?q=长度&state=in_force&state=superseded", 2),
        ("?q=长度&kind=term", 0),
        ("?q=示例物&kind=term", 2),
        ("?q=shall&language=en&modality=requirement&kind=clause", 12),
        ("?q=shall&language=zh", 0),
    ],
)
def test_filters(client, texts, query, count):
    page = client.get(f"/texts/search/{query}")
    assert page.context["found"].total == count


def test_a_filter_says_how_many_it_leaves_and_is_taken_off_again(client, texts):
    page = client.get("/texts/search/?q=示例物&kind=term")
    kinds = {one.key: one for one in page.context["facets"]}["kind"]
    said = [(one.name.zh, one.total, one.is_chosen, one.address) for one in kinds.choices]
    term = ("术语条目", 2, True, "?q=%E7%A4%BA%E4%BE%8B%E7%89%A9")
    assert (term in said, len(said)) == (True, 2)
    assert [one.address for one in page.context["chips"]] == [term[3]]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("?q=没有的词", "没有找到条款"),
        ("?q=长度&kind=x", "没有“x”这个筛选值，未使用。"),
        ("?q=长度&on=2021", "日期“2021”无法识别"),
        (f"?q={'长' * 201}", "只按前 200 个字符检索。"),
        ("", "在文本中查找条款"),
        ("?q=%00&page=-1", "在文本中查找条款"),
        ("?q=长度&page=99999999999999999999", "共找到 2 个条款"),
    ],
)
def test_what_the_page_says(client, texts, query, said):
    assert said in " ".join(opened(client, query).split())


def test_pages_of_a_long_list(client, django_assert_num_queries):
    make.written(NEW, CLAUSES)
    bring_up_to_date()
    with django_assert_num_queries(1):
        first = client.get("/texts/search/?q=长度")
    assert [one.place for one in first.context["rows"]] == [str(at) for at in range(2, 22)]
    second = client.get("/texts/search/?q=长度&page=2")
    assert [one.place for one in second.context["rows"]] == [str(at) for at in range(22, 32)]
    last = client.get("/texts/search/?q=长度&page=9")
    assert last.context["rows"] == second.context["rows"]
    with django_assert_num_queries(1):
        assert len(hits(opened(client, "?q=长度应不小于31"))) == 1
    assert clauses.PAGE == 20


def test_in_english(client, texts):
    page = opened(client, '?q="shall be marked"', "/en")
    assert hits(page)[0][0].startswith("/en/standards/T/EXAMPLE_1-2026/text/?lang=en#")
    assert "[shall be marked]" in hits(page)[0][1]
    assert "Requirement" in page


def test_the_way_there(client, texts):
    assert f'action="{reverse("library:clauses")}"' in client.get("/texts/").content.decode()
    groups = client.get("/search/?q=长度").context["groups"]
    assert [(one.title, one.total, one.more_url) for one in groups] == [
        ("文本中的条款", 2, "/texts/search/?q=%E9%95%BF%E5%BA%A6")
    ]
    assert groups[0].hits[0] == (
        "GB/T 90001—2026 4 要求",
        "/standards/GB/T_90001-2026/text/?lang=zh#4",
        "示例物的长度应不小于60 mm。",
    )


def test_for_programs(client, texts):
    call = caller(client)
    status, answer = call("get", "/library/passages?q=长度&limit=1")
    assert (status, answer["total"]) == (200, 2)
    assert answer["facets"]["state"] == {"in_force": 1, "superseded": 1}
    assert answer["items"] == [
        {
            "number": NEW,
            "display": "GB/T 90001—2026",
            "language": "zh",
            "address": "4",
            "kind": "clause",
            "label": "4",
            "title": "要求",
            "text": "要求\n示例物的长度应不小于60 mm。",
            "state": "in_force",
            "url": "http://testserver/standards/GB/T_90001-2026/text/?lang=zh#4",
            "found": {
                "title_places": [],
                "snippet": "示例物的长度应不小于60 mm。",
                "snippet_places": [[4, 6]],
                "modality": ["requirement"],
            },
        }
    ]
    _, more = call(
        "get", "/library/passages?q=长度&limit=1&offset=1&state=superseded&state=in_force"
    )
    assert [one["number"] for one in more["items"]] == [OLD]
    _, one = call("get", f"/library/passages?q=长度&number={OLD}")
    assert [each["number"] for each in one["items"]] == [OLD]
    _, listed = call("get", f"/library/passages?number={OLD}")
    assert (listed["total"], listed["facets"]) == (5, None)
    assert listed["items"][-1] == {**more["items"][0], "found": None}
    assert call("get", "/library/passages?q=长度&kind=x")[0] == 422
    status, refused = call("get", "/library/passages?q= ")
    assert (status, refused["error"]["code"]) == (400, "nothing_asked")


def test_programs_see_what_their_user_may_read(client):
    make.written(NEW, is_open=False)
    bring_up_to_date()
    call = caller(client)
    seen = {
        name: call("get", "/library/passages?q=长度", user)[1]["total"]
        for name, user in (
            ("public", None),
            ("stranger", accounts.user("stranger")),
            ("cataloguer", accounts.seated("cataloguer")),
        )
    }
    assert seen == {"public": 0, "stranger": 0, "cataloguer": 1}
