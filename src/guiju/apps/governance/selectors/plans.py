"""The plans that a viewer may see. A plan that may not be seen is not found."""

from dataclasses import dataclass
from datetime import date

from django.db.models import (
    BooleanField,
    Count,
    Exists,
    ExpressionWrapper,
    OuterRef,
    Q,
    QuerySet,
    Value,
)
from django.db.models.expressions import Combinable

from guiju.apps.accounts.models import Organisation
from guiju.apps.governance.models import Action, Measure, Note, Plan, Report
from guiju.apps.governance.rules.reading import READERS
from guiju.apps.governance.selectors.duties import passed_on
from guiju.core.errors import Bilingual, NotFoundError
from guiju.web.viewer import Viewer


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """A plan as one viewer sees it.

    `inside` opens its internal columns; `at_office`: sits in the organisation that keeps it;
    `shows_examples`: what is said of its progress was invented (示例).
    """

    pk: int
    slug: str
    title: Bilingual
    document_number: str
    issued: date | None
    starts: date | None
    ends: date | None
    office_pk: int
    is_public: bool
    is_example: bool
    version: int
    inside: bool
    at_office: bool
    shows_examples: bool = False


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan in the list, with how far it is."""

    plan: PlanFacts
    measures: int
    actions: int
    done: int

    @property
    def percent(self) -> int:
        return round(100 * self.done / self.actions) if self.actions else 0


def _inside(viewer: Viewer) -> Combinable:
    """Does the viewer sit where this plan is kept, or where it gives a duty?"""
    seats = viewer.organisations(*READERS)
    if not seats:
        return Value(False)
    passed = passed_on(viewer.today)
    duties_of = seats | {before for before, holder in passed.items() if holder in seats}
    notes = Note.objects.filter(measure__plan=OuterRef("pk"))
    assigned = notes.filter(assignments__organisation__in=duties_of)
    kinds = set(Organisation.objects.filter(pk__in=seats).values_list("kind", flat=True))
    condition = Q(office__in=seats) | Q(Exists(assigned))
    if Organisation.Kind.LOCAL_GOVERNMENT in kinds:
        condition |= Q(Exists(notes.filter(local_governments=True)))
    if Organisation.Kind.STATE_COUNCIL in kinds:
        condition |= Q(Exists(notes.filter(all_departments=True)))
    return ExpressionWrapper(condition, output_field=BooleanField())


def visible_plans(viewer: Viewer) -> QuerySet[Plan]:
    """The public plans, and those that the viewer works on (annotated `inside`)."""
    invented = Report.objects.filter(measure__plan=OuterRef("pk"), is_example=True)
    plans = Plan.objects.annotate(inside=_inside(viewer), shows_examples=Exists(invented))
    return plans.filter(Q(is_public=True) | Q(inside=True))


def facts_of(plan: Plan, *, inside: bool, at_office: bool | None = None) -> PlanFacts:
    """A plan as seen from inside or outside; who is `inside` sees all unless told otherwise."""
    return PlanFacts(
        pk=plan.pk,
        slug=plan.slug,
        title=Bilingual(plan.title_zh, plan.title_en),
        document_number=plan.document_number,
        issued=plan.issued,
        starts=plan.starts,
        ends=plan.ends,
        office_pk=plan.office_id,
        is_public=plan.is_public,
        is_example=plan.is_example,
        version=plan.version,
        inside=inside,
        at_office=inside if at_office is None else at_office,
        shows_examples=getattr(plan, "shows_examples", False),
    )


def _seen(viewer: Viewer, plan: Plan) -> PlanFacts:
    """What the viewer sees of a plan that `visible_plans` found."""
    inside: bool = plan.inside  # type: ignore[attr-defined]
    at_office = plan.office_id in viewer.organisations(*READERS)
    return facts_of(plan, inside=inside, at_office=at_office)


def plan_facts(viewer: Viewer, slug: str) -> PlanFacts:
    """One plan. Raises NotFoundError when there is none that this viewer may see."""
    plan = visible_plans(viewer).filter(slug=slug).first()
    if plan is None:
        raise NotFoundError(slug)
    return _seen(viewer, plan)


def plan_rows(viewer: Viewer, *, query: str = "") -> list[PlanRow]:
    """The visible plans, newest first, each with its counts; `query` narrows by title or number."""
    found = visible_plans(viewer)
    for word in query.split():
        found = found.filter(
            Q(title_zh__icontains=word)
            | Q(title_en__icontains=word)
            | Q(document_number__icontains=word)
        )
    plans = list(found)
    pks = [plan.pk for plan in plans]
    measures = dict(
        Measure.objects.filter(plan__in=pks, withdrawn=None)
        .order_by()
        .values_list("plan")
        .annotate(all=Count("pk"))
    )
    acting = {
        plan: (all_, done)
        for plan, all_, done in Action.objects.filter(
            measure__plan__in=pks, measure__withdrawn=None, withdrawn=None
        )
        .order_by()
        .values_list("measure__plan")
        .annotate(all=Count("pk"), done=Count("pk", filter=Q(state=Action.State.DONE)))
    }
    return [
        PlanRow(
            plan=_seen(viewer, plan),
            measures=measures.get(plan.pk, 0),
            actions=acting.get(plan.pk, (0, 0))[0],
            done=acting.get(plan.pk, (0, 0))[1],
        )
        for plan in plans
    ]
