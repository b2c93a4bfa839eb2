"""What plans add to the home page, to the one search box and to an organisation's page."""

from collections.abc import Callable

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from guiju.apps.accounts.models import Organisation
from guiju.apps.accounts.panels import Panel as OrganisationPanel
from guiju.apps.governance.selectors.organisations import plans_of
from guiju.apps.governance.selectors.plans import plan_rows
from guiju.apps.governance.selectors.search import (
    Found,
    actions_with,
    measures_with,
    outputs_with,
)
from guiju.apps.governance.selectors.words import in_language
from guiju.web.panels import Panel
from guiju.web.searching import Group, Hit
from guiju.web.viewer import Viewer

MOST_PANELS = 3


def plan_panels(viewer: Viewer) -> list[Panel]:
    """The newest plans that this viewer may see, and how far they are."""
    return [
        Panel(
            title=in_language(row.plan.title)[0],
            url=reverse("governance:plan", args=[row.plan.slug]),
            text=ngettext(
                "%(measures)d measure; %(done)d of %(tasks)d tasks done",
                "%(measures)d measures; %(done)d of %(tasks)d tasks done",
                row.measures,
            )
            % {"measures": row.measures, "done": row.done, "tasks": row.actions},
        )
        for row in plan_rows(viewer)[:MOST_PANELS]
    ]


def plans_found(viewer: Viewer, text: str, limit: int) -> Group:
    rows = plan_rows(viewer, query=text)
    hits = [
        Hit(
            in_language(row.plan.title)[0],
            reverse("governance:plan", args=[row.plan.slug]),
            row.plan.document_number,
        )
        for row in rows[:limit]
    ]
    return Group(_("Plans"), hits, len(rows))


Finder = Callable[[Viewer, str, int], tuple[list[Found], int]]


def _hits(
    finder: Finder, page: str, viewer: Viewer, text: str, limit: int
) -> tuple[list[Hit], int]:
    found, total = finder(viewer, text, limit)
    hits = [
        Hit(in_language(one.name)[0], reverse(page, args=[one.plan, one.pk]), one.why)
        for one in found
    ]
    return hits, total


def measures_found(viewer: Viewer, text: str, limit: int) -> Group:
    return Group(_("Measures"), *_hits(measures_with, "governance:measure", viewer, text, limit))


def actions_found(viewer: Viewer, text: str, limit: int) -> Group:
    return Group(_("Tasks"), *_hits(actions_with, "governance:action", viewer, text, limit))


def outputs_found(viewer: Viewer, text: str, limit: int) -> Group:
    return Group(_("Named outputs"), *_hits(outputs_with, "governance:output", viewer, text, limit))


def organisation_panel(viewer: Viewer, organisation: Organisation) -> OrganisationPanel | None:
    """The plans that give an organisation a duty."""
    rows = plans_of(viewer, organisation.pk)
    context = {"rows": rows, "organisation": organisation}
    return OrganisationPanel("governance/organisation_panel.html", context) if rows else None
