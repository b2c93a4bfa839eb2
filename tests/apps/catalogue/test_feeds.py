"""Atom feeds: valid, in both languages, asked again cheaply, and a list's feed is a secret."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse
from lxml import etree

from guiju.apps.accounts.models import User
from guiju.apps.catalogue.models import Change
from guiju.apps.catalogue.selectors.news import news_of
from guiju.apps.catalogue.services import watching as act
from guiju.web.viewer import Viewer
from tests.factories import accounts
from tests.factories import catalogue as make

pytestmark = pytest.mark.django_db
NS = {"a": "http://www.w3.org/2005/Atom"}
FEED = "/standards/GB/T_1-2001/feed.atom"


@pytest.fixture(autouse=True)
def on_a_day():
    with time_machine.travel("2026-01-05 10:00+08:00", tick=False):
        yield


@pytest.fixture
def history():
    """GB/T 1-2001, amended, replaced, and something still to come."""
    make.editions("GB/T 1-2001", "GB/T 1-2001/XG1-2005", "GB/T 1-2011")
    make.edition("GB/T 1-2025", issued="2025-12-20", effective="2026-07-01")
    return make.found("GB/T 1-2001")


def read(answer):
    return etree.fromstring(answer.content)


def titles(answer):
    return [one.text for one in read(answer).findall("a:entry/a:title", NS)]


def test_a_standard_s_news_newest_first(client, history):
    assert titles(client.get(FEED)) == [
        "GB/T 1—2001 有新版本 GB/T 1—2025，2026-07-01 起实施。",
        "GB/T 1—2001 自 2011-07-01 起被代替。",
        "GB/T 1—2011 代替 GB/T 1—2001，2011-07-01 起实施。",
        "GB/T 1—2001 有修改：GB/T 1—2001/XG1—2005，2005-07-01 起实施。",
        "GB/T 1—2001 自 2001-07-01 起现行。",
        "GB/T 1—2001 已发布，2001-07-01 起实施。",
    ]


def test_in_english(client, history):
    answer = client.get(f"/en{FEED}")
    assert titles(answer)[1] == "GB/T 1-2001 is superseded since 2011-07-01."
    feed = read(answer)
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert [dict(link.attrib) for link in feed.findall("a:link", NS)] == [
        {"rel": "alternate", "href": "http://127.0.0.1:8000/en/standards/GB/T_1-2001/"},
        {"rel": "self", "href": f"http://127.0.0.1:8000/en{FEED}"},
        {
            "rel": "alternate",
            "type": "application/atom+xml",
            "href": f"http://127.0.0.1:8000{FEED}",
            "hreflang": "zh-hans",
        },
    ]


def test_what_atom_demands(client, history):
    """RFC 4287: one id, title and updated for the feed and each entry; authors; ids apart."""
    feed = read(client.get(FEED))
    entries = feed.findall("a:entry", NS)
    for one in (feed, *entries):
        for name in ("id", "title", "updated"):
            assert len(one.findall(f"a:{name}", NS)) == 1
        assert one.find("a:id", NS).text.startswith("urn:uuid:")
        assert date.fromisoformat(one.find("a:updated", NS).text[:10]) <= date(2026, 1, 5)
    assert feed.find("a:author/a:name", NS).text == "规矩 Guiju"
    assert feed.find("a:updated", NS).text == "2025-12-20T00:00:00+08:00"
    ids = [one.find("a:id", NS).text for one in (feed, *entries)]
    assert len(set(ids)) == len(entries) + 1
    links = [one.find("a:link", NS).get("href") for one in entries]
    assert set(links) == {"http://127.0.0.1:8000/standards/GB/T_1-2001/"}


def test_ids_stay_when_more_happens(client, history):
    before = [one.text for one in read(client.get(FEED)).findall("a:entry/a:id", NS)]
    make.edition("GB/T 1-2001/XG2-2006")
    after = [one.text for one in read(client.get(FEED)).findall("a:entry/a:id", NS)]
    assert (len(after), set(before) - set(after)) == (len(before) + 1, set())


def test_titles_of_standards_cannot_break_the_feed(client):
    make.edition("GB/T 1-2001", title_zh="<b>一\x0b & 二</b>")
    answer = client.get(FEED)
    assert read(answer).find("a:entry/a:summary", NS).text == "&lt;b&gt;一 &amp; 二&lt;/b&gt;"


def test_asked_again_it_says_nothing_new(client, history):
    first = client.get(FEED)
    assert first.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert first.headers["Cache-Control"] == "public, max-age=900"
    again = client.get(FEED, headers={"If-None-Match": first.headers["ETag"]})
    since = client.get(FEED, headers={"If-Modified-Since": first.headers["Last-Modified"]})
    assert (again.status_code, again.content) == (304, b"")
    assert (since.status_code, since.content) == (304, b"")
    with time_machine.travel("2026-01-06 10:00+08:00", tick=False):
        make.edition("GB/T 1-2001/XG2-2006")
        for name in ("If-None-Match", "If-Modified-Since"):
            value = first.headers["ETag" if name == "If-None-Match" else "Last-Modified"]
            assert client.get(FEED, headers={name: value}).status_code == 200


def test_an_unknown_standard_has_no_feed(client):
    assert client.get(FEED).status_code == 404


def test_what_was_noted_stands_beside_what_follows_from_dates(history):
    at = history.changed
    for text in ("GB/T 1—2001 自 2011-07-01 起被代替。", "GB/T 1—2001 正在修订：GB/T 1—2027。"):
        Change.objects.create(edition=history, at=at, kind="state", text_zh=text, text_en="x")
    found = news_of(Viewer(today=date(2026, 1, 5)), [history], date(2026, 1, 5))
    assert (found[0].text.zh, len(found)) == ("GB/T 1—2001 正在修订：GB/T 1—2027。", 7)


@pytest.mark.parametrize("count", [1, 30])
def test_queries_do_not_grow(count, django_assert_num_queries):
    rows = make.editions(*(f"GB/T {n}-2001" for n in range(100, 100 + count)))
    with django_assert_num_queries(5):
        assert len(news_of(Viewer(today=date(2026, 1, 5)), rows, date(2026, 1, 5))) == min(
            100, 2 * count
        )


@pytest.fixture
def watch_list():
    viewer = accounts.viewer(accounts.user("owner"))
    one = act.create_list(name="示例清单", by=viewer)
    act.watch(watch_list=one, editions=make.editions("GB/T 1-2001", "GB/T 2-2002"), by=viewer)
    return one


def test_a_list_s_feed_needs_no_account(client, watch_list):
    answer = client.get(reverse("catalogue:watch_feed", args=[watch_list.token]))
    assert titles(answer) == [
        "GB/T 2—2002 自 2002-07-01 起现行。",
        "GB/T 2—2002 已发布，2002-07-01 起实施。",
        "GB/T 1—2001 自 2001-07-01 起现行。",
        "GB/T 1—2001 已发布，2001-07-01 起实施。",
    ]
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert answer.headers["Cache-Control"] == "private, max-age=900"
    assert "owner" not in answer.content.decode()


def test_a_closed_account_has_no_feed(client, watch_list):
    User.objects.filter(pk=watch_list.owner_id).update(is_active=False)
    answer = client.get(reverse("catalogue:watch_feed", args=[watch_list.token]))
    assert answer.status_code == 404


def test_no_shared_cache_keeps_an_answer_to_somebody_signed_in(client):
    make.editions("GB/T 1-2001")
    assert client.get(FEED).headers["Cache-Control"] == "public, max-age=900"
    client.force_login(accounts.user("owner"), backend="guiju.apps.accounts.backends.SeatBackend")
    assert client.get(FEED).headers["Cache-Control"] == "private, max-age=900"


def test_an_empty_list_has_a_feed(client):
    one = act.create_list(name="x", by=accounts.viewer(accounts.user()))
    answer = client.get(reverse("catalogue:watch_feed", args=[one.token]))
    assert titles(answer) == []
    assert read(answer).find("a:updated", NS).text == "2026-01-05T02:00:00+00:00"


def test_a_new_address_closes_the_old_one(client, watch_list):
    old = reverse("catalogue:watch_feed", args=[watch_list.token])
    act.renew_feed(watch_list=watch_list, by=accounts.viewer(watch_list.owner))
    assert client.get(old).status_code == 404
    assert client.get(reverse("catalogue:watch_feed", args=[watch_list.token])).status_code == 200
