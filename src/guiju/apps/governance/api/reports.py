"""Progress reports: read them, write a draft, hand it in, take it back, see what was done."""

from datetime import datetime
from typing import Any

from ninja import Field, Query, Router, Schema

from guiju.apps.governance.api.report_record import (
    LineSchema,
    ReportOut,
    ReportPage,
    is_inside,
    record_after,
    report_record,
)
from guiju.apps.governance.rules.reports import AUTHOR, READ_REPORT, REPORT
from guiju.apps.governance.selectors.duties import duties_of
from guiju.apps.governance.selectors.reports import (
    chosen_desk,
    fetch_evidence,
    filed,
    history_of,
    measure_of,
    own_desks,
    reports_of_measure,
)
from guiju.apps.governance.services import reports as act
from guiju.apps.governance.services.report_content import Content, Line
from guiju.web.access import needs
from guiju.web.request import Request
from guiju.web.schemas import Id, InPath, Key, PathQuarter, PlanSlug, Slice, Version
from guiju.web.viewer import Viewer

router = Router(tags=["reports"])


class LineIn(LineSchema):
    """What is said of one action; only the lead may propose a `state`."""

    action: Id


class DraftIn(Schema):
    """A whole report. `version` is 0 for a new one, else the version that is written over."""

    version: Version = 0
    organisation: Key | None = Field(None, description="slug; needed if you may act for several")
    text: str = Field("", examples=["示例：制度初稿已形成。"])
    risk: str = Field("none", description="none, watch or high; only the lead may propose it")
    risk_note: str = ""
    lines: list[LineIn] = Field([], max_length=2_000)


class VersionIn(Schema):
    """The version that the act is about; another one now is an error `report_stale`."""

    version: Version


class ReportEvent(Schema):
    """What was done with a report: the act, by whom, why, and its number in the journal."""

    number: int
    at: datetime
    action: str
    actor: str
    reason: str


class ReportEventPage(Schema):
    """A part of the list, and how many there are."""

    total: int
    items: list[ReportEvent]


@router.get(
    "/plans/{slug}/measures/{pk}/reports",
    response=ReportPage,
    summary="List the reports on a measure",
)
@needs(READ_REPORT)
def list_reports(
    request: Request, slug: PlanSlug, pk: InPath, part: Query[Slice]
) -> dict[str, Any]:
    """Those that you may read, the newest quarter first. 措施的进展报告"""
    found = reports_of_measure(request.viewer, measure_of(request.viewer, slug, pk))
    fetch_evidence(part.of(found))
    return part.page(found, lambda one: report_record(request.viewer, one))


@router.get("/reports/{pk}", response=ReportOut, summary="Show one report")
@needs(READ_REPORT)
def get_report(request: Request, pk: InPath) -> dict[str, Any]:
    """What is internal is null for the public. 一份进展报告"""
    return report_record(request.viewer, filed(request.viewer, pk))


@router.put(
    "/plans/{slug}/measures/{pk}/reports/{period}",
    response=ReportOut,
    summary="Write the draft of a quarter",
)
@needs(REPORT)
def write_report(
    request: Request, slug: PlanSlug, pk: InPath, period: PathQuarter, draft: DraftIn
) -> dict[str, Any]:
    """The whole report at once: what is left out becomes empty; evidence stays. 保存进展报告草稿"""
    measure = measure_of(request.viewer, slug, pk)
    saved = act.save_draft(
        measure=measure.pk,
        organisation=_organisation(request.viewer, pk, draft.organisation),
        period=period,
        content=Content(
            text=draft.text,
            risk=draft.risk,
            risk_note=draft.risk_note,
            lines={one.action: Line(one.text, one.state) for one in draft.lines},
        ),
        version=draft.version,
        by=request.viewer,
    )
    return record_after(request.viewer, saved)


def _organisation(viewer: Viewer, measure: int, slug: str | None) -> int:
    """The organisation that is meant; the one with the strongest role if none is named."""
    duties = duties_of(viewer, measure)
    REPORT.check(viewer, duties)
    return chosen_desk(own_desks(viewer, duties), slug or "")


@router.post("/reports/{pk}/submit", response=ReportOut, summary="Hand a report in")
@needs(AUTHOR)
def submit_report(request: Request, pk: InPath, seen: VersionIn) -> dict[str, Any]:
    """To the office; it must say what was done in the quarter. 报送"""
    saved = act.submit_report(report=pk, version=seen.version, by=request.viewer)
    return record_after(request.viewer, saved)


@router.post("/reports/{pk}/withdraw", response=ReportOut, summary="Take a report back")
@needs(AUTHOR)
def withdraw_report(request: Request, pk: InPath, seen: VersionIn) -> dict[str, Any]:
    """Before the office decides; it is a draft again. 撤回"""
    saved = act.withdraw_report(report=pk, version=seen.version, by=request.viewer)
    return record_after(request.viewer, saved)


@router.get(
    "/reports/{pk}/history", response=ReportEventPage, summary="What was done with a report"
)
@needs(READ_REPORT)
def list_report_history(request: Request, pk: InPath, part: Query[Slice]) -> dict[str, Any]:
    """The newest first; empty for the public. 报告经过"""
    found = filed(request.viewer, pk)
    events = history_of(request.viewer, found.report)
    return part.page(events if is_inside(request.viewer, found) else [], lambda event: event)
