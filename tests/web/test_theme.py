"""Light, dark, or as the device likes: chosen by a form, kept in a cookie, told by the server."""

import re
from pathlib import Path

import bootstrap
import pytest
from django.contrib.staticfiles import finders

from tests.web.pages import tree

DARK = "//link[contains(@href, 'dark.css')]/@media"


@pytest.mark.parametrize(
    ("cookie", "attribute", "media"),
    [
        (None, None, ["screen and (prefers-color-scheme: dark)"]),
        ("auto", None, ["screen and (prefers-color-scheme: dark)"]),
        ("light", "light", []),
        ("dark", "dark", ["screen"]),
        ("pink", None, ["screen and (prefers-color-scheme: dark)"]),
    ],
)
def test_server_tells_the_colours(client, cookie, attribute, media):
    if cookie:
        client.cookies["guiju_theme"] = cookie
    page = tree(client.get("/"))
    assert page.get("data-bs-theme") == attribute
    assert page.xpath(DARK) == media


def test_choice_is_kept_and_leads_back(client):
    response = client.post("/theme/", {"theme": "dark", "next": "/search/?q=a"})
    cookie = response.cookies["guiju_theme"]
    assert (response.status_code, response.url) == (302, "/search/?q=a")
    assert (cookie.value, cookie["httponly"], cookie["samesite"]) == ("dark", True, "Lax")


def test_unknown_choice_is_not_kept(client):
    response = client.post("/theme/", {"theme": "pink", "next": "/"})
    assert dict(response.cookies) == {}


@pytest.mark.parametrize("there", ["", "https://evil.example/", "//evil.example/", "javascript:1"])
def test_leads_nowhere_else(client, there):
    assert client.post("/en/theme/", {"theme": "dark", "next": there}).url == "/en/"


def test_looking_changes_nothing(client):
    assert client.get("/theme/").status_code == 405


def names(css, selector):
    block = re.search(re.escape(selector) + r"\s*\{(.*?)\}", css, re.S)
    return set(re.findall(r"(--[\w-]+)\s*:", block.group(1)))


def ours(name):
    return Path(finders.find(f"guiju/{name}")).read_text("utf-8")


def test_every_colour_of_bootstrap_is_told_in_ours():
    """In "auto" no attribute switches Bootstrap's dark block on, so ours must cover all of it."""
    path = Path(bootstrap.__file__).parent / "static/bootstrap/css/bootstrap.min.css"
    theirs = names(path.read_text("utf-8"), "[data-bs-theme=dark]")
    told = names(ours("theme.css"), '[data-bs-theme="dark"]')
    told |= names(ours("dark.css"), '[data-bs-theme="dark"]')
    assert theirs - told == set()


def test_light_and_dark_name_the_same_colours():
    colours = {
        name
        for name in names(ours("theme.css"), "[data-bs-theme]")
        if not re.match(r"--bs-.*(?<!-rgb)$|--gj-(sans|serif|mono|measure|radius)", name)
    }
    assert names(ours("dark.css"), '[data-bs-theme="dark"]') == colours
