"""One organisation in one plan: what it answers for, and what it reported."""

from dataclasses import dataclass

from guiju.apps.accounts.models import Organisation
from guiju.apps.governance.models import Plan
from guiju.apps.governance.selectors.bodies import bodies_on
from guiju.apps.governance.selectors.duties import passed_on
from guiju.apps.governance.selectors.filters import ActionFilter, DutyFilter
from guiju.apps.governance.selectors.ledger import accepted_reports, ledger
from guiju.apps.governance.selectors.plans import PlanFacts, PlanRow, plan_rows
from guiju.apps.governance.selectors.values import (
    ALL_DEPARTMENTS,
    LOCAL_GOVERNMENTS,
    ActionLine,
    Body,
    Duty,
    MeasureLine,
)
from guiju.apps.governance.selectors.views_of_work import ROLES
from guiju.core.errors import NotFoundError
from guiju.web.viewer import Viewer

COLLECTIVE_OF = {
    Organisation.Kind.LOCAL_GOVERNMENT: LOCAL_GOVERNMENTS,
    Organisation.Kind.STATE_COUNCIL: ALL_DEPARTMENTS,
}


@dataclass(frozen=True, slots=True)
class RoleWork:
    """The duties in one role."""

    role: str
    duties: tuple[tuple[MeasureLine, Duty], ...]


@dataclass(frozen=True, slots=True)
class AcceptedReport:
    """An accepted report that the viewer may read."""

    pk: int
    period: str
    measure: MeasureLine
    text: str
    is_example: bool


@dataclass(frozen=True, slots=True)
class OrganisationWork:
    """What an organisation answers for in a plan. `holder` stands for it since a succession."""

    plan: PlanFacts
    body: Body
    holder: Body | None
    roles: tuple[RoleWork, ...]
    collective: tuple[tuple[MeasureLine, Duty], ...]
    overdue: tuple[tuple[MeasureLine, ActionLine], ...]
    reports: tuple[AcceptedReport, ...]


def organisation_work(viewer: Viewer, slug: str, organisation: str) -> OrganisationWork:
    """The work of one organisation in one plan, on the viewer's day."""
    found = ledger(viewer, slug)
    row = Organisation.objects.filter(slug=organisation).first()
    if row is None:
        raise NotFoundError(organisation)
    holder = passed_on(viewer.today).get(row.pk, row.pk)
    bodies = bodies_on(viewer.today, {row.pk, holder})
    meant = COLLECTIVE_OF.get(Organisation.Kind(row.kind))
    lines = {measure.pk: measure for measure in found.measures}
    reports = accepted_reports(viewer, found.plan).filter(organisation=row.pk)
    return OrganisationWork(
        plan=found.plan,
        body=bodies[row.pk],
        holder=bodies[holder] if holder != row.pk else None,
        roles=tuple(
            RoleWork(role, tuple(DutyFilter(organisation=organisation, role=role).of(found)))
            for role in ROLES
        ),
        collective=tuple(DutyFilter(organisation=meant).of(found)) if meant else (),
        overdue=tuple(ActionFilter(organisation=organisation, state="overdue").of(found)),
        reports=tuple(
            AcceptedReport(one.pk, one.period, lines[one.measure_id], one.text, one.is_example)
            for one in reports.order_by("-period", "measure__order")
            if one.measure_id in lines
        ),
    )


def plans_of(viewer: Viewer, organisation: int) -> list[PlanRow]:
    """The visible plans that give an organisation a duty."""
    before = {one for one, holder in passed_on(viewer.today).items() if holder == organisation}
    assigned = Plan.objects.filter(
        measures__notes__assignments__organisation__in={organisation, *before}
    )
    with_duty = set(assigned.values_list("pk", flat=True))
    return [row for row in plan_rows(viewer) if row.plan.pk in with_duty]
