"""A report as the API shows it: what is internal is null for the public."""

from datetime import datetime
from typing import Any

from ninja import Schema

from guiju.apps.governance.models import Report
from guiju.apps.governance.rules.reports import AUTHOR, Filed, works_inside
from guiju.apps.governance.selectors.reports import filed
from guiju.web.viewer import Viewer


class LineSchema(Schema):
    """What is said of one action; `state` is what the lead proposes."""

    action: int
    text: str = ""
    state: str = ""


class EvidenceOut(Schema):
    """A file and its digests, taken while it was stored. It is downloaded by its `id`."""

    id: int
    name: str
    size: int
    sm3: str
    sha256: str
    uploaded: datetime


class ReportOut(Schema):
    """A report. What is internal is null for the public: risk, remark, evidence."""

    id: int
    plan: str
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


class ReportPage(Schema):
    """A part of the list, and how many there are."""

    total: int
    items: list[ReportOut]


PLAIN = ("role", "period", "state", "version", "text", "submitted", "decided", "is_public")
INTERNAL = ("risk", "risk_note", "decision_note")


def is_inside(viewer: Viewer, found: Filed) -> bool:
    """May the viewer see what the public does not?"""
    return AUTHOR.allows(viewer, found) or works_inside(viewer, found.duties)


def report_record(viewer: Viewer, found: Filed) -> dict[str, Any]:
    """A report that the viewer may read."""
    report, inside = found.report, is_inside(viewer, found)
    lines = [one for one in report.lines.all() if one.text or one.proposed_state]
    files = [one for one in report.evidence.all() if one.withdrawn is None] if inside else None
    return {
        "id": report.pk,
        "plan": report.measure.plan.slug,
        "measure": report.measure_id,
        "organisation": report.organisation.slug,
        **{name: getattr(report, name) for name in PLAIN},
        "is_example": report.is_example,
        "lines": [
            {"action": one.action_id, "text": one.text, "state": one.proposed_state}
            for one in lines
        ],
        **{name: getattr(report, name) if inside else None for name in INTERNAL},
        "evidence": sorted(files, key=lambda one: one.pk) if files is not None else None,
    }


def record_after(viewer: Viewer, saved: Report) -> dict[str, Any]:
    """The report as it stands after an act of the viewer."""
    return report_record(viewer, filed(viewer, saved.pk))
