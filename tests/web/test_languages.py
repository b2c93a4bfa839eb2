"""The switch leads to the same page in the other language, with its query."""

import pytest

from tests.web.pages import tree

SWITCH = "//header//a[@hreflang]/@href"


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("/", "/en/"),
        ("/en/", "/"),
        ("/search/", "/en/search/"),
        ("/search/?q=%E8%AE%A1%E5%88%92&page=2", "/en/search/?q=%E8%AE%A1%E5%88%92&page=2"),
        ("/en/search/?q=a%26b", "/search/?q=a%26b"),
        ("/nowhere/?x=1", "/en/nowhere/?x=1"),
        ("/en/nowhere/", "/nowhere/"),
        ("/enough/", "/en/enough/"),
    ],
)
def test_same_page_in_the_other_language(client, here, there):
    assert set(tree(client.get(here)).xpath(SWITCH)) == {there}


def test_address_that_names_another_host_stays_here(client):
    response = client.get("/", PATH_INFO="//evil.example/")
    assert set(tree(response).xpath(SWITCH)) == {"/en/%2Fevil.example/"}


@pytest.mark.parametrize(("here", "lang"), [("/", "zh-Hans"), ("/en/", "en")])
def test_language_is_that_of_the_address_whatever_the_browser_asks(client, here, lang):
    assert tree(client.get(here, headers={"accept-language": "en,fr"})).get("lang") == lang
