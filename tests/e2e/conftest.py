"""A real browser on a real server: Debian's Chromium, no address but this machine.

    def test_something(open_page):
        page = open_page("/en/plans/")            # a new window; wide, light
        page = open_page("/", width=360, scheme="dark")
        page = open_page("/plans/", user=liaison) # signed in, without the sign-in page

At the end of the test every window is asked what went wrong in it: requests to other machines,
breaches of the content policy, errors of scripts and of the console.
"""

import os
import shutil
from urllib.parse import urlsplit

import pytest
from django.conf import settings

CHROMIUM = "/usr/bin/chromium"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WATCH_POLICY = """
document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`content policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`));
"""
# Playwright runs an event loop in this thread, which Django takes for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(items):
    """The longest begin, so that at the end no worker waits for one of them."""
    for item in items:
        if item.path.parent.name == "e2e":
            item.add_marker(pytest.mark.e2e)
    yield
    items.sort(key=lambda item: item.path.name != "test_every_page.py")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    if shutil.which(CHROMIUM) is None:
        sentence = f"no browser at {CHROMIUM}; install Debian's package chromium"
        pytest.fail(sentence) if os.environ.get("CI") else pytest.skip(sentence)
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": list(QUIET)}


class Windows:
    """The windows that a test opens, and what went wrong in them."""

    def __init__(self, browser, server):
        self.browser = browser
        self.server = server
        self.contexts = []
        self.requests = []
        self.faults = []

    def open(self, address="/", *, width=1280, height=900, scheme="light", user=None, script=True):
        """A window at an address; `user` is signed in, `script=False` turns JavaScript off."""
        context = self.browser.new_context(
            base_url=self.server.url,
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            java_script_enabled=script,
            locale="zh-CN",
            accept_downloads=True,
        )
        self.contexts.append(context)
        context.add_init_script(WATCH_POLICY)
        context.on("request", lambda request: self.requests.append(request.url))
        context.on("weberror", lambda error: self.faults.append(str(error.error)))
        context.on("console", self._console)
        if user is not None:
            context.add_cookies([self._session_of(user)])
        page = context.new_page()
        page.goto(address)
        return page

    def _console(self, message):
        # Chromium reports an error page as a failed resource; the page itself is what we test.
        document = message.page and message.location.get("url") == message.page.url
        if message.type == "error" and not (document and "status of" in message.text):
            self.faults.append(f"{message.text} ({message.location.get('url')})")

    def _session_of(self, user):
        from django.test import Client

        client = Client()
        client.force_login(user, backend="guiju.apps.accounts.backends.SeatBackend")
        session = client.cookies[settings.SESSION_COOKIE_NAME]
        return {"name": session.key, "value": session.value, "url": self.server.url}

    def shut(self):
        """Close all windows; the server's last connections end with them."""
        while self.contexts:
            self.contexts.pop().close()

    def close(self):
        """Close all; what went wrong is told here."""
        self.shut()
        here = urlsplit(self.server.url).netloc
        away = [
            url
            for url in self.requests
            if urlsplit(url).scheme not in {"data", "blob", "about"}
            and urlsplit(url).netloc != here
        ]
        assert (away, self.faults) == ([], [])


@pytest.fixture
def windows(browser, live_server):
    opened = Windows(browser, live_server)
    yield opened
    opened.close()


@pytest.fixture
def open_page(windows):
    """Opens pages and checks at the end that nothing went wrong in any."""
    return windows.open


@pytest.fixture(params=["zh", "en"])
def language(request):
    return request.param
