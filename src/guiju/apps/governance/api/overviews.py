"""The ledger from other sides: matrix, workload, timeline, one organisation, changes."""

from typing import Any

from django.utils import translation
from ninja import Query, Router

from guiju.apps.governance.api import view_schemas as answers
from guiju.apps.governance.exports import records
from guiju.apps.governance.selectors.changes import changes, in_words
from guiju.apps.governance.selectors.ledger import ledger
from guiju.apps.governance.selectors.organisations import organisation_work
from guiju.apps.governance.selectors.plans import plan_facts
from guiju.apps.governance.selectors.views_of_work import matrix, timeline, workload
from guiju.web.access import PUBLIC, needs
from guiju.web.request import Request
from guiju.web.schemas import BodySlug, Day, Id, PlanSlug, Slice

router = Router(tags=["plans"])


@router.get(
    "/plans/{slug}/matrix", response=answers.MatrixAnswer, summary="Measures by organisations"
)
@needs(PUBLIC)
def get_matrix(request: Request, slug: PlanSlug) -> dict[str, Any]:
    """Who has which role under which measure. 责任矩阵"""
    found = matrix(ledger(request.viewer, slug))
    return {
        "organisations": [
            {**records.body_record(body), "total": total} for body, total in found.columns()
        ],
        "measures": [
            {
                "id": row.measure.pk,
                "no": row.measure.no,
                "title_zh": row.measure.title.zh,
                "cells": [list(roles) for roles in row.cells],
                "total": row.total,
            }
            for row in found.rows
        ],
        "total": found.total,
    }


@router.get(
    "/plans/{slug}/workload", response=answers.WorkloadAnswer, summary="Duties by organisation"
)
@needs(PUBLIC)
def get_workload(request: Request, slug: PlanSlug) -> dict[str, Any]:
    """Each body's duties by role, and its open and overdue tasks. 工作量"""
    loads = workload(ledger(request.viewer, slug))
    return {
        "organisations": [
            {
                **records.body_record(load.body),
                "roles": dict(load.by_role()),
                "total": load.total,
                "open_actions": load.open_actions,
                "overdue": load.overdue,
            }
            for load in loads
        ]
    }


@router.get("/plans/{slug}/timeline", response=answers.TimelineAnswer, summary="Tasks by last day")
@needs(PUBLIC)
def get_timeline(request: Request, slug: PlanSlug) -> dict[str, Any]:
    """What falls due when, by state. 时间表"""
    found = ledger(request.viewer, slug)
    return {
        "on": found.on,
        "days": [
            {
                "day": day.day,
                "states": dict(day.by_state()),
                "total": day.total,
                "overdue": day.overdue,
                "actions": [action.pk for _measure, action in day.actions],
            }
            for day in timeline(found)
        ],
    }


@router.get(
    "/plans/{slug}/organisations/{organisation}",
    response=answers.OrganisationAnswer,
    summary="One organisation in one plan",
)
@needs(PUBLIC)
def get_plan_organisation(
    request: Request, slug: PlanSlug, organisation: BodySlug
) -> dict[str, Any]:
    """What it answers for, what of that is overdue, and what it reported. 单位分工"""
    work = organisation_work(request.viewer, slug, organisation)
    return {
        "organisation": records.body_record(work.body),
        "holder": records.body_record(work.holder) if work.holder else None,
        "duties": [
            {
                "measure": measure.pk,
                "no": measure.no,
                "title_zh": measure.title.zh,
                "role": part.role,
                "state": measure.state,
                "as_written": duty.as_written,
            }
            for part in work.roles
            for measure, duty in part.duties
        ],
        "overdue": [action.pk for _measure, action in work.overdue],
        "reports": [
            {
                "id": report.pk,
                "period": report.period,
                "measure": report.measure.pk,
                "text": report.text,
                "is_example": report.is_example,
            }
            for report in work.reports
        ],
    }


@router.get("/plans/{slug}/changes", response=answers.ChangePage, summary="What happened to a plan")
@needs(PUBLIC)
def list_changes(
    request: Request,
    slug: PlanSlug,
    part: Query[Slice],
    since: Day | None = None,
    measure: Id | None = None,
) -> dict[str, Any]:
    """The acts that you may know of, the newest first; of one measure with `measure`. 变化"""
    viewer = request.viewer
    plan = plan_facts(viewer, slug)
    found = changes(viewer, plan, since=since, measure=measure)
    events = part.of(found)
    with translation.override("zh-hans"):
        chinese = in_words(viewer, plan, events)
    with translation.override("en"):
        english = in_words(viewer, plan, events)
    return {
        "total": found.count(),
        "items": [
            {
                "number": zh.number,
                "at": zh.at,
                "words_zh": zh.words,
                "words_en": en.words,
                "about_zh": zh.about.zh,
                "about_en": zh.about.en,
                "url": zh.url,
                "actor": zh.actor if plan.inside else None,
                "reason": zh.reason if plan.inside else None,
                "measures": [{"status": one.status, "title": one.title} for one in zh.parts],
            }
            for zh, en in zip(chinese, english, strict=True)
        ],
    }
