"""What should be reminded of on a day: tasks soon due or overdue, and reports not yet in."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from guiju.apps.governance.models import Action, Measure, Plan, Report
from guiju.apps.governance.rules.duties import REPORTING, Duties
from guiju.apps.governance.selectors.duties import duties
from guiju.apps.governance.selectors.reports import plan_window
from guiju.apps.governance.selectors.values import CLOSED
from guiju.core.params import param
from guiju.core.plans.quarters import Quarter
from guiju.core.plans.reporting import State
from guiju.web.viewer import Viewer

HandedIn = set[tuple[int, int, str]]
Kind = Literal["due", "overdue", "report_wanted", "report_late"]


@dataclass(frozen=True, slots=True)
class Reminder:
    """One message to one organisation; `names` are the tasks or measures that it is about.

    `key` is the same on every day on which the same is to be said.
    """

    kind: Kind
    key: str
    plan: Plan
    organisation: int
    day: date
    names: tuple[str, ...]
    quarter: Quarter | None = None


def report_due(quarter: Quarter, on: date) -> date:
    """The last day on which the report of a quarter is in time."""
    days: int = param("ledger.report_due_days_after_quarter", on)
    return quarter.last_day + timedelta(days=days)


def reminders(on: date) -> list[Reminder]:
    """Everything that is to be said on a day about plans whose work is not finished."""
    viewer = Viewer(today=on)
    actions = list(
        Action.objects.filter(withdrawn=None, measure__withdrawn=None)
        .exclude(state__in=CLOSED)
        .select_related("measure__plan")
        .order_by("measure__plan", "measure__order", "order")
    )
    plans = {action.measure.plan_id: action.measure.plan for action in actions}
    measures = list(Measure.objects.filter(plan__in=plans, withdrawn=None).order_by("order"))
    known = duties(viewer, [measure.pk for measure in measures])
    have = handed_in(known)
    found = list(_about_tasks(actions, known, on))
    for plan in plans.values():
        theirs = [one for one in measures if one.plan_id == plan.pk]
        found += _about_reports(plan, theirs, known, have, viewer)
    return found


def _about_tasks(actions: list[Action], known: dict[int, Duties], on: date) -> Iterator[Reminder]:
    """One message an organisation, plan and due day, however many tasks are due then."""
    steps = sorted(param("ledger.remind_days_before_due", on))
    grouped: dict[tuple[int, int, date, int], list[Action]] = defaultdict(list)
    for action in actions:
        due = action.due or action.measure.plan.ends
        left = (due - on).days if due else None
        if due is None or left is None or left > steps[-1]:
            continue
        # A missed day loses nothing: the nearest step that has been reached is said.
        step = next((one for one in steps if left <= one), 0) if left >= 0 else -1
        for organisation in _responsible(known[action.measure_id], action.note_id):
            grouped[organisation, action.measure.plan_id, due, step].append(action)
    for (organisation, plan, due, step), tasks in grouped.items():
        yield Reminder(
            kind="overdue" if step < 0 else "due",
            key=f"task:{plan}:{organisation}:{due}:{'overdue' if step < 0 else step}",
            plan=tasks[0].measure.plan,
            organisation=organisation,
            day=due,
            names=tuple(task.text for task in tasks),
        )


def _responsible(duties: Duties, note: int | None) -> list[int]:
    return [
        organisation
        for organisation in duties.responsible()
        if duties.role_under(organisation, note) in REPORTING
    ]


def _about_reports(
    plan: Plan,
    measures: list[Measure],
    known: dict[int, Duties],
    have: HandedIn,
    viewer: Viewer,
) -> Iterator[Reminder]:
    """One message an organisation for the quarter that ended last."""
    quarter = Quarter.of(viewer.today).previous
    if quarter not in plan_window(viewer, plan, unfinished=True).quarters:
        return
    missing = missing_reports(measures, known, quarter, have)
    due = report_due(quarter, viewer.today)
    is_late = viewer.today > due
    for organisation, wanted in missing.items():
        yield Reminder(
            kind="report_late" if is_late else "report_wanted",
            key=f"report:{plan.pk}:{organisation}:{quarter}:{'late' if is_late else 'wanted'}",
            plan=plan,
            organisation=organisation,
            day=due,
            names=tuple(f"{one.label}{one.title_zh}" for one in wanted),
            quarter=quarter,
        )


def handed_in(known: dict[int, Duties]) -> HandedIn:
    """By measure, holder of the duty and quarter: the reports that the office has."""
    rows = Report.objects.filter(
        measure__in=list(known), state__in=(State.SUBMITTED, State.ACCEPTED)
    ).values_list("measure_id", "organisation_id", "period")
    return {
        (measure, known[measure].holder(organisation), period)
        for measure, organisation, period in rows
    }


def missing_reports(
    measures: list[Measure], known: dict[int, Duties], quarter: Quarter, have: HandedIn
) -> dict[int, list[Measure]]:
    """By responsible organisation, the measures for which the office has no report of a quarter."""
    missing: dict[int, list[Measure]] = defaultdict(list)
    for measure in measures:
        for organisation in known[measure.pk].responsible():
            if (measure.pk, organisation, str(quarter)) not in have:
                missing[organisation].append(measure)
    return dict(missing)
