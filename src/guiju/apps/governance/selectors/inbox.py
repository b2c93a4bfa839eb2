"""The desk of a plan's office: what was handed in, and what is missing."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import get_language

from guiju.apps.accounts.selectors.organisations import ShownName, display_names
from guiju.apps.governance.models import Measure, Plan, Report
from guiju.apps.governance.selectors.duties import duties
from guiju.apps.governance.selectors.reminders import (
    handed_in,
    missing_reports,
    report_due,
)
from guiju.apps.governance.selectors.reports import plan_window
from guiju.apps.governance.selectors.work import chosen_quarter, unfinished_plans
from guiju.core.plans.quarters import Quarter, Window
from guiju.core.plans.reporting import State
from guiju.web.viewer import Viewer


@dataclass(frozen=True, slots=True)
class MissingRow:
    """An organisation and the measures for which its report is missing."""

    organisation: int
    name: ShownName
    expected: int
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class OfficePlan:
    """A plan that the viewer's office keeps, for one quarter."""

    plan: Plan
    window: Window
    quarter: Quarter | None
    due: date | None
    expected: int
    missing: tuple[MissingRow, ...]


def inbox(viewer: Viewer) -> QuerySet[Report]:
    """The reports that wait for the viewer's office, the oldest first."""
    return (
        Report.objects.filter(
            measure__plan__office__in=viewer.organisations("office"), state=State.SUBMITTED
        )
        .select_related("measure__plan", "organisation")
        .order_by("submitted", "pk")
    )


def office_plans(viewer: Viewer, period: str = "") -> list[OfficePlan]:
    """The plans that the viewer's office keeps, each with what is missing for a quarter.

    Without a choice it is the quarter that ended last: the running one is not yet due.
    """
    if not viewer.holds("office"):
        return []
    plans = list(Plan.objects.filter(office__in=viewer.organisations("office")))
    measures = list(Measure.objects.filter(plan__in=plans, withdrawn=None).order_by("order"))
    known = duties(viewer, [measure.pk for measure in measures])
    have = handed_in(known)
    unfinished = unfinished_plans(plans)
    named = {one for duty in known.values() for one in duty.responsible()}
    names = display_names(named, viewer.today, get_language() or "zh")
    ended = str(Quarter.of(viewer.today).previous)
    found = []
    for plan in plans:
        theirs = [one for one in measures if one.plan_id == plan.pk]
        window = plan_window(viewer, plan, unfinished=plan.pk in unfinished)
        quarter = chosen_quarter(window, period or ended)
        expected = Counter(one for row in theirs for one in known[row.pk].responsible())
        missing = missing_reports(theirs, known, quarter, have) if quarter else {}
        rows = [
            MissingRow(one, names[one], expected[one], tuple(wanted))
            for one, wanted in missing.items()
        ]
        rows.sort(key=lambda row: (-len(row.measures), row.name.short))
        found.append(
            OfficePlan(
                plan=plan,
                window=window,
                quarter=quarter,
                due=report_due(quarter, viewer.today) if quarter else None,
                expected=expected.total(),
                missing=tuple(rows),
            )
        )
    return found
