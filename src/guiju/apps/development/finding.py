"""What development adds to other pages: the one search box, a standard's page, the home page."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from guiju.apps.accounts.panels import Panel as StandardPanel
from guiju.apps.catalogue.models import Edition
from guiju.apps.development.models import Committee
from guiju.apps.development.selectors.committees import visible
from guiju.apps.development.selectors.projects import Asked, projects, projects_of, rows_of
from guiju.web.panels import Panel
from guiju.web.searching import Group, Hit
from guiju.web.viewer import Viewer


def projects_found(viewer: Viewer, text: str, limit: int) -> Group:
    """The first projects whose title or number has these words."""
    language = get_language() or "zh-hans"
    found = projects(viewer, Asked(q=text))
    total = found.count()
    rows = rows_of(viewer, found[:limit], language) if total else []
    hits = [
        Hit(
            title=one.title(language),
            url=reverse("development:project", args=[one.pk]),
            why=" ".join(filter(None, (one.plan_number, one.state.say(language)))),
        )
        for one in rows
    ]
    more = f"{reverse('development:projects')}?{urlencode({'q': text})}"
    return Group(_("Projects"), hits, total, more_url=more)


def projects_panel(viewer: Viewer, edition: Edition) -> StandardPanel | None:
    """The projects that make, revise, review or withdraw this edition, as far as they are to be seen."""
    rows = rows_of(viewer, projects_of(viewer, edition), get_language() or "zh-hans")
    if not rows:
        return None
    return StandardPanel("development/projects/standard_panel.html", {"rows": rows})


def committee_panel(viewer: Viewer, key: str) -> StandardPanel | None:
    """From the catalogue's page of a committee to its members and work."""
    found = list(visible(viewer).filter(key=key))
    return _committees(found)


def responsible_panel(viewer: Viewer, edition: Edition) -> StandardPanel | None:
    """The committees that have an edition in their care, as far as they are registered."""
    keys = edition.committees.values("committee__key")
    return _committees(list(visible(viewer).filter(key__in=keys).order_by("key")))


def _committees(found: list[Committee]) -> StandardPanel | None:
    if not found:
        return None
    return StandardPanel("development/committees/panel.html", {"committees": found})


def project_panels(viewer: Viewer) -> list[Panel]:
    """The projects in which the viewer takes part; those overdue wait."""
    if not viewer.signed_in:
        return []
    url = reverse("development:projects")
    overdue = projects(viewer, Asked(mine=True, overdue=True)).count()
    running = projects(viewer, Asked(mine=True, state="running")).count()
    found = []
    if overdue:
        text = _("A deadline of the law has passed.")
        asked = urlencode({"mine": "on", "overdue": "on"})
        found.append(Panel(_("Overdue projects"), f"{url}?{asked}", text, overdue, waits=True))
    if running:
        text = _("Standards in the making in which you take part.")
        asked = urlencode({"mine": "on", "state": "running"})
        found.append(Panel(_("My projects"), f"{url}?{asked}", text, running))
    return found
