"""What waits on your desk: as a liaison officer, and as a plan's office."""

from datetime import date, datetime
from typing import Any

from ninja import Query, Router, Schema

from guiju.apps.governance.models import Report
from guiju.apps.governance.rules.reports import WORK
from guiju.apps.governance.selectors.bodies import bodies_on
from guiju.apps.governance.selectors.inbox import OfficePlan, inbox, office_plans
from guiju.apps.governance.selectors.values import Body
from guiju.apps.governance.selectors.work import PlanWork, WorkRow, my_work
from guiju.core.plans.quarters import Quarter, Window
from guiju.web.access import needs
from guiju.web.request import Request
from guiju.web.schemas import Plain, Slice

router = Router(tags=["work"])


class DeskReport(Schema):
    """Where the report of the quarter stands."""

    id: int
    state: str
    version: int


class DeskRow(Schema):
    """A measure for which an organisation of yours has a role; `reports` says whether it reports."""

    measure: int
    no: int
    title_zh: str
    organisation: str
    name_zh: str
    role: str
    reports: bool
    report: DeskReport | None
    open: int
    overdue: int
    next_due: date | None


class PlanQuarter(Schema):
    """A plan and one of its open quarters; `due` is the last day for its reports."""

    plan: str
    title_zh: str
    title_en: str
    quarter: str | None
    open_quarters: list[str]
    due: date | None


class DeskPlan(PlanQuarter):
    """A plan on your desk; `late` counts what is missing for the quarter before."""

    late: int
    measures: list[DeskRow]


class InboxRow(Schema):
    """A report that was handed in to your office."""

    id: int
    plan: str
    measure: int
    no: int
    title_zh: str
    organisation: str
    name_zh: str
    role: str
    period: str
    version: int
    submitted: datetime | None


class Inbox(Schema):
    """A part of what waits for your office, the oldest first, and how many there are."""

    total: int
    items: list[InboxRow]


class MissingReports(Schema):
    """An organisation, how many reports are expected of it, and the measures without one."""

    organisation: str
    name_zh: str
    expected: int
    measures: list[int]


class OfficeDesk(PlanQuarter):
    """A plan that your office keeps, and what is missing for the quarter."""

    expected: int
    missing: list[MissingReports]


class WorkAnswer(Schema):
    """Your desk. `inbox` and `office_plans` are those of an office."""

    plans: list[DeskPlan]
    inbox: Inbox
    office_plans: list[OfficeDesk]


def _quarter(one: PlanWork | OfficePlan) -> dict[str, Any]:
    window: Window = one.window
    quarter: Quarter | None = one.quarter
    return {
        "plan": one.plan.slug,
        "title_zh": one.plan.title_zh,
        "title_en": one.plan.title_en,
        "quarter": str(quarter) if quarter else None,
        "open_quarters": [str(each) for each in window.quarters],
        "due": one.due,
    }


def _desk_row(row: WorkRow, body: Body) -> dict[str, Any]:
    report = row.report
    return {
        "measure": row.measure.pk,
        "no": row.measure.no,
        "title_zh": row.measure.title_zh,
        "organisation": body.key,
        "name_zh": body.name.zh,
        "role": row.role,
        "reports": row.reports,
        "report": report and {"id": report.pk, "state": report.state, "version": report.version},
        **row.progress._asdict(),
    }


def _inbox_row(report: Report, body: Body) -> dict[str, Any]:
    names = ("role", "period", "version", "submitted")
    return {
        "id": report.pk,
        "plan": report.measure.plan.slug,
        "measure": report.measure_id,
        "no": report.measure.no,
        "title_zh": report.measure.title_zh,
        "organisation": body.key,
        "name_zh": body.name.zh,
        **{name: getattr(report, name) for name in names},
    }


@router.get("/work", response=WorkAnswer, summary="What waits on your desk")
@needs(WORK)
def get_work(request: Request, part: Query[Slice], period: Plain = "") -> dict[str, Any]:
    """`period` chooses a quarter where it is open; `limit` and `offset` are of the inbox. 我的工作"""
    viewer = request.viewer
    desk, office, waiting = my_work(viewer, period), office_plans(viewer, period), inbox(viewer)
    shown = part.of(waiting)
    asked = {row.organisation for one in desk for row in one.rows}
    asked |= {row.organisation for one in office for row in one.missing}
    asked |= {report.organisation_id for report in shown}
    bodies = bodies_on(viewer.today, asked)
    return {
        "plans": [
            {
                **_quarter(one),
                "late": one.late,
                "measures": [_desk_row(row, bodies[row.organisation]) for row in one.rows],
            }
            for one in desk
        ],
        "inbox": {
            "total": waiting.count(),
            "items": [_inbox_row(one, bodies[one.organisation_id]) for one in shown],
        },
        "office_plans": [
            {
                **_quarter(one),
                "expected": one.expected,
                "missing": [
                    {
                        "organisation": bodies[row.organisation].key,
                        "name_zh": bodies[row.organisation].name.zh,
                        "expected": row.expected,
                        "measures": [measure.pk for measure in row.measures],
                    }
                    for row in one.missing
                ],
            }
            for one in office
        ],
    }
