"""What waits in projects, on the home page (首页待办)."""

from django.urls import reverse
from django.utils.translation import gettext as _

from guiju.apps.development.selectors.ballots import open_for
from guiju.web.panels import Panel
from guiju.web.viewer import Viewer


def desk_panel(viewer: Viewer) -> list[Panel]:
    """Votes that are missing."""
    if not viewer.signed_in:
        return []
    if missing := open_for(viewer).filter(papers=None).count():
        text = _("Your vote is still missing.")
        url = reverse("development:ballots")
        return [Panel(_("Ballots to vote in"), url, text, missing, waits=True)]
    return []
