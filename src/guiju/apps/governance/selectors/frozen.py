"""The whole ledger of a plan as plain JSON values, as a snapshot freezes it.

Organisations bear the names, and tasks are overdue or not, as on the last day of the quarter.
It holds nothing personal: no authors, no file names, no remarks on decisions.
"""

from collections import defaultdict
from dataclasses import replace
from datetime import date
from typing import Any

from guiju.apps.governance.models import Report
from guiju.apps.governance.selectors.bodies import bodies_on
from guiju.apps.governance.selectors.ledger import ledger_of
from guiju.apps.governance.selectors.plans import PlanFacts
from guiju.apps.governance.selectors.values import ActionLine, Body, MeasureLine, NoteLine
from guiju.core.plans.quarters import Quarter
from guiju.core.plans.reporting import State
from guiju.web.viewer import Viewer

FORMAT = 1


def frozen_ledger(viewer: Viewer, plan: PlanFacts, quarter: Quarter) -> dict[str, Any]:
    """The content of the snapshot of a quarter."""
    on = quarter.last_day
    # What is frozen does not depend on who freezes it.
    whole = ledger_of(replace(viewer, today=on), replace(plan, inside=True))
    reports = _reports(plan, quarter, on)
    return {
        "format": FORMAT,
        "period": str(quarter),
        "on": on.isoformat(),
        "plan": {
            "slug": plan.slug,
            "title_zh": plan.title.zh,
            "title_en": plan.title.en,
            "document_number": plan.document_number,
            "issued": _iso(plan.issued),
            "starts": _iso(plan.starts),
            "ends": _iso(plan.ends),
            "text": plan.version,
        },
        "measures": [_measure(line, reports[line.pk]) for line in whole.measures],
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _body(body: Body) -> dict[str, str]:
    return {"key": body.key, "zh": body.name.zh, "short_zh": body.short.zh, "en": body.name.en}


def _measure(line: MeasureLine, reports: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "key": line.key,
        "label": line.label,
        "title_zh": line.title.zh,
        "title_en": line.title.en,
        "text": line.text,
        "state": line.state,
        "risk": line.risk,
        "risk_note": line.risk_note,
        "notes": [_note(note) for note in line.notes],
        "actions": [_action(action) for action in line.actions],
        "outputs": [{"kind": one.kind, "name": one.name} for one in line.outputs],
        "reports": reports,
    }


def _note(note: NoteLine) -> dict[str, Any]:
    return {
        "raw": note.raw,
        "others": note.others,
        "duties": [
            {**_body(duty.body), "role": duty.role, "as_written": duty.as_written}
            for duty in note.duties
        ],
    }


def _action(action: ActionLine) -> dict[str, Any]:
    return {
        "id": action.pk,
        "text": action.text,
        "state": action.state,
        "due": _iso(action.due),
        "due_as_written": action.due_as_written,
        "overdue": action.overdue,
        "note": action.note.raw if action.note else None,
    }


def _reports(plan: PlanFacts, quarter: Quarter, on: date) -> dict[int, list[dict[str, Any]]]:
    """By measure: the states of the quarter's reports, and what the accepted ones say."""
    rows = list(
        Report.objects.filter(measure__plan=plan.pk, period=str(quarter))
        .exclude(state=State.DRAFT)
        .order_by("measure", "organisation__order", "pk")
        .prefetch_related("lines", "evidence")
    )
    bodies = bodies_on(on, [row.organisation_id for row in rows])
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        said = _accepted(row) if row.state == State.ACCEPTED else {}
        body = bodies.get(row.organisation_id)
        whose = _body(body) if body else {"key": str(row.organisation)}
        found[row.measure_id].append(
            {"organisation": whose, "role": row.role, "state": row.state, **said}
        )
    return found


def _accepted(row: Report) -> dict[str, Any]:
    lines = sorted(row.lines.all(), key=lambda line: line.action_id)
    evidence = sorted(row.evidence.all(), key=lambda one: one.pk)
    return {
        "text": row.text,
        "risk": row.risk,
        "risk_note": row.risk_note,
        "lines": [
            {"action": line.action_id, "text": line.text, "state": line.proposed_state}
            for line in lines
            if line.text or line.proposed_state
        ],
        "evidence": [
            {"size": one.size, "sm3": one.sm3, "sha256": one.sha256}
            for one in evidence
            if one.withdrawn is None
        ],
    }
