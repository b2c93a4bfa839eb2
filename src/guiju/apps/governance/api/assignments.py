"""Duties given, ended and made clear by hand, each with its reason."""

from datetime import date
from typing import Any

from ninja import Field, Query, Router, Schema, Status

from guiju.apps.accounts.selectors.register import organisation_by_slug
from guiju.apps.governance.api.imports import SuggestedBody
from guiju.apps.governance.api.measures import Role
from guiju.apps.governance.models import Assignment
from guiju.apps.governance.rules.plans import ASSIGN
from guiju.apps.governance.rules.reading import KEEP_LEDGER
from guiju.apps.governance.selectors.by_hand import (
    assignment_in,
    note_in,
    open_name,
    plan_to_change,
)
from guiju.apps.governance.selectors.ledger import ledger
from guiju.apps.governance.selectors.previews import choices_for
from guiju.apps.governance.selectors.views_of_work import workload
from guiju.apps.governance.services import duties as act
from guiju.web.access import needs
from guiju.web.request import Request
from guiju.web.schemas import Day, InPath, Key, Plain, PlanSlug, Reason, Slice

router = Router(tags=["by hand"])


class AssignIn(Schema):
    """A duty that the text does not give; it holds from `since` on (today if left out)."""

    organisation: Key = Field(description="slug")
    role: Role
    since: Day | None = None
    reason: Reason


class EndIn(Schema):
    """From the day `until` on the duty no longer holds."""

    until: Day
    reason: Reason


class AssignmentOut(Schema):
    """A duty with its dates; `until` is exclusive."""

    id: int
    measure: int
    responsibility: int
    organisation: str | None
    as_written: str
    role: str
    since: date | None
    until: date | None
    by_hand: bool


class OpenName(Schema):
    """A name that no organisation is known to bear, and who may be meant."""

    name: str
    duties: int
    suggestions: list[SuggestedBody]


class OpenNamePage(Schema):
    """A part of the list, and how many there are."""

    total: int
    items: list[OpenName]


class ResolveIn(Schema):
    """Which organisation a written name means."""

    name: Plain = Field(max_length=200)
    organisation: Key = Field(description="slug")
    reason: Reason


class ResolveAnswer(Schema):
    """How many duties received their organisation."""

    name: str
    organisation: str
    duties: int


def _record(duty: Assignment, measure: int) -> dict[str, Any]:
    names = ("as_written", "role", "since", "until", "by_hand")
    return {
        "id": duty.pk,
        "measure": measure,
        "responsibility": duty.note_id,
        "organisation": duty.organisation.slug if duty.organisation else None,
        **{name: getattr(duty, name) for name in names},
    }


@router.post(
    "/plans/{slug}/responsibilities/{pk}/assignments",
    response={201: AssignmentOut},
    summary="Assign an organisation",
)
@needs(ASSIGN)
def assign(request: Request, slug: PlanSlug, pk: InPath, asked: AssignIn) -> Status[dict[str, Any]]:
    """Under a responsibility note of a measure. A duty that it has is `duty_exists`. 指定责任单位"""
    note = note_in(plan_to_change(request.viewer, slug, ASSIGN), pk)
    duty = act.assign(
        note=note,
        organisation=organisation_by_slug(asked.organisation),
        role=asked.role,
        since=asked.since,
        reason=asked.reason,
        by=request.viewer,
    )
    return Status(201, _record(duty, note.measure_id))


@router.post("/plans/{slug}/assignments/{pk}/end", response=AssignmentOut, summary="End a duty")
@needs(ASSIGN)
def end_assignment(request: Request, slug: PlanSlug, pk: InPath, asked: EndIn) -> dict[str, Any]:
    """It stays in the ledger's history. One that has ended is `duty_ended`. 终止责任"""
    duty = assignment_in(plan_to_change(request.viewer, slug, ASSIGN), pk)
    ended = act.end_assignment(assignment=duty, by=request.viewer, **asked.dict())
    return _record(ended, duty.note.measure_id)


@router.get(
    "/plans/{slug}/unresolved", response=OpenNamePage, summary="List names not yet recognised"
)
@needs(KEEP_LEDGER)
def list_unresolved(request: Request, slug: PlanSlug, part: Query[Slice]) -> dict[str, Any]:
    """The busiest first, each with the organisations that may be meant. 未识别单位名称"""
    found = ledger(request.viewer, slug)
    KEEP_LEDGER.check(request.viewer, found.plan)
    loads = [load for load in workload(found) if load.body.is_unresolved]
    shown = {load.body.name.zh: load.total for load in part.of(loads)}
    choices = choices_for(shown, request.viewer, "zh-hans")
    items = [
        {
            "name": name,
            "duties": duties,
            "suggestions": [{"slug": one.slug, "name": one.name.full} for one in choices[name]],
        }
        for name, duties in shown.items()
    ]
    return {"total": len(loads), "items": items}


@router.post(
    "/plans/{slug}/unresolved/resolve", response=ResolveAnswer, summary="Say whom a name means"
)
@needs(ASSIGN)
def resolve_name(request: Request, slug: PlanSlug, asked: ResolveIn) -> dict[str, Any]:
    """All duties under it receive the organisation, and it becomes an alias. 名称认定"""
    plan = plan_to_change(request.viewer, slug, ASSIGN)
    name = open_name(plan, asked.name)
    duties = act.resolve_name(
        plan=plan,
        name=name,
        organisation=organisation_by_slug(asked.organisation),
        reason=asked.reason,
        by=request.viewer,
    )
    return {"name": name, "organisation": asked.organisation, "duties": duties}
