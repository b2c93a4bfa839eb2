"""What other apps add to the pages of a standard and of a committee (标准页、委员会页的栏目).

    STANDARD_PANELS.append(text_panel)   # in AppConfig.ready()

A panel is asked with the viewer and the edition, and answers with a template and its context, or
with None where it has nothing to say. The template brings its own <h2>.
"""

from collections.abc import Callable

from guiju.apps.accounts.panels import Panel
from guiju.apps.catalogue.models import Edition
from guiju.web.viewer import Viewer

STANDARD_PANELS: list[Callable[[Viewer, Edition], Panel | None]] = []
# Asked with the number of the committee, such as SAC/TC 28/SC 6.
COMMITTEE_PANELS: list[Callable[[Viewer, str], Panel | None]] = []


def panels_of(viewer: Viewer, edition: Edition) -> list[Panel]:
    """The panels of one standard, in the order of registration."""
    asked = (panel(viewer, edition) for panel in STANDARD_PANELS)
    return [panel for panel in asked if panel is not None]


def committee_panels_of(viewer: Viewer, key: str) -> list[Panel]:
    """The panels of one committee, in the order of registration."""
    asked = (panel(viewer, key) for panel in COMMITTEE_PANELS)
    return [panel for panel in asked if panel is not None]
