"""Plans, numbers, approval (计划、编号、批准)."""

from typing import Any

from guiju.apps.catalogue.models import Edition
from guiju.apps.development.models import Project
from guiju.apps.development.selectors.announcements import announcement_of
from guiju.apps.development.selectors.replaced import replaced_numbers
from guiju.apps.development.selectors.standards import wanted
from guiju.apps.development.services.numbering import (
    assign_language_number,
    assign_number,
    assign_plan_number,
    assign_supplement_number,
)
from guiju.apps.development.services.publishing.context import StepContext
from guiju.apps.development.services.publishing.errors import (
    NotItsToReplaceError,
    ReplacedUnknownError,
)
from guiju.core.numbers.ending import may_end
from guiju.core.numbers.sequences import numbered_beside
from guiju.core.procedures.case import Case


def plan_issued(project: Project, case: Case, context: StepContext) -> dict[str, Any]:
    """The plan gets its number (下达计划)."""
    return {"plan_number": assign_plan_number(project, context.by.today)}


def plan_terminated(project: Project, case: Case, context: StepContext) -> dict[str, Any]:
    """The plan ends without a standard; its number is not given again (终止计划)."""
    return {"plan_number": project.plan_number, "number": project.number}


def number_assigned(project: Project, case: Case, context: StepContext) -> dict[str, Any]:
    """The standard, amendment or translation gets its number (编号)."""
    beside = numbered_beside(project.procedure)
    if beside == "language":
        return {"number": assign_language_number(project)}
    if beside:
        return {"number": assign_supplement_number(project, context.by.today, beside)}
    return {"number": assign_number(project, context.by.today)}


def approved(project: Project, case: Case, context: StepContext) -> dict[str, Any]:
    """What it replaces is in the catalogue: whole, or in part (批准).

    Raises ReplacedUnknownError, and NotItsToReplaceError for what is another's.
    """
    said = wanted(project)
    whole, partly = replaced_numbers(project, said)
    known = Edition.objects.filter(key__in=[*whole, *partly], draft=False)
    found = set(known.values_list("key", flat=True))
    for key in (*whole, *partly):
        if key not in found:
            raise ReplacedUnknownError(key)
        if not may_end(said.code, key):
            raise NotItsToReplaceError(key, code=said.code)
    return {"replaces": list(whole), "replaces_partly": list(partly)}


def announced(project: Project, case: Case, context: StepContext) -> dict[str, Any]:
    """The announcement that is in hand (公告)."""
    return {"announcement": announcement_of(project)}


def consultation_waived(project: Project, case: Case, context: StepContext) -> dict[str, Any]:
    """The waiver stands in the step itself (免于征求意见)."""
    return {"reason": context.note}


def pre_reviewed(project: Project, case: Case, context: StepContext) -> dict[str, Any]:
    """A later proposal names this project as its evidence (通过立项预审)."""
    return {"on": context.by.today.isoformat()}
