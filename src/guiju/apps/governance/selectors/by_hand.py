"""What the office changes by hand: the very records, found within their plan."""

from typing import TypeVar

from django.db.models import Model, QuerySet

from guiju.apps.governance.models import Action, Assignment, Measure, Note, Plan
from guiju.apps.governance.selectors.plans import visible_plans
from guiju.core.errors import NotFoundError
from guiju.core.plans import normal_name
from guiju.web.access import Rule
from guiju.web.viewer import Viewer

Record = TypeVar("Record", bound=Model)


def plan_to_change(viewer: Viewer, slug: str, rule: Rule) -> Plan:
    """A plan that this viewer may change under `rule`. Raises NotFoundError or RefusedError."""
    plan = visible_plans(viewer).filter(slug=slug).first()
    if plan is None:
        raise NotFoundError(slug)
    rule.check(viewer, plan)
    return plan


def _one(rows: QuerySet[Record], pk: int) -> Record:
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotFoundError(f"{pk}")
    return found


def note_in(plan: Plan, pk: int) -> Note:
    rows = Note.objects.filter(measure__plan=plan, withdrawn=None, measure__withdrawn=None)
    return _one(rows.select_related("measure__plan"), pk)


def assignment_in(plan: Plan, pk: int) -> Assignment:
    rows = Assignment.objects.filter(note__measure__plan=plan)
    return _one(rows.select_related("note__measure__plan"), pk)


def action_in(plan: Plan, pk: int) -> Action:
    rows = Action.objects.filter(measure__plan=plan, withdrawn=None)
    return _one(rows.select_related("measure__plan"), pk)


def measures_in(plan: Plan) -> list[Measure]:
    return list(Measure.objects.filter(plan=plan, withdrawn=None).order_by("order"))


def open_name(plan: Plan, asked: str) -> str:
    """A written name that nobody is known to bear, as it stands in the plan."""
    rows = Assignment.objects.filter(
        note__measure__plan=plan, organisation=None, until=None, note__withdrawn=None
    )
    for written in rows.order_by("pk").values_list("as_written", flat=True):
        if normal_name(written) == normal_name(asked):
            return written
    raise NotFoundError(asked)
