"""One act at a time in a project (逐件办理): its row is locked, then its case is read."""

from typing import NamedTuple

from guiju.apps.development.models import Project
from guiju.apps.development.rules.actors import actor_of, procedure_of
from guiju.apps.development.selectors.cases import load
from guiju.apps.development.services.errors import StaleProjectError
from guiju.core.procedures.case import Actor, Case
from guiju.core.procedures.model import Procedure
from guiju.web.viewer import Viewer


class Opened(NamedTuple):
    """A project under lock, its procedure, its case, and who acts."""

    project: Project
    procedure: Procedure
    case: Case
    actor: Actor


def opened(project: Project, by: Viewer, seen: int | None = None) -> Opened:
    """Lock a project and read it. Raises StaleProjectError if there were steps since `seen`."""
    locked = Project.objects.select_for_update().get(pk=project.pk)
    procedure, case = procedure_of(locked), load(locked)
    if seen is not None and seen != len(case.history):
        title = procedure.transitions[case.history[-1].transition].title
        raise StaleProjectError(title.zh, title.en)
    return Opened(locked, procedure, case, actor_of(by, locked))
