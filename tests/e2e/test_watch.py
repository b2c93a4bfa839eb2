"""The watch over the windows sees what it is there for."""

import contextlib

import pytest
from playwright.sync_api import Error

from tests.e2e.conftest import Windows
from tests.e2e.pages import assert_accessible, assert_fits


@pytest.fixture
def watched(browser, live_server):
    """Windows whose end the test itself asks for."""
    windows = Windows(browser, live_server)
    yield windows
    windows.shut()


def test_request_to_elsewhere(watched):
    page = watched.open("/")
    with contextlib.suppress(Error):
        page.goto("http://127.0.0.1:9/elsewhere")
    with pytest.raises(AssertionError, match=r"http://127\.0\.0\.1:9/elsewhere"):
        watched.close()


@pytest.mark.parametrize(
    ("act", "told"),
    [
        ("document.body.setAttribute('style', 'color: red')", "content policy: style-src"),
        ("fetch('https://elsewhere.example/').catch(() => 0)", "content policy: connect-src"),
        ("console.error('the console speaks')", "the console speaks"),
        ("setTimeout(() => { throw new Error('a script broke') })", "a script broke"),
    ],
)
def test_fault_in_a_page(watched, act, told):
    page = watched.open("/")
    page.evaluate(act)
    page.wait_for_function("true")
    with pytest.raises(AssertionError, match=told):
        watched.close()


def test_missing_part_of_a_page(watched):
    page = watched.open("/")
    page.evaluate(
        "new Promise(end => { const i = new Image(); i.onerror = end; i.src = '/no.png' })"
    )
    with pytest.raises(AssertionError, match=r"/no\.png"):
        watched.close()


def test_page_that_some_cannot_use(watched):
    page = watched.open("/")
    page.evaluate("document.querySelector('main').append(new Image())")
    with pytest.raises(AssertionError, match="image-alt"):
        assert_accessible(page)


def test_page_that_scrolls_sideways(watched):
    page = watched.open("/", width=360)
    page.evaluate("document.querySelector('main').append('x'.repeat(200))")
    page.evaluate("document.querySelector('main').classList.add('text-nowrap')")
    with pytest.raises(AssertionError, match=r"is \d+ px wide"):
        assert_fits(page)
