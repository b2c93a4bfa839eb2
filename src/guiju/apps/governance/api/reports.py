"""Progress reports and frozen ledgers over HTTP: the same services and rules as the pages."""

from datetime import date, datetime
from typing import Any

from ninja import Field, Router, Schema

from guiju.apps.governance.models import Report, Snapshot
from guiju.apps.governance.rules.reading import READ_INTERNAL
from guiju.apps.governance.rules.reports import AUTHOR, READ_REPORT, REPORT, Filed, works_inside
from guiju.apps.governance.selectors.duties import duties_of
from guiju.apps.governance.selectors.reports import (
    chosen_desk,
    evidence_of,
    filed,
    measure_of,
    own_desks,
    reports_of_measure,
)
from guiju.apps.governance.selectors.snapshots import is_whole, snapshot, snapshots
from guiju.apps.governance.services.report_content import Content, Line
from guiju.apps.governance.services.reports import save_draft, submit_report
from guiju.core.plans.quarters import Quarter
from guiju.web.access import needs
from guiju.web.request import Request
from guiju.web.viewer import Viewer

router = Router(tags=["reports"])


class LineSchema(Schema):
    """What is said of one action; `state` is what the lead proposes."""

    action: int
    text: str = ""
    state: str = ""


class DraftIn(Schema):
    """A whole report. `version` is 0 for a new one, else the version that is written over."""

    version: int = 0
    organisation: str | None = Field(None, description="slug; needed if you may act for several")
    text: str = ""
    risk: str = "none"
    risk_note: str = ""
    lines: list[LineSchema] = []


class VersionIn(Schema):
    """The version that the act is about."""

    version: int


class EvidenceOut(Schema):
    """A file and its digests."""

    name: str
    size: int
    sm3: str
    sha256: str


class ReportOut(Schema):
    """A report. What is internal is null for the public: risk, remark, evidence."""

    id: int
    measure: int
    organisation: str
    role: str
    period: str
    state: str
    version: int
    text: str
    lines: list[LineSchema]
    submitted: datetime | None
    decided: datetime | None
    is_public: bool
    is_example: bool
    risk: str | None
    risk_note: str | None
    decision_note: str | None
    evidence: list[EvidenceOut] | None


class SnapshotOut(Schema):
    """A frozen quarter with its digests."""

    period: str
    last_day: date
    taken: datetime
    sm3: str
    sha256: str


class SnapshotContentOut(SnapshotOut):
    """The frozen ledger; `is_whole` says that the digests were just found right."""

    is_whole: bool
    content: dict[str, Any]


def _said(viewer: Viewer, found: Filed) -> dict[str, Any]:
    report = found.report
    inside = AUTHOR.allows(viewer, found) or works_inside(viewer, found.duties)
    lines = [one for one in report.lines.all() if one.text or one.proposed_state]
    return {
        "id": report.pk,
        "measure": report.measure_id,
        "organisation": report.organisation.slug,
        **{name: getattr(report, name) for name in _PLAIN},
        "lines": [
            {"action": one.action_id, "text": one.text, "state": one.proposed_state}
            for one in lines
        ],
        **{name: getattr(report, name) if inside else None for name in _INTERNAL},
        "evidence": list(evidence_of(report)) if inside else None,
    }


_PLAIN = (
    "role",
    "period",
    "state",
    "version",
    "text",
    "submitted",
    "decided",
    "is_public",
    "is_example",
)
_INTERNAL = ("risk", "risk_note", "decision_note")


@router.get(
    "/plans/{slug}/measures/{pk}/reports",
    response=list[ReportOut],
    summary="The reports on a measure that you may read. 措施的进展报告",
)
@needs(READ_REPORT)
def list_reports(request: Request, slug: str, pk: int) -> list[dict[str, Any]]:
    found = reports_of_measure(request.viewer, measure_of(slug, pk))
    return [_said(request.viewer, one) for one in found]


@router.get("/reports/{pk}", response=ReportOut, summary="One report. 一份进展报告")
@needs(READ_REPORT)
def get_report(request: Request, pk: int) -> dict[str, Any]:
    return _said(request.viewer, filed(request.viewer, pk))


@router.put(
    "/plans/{slug}/measures/{pk}/reports/{period}",
    response=ReportOut,
    summary="Write the draft of a quarter; what is left out becomes empty. 保存进展报告草稿",
)
@needs(REPORT)
def put_report(request: Request, slug: str, pk: int, period: str, draft: DraftIn) -> dict[str, Any]:
    measure = measure_of(slug, pk)
    saved = save_draft(
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
    return _after(request.viewer, saved)


@router.post("/reports/{pk}/submit", response=ReportOut, summary="Hand a report in. 报送进展报告")
@needs(AUTHOR)
def post_submit(request: Request, pk: int, seen: VersionIn) -> dict[str, Any]:
    return _after(request.viewer, submit_report(report=pk, version=seen.version, by=request.viewer))


def _organisation(viewer: Viewer, measure: int, slug: str | None) -> int:
    """The organisation that is meant; the one with the strongest role if none is named."""
    duties = duties_of(viewer, measure)
    REPORT.check(viewer, duties)
    return chosen_desk(own_desks(viewer, duties), slug or "")


def _after(viewer: Viewer, saved: Report) -> dict[str, Any]:
    return _said(viewer, filed(viewer, saved.pk))


@router.get(
    "/plans/{slug}/snapshots", response=list[SnapshotOut], summary="The frozen quarters. 季度快照"
)
@needs(READ_INTERNAL)
def list_snapshots(request: Request, slug: str) -> list[dict[str, Any]]:
    _, taken = snapshots(request.viewer, slug)
    return [_frozen(one) for one in taken]


@router.get(
    "/plans/{slug}/snapshots/{period}",
    response=SnapshotContentOut,
    summary="One frozen ledger. 一份季度快照",
)
@needs(READ_INTERNAL)
def get_snapshot(request: Request, slug: str, period: str) -> dict[str, Any]:
    _, found = snapshot(request.viewer, slug, period)
    return {**_frozen(found), "is_whole": is_whole(found), "content": found.content}


def _frozen(one: Snapshot) -> dict[str, Any]:
    fields = {name: getattr(one, name) for name in ("period", "taken", "sm3", "sha256")}
    return {**fields, "last_day": Quarter.read(one.period).last_day}
