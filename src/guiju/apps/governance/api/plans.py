"""Reading plans and their ledger: the same selectors and names as the pages."""

from datetime import date
from typing import Any, Literal

from django.http import HttpResponse
from ninja import Field, Query, Router, Schema

from guiju.apps.governance.api.schemas import (
    ActionPage,
    LedgerAnswer,
    MatrixAnswer,
    MeasurePage,
    OrganisationAnswer,
    PlanAnswer,
    PlanPage,
)
from guiju.apps.governance.exports import export_ledger, records
from guiju.apps.governance.selectors.filters import ActionFilter, MeasureFilter
from guiju.apps.governance.selectors.ledger import ledger
from guiju.apps.governance.selectors.organisations import organisation_work
from guiju.apps.governance.selectors.plans import plan_rows
from guiju.apps.governance.selectors.views_of_work import (
    Figure,
    action_figures,
    matrix,
    measure_figures,
)
from guiju.web.access import PUBLIC, needs
from guiju.web.request import Request

router = Router(tags=["plans"])
MOST = 200
State = Literal["not_started", "in_progress", "done", "stopped", "overdue"]
Role = Literal["lead", "shared", "cooperating", "guiding"]


class Slice(Schema):
    """Which part of a list: `limit` rows from `offset` on."""

    limit: int = Field(50, ge=1, le=MOST)
    offset: int = Field(0, ge=0, le=1_000_000)

    def of(self, rows: list[Any]) -> list[Any]:
        return rows[self.offset : self.offset + self.limit]


class ActionQuery(Schema):
    """The filters of the page of tasks. `state` may also be `open`."""

    state: State | Literal["open", ""] = ""
    organisation: str = ""
    role: Role | Literal[""] = ""
    kind: str = ""
    measure: int | None = None
    due_from: date | None = None
    due_to: date | None = None
    undated: Literal["", "yes"] = ""
    q: str = ""


@router.get("/plans", response=PlanPage, summary="The plans open to you. 计划列表")
@needs(PUBLIC)
def plans(request: Request, part: Query[Slice], q: str = "") -> dict[str, Any]:
    rows = plan_rows(request.viewer, query=q)
    items = [
        {
            **records.plan_record(row.plan),
            "measures": row.measures,
            "actions": row.actions,
            "done": row.done,
        }
        for row in part.of(rows)
    ]
    return {"total": len(rows), "items": items}


def _figures(figures: list[Figure]) -> dict[str, int]:
    return {figure.name: figure.count for figure in figures}


@router.get("/plans/{slug}", response=PlanAnswer, summary="One plan and its figures. 计划")
@needs(PUBLIC)
def plan(request: Request, slug: str) -> dict[str, Any]:
    found = ledger(request.viewer, slug)
    return {
        **records.plan_record(found.plan),
        "on": found.on,
        "figures": {
            "actions": _figures(action_figures(found)),
            "measures": _figures(measure_figures(found)),
        },
    }


@router.get(
    "/plans/{slug}/measures", response=MeasurePage, summary="Measures. 措施", exclude_unset=True
)
@needs(PUBLIC)
def measures(
    request: Request, slug: str, part: Query[Slice], state: State | Literal[""] = ""
) -> dict[str, Any]:
    found = ledger(request.viewer, slug)
    rows = MeasureFilter(state=state).of(found)
    inside = found.plan.inside
    items = [records.measure_record(measure, inside=inside) for measure in part.of(rows)]
    return {"total": len(rows), "items": items}


@router.get("/plans/{slug}/actions", response=ActionPage, summary="Tasks, filtered. 任务")
@needs(PUBLIC)
def actions(
    request: Request, slug: str, part: Query[Slice], asked: Query[ActionQuery]
) -> dict[str, Any]:
    found = ledger(request.viewer, slug)
    rows = ActionFilter(**asked.dict()).of(found)
    items = [records.action_record(action) for _measure, action in part.of(rows)]
    return {"total": len(rows), "items": items}


@router.get("/plans/{slug}/matrix", response=MatrixAnswer, summary="Who answers for what. 责任矩阵")
@needs(PUBLIC)
def plan_matrix(request: Request, slug: str) -> dict[str, Any]:
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
    "/plans/{slug}/organisations/{organisation}",
    response=OrganisationAnswer,
    summary="One organisation in one plan. 单位分工",
)
@needs(PUBLIC)
def plan_organisation(request: Request, slug: str, organisation: str) -> dict[str, Any]:
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


@router.get(
    "/plans/{slug}/export.json",
    response=LedgerAnswer,
    summary="The whole ledger with its digests. 台账",
    exclude_unset=True,
)
@needs(PUBLIC)
def export_json(request: Request, slug: str) -> dict[str, Any]:
    return records.ledger_record(ledger(request.viewer, slug))


def _file(request: Request, slug: str, form: str, lang: str) -> HttpResponse:
    file = export_ledger(ledger(request.viewer, slug), form, lang)
    headers = {"Content-Disposition": f'attachment; filename="{file.name}"'}
    return HttpResponse(file.content, content_type=file.mime, headers=headers)


Language = Literal["zh-hans", "en"]


@router.get("/plans/{slug}/export.xlsx", summary="The working ledger for Excel. 台账 XLSX")
@needs(PUBLIC)
def export_xlsx(request: Request, slug: str, lang: Language = "zh-hans") -> HttpResponse:
    return _file(request, slug, "xlsx", lang)


@router.get("/plans/{slug}/export.docx", summary="The working ledger for Word. 台账 DOCX")
@needs(PUBLIC)
def export_docx(request: Request, slug: str, lang: Language = "zh-hans") -> HttpResponse:
    return _file(request, slug, "docx", lang)
