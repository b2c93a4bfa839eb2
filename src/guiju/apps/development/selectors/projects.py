"""The projects that a viewer may see (项目清单): found by columns alone, whatever their number."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BooleanField, Case, Exists, OuterRef, Q, QuerySet, Value, When
from django.shortcuts import get_object_or_404

from guiju.apps.accounts.models import Organisation, OrganisationName
from guiju.apps.accounts.selectors.organisations import display_names
from guiju.apps.catalogue.models import Edition
from guiju.apps.development.models import (
    Appointment,
    Committee,
    CommitteeSeat,
    Party,
    Project,
)
from guiju.apps.development.rules.actors import SPEAKERS, on_the_day, procedure_of
from guiju.apps.development.rules.projects import READ_PROJECT, WORK_IN_PROJECT
from guiju.core.errors import Bilingual
from guiju.core.procedures.files.rulebook import procedures
from guiju.core.procedures.files.stages import stages
from guiju.core.procedures.model import Procedure
from guiju.web.viewer import Viewer

SORTS: dict[str, tuple[str, ...]] = {
    "changed": ("-changed", "-pk"),
    "due": ("due", "-pk"),
    "title": ("title_zh", "pk"),
    "stage": ("stage", "-pk"),
    "began": ("-began", "-pk"),
}
_DASHES = str.maketrans({"—": "-", "–": "-", "－": "-"})


@dataclass(frozen=True, slots=True)
class Asked:
    """Which projects are listed, and in what order; "" is all."""

    q: str = ""
    procedure: str = ""
    stage: str = ""
    committee: str = ""
    organisation: str = ""
    state: str = ""  # running or ended
    overdue: bool = False
    mine: bool = False
    sort: str = "changed"


@dataclass(frozen=True, slots=True)
class Row:
    """A project in a list, with what its procedure calls its state."""

    pk: int
    title_zh: str
    title_en: str
    procedure_id: str
    procedure: Bilingual
    state: Bilingual
    stage: str
    stage_title: Bilingual
    plan_number: str
    number: str
    committee: str
    organisation: str
    began: date
    entered: date
    due: date | None
    due_title: Bilingual | None
    is_overdue: bool
    is_ended: bool
    is_inside: bool
    is_example: bool

    def title(self, language: str) -> str:
        return (self.title_en if language.startswith("en") else "") or self.title_zh


def inside_q(viewer: Viewer) -> Q:
    """The projects in which the viewer takes part."""
    if not viewer.signed_in:
        return Q(pk__in=())
    on = on_the_day(viewer.today)
    acting = Q(user=viewer.user) | Q(organisation__in=viewer.organisations(*SPEAKERS), user=None)
    parties = Party.objects.filter(acting, on).values("project")
    seats = CommitteeSeat.objects.filter(on, person__user=viewer.user).values("committee")
    return Q(created_by=viewer.user) | Q(pk__in=parties) | Q(committee__in=seats)


def public_q() -> Q:
    """The projects of which their procedure shows anything in their state."""
    found = Q(pk__in=())
    for one in procedures():
        shown = [state.id for state in one.states.values() if state.shows]
        version = Q(procedure=one.id, state__in=shown, began__gte=one.since)
        found |= version & Q(began__lt=one.until) if one.until else version
    return found


def projects(viewer: Viewer, asked: Asked) -> QuerySet[Project]:
    """The projects that the viewer may see, narrowed and in order."""
    inside = inside_q(viewer)
    rows = Project.objects.annotate(
        inside=Case(When(inside, then=Value(True)), default=False, output_field=BooleanField())
    )
    rows = rows.filter(inside if asked.mine else inside | public_q())
    rows = rows.filter(_narrowed(asked, viewer.today)).select_related("committee")
    order: tuple[str, ...] = SORTS.get(asked.sort, SORTS["changed"])
    if asked.sort == "due":
        rows = rows.annotate(undue=Case(When(due=None, then=1), default=0))
        order = ("undue", *order)
    return rows.order_by(*order)


def _narrowed(asked: Asked, on: date) -> Q:
    found = Q()
    if asked.q:
        words, number = asked.q.strip(), asked.q.strip().translate(_DASHES)
        found &= (
            Q(title_zh__icontains=words)
            | Q(title_en__icontains=words)
            | Q(plan_number__icontains=number)
            | Q(number__icontains=words)
            | Q(number__icontains=number)
            | Q(number__icontains=number.replace("-", "—"))
        )
    if asked.procedure:
        found &= Q(procedure=asked.procedure)
    if asked.stage:
        found &= Q(stage__startswith=asked.stage)
    if asked.committee:
        words = asked.committee.strip()
        found &= Q(committee__key__icontains=words) | Q(committee__name_zh__icontains=words)
    if asked.organisation:
        found &= _of_organisation(asked.organisation.strip())
    if asked.state:
        found &= Q(ended=asked.state == "ended")
    if asked.overdue:
        found &= Q(ended=False, due__lt=on)
    return found


def _of_organisation(words: str) -> Q:
    named = OrganisationName.objects.filter(
        Q(zh__icontains=words) | Q(short_zh__icontains=words) | Q(en__icontains=words)
    ).values("organisation")
    party = Party.objects.filter(project=OuterRef("pk"), organisation__in=named)
    return Q(organisation__in=named) | Q(Exists(party))


def rows_of(
    viewer: Viewer, found: Iterable[Project], language: str, *, inside: bool | None = None
) -> list[Row]:
    """What a list shows of some projects; one query for the names of their organisations.

    `inside`: the viewer takes part in all of them or none; `projects` has said it of each.
    """
    listed = list(found)
    bodies = {one.organisation_id for one in listed if one.organisation_id}
    names = {
        pk: one.full for pk, one in display_names(bodies, viewer.today, language).items()
    } if bodies else {}  # fmt: skip
    return [_row(one, names, viewer.today, language, inside) for one in listed]


def _row(one: Project, names: dict[int, str], on: date, language: str, inside: bool | None) -> Row:
    found = procedure_of(one)
    state = found.states[one.state]
    if inside is None:
        inside = bool(getattr(one, "inside", False))
    shows = {"plan", "progress"} if inside else set(state.shows)
    due = one.due if "progress" in shows else None
    return Row(
        pk=one.pk,
        title_zh=one.title_zh,
        title_en=one.title_en,
        procedure_id=one.procedure,
        procedure=found.title,
        state=state.title,
        stage=one.stage,
        stage_title=stages()[one.stage[:2]].title,
        plan_number=one.plan_number if "plan" in shows else "",
        number=one.number if inside or "result" in shows else "",
        committee=committee_name(one.committee, language),
        organisation=names.get(one.organisation_id or 0, ""),
        began=one.began,
        entered=one.entered,
        due=due,
        due_title=found.duties[one.due_duty].title if due and one.due_duty else None,
        is_overdue=due is not None and due < on,
        is_ended=one.ended,
        is_inside=inside,
        is_example=one.is_example,
    )


def committee_called(key: str) -> Committee | None:
    """The committee of that number."""
    return Committee.objects.filter(key=key).first() if key else None


def committee_name(one: Committee | None, language: str) -> str:
    """The number and the name of a committee."""
    if one is None:
        return ""
    name = (one.name_en if language.startswith("en") else "") or one.name_zh
    return f"{one.key} {name}"


def project_of(viewer: Viewer, pk: int) -> Project:
    """One project, if the viewer may read of it. Raises RefusedError."""
    found = _one(pk)
    READ_PROJECT.check(viewer, found)
    return found


def project_inside(viewer: Viewer, pk: int) -> Project:
    """One project, if the viewer takes part in it. Raises RefusedError."""
    found = _one(pk)
    WORK_IN_PROJECT.check(viewer, found)
    return found


def _one(pk: int) -> Project:
    rows: Any = Project.objects.select_related("committee", "edition__work", "follows")
    project: Project = get_object_or_404(rows, pk=pk)
    return project


def procedures_on(on: date) -> list[Procedure]:
    """The procedures under which a project may begin on a day, those of standards first."""
    order = {"project": 0, "review": 1, "committee": 2}
    found = [one for one in procedures() if one.since <= on and (not one.until or on < one.until)]
    return sorted(found, key=lambda one: order[one.kind])


def titles_of_procedures() -> dict[str, Bilingual]:
    """Every procedure there is or was, by its newest title."""
    found = sorted(procedures(), key=lambda one: one.since)
    return {one.id: one.title for one in found}


def organisations_known(pks: Iterable[int], on: date, language: str) -> dict[int, str]:
    """Names of organisations by id, in one query."""
    return {pk: one.full for pk, one in display_names(set(pks), on, language).items()}


def appointed(procedure: Procedure, on: date) -> dict[str, list[Organisation]]:
    """Which organisations may fill which role of a procedure on a day."""
    found: dict[str, list[Organisation]] = {}
    rows = Appointment.objects.filter(on_the_day(on), procedure=procedure.id)
    for one in rows.select_related("organisation"):
        if one.organisation not in found.setdefault(one.role, []):
            found[one.role].append(one.organisation)
    return found


def projects_of(viewer: Viewer, edition: Edition) -> QuerySet[Project]:
    """The projects about an edition, or that will replace it, as far as the viewer may see them."""
    about = Q(edition=edition) | Q(pk__in=edition.replacing_projects.values("pk"))
    return projects(viewer, Asked()).filter(about)
