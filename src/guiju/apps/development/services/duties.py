"""Deadlines are extended (延期), as far and as often as the law allows."""

from guiju.apps.development.models import Project
from guiju.apps.development.rules.projects import TAKE_STEP
from guiju.apps.development.services.attempts import attempted
from guiju.apps.development.services.errors import NotOfProjectError
from guiju.apps.development.services.keeping import keep
from guiju.apps.development.services.locking import opened
from guiju.apps.journal.services import record
from guiju.core.procedures import acts
from guiju.web.viewer import Viewer


def extend_duty(*, project: Project, duty: str, count: int, reason: str, by: Viewer) -> Project:
    """Extend a running duty by `count` units of its parameter. Raises NotAllowed."""
    with attempted("extend_duty", project, by, duty=duty):
        TAKE_STEP.check(by, project)
        now = opened(project, by)
        if duty not in now.procedure.duties:
            raise NotOfProjectError(duty)
        after = acts.extend(now.procedure, now.case, duty, by=now.actor, count=count, on=by.today)
        keep(now.project, now.procedure, now.case, after)
        record(
            by=by,
            action="development.extend_duty",
            subject=f"development.project:{project.pk}",
            organisation=now.project.organisation_id,
            reason=reason.strip(),
            details={"duty": duty, "count": count},
        )
    return now.project
