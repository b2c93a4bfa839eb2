"""What the library adds to a standard's page and to the one search box: its texts, their clauses."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from guiju.apps.accounts.panels import Panel
from guiju.apps.catalogue.models import Edition
from guiju.apps.library.rules import WRITE_TEXT
from guiju.apps.library.selectors.clause_rows import place_of, url_of
from guiju.apps.library.selectors.clauses import ClausesNotReadyError, find_clauses
from guiju.apps.library.selectors.texts import texts_of
from guiju.search.passages import Hit as Found
from guiju.search.passages import Query
from guiju.web.searching import Group, Hit
from guiju.web.viewer import Viewer

_WHY = 80  # characters


def text_panel(viewer: Viewer, edition: Edition) -> Panel | None:
    """The published texts; for a cataloguer also the way to add one."""
    rows = texts_of(viewer, edition)
    published = [one for one in rows if one.state == "published"]
    may_write = WRITE_TEXT.allows(viewer)
    if not published and not may_write:
        return None
    context = {"edition": edition, "texts": published, "may_write": may_write}
    return Panel("library/standard_panel.html", context)


def clauses_found(viewer: Viewer, text: str, limit: int) -> Group:
    """The first clauses in which the words stand, and the page for all; none without an index."""
    title = _("Clauses of texts")
    try:
        found = find_clauses(viewer, Query(on=viewer.today, text=text, limit=limit))
    except ClausesNotReadyError:
        return Group(title, [], 0)
    more = f"{reverse('library:clauses')}?{urlencode({'q': text})}"
    return Group(title, [_hit(one) for one in found.hits], found.total, more_url=more)


def _hit(found: Found) -> Hit:
    row = found.row
    title = " ".join(filter(None, (row.display, place_of(row), row.title)))
    return Hit(title=title, url=url_of(row), why=found.snippet.text[:_WHY])
