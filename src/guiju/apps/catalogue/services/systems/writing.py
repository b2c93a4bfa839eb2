"""What all changes of a system share: its lock, its records for the journal, its texts."""

import re
from typing import Any

from guiju.apps.catalogue.models import StandardsSystem, SystemEntry, SystemNode
from guiju.apps.catalogue.rules import EDIT_SYSTEM
from guiju.apps.catalogue.services.systems.errors import NoReasonError, TooLongError
from guiju.apps.journal.services import record
from guiju.web.viewer import Viewer

MOST_NODES, MOST_LINES = 1_000, 5_000
_BREAKS = re.compile(r"[\x00-\x1f\x7f\s]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def locked(system: StandardsSystem, by: Viewer) -> StandardsSystem:
    """The system, held until the end of the transaction, which the viewer may change."""
    found = StandardsSystem.objects.select_for_update().get(pk=system.pk)
    EDIT_SYSTEM.check(by, found)
    return found


def line_of(text: str, most: int) -> str:
    """A text in one line. Raises TooLongError."""
    found = _BREAKS.sub(" ", text).strip()
    if len(found) > most:
        raise TooLongError(found[:20], most=most)
    return found


def text_of(text: str, most: int) -> str:
    """A text of several lines. Raises TooLongError."""
    found = _CONTROL.sub("", text.replace("\r\n", "\n")).strip()
    if len(found) > most:
        raise TooLongError(found[:20], most=most)
    return found


def needs_reason(reason: str) -> str:
    """The reason, trimmed. Raises NoReasonError when there is none."""
    if not (reason := line_of(reason, 500)):
        raise NoReasonError
    return reason


def subject_of(system: StandardsSystem) -> str:
    """All acts on a system are told of the system itself, so that its history is one list."""
    return f"catalogue.standardssystem:{system.pk}"


def tell(
    system: StandardsSystem,
    action: str,
    *,
    by: Viewer,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    reason: str = "",
    **details: Any,
) -> None:
    """The one event of an act."""
    record(
        by=by,
        action=f"catalogue.{action}",
        subject=subject_of(system),
        organisation=system.keeper_id,
        before=before,
        after=after,
        reason=reason,
        details={"system": system.slug, **details},
    )


def system_record(system: StandardsSystem) -> dict[str, Any]:
    return {
        "slug": system.slug,
        "title_zh": system.title_zh,
        "title_en": system.title_en,
        "structure": system.structure,
        "keeper": system.keeper_id,
        "explanation": system.explanation,
        "is_public": system.is_public,
        "is_example": system.is_example,
    }


def node_record(node: SystemNode) -> dict[str, Any]:
    return {
        "node": node.pk,
        "parent": node.parent_id,
        "code": node.code,
        "title_zh": node.title_zh,
        "title_en": node.title_en,
        "owner": node.owner,
    }


def entry_record(entry: SystemEntry) -> dict[str, Any]:
    return {
        "entry": entry.pk,
        "node": entry.node_id,
        "order": entry.order,
        "number": entry.number,
        "title_zh": entry.title_zh,
        "title_en": entry.title_en,
        "level": entry.level,
        "remark": entry.remark,
    }
