"""Nothing inline, nothing from elsewhere: the headers say so and the templates keep to it."""

import re
from pathlib import Path

import pytest

import guiju

PACKAGE = Path(guiju.__file__).parent
TEMPLATES = sorted(PACKAGE.rglob("templates/**/*.html"))
SHEETS = sorted((PACKAGE / "web" / "static").rglob("*.css"))


@pytest.mark.parametrize("address", ["/", "/en/", "/search/", "/nowhere/"])
def test_headers(client, address):
    headers = client.get(address).headers
    directives = sorted(headers["Content-Security-Policy"].split("; "))
    assert directives == [
        "base-uri 'none'",
        "default-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "img-src 'self' data:",
        "object-src 'none'",
    ]
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Permissions-Policy"] == (
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
    )


# A file of ours, which the content policy lets in; nothing stands between its tags.
OWN_SCRIPT = r"<script src=\"{% static '[\w/.-]+' %}\" defer></script>"


def faults(template):
    text = re.sub(r"{% comment %}.*?{% endcomment %}", "", template, flags=re.S)
    text = re.sub(OWN_SCRIPT, "", text)
    return re.findall(r"<script|<style|\sstyle=|\son[a-z]+=|(?:src|href)=[\"']https?:", text)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_templates_have_nothing_inline(path):
    assert faults(path.read_text("utf-8")) == []


def test_the_search_for_inline_parts_finds_them():
    evil = '<p style="x" onclick="y"><script>z</script><img src="https://e.example/">'
    assert faults(evil) == [" style=", " onclick=", "<script", 'src="https:']
    ours = """<script src="{% static 'catalogue/suggest.js' %}" defer></script>"""
    assert faults(ours) == []
    assert faults(ours.replace("defer>", "defer>act()")) == ["<script"]


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_sheets_load_nothing_from_elsewhere(path):
    text = path.read_text("utf-8")
    assert re.findall(r"@import|url\((?![\"']?data:)", text) == []
    assert len(text.splitlines()) <= 200
