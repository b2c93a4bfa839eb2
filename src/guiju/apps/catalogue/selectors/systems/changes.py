"""What was done to a system (修订记录), from the journal; who did it is told in the journal only."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from guiju.apps.catalogue.models import StandardsSystem
from guiju.apps.journal.selectors import history
from guiju.apps.journal.words import name_of
from guiju.web.viewer import Viewer

ACT_NAMES: dict[str, str | Promise] = {
    "catalogue.create_system": _("Standards system made"),
    "catalogue.edit_system": _("Standards system edited"),
    "catalogue.publish_system": _("Standards system published"),
    "catalogue.unpublish_system": _("Standards system withdrawn from the public"),
    "catalogue.remove_system": _("Standards system removed"),
    "catalogue.add_node": _("Node added"),
    "catalogue.edit_node": _("Node renamed"),
    "catalogue.move_node": _("Node moved"),
    "catalogue.remove_node": _("Node removed"),
    "catalogue.add_entry": _("Line added"),
    "catalogue.edit_entry": _("Line changed"),
    "catalogue.remove_entry": _("Line removed"),
    "catalogue.import_system_lines": _("Detail table imported"),
    "catalogue.load_example_system": _("Example system loaded"),
}


@dataclass(frozen=True, slots=True)
class SystemChange:
    """One act: when, what, and about which box and number."""

    at: datetime
    act: str
    node: str
    number: str


def changes(viewer: Viewer, system: StandardsSystem, most: int = 10) -> list[SystemChange]:
    """The last acts, newest first."""
    found = history(viewer, f"catalogue.standardssystem:{system.pk}")[:most]
    return [
        SystemChange(
            at=one.at,
            act=name_of(one.action),
            node=str(one.details.get("node", "")),
            number=str(one.details.get("number", "")),
        )
        for one in found
    ]
