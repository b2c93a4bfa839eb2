"""The shell in a real browser: both languages, light and dark, phone and desk, with the keyboard."""

import pytest
from playwright.sync_api import expect

from tests.e2e.pages import WAYS_TO_LOOK, check_page, open_menu, path
from tests.factories import accounts

ADDRESSES = ["/", "/search/", "/search/?q=%E6%B2%A1%E6%9C%89%E7%9A%84%E8%AF%8D", "/nowhere/"]
GROUND = "getComputedStyle(document.body).backgroundColor"
LIGHT, DARK = "rgb(247, 245, 239)", "rgb(21, 25, 28)"


@pytest.mark.parametrize(("language", "width", "scheme"), WAYS_TO_LOOK)
@pytest.mark.parametrize("address", ADDRESSES)
def test_page_is_sound(open_page, address, language, width, scheme):
    page = open_page(path(language, address), width=width, scheme=scheme)
    assert page.evaluate(GROUND) == (DARK if scheme == "dark" else LIGHT)
    check_page(page)


def test_colours_follow_the_device_until_chosen(open_page):
    page = open_page("/search/?q=x", scheme="dark")
    assert page.evaluate(GROUND) == DARK
    open_menu(page, "外观")
    page.get_by_role("button", name="浅色").click()
    expect(page).to_have_url("/search/?q=x")
    assert page.evaluate(GROUND) == LIGHT
    page.goto("/en/")
    assert page.evaluate(GROUND) == LIGHT
    open_menu(page, "Colours")
    expect(page.get_by_role("button", name="Light")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Dark").click()
    page.emulate_media(color_scheme="light")
    assert page.evaluate(GROUND) == DARK


def test_works_without_scripts(open_page):
    page = open_page("/", script=False)
    open_menu(page, "外观")
    page.get_by_role("button", name="深色").click()
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")
    page.get_by_label("您要查什么？").fill("标准")
    page.get_by_role("main").get_by_role("button", name="检索").click()
    expect(page).to_have_url("/search/?q=%E6%A0%87%E5%87%86")


def test_language_switch_stays_on_the_page(open_page):
    page = open_page("/search/?q=%E8%AE%A1%E5%88%92")
    page.get_by_role("link", name="English", exact=True).click()
    expect(page).to_have_url("/en/search/?q=%E8%AE%A1%E5%88%92")
    expect(page.get_by_role("heading", level=1)).to_have_text("Search")
    page.get_by_role("link", name="中文", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("检索")


def test_first_key_offers_the_content(open_page):
    page = open_page("/en/search/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()


def test_focus_can_be_seen(open_page):
    page = open_page("/en/")
    page.get_by_role("link", name="规矩 Guiju").focus()
    page.keyboard.press("Tab")
    ring = page.evaluate(
        "(({outlineStyle, outlineWidth}) => [outlineStyle, outlineWidth])"
        "(getComputedStyle(document.activeElement))"
    )
    assert ring == ["solid", "3px"]


def test_menu_on_a_phone(open_page):
    page = open_page("/en/", width=360)
    switch = page.get_by_role("link", name="中文", exact=True)
    expect(switch).to_be_hidden()
    open_menu(page, "Menu")
    expect(switch).to_be_visible()
    check_page(page)
    open_menu(page, "Colours")
    check_page(page)
    page.get_by_role("button", name="Dark").click()
    assert page.evaluate(GROUND) == DARK


def test_paper_shows_the_text_in_black_on_white(open_page):
    page = open_page("/nowhere/", scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(GROUND) == "rgb(255, 255, 255)"
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("search")).to_have_count(0)
    expect(page.get_by_text("外观").first).to_be_hidden()


def test_window_of_somebody_signed_in(open_page):
    page = open_page("/", user=accounts.user("lin"))
    open_menu(page, "lin")
    check_page(page)
    page.get_by_role("button", name="退出登录").click()
    expect(page.get_by_role("link", name="登录")).to_be_visible()
