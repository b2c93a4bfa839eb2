"""The search page: what it finds, says and offers, whatever the address says."""

import re
from urllib.parse import quote

import pytest
import time_machine

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("searching")]


@pytest.fixture(autouse=True)
def on_one_day():
    with time_machine.travel("2026-01-05 12:00 +08:00", tick=False):
        yield


def numbers(page):
    return [
        re.sub(r"</?mark>", "", one)
        for one in re.findall(r'class="cf-hit-number"[^>]*>(.*?)</a>', page)
    ]


@pytest.fixture
def look(client):
    def open_page(query="", language=""):
        answer = client.get(f"{language}/standards/{query}")
        assert answer.status_code == 200
        return answer.content.decode()

    return open_page


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("gbt 1.1-2020", "GB/T 1.1—2020"),
        ("GBT1.1", "GB/T 1.1—2020"),
        ("\uff27\uff22 \uff13\uff18\uff13\uff18", "GB 3838—2002"),  # full width
        ("gb/t19001", "GB/T 19001—2016"),
        ("iso 9001", "ISO 9001:2015"),
    ],
)
def test_a_number_in_any_form_comes_first(look, typed, first):
    assert numbers(look(f"?q={quote(typed)}"))[0] == first


def test_two_chinese_characters_are_marked(look):
    page = look("?q=水质")
    assert "<mark>水质</mark>" in page
    assert len(numbers(page)) == 20


def test_the_state_is_that_of_the_day_asked_about(look):
    now, then = look("?q=GB/T+1.1-2009"), look("?q=GB/T+1.1-2009&on=2015-01-01")
    assert 'gj-state-warn">被代替</span>' in now
    assert 'gj-state-good">现行</span>' in then
    assert "状态截至 2015-01-01" in then
    assert 'href="/standards/GB/T_1.1-2009/?on=2015-01-01"' in then


def test_today_is_no_part_of_an_address(look):
    page = look("?q=水质&on=2026-01-05")
    assert "on=2026" not in page[page.index("<main") : page.index("</main>")]


def test_a_facet_narrows_and_its_chip_widens_again(look):
    page = look("?q=水质")
    assert "?q=%E6%B0%B4%E8%B4%A8&amp;level=national" in page
    narrowed = look("?q=水质&level=national")
    assert 'class="cf-chips"' in narrowed
    assert 'href="?q=%E6%B0%B4%E8%B4%A8"' in narrowed


def test_a_code_below_takes_the_place_of_the_code_above(look):
    page = look("?ics=13")
    assert 'href="?ics=13.060" rel="nofollow"' in page
    assert 'href="?ics=13&amp;ics=13.060"' not in page


def test_only_the_first_values_of_a_facet_are_shown_until_all_are_asked_for(look):
    page = look()
    assert page.count("more=committee") == 1
    assert look("?more=committee").count('<li><a href="?committee=') > 10


def test_pages_follow_each_other_without_gap(look):
    page, seen = look("?level=national&sort=number"), []
    for _ in range(3):
        seen += numbers(page)
        (following,) = re.findall(r'rel="next nofollow" href="([^"]+)"', page)
        page = look(following.replace("&amp;", "&"))
    assert len(seen) == len(set(seen)) == 60


def test_a_cursor_of_another_list_says_so_and_shows_the_first_page(look):
    page = look("?q=水质&cursor=abc")
    assert "翻页标记“abc”无效。请从第一页重新开始。" in page
    assert numbers(page) == numbers(look("?q=水质"))


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("?on=heute", "日期“heute”无法识别，请写作 2020-06-30；现按今天显示。"),
        ("?year_from=19x9", "年份“19x9”不是四位数字，未使用。"),
        ("?sort=beauty", "没有“beauty”这种排序，未使用。"),
        ("?state=asleep", "没有“asleep”这种状态。"),
        (f"?q={'水' * 300}", "只按前 200 个字符检索。"),
    ],
)
def test_what_cannot_be_used_is_said(look, query, sentence):
    assert f'<p class="gj-message gj-message-warning">{sentence}</p>' in look(query)


@pytest.mark.parametrize(
    "query",
    [
        "?q=%00%1f%ff%fe",
        "?q=%22%22%22%28%29%2a%3a%5b%5d%7b%7d%5e~%5c",
        "?q=<script>alert(1)</script>&ics=<b>&committee=%22%3E&issuer='",
        "?ics=%00&ccs=..&region=%ff&level=&year_from=9999&year_to=0",
        "?" + "&".join(f"ics={one}" for one in range(200)),
        "?q=AND+OR+NOT+-&sort=title&more=ics",
        "?q=%ED%A0%80&cursor=%ED%A0%80",
        "?on=0001-01-01&state=draft&state=unknown",
        "?on=9999-12-31&state=withdrawn",
    ],
)
def test_hostile_addresses_are_answered(look, query):
    page = look(query)
    assert "<script>alert" not in page
    assert "<h1>" in page


def test_nothing_found_proposes_what_would_be(look):
    page = look("?q=水质&level=group")
    assert "没有找到标准" in page
    assert 'href="?q=%E6%B0%B4%E8%B4%A8">不限 标准层级</a>' in page


def test_an_english_page_says_titles_and_names_in_english(look):
    page = look("?q=GB+3838", "/en")
    assert "Environmental quality standards for surface water" in page
    assert 'lang="zh-Hans">地表水环境质量标准</p>' in page
    assert '<span class="gj-state gj-state-good">in force</span>' in page


def test_suggestions_complete_a_number_and_a_title(client):
    answer = client.get("/standards/suggest?q=gb 38").json()["suggestions"]
    assert ("number", "GB 3838—2002", "GB_3838-2002") in [
        (one["kind"], one["text"], one["slug"]) for one in answer
    ]
    answer = client.get("/standards/suggest?q=地表水").json()["suggestions"]
    assert answer[0]["kind"] == "title"
    assert client.get("/standards/suggest?q=").json() == {"suggestions": []}


def test_a_page_asks_the_database_at_most_twice_and_then_no_more(client, django_assert_num_queries):
    from guiju.apps.catalogue.selectors.facet_names import _Names

    _Names._kept = ((), {})
    with django_assert_num_queries(2):  # names of classification codes, of committees
        client.get("/standards/")
    with django_assert_num_queries(0):
        client.get("/standards/")
    with django_assert_num_queries(0):
        client.get("/standards/suggest?q=水质")


def test_a_page_that_is_the_same_for_all_may_be_kept(client):
    first = client.get("/standards/?q=水质")
    assert first["Cache-Control"] == "private, max-age=60"
    assert client.get("/standards/suggest?q=水")["Cache-Control"] == "public, max-age=60"
    again = client.get("/standards/?q=水质", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = client.get("/en/standards/?q=水质", headers={"If-None-Match": first["ETag"]})
    assert other.status_code == 200


def test_the_page_of_somebody_known_is_not_kept(client):
    from tests.factories import accounts

    user = accounts.seated("cataloguer")
    client.force_login(user, backend="guiju.apps.accounts.backends.SeatBackend")
    answer = client.get("/standards/?q=水质")
    assert answer["Cache-Control"] == "private, no-store"
    assert "ETag" not in answer
    assert "/watching/searches/save/?q=%E6%B0%B4%E8%B4%A8" in answer.content.decode()


def test_a_stranger_is_led_through_the_sign_in_to_save_a_search(look):
    page = look("?q=水质&level=national")
    (address,) = re.findall(r'href="(/sign-in/[^"]+)">保存检索', page)
    assert address == (
        "/sign-in/?next=/watching/searches/save/%3Fq%3D%25E6%25B0%25B4%25E8%25B4%25A8"
        "%26level%3Dnational"
    )


def test_the_values_of_facets_begin_with_a_capital_in_english(client, sample_catalogue):
    context = client.get("/en/standards/?q=").context
    names = {
        choice.name.en
        for facet in context["facets"]
        if facet.key in ("level", "nature", "state")
        for choice in facet.choices
    }
    assert {"In force", "Recommended"} <= names
    assert [name for name in names if name[0].islower()] == []


def test_the_samples_have_issuers_to_narrow_by(client, sample_catalogue):
    facets = {facet.key: facet for facet in client.get("/standards/?q=").context["facets"]}
    names = [choice.name.zh for choice in facets["issuer"].choices]
    assert names[:2] == ["国家标准化管理委员会", "International Organization for Standardization"]
