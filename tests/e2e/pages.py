"""What the journeys share: the address of a page, and checks that hold on every page."""

from axe_playwright_python.sync_playwright import Axe

SERIOUS = {"serious", "critical"}
WANTED = {"resultTypes": ["violations"]}  # without the nodes that pass, which take time


# Each language, width and scheme, and each two of them together; not all three.
WAYS_TO_LOOK = (
    ("zh", 360, "light"),
    ("zh", 1280, "dark"),
    ("en", 360, "dark"),
    ("en", 1280, "light"),
)


def path(language, address="/"):
    """The address of a page in a language: "zh" or "en"."""
    return f"/en{address}" if language == "en" else address


def open_menu(page, name):
    """Open a <details> by its words; the header has two copies, of which one is displayed."""
    page.locator("summary:visible", has_text=name).click()


def assert_accessible(page):
    """Axe finds nothing serious; what it finds is shown with the place."""
    found = [
        f"{violation['id']}: {violation['help']} at {node['target']} {node['html'][:160]}"
        for violation in Axe().run(page, options=WANTED).response["violations"]
        if violation["impact"] in SERIOUS
        for node in violation["nodes"]
    ]
    assert not found, "\n".join([page.url, *found])


def assert_fits(page):
    """The page itself does not scroll sideways, whatever its tables do."""
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= page.viewport_size["width"], f"{page.url} is {width} px wide"


def assert_one_heading(page):
    headings = page.locator("h1").all_inner_texts()
    assert len(headings) == 1, f"{page.url} has the headings {headings}"


def check_page(page, axe=True):
    """All that holds on every page; axe takes ten times as long as the rest."""
    assert_one_heading(page)
    assert_fits(page)
    if axe:
        assert_accessible(page)
