"""Home is honest: only what works is a link."""

from dataclasses import replace

import pytest
from django.test import Client
from django.utils import timezone

from guiju.web import navigation, panels
from guiju.web.access import SIGNED_IN
from guiju.web.navigation import Entry, Link
from guiju.web.panels import Panel
from guiju.web.viewer import Viewer
from tests.factories import accounts
from tests.web.pages import tree, words

THINGS = "//*[contains(@class, 'gj-things')]/li"


def test_without_apps_nothing_is_open(client):
    response = client.get("/en/")
    assert words(response, THINGS + "//h3") == [
        "名录 Register",
        "文本 Document",
        "程序 Procedure",
        "条款 Provision",
        "指标 Indicator",
        "日志 Journal",
    ]
    assert words(response, THINGS + "//p[@class='gj-quiet']") == ["Not open yet"] * 6
    assert tree(response).xpath("//main//a") == []


def test_entry_stands_under_its_thing_and_in_the_header(client, monkeypatch):
    monkeypatch.setattr(navigation, "entries", [Entry("web:search", "Look", thing="document")])
    page = tree(client.get("/"))
    assert page.xpath(THINGS + "[2]//a/@href") == ["/search/"]
    assert page.xpath("//main//a/@href") == ["/search/"]
    assert page.xpath("//header//nav//a/@href") == ["/search/"] * 2


def test_panels_of_all_apps_in_their_order(client, monkeypatch):
    seen = []

    def plans(viewer):
        seen.append(viewer)
        return [Panel("计划 A", "/a/", "三十三项", 33), Panel("计划 B", "/b/", "一项")]

    monkeypatch.setattr(panels, "sources", [plans, lambda viewer: []])
    response = client.get("/")
    assert words(response, "//*[@class='gj-panel']") == ["计划 A 33 三十三项", "计划 B 一项"]
    assert seen == [Viewer(today=timezone.localdate())]


PUBLIC_VIEWER = Viewer(today=timezone.localdate())
ENTRY = Entry("web:search", "Look", thing="document")


@pytest.mark.parametrize(
    ("path", "current"),
    [("/search/", "page"), ("/search/7/", "true"), ("/", ""), ("/searching/", "")],
)
def test_navigation_knows_where_we_are(monkeypatch, path, current):
    monkeypatch.setattr(navigation, "entries", [ENTRY])
    expected = [Link("Look", "/search/", "document", True, current)]
    assert navigation.links(PUBLIC_VIEWER, path) == expected


def test_navigation_offers_only_what_the_viewer_may_open(monkeypatch):
    monkeypatch.setattr(navigation, "entries", [replace(ENTRY, rule=SIGNED_IN)])
    member = replace(PUBLIC_VIEWER, user=1, name="lin")
    assert navigation.links(PUBLIC_VIEWER) == []
    assert [link.url for link in navigation.links(member)] == ["/search/"]


def test_home_and_search_ask_the_database_nothing(client, django_assert_num_queries, db):
    with django_assert_num_queries(0):
        client.get("/")
        client.get("/search/", {"q": "x"})


def test_what_is_seldom_needed_stands_on_the_home_page_only(client, monkeypatch):
    monkeypatch.setattr(navigation, "entries", [replace(ENTRY, in_header=False)])
    page = tree(client.get("/"))
    assert page.xpath("//main//a/@href") == ["/search/"]
    assert page.xpath("//header//nav//a") == []


def test_what_waits_stands_before_what_is_open(client, monkeypatch, db):
    def both(viewer):
        return [Panel("计划 A", "/a/", "三十三项"), Panel("待审核", "/w/", "请办理", 2, waits=True)]

    monkeypatch.setattr(panels, "sources", [both])
    client.force_login(accounts.seated("office"))
    response = client.get("/")
    assert words(response, "//section[@aria-labelledby='waiting']//li") == ["待审核 2 请办理"]
    assert words(response, "//section[@aria-labelledby='open-now']//li") == ["计划 A 三十三项"]
    monkeypatch.setattr(panels, "sources", [])
    assert words(client.get("/"), "//section[@aria-labelledby='waiting']/p") == ["没有待办事项。"]
    assert "待办事项" not in words(Client().get("/"), "//h2")


def test_the_footer_leads_to_the_proof_and_the_description_of_the_api(client):
    page = tree(client.get("/"))
    assert page.xpath("//footer//a/@href") == ["/journal/verify/", "/api/v1/openapi.json", "/en/"]
