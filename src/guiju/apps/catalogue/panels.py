"""What other apps add to a standard's page (标准页的栏目).

    STANDARD_PANELS.append(text_panel)   # in AppConfig.ready()

A panel is asked with the viewer and the edition, and answers with a template and its context, or
with None where it has nothing to say. The template brings its own <h2>.
"""

from collections.abc import Callable

from guiju.apps.accounts.panels import Panel
from guiju.apps.catalogue.models import Edition
from guiju.web.viewer import Viewer

STANDARD_PANELS: list[Callable[[Viewer, Edition], Panel | None]] = []


def panels_of(viewer: Viewer, edition: Edition) -> list[Panel]:
    """The panels of one standard, in the order of registration."""
    asked = (panel(viewer, edition) for panel in STANDARD_PANELS)
    return [panel for panel in asked if panel is not None]
