"""Deadlines are extended (延期), as far and as often as the law allows."""

from guiju.apps.development.models import Project
from guiju.apps.development.rules.projects import TAKE_STEP
from guiju.apps.development.services.attempts import attempted
from guiju.apps.development.services.errors import NotOfProjectError
from guiju.apps.development.services.events import journal_act
from guiju.apps.development.services.keeping import keep
from guiju.apps.development.services.locking import opened
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
        journal_act("extend_duty", now.project, by, reason=reason, duty=duty, count=count)
    return now.project
