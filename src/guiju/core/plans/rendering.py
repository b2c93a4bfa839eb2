"""A plan as JSON values (命令行与接口的输出形式)."""

from datetime import date
from typing import Any

from guiju.core.plans.model import (
    Action,
    Deadline,
    Doubt,
    Measure,
    Output,
    PlanText,
    Responsibility,
    Section,
    Span,
)
from guiju.core.plans.words import words

_NO_DAY = date.max


def to_json(plan: PlanText, *, encoding: str | None = None) -> dict[str, Any]:
    """The plan as plain values, ready for `json.dumps`.

    Every `start` and `end` counts characters of the decoded text. `encoding` is what
    `read` found, where the text came from a file.
    """
    return {
        "title": plan.title,
        "title_spans": [_span(span) for span in plan.title_spans],
        "notice_title": plan.notice_title,
        "document_number": plan.document_number or None,
        "document_number_span": _span(plan.document_number_span),
        "issued": plan.issued.isoformat() if plan.issued else None,
        "issued_span": _span(plan.issued_span),
        "signatories": list(plan.signatories),
        "measures": [_measure(measure) for measure in plan.measures],
        "sections": [_section(section, plan.text) for section in plan.sections],
        "defaults": [
            {"kind": d.kind, "text": d.text, "start": d.start, "end": d.end, "from": d.since}
            for d in plan.defaults
        ],
        "unclear": [doubt_json(doubt, plan.text) for doubt in plan.doubts],
        "source": {"encoding": encoding, "characters": len(plan.text)},
    }


def doubt_json(doubt: Doubt, text: str) -> dict[str, Any]:
    """One thing that the parser is unsure of, with its reason in both languages."""
    reason = words("doubts")[doubt.code]
    return {
        "start": doubt.start,
        "end": doubt.end,
        "text": text[doubt.start : doubt.end],
        "reason_code": doubt.code,
        "reason_zh": reason["zh"],
        "reason_en": reason["en"],
    }


def _span(span: Span | None) -> dict[str, int] | None:
    return {"start": span.start, "end": span.end} if span else None


def _section(section: Section, text: str) -> dict[str, Any]:
    return {
        "key": section.key,
        "kind": section.kind,
        "level": section.level,
        "parent": section.parent,
        "label": section.label,
        "title": section.title,
        "text": text[section.start : section.end],
        "start": section.start,
        "end": section.end,
    }


def _measure(measure: Measure) -> dict[str, Any]:
    return {
        "no": measure.no,
        "label": measure.label,
        "key": measure.key,
        "parent": measure.parent,
        "level": measure.level,
        "kind": measure.kind,
        "title": measure.title,
        "title_span": _span(measure.title_span),
        "text": measure.text,
        "start": measure.start,
        "end": measure.end,
        "outputs": [_output(output) for output in measure.outputs],
        "actions": [_action(action) for action in measure.actions],
        "responsibilities": [_responsibility(duty) for duty in measure.responsibilities],
    }


def _output(output: Output) -> dict[str, Any]:
    return {"kind": output.kind, "name": output.name, "start": output.start, "end": output.end}


def _action(action: Action) -> dict[str, Any]:
    return {
        "text": action.text,
        "start": action.start,
        "end": action.end,
        "responsibility": action.responsibility,
        "outputs": [_output(output) for output in action.outputs],
        "deadline": _latest(action.deadlines),
        "deadlines": [_deadline(deadline) for deadline in action.deadlines],
    }


def _responsibility(duty: Responsibility) -> dict[str, Any]:
    return {
        "raw": duty.raw,
        "start": duty.start,
        "end": duty.end,
        "covers": _span(duty.covers),
        "lead": duty.named("lead"),
        "shared": duty.named("shared"),
        "cooperating": duty.named("cooperating"),
        "guiding": duty.named("guiding"),
        "all_departments": duty.all_departments,
        "local_governments": duty.local_governments,
        "etc": duty.etc,
        "organisations": [
            {
                "name": body.name,
                "role": body.role,
                "kind": "named" if body.kind == "named" else "collective",
                "collective": None if body.kind == "named" else body.kind,
                "start": body.start,
                "end": body.end,
            }
            for body in duty.bodies
        ],
        "deadline": _latest(duty.deadlines),
        "deadlines": [_deadline(deadline) for deadline in duty.deadlines],
        "remarks": [
            {"label": r.label, "text": r.text, "start": r.start, "end": r.end} for r in duty.remarks
        ],
    }


def _deadline(deadline: Deadline) -> dict[str, Any]:
    return {
        "text": deadline.text,
        "start": deadline.start,
        "end": deadline.end,
        "date_iso": deadline.day.isoformat() if deadline.day else None,
    }


def _latest(deadlines: tuple[Deadline, ...]) -> dict[str, Any] | None:
    """The last day of several: by then the whole must be done."""
    if not deadlines:
        return None
    dated = [deadline for deadline in deadlines if deadline.day]
    return _deadline(max(dated, key=lambda d: d.day or _NO_DAY) if dated else deadlines[-1])
