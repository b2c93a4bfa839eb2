"""What decisions on committees do (技术委员会的成立、换届、整改、撤销): the committee's state and term."""

from datetime import date
from typing import Any

from guiju.apps.development.models import Committee, Project
from guiju.apps.development.services.publishing.context import Act, StepContext
from guiju.apps.development.services.publishing.errors import NoSubjectCommitteeError
from guiju.core.procedures.calendar.files import calendar
from guiju.core.procedures.calendar.periods import add, period
from guiju.core.procedures.case import Case
from guiju.core.procedures.vocabulary import EffectKind

_State = Committee.State
_TERM = "procedures.committee_term"


def committee_prepared(project: Project, case: Case, context: StepContext) -> dict[str, Any]:
    """It may be set up (批复筹建)."""
    return _set(project, state=_State.PREPARING)


def committee_established(project: Project, case: Case, context: StepContext) -> dict[str, Any]:
    """It stands from today, for its first term (成立)."""
    on = context.by.today
    return _set(project, state=_State.ESTABLISHED, established=on, term_ends=_term(on))


def committee_renewed(project: Project, case: Case, context: StepContext) -> dict[str, Any]:
    """A new term begins today (换届)."""
    return _set(project, state=_State.ESTABLISHED, term_ends=_term(context.by.today))


def members_changed(project: Project, case: Case, context: StepContext) -> dict[str, Any]:
    """The changes of seats are acts of their own; here they are allowed (调整委员)."""
    return _set(project)


def assessment_published(project: Project, case: Case, context: StepContext) -> dict[str, Any]:
    """The grade of the assessment (考核结果)."""
    return {**_set(project), "grade": case.facts.get("grade", "")}


def rectification_ordered(project: Project, case: Case, context: StepContext) -> dict[str, Any]:
    """It is to put itself right (限期整改)."""
    return _set(project, state=_State.RECTIFYING)


def committee_ended(project: Project, case: Case, context: StepContext) -> dict[str, Any]:
    """It is revoked after an assessment, else cancelled (撤销、注销)."""
    failed = case.facts.get("again") == "failed"
    state = _State.REVOKED if failed else _State.CANCELLED
    return _set(project, state=state, ended=context.by.today)


def _term(on: date) -> date:
    length = period(_TERM, on)
    return add(calendar(), on, length.count, length.unit)


def _set(project: Project, **values: Any) -> dict[str, Any]:
    if project.committee_id is None:
        raise NoSubjectCommitteeError(project.title_zh)
    one = Committee.objects.select_for_update().get(pk=project.committee_id)
    for name, value in values.items():
        setattr(one, name, value)
    if values:
        one.save(update_fields=list(values))
    told = {name: str(value) for name, value in values.items()}
    return {"committee": one.key, **told}


COMMITTEE_ACTS: dict[EffectKind, Act] = {
    "committee_prepared": committee_prepared,
    "committee_established": committee_established,
    "committee_renewed": committee_renewed,
    "members_changed": members_changed,
    "assessment_published": assessment_published,
    "rectification_ordered": rectification_ordered,
    "committee_ended": committee_ended,
}
