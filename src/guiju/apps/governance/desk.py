"""What waits on the viewer's desk, told to the home page."""

from django.urls import reverse
from django.utils.translation import gettext as _

from guiju.apps.governance.rules.reports import desks
from guiju.apps.governance.selectors.inbox import inbox
from guiju.apps.governance.selectors.work import returned_reports
from guiju.web.panels import Panel
from guiju.web.viewer import Viewer


def work_panels(viewer: Viewer) -> list[Panel]:
    """The reports that wait for a decision, and those that were sent back; none if there is none."""
    url, found = reverse("governance:work"), []
    if viewer.holds("office") and (count := inbox(viewer).count()):
        text = _("Progress reports that organisations have handed in.")
        found.append(Panel(_("Reports to decide on"), url, text, count, waits=True))
    if desks(viewer) and (count := returned_reports(viewer).count()):
        text = _("The office sent these back to be revised.")
        found.append(Panel(_("Returned reports"), url, text, count, waits=True))
    return found
