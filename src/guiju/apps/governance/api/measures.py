"""The rows of the ledger: measures, tasks, named outputs, duties, each as a list and alone."""

from typing import Any, Literal

from ninja import Field, Query, Router, Schema

from guiju.apps.governance.api.schemas import (
    Action,
    ActionPage,
    DutyPage,
    Measure,
    MeasurePage,
    Output,
    OutputPage,
)
from guiju.apps.governance.exports import records
from guiju.apps.governance.selectors.filters import (
    ActionFilter,
    DutyFilter,
    MeasureFilter,
    OutputFilter,
)
from guiju.apps.governance.selectors.ledger import action_line, ledger, measure_line, output_line
from guiju.apps.governance.selectors.values import Duty, MeasureLine
from guiju.web.access import PUBLIC, needs
from guiju.web.request import Request
from guiju.web.schemas import Day, Id, InPath, PlanSlug, Slice

router = Router(tags=["plans"])
State = Literal["not_started", "in_progress", "done", "stopped", "overdue"]
Role = Literal["lead", "shared", "cooperating", "guiding"]
BODY = Field(
    "",
    max_length=200,
    description="A slug, `*local`, `*departments`, `*nobody` or `*name:` and a written name.",
)


class ActionQuery(Schema):
    """The filters of the page of tasks. `state` may also be `open`."""

    state: State | Literal["open", ""] = ""
    organisation: str = BODY
    role: Role | Literal[""] = ""
    kind: str = Field("", max_length=20, description="The kind word of an output, such as 平台.")
    measure: Id | None = None
    due_from: Day | None = None
    due_to: Day | None = None
    undated: Literal["", "yes"] = ""
    q: str = Field("", max_length=200)


class DutyQuery(Schema):
    """The filters of the page of duties."""

    measure: Id | None = None
    organisation: str = BODY
    role: Role | Literal[""] = ""


@router.get(
    "/plans/{slug}/measures",
    response=MeasurePage,
    summary="List the measures of a plan",
    exclude_unset=True,
)
@needs(PUBLIC)
def list_measures(
    request: Request,
    slug: PlanSlug,
    part: Query[Slice],
    state: State | Literal[""] = "",
    risk: Literal["", "none", "watch", "high"] = "",
) -> dict[str, Any]:
    """Each with all that hangs on it. Outside the plan no measure has a risk. 措施"""
    found = ledger(request.viewer, slug)
    inside = found.plan.inside
    rows = MeasureFilter(state=state, risk=risk).of(found)
    return part.page(rows, lambda one: records.measure_record(one, inside=inside))


@router.get(
    "/plans/{slug}/measures/{pk}",
    response=Measure,
    summary="Show one measure",
    exclude_unset=True,
)
@needs(PUBLIC)
def get_measure(request: Request, slug: PlanSlug, pk: InPath) -> dict[str, Any]:
    """Its responsibilities, tasks, outputs and latest accepted reports. 一项措施"""
    plan, line = measure_line(request.viewer, slug, pk)
    return records.measure_record(line, inside=plan.inside)


@router.get("/plans/{slug}/actions", response=ActionPage, summary="List tasks, filtered")
@needs(PUBLIC)
def list_actions(
    request: Request, slug: PlanSlug, part: Query[Slice], asked: Query[ActionQuery]
) -> dict[str, Any]:
    """In the order of the text. 任务"""
    rows = ActionFilter(**asked.dict()).of(ledger(request.viewer, slug))
    return part.page(rows, lambda pair: records.action_record(pair[1]))


@router.get("/plans/{slug}/actions/{pk}", response=Action, summary="Show one task")
@needs(PUBLIC)
def get_action(request: Request, slug: PlanSlug, pk: InPath) -> dict[str, Any]:
    """Its state, last day, duties and outputs. 一项任务"""
    return records.action_record(action_line(request.viewer, slug, pk)[2])


@router.get("/plans/{slug}/outputs", response=OutputPage, summary="List named outputs")
@needs(PUBLIC)
def list_outputs(
    request: Request, slug: PlanSlug, part: Query[Slice], kind: str = "", q: str = ""
) -> dict[str, Any]:
    """`kind` is the kind word, such as 平台; `q` words of the name. 成果"""
    rows = OutputFilter(kind=kind, q=q).of(ledger(request.viewer, slug))
    return part.page(rows, lambda pair: records.output_record(pair[1]))


@router.get("/plans/{slug}/outputs/{pk}", response=Output, summary="Show one named output")
@needs(PUBLIC)
def get_output(request: Request, slug: PlanSlug, pk: InPath) -> dict[str, Any]:
    """Its kind, its name, and the task that orders it. 一项成果"""
    return records.output_record(output_line(request.viewer, slug, pk)[2])


def _duty(pair: tuple[MeasureLine, Duty]) -> dict[str, Any]:
    measure, duty = pair
    where = {"measure": measure.pk, "no": measure.no, "title_zh": measure.title.zh}
    return {**records.duty_record(duty), **where}


@router.get("/plans/{slug}/duties", response=DutyPage, summary="List who answers for what")
@needs(PUBLIC)
def list_duties(
    request: Request, slug: PlanSlug, part: Query[Slice], asked: Query[DutyQuery]
) -> dict[str, Any]:
    """Each measure, body and role once, as in the matrix. 责任分工"""
    return part.page(DutyFilter(**asked.dict()).of(ledger(request.viewer, slug)), _duty)
