"""The event of an act in a project (项目日志)."""

from typing import Any

from guiju.apps.development.models import Project
from guiju.apps.journal.services import record
from guiju.web.viewer import Viewer


def journal_act(
    act: str,
    project: Project,
    by: Viewer,
    *,
    reason: str = "",
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    **details: Any,
) -> None:
    """One entry of the journal for one act in a project, within its transaction."""
    record(
        by=by,
        action=f"development.{act}",
        subject=f"development.project:{project.pk}",
        organisation=project.organisation_id,
        before=before,
        after=after,
        reason=reason.strip(),
        details=details,
    )
