"""What other apps add to an organisation's page (机构页面的栏目).

    ORGANISATION_PANELS.append(duties_panel)   # in AppConfig.ready()

A panel is asked with the viewer and the organisation, and answers with a template and its
context, or with None where it has nothing to say. The template brings its own <h2>.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from guiju.apps.accounts.models import Organisation
from guiju.web.viewer import Viewer


class Panel(NamedTuple):
    """A template, and the context that it is rendered with."""

    template: str
    context: dict[str, Any]


ORGANISATION_PANELS: list[Callable[[Viewer, Organisation], Panel | None]] = []


def panels_of(viewer: Viewer, organisation: Organisation) -> list[Panel]:
    """The panels of one organisation, in the order of registration."""
    asked = (panel(viewer, organisation) for panel in ORGANISATION_PANELS)
    return [panel for panel in asked if panel is not None]
