"""Somebody follows standards: makes a list, pastes numbers, moves it on, reads its feed.

Without JavaScript, on a telephone, in each language.
"""

import pytest
from django.utils.translation import gettext, override

from guiju.apps.catalogue.models import WatchList
from guiju.apps.catalogue.services import saved
from tests.e2e.pages import check_page, path
from tests.factories import accounts
from tests.factories import catalogue as make

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def owner():
    make.editions("GB/T 1.1-2009", "GB/T 1.1-2020", "GB/T 8-2012", title_en="Example")
    make.cites("GB/T 7-2015", "GB/T 1.1-2009")
    make.cites("GB/T 9-2021", "GB/T 1.1")
    return accounts.user("owner")


def words(language, english):
    with override("en" if language == "en" else "zh-hans"):
        return gettext(english)


def test_a_list_from_paste_to_feed(open_page, owner, language):
    page = open_page(path(language, "/watching/"), width=360, user=owner, script=False)

    def press(english):
        page.get_by_role("button", name=words(language, english)).first.click()

    page.fill("[name=name]", "示例清单")
    press("Make the list")
    page.get_by_role("link", name=words(language, "Add standards")).first.click()
    page.fill("[name=text]", "GBT 1.1-2009\nGB/T 404-2020\ngb/t8")
    press("Read the numbers")
    assert "GB/T 404-2020" in page.locator("main").inner_text()
    page.locator("form:has([name=agreed]) button").click()
    assert "GB/T 1.1—2009" in page.locator("table").inner_text()
    press("Move all to their successors")
    table = page.locator("table").inner_text()
    assert "GB/T 1.1—2020" in table
    assert "GB/T 1.1—2009" not in table
    token = WatchList.objects.get().token
    feed = page.request.get(path(language, f"/watching/feeds/{token}.atom"))
    assert "GB/T 8" in feed.text()


def test_every_page_holds_up(open_page, owner, language):
    """With rows in them, in the ways that `test_every_page` does not look."""
    viewer = accounts.viewer(owner)
    search = saved.save_search(name="示例检索", query="q=%E7%A4%BA%E4%BE%8B", by=viewer)
    width, scheme = (1280 if language == "zh" else 360), "dark"
    page = open_page(path(language, "/watching/"), width=width, scheme=scheme, user=owner)
    check_page(page)
    page.goto(path(language, "/standards/GB/T_1.1-2009/watch/"))
    check_page(page)
    page.fill("[name=name]", "示例清单")
    page.locator("main form button").first.click()
    check_page(page)
    pk = WatchList.objects.get().pk
    for address in (
        f"/watching/lists/{pk}/",
        f"/watching/lists/{pk}/add/",
        f"/watching/lists/{pk}/rename/",
        f"/watching/lists/{pk}/remove/",
        "/standards/GB/T_1.1-2009/watch/",
        "/watching/searches/",
        "/watching/searches/save/?q=a",
        f"/watching/searches/{search.pk}/rename/",
        f"/watching/searches/{search.pk}/remove/",
        "/standards/GB/T_1.1-2020/touches/",
        "/standards/GB/T_7-2015/touches/?kind=law",
        "/catalogue/rot/",
    ):
        page.goto(path(language, address))
        check_page(page)
