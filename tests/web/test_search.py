"""One box searches what every app registered, and takes whatever is typed."""

import pytest

from guiju.web import searching
from guiju.web.searching import Group, Hit, Query, read_query
from tests.web.pages import tree, words

STATUS = "//main//*[@role='status']"


@pytest.fixture
def asked(monkeypatch):
    """One source that finds plans, one that finds nothing; what they were asked."""
    queries = []

    def plans(viewer, query, limit):
        queries.append((viewer.signed_in, query, limit))
        return Group("计划", [Hit("<b>行动</b>计划", "/plans/1/", "标题")], 12)

    def nothing(viewer, query, limit):
        return Group("机构", [], 0)

    monkeypatch.setattr(searching, "sources", [plans, nothing])
    return queries


def test_groups_what_was_found(client, asked):
    response = client.get("/search/", {"q": "计划"})
    assert asked == [(False, "计划", 10)]
    assert words(response, STATUS) == ["共找到 12 条"]
    assert words(response, "//main//section/h2") == ["计划 12"]
    assert words(response, "//main//ol/li") == ["<b>行动</b>计划 标题"]
    assert tree(response).xpath("//main//ol//a/@href") == ["/plans/1/"]
    assert words(response, "//main//section/p") == [
        "共 12 条，这里是前 1 条；多输入几个字可以缩小范围。"
    ]


def test_group_may_lead_to_all_it_found(client, monkeypatch):
    group = Group("计划", [Hit("甲", "/1/", "")], 12, "/plans/?q=x")
    monkeypatch.setattr(searching, "sources", [lambda viewer, query, limit: group])
    page = tree(client.get("/en/search/", {"q": "x"}))
    assert page.xpath("//main//section/p/a/text()") == ["All 12"]
    assert page.xpath("//main//section/p/a/@href") == ["/plans/?q=x"]


def test_nothing_found_says_what_to_try(client):
    response = client.get("/en/search/", {"q": "wolpertinger"})
    assert words(response, "//main//section/h2") == ["Nothing was found for “wolpertinger”"]
    assert len(words(response, "//main//section//li")) == 4


@pytest.mark.parametrize("raw", ["", "   ", "\x00\t\n", "\u3000"])
def test_nothing_asked_asks_nobody(client, asked, raw):
    response = client.get("/search/", {"q": raw})
    assert response.status_code == 200
    assert asked == []
    assert words(response, "//main/p") == ["请在上面输入词语或编号。"]


@pytest.mark.parametrize(
    "raw", ["国", "' OR 1=1 --", "%_\\", "<script>alert(1)</script>", '"><img src=x>', "🀄" * 3]
)
def test_any_sign_is_only_text(client, asked, raw):
    response = client.get("/search/", {"q": raw})
    assert asked == [(False, raw, 10)]
    page = tree(response)
    assert page.xpath("//main//input[@name='q']/@value") == [raw]
    assert page.xpath("//script | //img") == []


def test_long_query_is_cut_with_a_sentence(client, asked):
    response = client.get("/search/", {"q": "标" * 10_000})
    assert asked == [(False, "标" * 200, 10)]
    assert words(response, "//*[contains(@class, 'gj-message-warning')]") == [
        "检索词过长，只检索了前 200 个字符。"
    ]


@pytest.mark.parametrize(
    ("raw", "query"),
    [
        (" GB/T  1.1\t2020 ", Query("GB/T 1.1 2020", cut=False)),
        ("a\x00b", Query("a b", cut=False)),
        ("标" * 200, Query("标" * 200, cut=False)),
        ("a" * 199 + " b", Query("a" * 199, cut=True)),
    ],
)
def test_query_is_read(raw, query):
    assert read_query(raw) == query
