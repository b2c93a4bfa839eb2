"""What the library adds to a standard's page: the way to its texts."""

from guiju.apps.accounts.panels import Panel
from guiju.apps.catalogue.models import Edition
from guiju.apps.library.rules import WRITE_TEXT
from guiju.apps.library.selectors.texts import texts_of
from guiju.web.viewer import Viewer


def text_panel(viewer: Viewer, edition: Edition) -> Panel | None:
    """The published texts; for a cataloguer also the way to add one."""
    rows = texts_of(viewer, edition)
    published = [one for one in rows if one.state == "published"]
    may_write = WRITE_TEXT.allows(viewer)
    if not published and not may_write:
        return None
    context = {"edition": edition, "texts": published, "may_write": may_write}
    return Panel("library/standard_panel.html", context)
