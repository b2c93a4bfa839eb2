"""Reports as the pages of a plan show them, each only to whom it is open."""

from dataclasses import dataclass

from guiju.apps.governance.models import Measure
from guiju.apps.governance.selectors.bodies import bodies_on
from guiju.apps.governance.selectors.reports import reports_of_measure
from guiju.apps.governance.selectors.values import Body
from guiju.core.errors import Bilingual
from guiju.core.plans.reporting import State
from guiju.web.viewer import Viewer


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report in a list."""

    pk: int
    period: str
    body: Body
    state: str
    state_name: Bilingual
    text: str
    is_example: bool


def report_rows(viewer: Viewer, measure: int) -> list[ReportRow]:
    """The reports on a measure that this viewer may read, newest quarter first."""
    row = Measure.objects.select_related("plan").get(pk=measure)
    found = [one.report for one in reports_of_measure(viewer, row)]
    bodies = bodies_on(viewer.today, {report.organisation_id for report in found})
    return [
        ReportRow(
            pk=report.pk,
            period=report.period,
            body=bodies[report.organisation_id],
            state=report.state,
            state_name=State(report.state).label,
            text=report.text,
            is_example=report.is_example,
        )
        for report in found
    ]
