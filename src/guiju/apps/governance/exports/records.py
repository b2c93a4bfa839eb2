"""The ledger as plain values for JSON: the names of the HTTP API and of frozen snapshots."""

from typing import Any

from guiju.apps.governance.selectors.plans import PlanFacts
from guiju.apps.governance.selectors.values import (
    ALL_DEPARTMENTS,
    LOCAL_GOVERNMENTS,
    ActionLine,
    Body,
    Duty,
    Ledger,
    MeasureLine,
    NoteLine,
    OutputLine,
    ReportBrief,
    Role,
)
from guiju.core.seals.chain import canonical, digests


def plan_record(plan: PlanFacts) -> dict[str, Any]:
    return {
        "slug": plan.slug,
        "title_zh": plan.title.zh,
        "title_en": plan.title.en,
        "document_number": plan.document_number,
        "issued": _day(plan.issued),
        "starts": _day(plan.starts),
        "ends": _day(plan.ends),
        "is_public": plan.is_public,
        "is_example": plan.is_example,
        "text_version": plan.version,
    }


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None


def body_record(body: Body) -> dict[str, Any]:
    """`organisation` is the slug; None for a collective or a name not yet recognised."""
    return {
        "key": body.key,
        "organisation": body.key if body.is_organisation else None,
        "name_zh": body.name.zh,
        "name_en": body.name.en,
        "short_zh": body.short.zh,
    }


def duty_record(duty: Duty) -> dict[str, Any]:
    """`assignment` is what the office may end; None for a collective."""
    return {
        **body_record(duty.body),
        "role": duty.role,
        "as_written": duty.as_written,
        "assignment": duty.assignment,
        "by_hand": duty.by_hand,
    }


def note_record(note: NoteLine) -> dict[str, Any]:
    """A responsibility note; what it says of no named body stands in the three flags."""
    keys = {duty.body.key for duty in note.duties}
    named = {
        role: [
            duty_record(duty)
            for duty in note.duties
            if duty.role == role and duty.assignment is not None
        ]
        for role in Role.values
    }
    return {
        "id": note.pk,
        "raw": note.raw,
        "start": note.start,
        "end": note.end,
        **named,
        "all_departments": ALL_DEPARTMENTS in keys,
        "local_governments": LOCAL_GOVERNMENTS in keys,
        "etc": note.others,
    }


def output_record(output: OutputLine) -> dict[str, Any]:
    return {
        "id": output.pk,
        "measure": output.measure,
        "action": output.action,
        "kind": output.kind,
        "name": output.name,
        "start": output.start,
        "end": output.end,
    }


def action_record(action: ActionLine) -> dict[str, Any]:
    return {
        "id": action.pk,
        "measure": action.measure,
        "order": action.order,
        "text": action.text,
        "start": action.start,
        "end": action.end,
        "due": _day(action.due),
        "due_as_written": action.due_as_written,
        "has_own_due": action.has_own_due,
        "state": action.state,
        "overdue": action.overdue,
        "responsibility": action.note.pk if action.note else None,
        "duties": [duty_record(duty) for duty in action.duties],
        "outputs": [output_record(output) for output in action.outputs],
    }


def report_record(report: ReportBrief) -> dict[str, Any]:
    """What is accepted and may be read, with the task's key for each line."""
    return {
        "id": report.pk,
        "period": report.period,
        "organisation": body_record(report.body),
        "text": report.text,
        "lines": [{"action": pk, "text": text} for pk, text in sorted(report.lines.items())],
        "is_example": report.is_example,
    }


def measure_record(measure: MeasureLine, *, inside: bool) -> dict[str, Any]:
    """A measure with all that hangs on it; the risk is for those who work on the plan."""
    record = {
        "id": measure.pk,
        "key": measure.key,
        "parent": measure.parent,
        "level": measure.level,
        "no": measure.no,
        "label": measure.label,
        "title_zh": measure.title.zh,
        "title_en": measure.title.en,
        "text": measure.text,
        "start": measure.start,
        "end": measure.end,
        "state": measure.state,
        "overdue": measure.overdue,
        "responsibilities": [note_record(note) for note in measure.notes],
        "actions": [action_record(action) for action in measure.actions],
        "outputs": [output_record(output) for output in measure.outputs],
        "reports": [report_record(report) for report in measure.reports],
    }
    if inside:
        record |= {"risk": measure.risk, "risk_note": measure.risk_note}
    return record


def ledger_record(ledger: Ledger) -> dict[str, Any]:
    """The whole ledger, sealed: the digests are those of the record without them."""
    content = {
        "on": ledger.on.isoformat(),
        "plan": plan_record(ledger.plan),
        "measures": [
            measure_record(measure, inside=ledger.plan.inside) for measure in ledger.measures
        ],
    }
    sealed = digests(canonical(content))
    return {**content, "sm3": sealed.sm3, "sha256": sealed.sha256}
