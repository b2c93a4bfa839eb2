"""What the pages of one report show."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from guiju.apps.accounts.selectors.organisations import display_names
from guiju.apps.governance.forms.reports import DecisionForm
from guiju.apps.governance.models import ReportLine
from guiju.apps.governance.rules.reports import ACCEPT, AUTHOR, DECIDE, Filed, works_inside
from guiju.apps.governance.selectors.reports import (
    change_since_previous,
    evidence_of,
    history_of,
)
from guiju.core.plans.quarters import Quarter
from guiju.core.plans.reporting import Who, possible
from guiju.web.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Deed:
    """A button of the decision: the act, and why this viewer may not press it (or empty).

    The button of `publish` is "true" where it opens the report and "false" where it closes it.
    """

    name: str
    label: str
    value: str
    why_not: str


def report_context(viewer: Viewer, found: Filed) -> dict[str, Any]:
    """The context of the pages of a report that the viewer may read."""
    report, language = found.report, get_language() or "zh"
    organisation = report.organisation_id
    inside = AUTHOR.allows(viewer, found) or works_inside(viewer, found.duties)
    return {
        "report": report,
        "holder": found.duties.holder(organisation),
        "measure": report.measure,
        "plan": report.measure.plan,
        "quarter": Quarter.read(report.period),
        "name": display_names([organisation], viewer.today, language)[organisation],
        "lines": [line for line in _lines(found) if line.text or line.proposed_state],
        "inside": inside,
        "is_author": AUTHOR.allows(viewer, found),
        "acts": [act.name for act in possible(report.state, Who.AUTHOR)],
        "deeds": deeds(viewer, found),
        "form": DecisionForm(initial={"version": report.version}),
        "evidence": evidence_of(report) if inside else [],
        "change": change_since_previous(found) if inside else None,
        "history": history_of(viewer, report) if inside else [],
    }


def _lines(found: Filed) -> list[ReportLine]:
    return list(found.report.lines.select_related("action").order_by("action__order"))


def deeds(viewer: Viewer, found: Filed) -> list[Deed]:
    """The office's buttons in the report's state; none for those who are not the office."""
    if not DECIDE.allows(viewer, found):
        return []
    language = get_language() or "zh"
    shown = []
    for act in possible(found.report.state, Who.OFFICE):
        refused = (ACCEPT if act.name == "accept" else DECIDE).refusal(viewer, found)
        why_not = refused.say(language) if refused else ""
        label, value = act.label.say(language), "true"
        if act.name == "publish" and found.report.is_public:
            label, value = _("Close to the public"), "false"
        shown.append(Deed(act.name, label, value, why_not))
    return shown
