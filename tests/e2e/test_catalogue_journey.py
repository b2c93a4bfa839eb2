"""A stranger finds a standard, reads its state on a past day and its successors, exports and subscribes.

On a telephone, in both languages, on the sample catalogue of well-known standards.
"""

import csv
import io

import pytest
from django.utils.translation import gettext, override

from guiju.apps.accounts.models import User
from guiju.apps.catalogue.models import WatchList
from guiju.cli import demonstration
from tests.e2e.pages import check_page, path

pytestmark = pytest.mark.django_db(transaction=True)
PHONE = 360


@pytest.fixture
def catalogue(settings, tmp_path):
    settings.GUIJU_INDEX = tmp_path / "index"
    settings.VAR = tmp_path
    demonstration.load(say=lambda line: None)


class Stranger:
    """Somebody at a telephone, who reads one language."""

    def __init__(self, open_page, language, **options):
        self.language = language
        self.page = open_page(path(language), width=PHONE, **options)

    def words(self, english):
        with override("en" if self.language == "en" else "zh-hans"):
            return gettext(english)

    def say(self, zh, en):
        return en if self.language == "en" else zh

    def search(self, text):
        self.page.goto(path(self.language, "/standards/"))
        self.page.fill("#standard-search", text)
        self.page.keyboard.press("Enter")
        self.page.wait_for_url("**/standards/?q=*")
        return self.numbers()

    def numbers(self):
        self.page.locator(".cf-hit-number").first.wait_for()
        return self.page.locator(".cf-hit-number").all_inner_texts()

    def state_of(self, number):
        hit = self.page.locator(
            ".cf-hit", has=self.page.get_by_role("link", name=number, exact=True)
        )
        return hit.locator(".gj-state").inner_text()


def the_way_from_the_home_page(open_page, language):
    stranger = Stranger(open_page, language)
    page = stranger.page
    page.get_by_role("main").get_by_role(
        "link", name=stranger.words("Standards"), exact=True
    ).first.click()
    check_page(page)
    assert len(stranger.numbers()) == 20


def by_a_sloppy_number_to_a_past_day_and_down_the_chain(open_page, language):
    stranger = Stranger(open_page, language)
    page = stranger.page
    assert stranger.search("gbt1.1 2009")[0] == "GB/T 1.1—2009"
    assert stranger.state_of("GB/T 1.1—2009") == stranger.say("被代替", "superseded")
    page.fill("#standard-search-on", "2015-01-01")
    page.get_by_role("search").get_by_role("button", name=stranger.words("Search")).click()
    page.wait_for_url("**on=2015-01-01*")
    assert stranger.state_of("GB/T 1.1—2009") == stranger.say("现行", "in force")
    check_page(page)
    page.get_by_role("link", name="GB/T 1.1—2009", exact=True).click()
    assert page.locator(".cs-state").inner_text() == stranger.say("现行", "In force")
    check_page(page)
    chain = page.locator(".cs-chain .cs-member-name")
    assert "GB/T 1.1—2020" in chain.all_inner_texts()[-1]
    page.locator(".cs-chain").get_by_role("link", name="GB/T 1.1—2020").click()
    page.wait_for_url("**/standards/GB/T_1.1-2020/?on=2015-01-01")
    page.get_by_role("link", name=stranger.words("Today"), exact=True).click()
    assert page.locator(".cs-state").inner_text() == stranger.say("现行", "In force")


def by_two_characters_a_filter_and_a_file_of_the_list(open_page, language):
    stranger = Stranger(open_page, language)
    page = stranger.page
    all_numbers = stranger.search("水质")
    assert len(all_numbers) == 20
    page.locator(".cf-facets-all").click()
    level = page.get_by_role("navigation", name=stranger.words("Narrow the list"))
    level.get_by_role("link", name=stranger.say("国家标准", "national standard")).click()
    page.wait_for_url("**level=national*")
    check_page(page)
    narrowed = stranger.numbers()
    assert all(number.startswith("GB") for number in narrowed)
    with page.expect_download() as waiting:
        page.get_by_role("link", name="CSV").click()
    text = waiting.value.path().read_bytes().decode("utf-8-sig")
    _head, *rows = csv.reader(io.StringIO(text))
    assert [row[0] for row in rows[: len(narrowed)]] == [
        number.replace("—", "-") for number in narrowed
    ]
    page.locator(".cf-chips a").first.click()
    page.wait_for_url(lambda url: "level" not in url)
    assert stranger.numbers() == all_numbers


def suggestions_by_keyboard(open_page, language):
    stranger = Stranger(open_page, language)
    page = stranger.page
    page.goto(path(stranger.language, "/standards/"))
    page.locator("#standard-search").press_sequentially("gb 38")
    option = page.get_by_role("option", name="GB 3838—2002")
    option.wait_for()
    check_page(page)
    while option.get_attribute("aria-selected") == "false":
        page.keyboard.press("ArrowDown")
    assert page.locator("#standard-search").get_attribute("aria-activedescendant") == (
        option.get_attribute("id")
    )
    page.keyboard.press("Enter")
    page.wait_for_url("**/standards/GB_3838-2002/")


def escape_puts_the_suggestions_away(open_page, language):
    stranger = Stranger(open_page, language)
    page = stranger.page
    page.goto(path(stranger.language, "/standards/"))
    page.locator("#standard-search").press_sequentially("gb 38")
    page.locator(".cf-suggestions").wait_for()
    page.keyboard.press("Escape")
    assert page.locator(".cf-suggestions").is_hidden()
    assert page.input_value("#standard-search") == "gb 38"


def all_of_it_without_script(open_page, language):
    stranger = Stranger(open_page, language, script=False)
    assert stranger.search("地表水")[0] == "GB 3838—2002"
    stranger.page.locator(".cf-facets-all").click()
    stranger.page.locator(".cf-facets a[href*='level=national']").click()
    stranger.page.wait_for_url("**level=national**")
    assert stranger.numbers()[0] == "GB 3838—2002"


def a_wide_screen_shows_all_filters_at_once(open_page, language):
    page = open_page(path(language, "/standards/?q=水质"))
    assert page.locator(".cf-facets-all").is_hidden()
    assert page.locator(".cf-facets li a").first.is_visible()
    check_page(page)


def subscribed_to_a_list_and_the_search_kept(open_page, language):
    user = User.objects.get(username="most")
    someone = Stranger(open_page, language, user=user)
    page = someone.page
    someone.search("GB 5749-2022")
    page.get_by_role("link", name=someone.words("Save this search")).click()
    page.get_by_role("main").get_by_role("button", name=someone.words("Save")).click()
    assert page.get_by_role("link", name="GB 5749-2022", exact=True).is_visible()
    page.goto(path(language, "/standards/GB_5749-2022/"))
    page.get_by_role("link", name=someone.words("Watch"), exact=True).click()
    page.fill("[name=name]", "示例：饮用水")
    page.get_by_role("main").get_by_role("button", name=someone.words("Save")).click()
    watched = WatchList.objects.get(owner=user)
    assert [one.edition.key for one in watched.watches.all()] == ["GB 5749-2022"]
    page.goto(path(language, f"/watching/lists/{watched.pk}/"))
    check_page(page)
    assert page.get_by_role("link", name="GB 5749—2022").is_visible()


def test_what_a_stranger_does(open_page, windows, catalogue, language):
    """One catalogue for all of it: to load it takes longer than any part."""
    for part in (
        the_way_from_the_home_page,
        by_a_sloppy_number_to_a_past_day_and_down_the_chain,
        by_two_characters_a_filter_and_a_file_of_the_list,
        suggestions_by_keyboard,
        escape_puts_the_suggestions_away,
        all_of_it_without_script,
        a_wide_screen_shows_all_filters_at_once,
        subscribed_to_a_list_and_the_search_kept,
    ):
        part(open_page, language)
        windows.shut()
        assert (part.__name__, windows.faults) == (part.__name__, [])
