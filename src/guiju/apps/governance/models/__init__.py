"""The ledger of a plan: its texts, measures, actions, duties, reports and snapshots."""

from guiju.apps.governance.models.ledger import Action, Assignment, Measure, Note, Output
from guiju.apps.governance.models.plans import ImportDraft, Plan, PlanText
from guiju.apps.governance.models.reports import Comment, Evidence, Report, ReportLine, Snapshot

__all__ = [
    "Action",
    "Assignment",
    "Comment",
    "Evidence",
    "ImportDraft",
    "Measure",
    "Note",
    "Output",
    "Plan",
    "PlanText",
    "Report",
    "ReportLine",
    "Snapshot",
]
