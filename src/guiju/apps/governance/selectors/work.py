"""The desk of a liaison officer: what the viewer's organisations answer for, and how it stands."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Q, QuerySet
from django.utils.translation import get_language

from guiju.apps.accounts.models import Organisation
from guiju.apps.accounts.selectors.organisations import ShownName, display_names
from guiju.apps.governance.models import Action, Assignment, Measure, Note, Plan, Report
from guiju.apps.governance.rules.duties import REPORTING, Duties, Role
from guiju.apps.governance.rules.reports import desks
from guiju.apps.governance.selectors.duties import current, duties, passed_on
from guiju.apps.governance.selectors.reminders import report_due
from guiju.apps.governance.selectors.reports import plan_window
from guiju.apps.governance.selectors.values import CLOSED, is_overdue
from guiju.core.plans.quarters import Quarter, Window
from guiju.core.plans.reporting import State
from guiju.web.viewer import Viewer

Kind = Organisation.Kind


class Progress(NamedTuple):
    """How far the tasks of a measure are on the viewer's day."""

    open: int
    overdue: int
    next_due: date | None


@dataclass(frozen=True, slots=True)
class WorkRow:
    """One measure for which one of the viewer's organisations has a role."""

    measure: Measure
    organisation: int
    name: ShownName
    role: Role
    report: Report | None
    progress: Progress

    @property
    def reports(self) -> bool:
        return self.role in REPORTING

    @property
    def returned(self) -> bool:
        return self.report is not None and self.report.state == State.RETURNED


@dataclass(frozen=True, slots=True)
class PlanWork:
    """A plan on the desk, for one quarter. `late` counts what is missing for the quarter before."""

    plan: Plan
    window: Window
    quarter: Quarter | None
    due: date | None
    rows: tuple[WorkRow, ...]
    late: int


def my_measures(viewer: Viewer) -> list[Measure]:
    """The measures under which the viewer's organisations may have a role, in order."""
    mine = desks(viewer)
    if not mine:
        return []
    origins = {one for one, holder in passed_on(viewer.today).items() if holder in mine}
    named = Assignment.objects.filter(current(viewer.today), organisation__in=mine | origins)
    kinds = set(Organisation.objects.filter(pk__in=mine).values_list("kind", flat=True))
    wanted = Q(pk__in=named.values("note"))
    if Kind.LOCAL_GOVERNMENT in kinds:
        wanted |= Q(local_governments=True)
    if Kind.STATE_COUNCIL in kinds:
        wanted |= Q(all_departments=True)
    notes = Note.objects.filter(wanted, withdrawn=None)
    found = Measure.objects.filter(withdrawn=None, pk__in=notes.values("measure"))
    return list(found.select_related("plan").order_by("-plan__issued", "plan__slug", "order"))


def my_work(viewer: Viewer, period: str = "") -> list[PlanWork]:
    """The desk, plan by plan; `period` chooses the quarter where it is open."""
    measures = my_measures(viewer)
    if not measures:
        return []
    known = duties(viewer, [measure.pk for measure in measures])
    roles = {pk: one.roles_of(desks(viewer)) for pk, one in known.items()}
    names = display_names(desks(viewer), viewer.today, get_language() or "zh")
    tasks = _tasks(measures)
    reports = _reports(measures, known)
    by_plan: dict[Plan, list[Measure]] = defaultdict(list)
    for measure in measures:
        by_plan[measure.plan].append(measure)
    unfinished = unfinished_plans(by_plan)
    found = []
    for plan, mine in by_plan.items():
        open_quarters = plan_window(viewer, plan, unfinished=plan.pk in unfinished)
        quarter = chosen_quarter(open_quarters, period)
        rows = [
            WorkRow(
                measure=measure,
                organisation=organisation,
                name=names[organisation],
                role=role,
                report=reports.get((measure.pk, organisation, str(quarter))),
                progress=_progress(tasks[measure.pk], plan, viewer.today),
            )
            for measure in mine
            for organisation, role in roles[measure.pk].items()
        ]
        found.append(
            PlanWork(
                plan=plan,
                window=open_quarters,
                quarter=quarter,
                due=report_due(quarter, viewer.today) if quarter else None,
                rows=tuple(rows),
                late=_late(rows, reports, open_quarters, quarter),
            )
        )
    return found


def chosen_quarter(open_quarters: Window, period: str) -> Quarter | None:
    """The quarter that is asked for if it is open, else the newest; None if none is open."""
    quarters = open_quarters.quarters
    asked = next((one for one in quarters if str(one) == period.upper()), None)
    return asked or (quarters[0] if quarters else None)


def _tasks(measures: list[Measure]) -> dict[int, list[Action]]:
    found: dict[int, list[Action]] = defaultdict(list)
    for action in Action.objects.filter(measure__in=measures, withdrawn=None):
        found[action.measure_id].append(action)
    return found


def _progress(actions: list[Action], plan: Plan, today: date) -> Progress:
    still = [one for one in actions if one.state not in CLOSED]
    days = [due for one in still if (due := one.due or plan.ends)]
    late = sum(is_overdue(one.state, one.due or plan.ends, today) for one in still)
    return Progress(len(still), late, min(days, default=None))


def _reports(
    measures: list[Measure], known: dict[int, Duties]
) -> dict[tuple[int, int, str], Report]:
    """By measure, holder of the duty and quarter; a predecessor's report is its successor's."""
    rows = Report.objects.filter(measure__in=measures).defer("text", "risk_note")
    return {
        (row.measure_id, known[row.measure_id].holder(row.organisation_id), row.period): row
        for row in rows
    }


def unfinished_plans(plans: Iterable[Plan]) -> set[int]:
    """Those of `plans` in which a task is still open."""
    rows = Action.objects.filter(
        measure__plan__in=[plan.pk for plan in plans], measure__withdrawn=None, withdrawn=None
    ).exclude(state__in=CLOSED)
    return set(rows.order_by().values_list("measure__plan_id", flat=True).distinct())


def _late(
    rows: list[WorkRow],
    reports: dict[tuple[int, int, str], Report],
    open_quarters: Window,
    quarter: Quarter | None,
) -> int:
    """How many reports of the quarter before are still with the viewer's organisations."""
    if quarter is None or quarter.previous not in open_quarters.quarters:
        return 0
    handed_in = (State.SUBMITTED, State.ACCEPTED)
    before = str(quarter.previous)
    return sum(
        (found := reports.get((row.measure.pk, row.organisation, before))) is None
        or found.state not in handed_in
        for row in rows
        if row.reports
    )


def returned_reports(viewer: Viewer) -> QuerySet[Report]:
    """The reports of the viewer's organisations that the office sent back."""
    mine = desks(viewer)
    passed = passed_on(viewer.today)
    origins = {one for one, holder in passed.items() if holder in mine}
    own = {one for one in mine if one not in passed}
    return Report.objects.filter(organisation__in=own | origins, state=State.RETURNED)
