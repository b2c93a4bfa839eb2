"""What an accepted report changes in the ledger: states of actions, and the measure's risk."""

from typing import Any

from guiju.apps.governance.models import Action, Measure, Report, ReportLine
from guiju.apps.governance.rules.duties import Role
from guiju.core.plans.reporting import State


def apply_progress(report: Report) -> dict[str, Any]:
    """Carry the lead's proposals into the ledger, inside the act that accepts the report.

    An older quarter that is accepted late does not undo what a newer one has said. Returns what
    changed, for the journal.
    """
    changed: dict[str, list[str]] = {}
    newer = set(
        ReportLine.objects.filter(
            report__measure=report.measure_id,
            report__state=State.ACCEPTED,
            report__period__gt=report.period,
        )
        .exclude(proposed_state="")
        .values_list("action_id", flat=True)
    )
    lines = report.lines.exclude(proposed_state="").select_related("action")
    for line in lines.filter(action__withdrawn=None).exclude(action__in=newer):
        action: Action = line.action
        if action.state != line.proposed_state:
            changed[str(action.pk)] = [action.state, line.proposed_state]
            action.state = line.proposed_state
            action.save(update_fields=["state"])
    return {"actions": changed, "risk": _apply_risk(report)}


def _apply_risk(report: Report) -> list[str]:
    """The measure's risk before and after, empty if it stays."""
    newer = Report.objects.filter(
        measure=report.measure_id,
        role=Role.LEAD,
        state=State.ACCEPTED,
        period__gt=report.period,
    )
    if report.role != Role.LEAD or newer.exists():
        return []
    measure = Measure.objects.get(pk=report.measure_id)
    before = [measure.risk, measure.risk_note]
    measure.risk, measure.risk_note = report.risk, report.risk_note
    if [measure.risk, measure.risk_note] == before:
        return []
    measure.save(update_fields=["risk", "risk_note"])
    return [before[0], measure.risk]
