"""Who somebody is in a project (角色): from seats and parties to the roles of its procedure."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from guiju.apps.accounts.models import User
from guiju.apps.development.models import Committee, CommitteeSeat, Party, Project
from guiju.core.committees.files import secretariat, voting
from guiju.core.procedures.case import Actor
from guiju.core.procedures.files.rulebook import procedure
from guiju.core.procedures.model import Procedure
from guiju.web.viewer import Viewer

COMMITTEE = "committee"
# The same people in a procedure about the committee itself.
SECRETARIAT_ROLE = "secretariat"
EXPERTS = "experts"
# Whose acts are those of their organisation.
SPEAKERS = ("office", "liaison")
# The secretariat (秘书处) acts for the committee; members vote.
SECRETARIAT = secretariat()
VOTING = voting()


def procedure_of(project: Project) -> Procedure:
    """The version of its procedure that a project follows."""
    return procedure(project.procedure, project.began)


def name_of(user: int | None) -> str:
    """The actor as the engine and the records know it."""
    return f"user:{user}" if user is not None else "guest"


def on_the_day(on: date) -> Q:
    """Rows with `since` and `until` (exclusive) that count on a day."""
    return Q(since__lte=on) & (Q(until=None) | Q(until__gt=on))


def seats_on(committee: Committee, on: date) -> QuerySet[CommitteeSeat]:
    """The seats of a committee on a day, with person and account."""
    seats = committee.seats.filter(on_the_day(on))
    return seats.select_related("person__user", "organisation").order_by("pk")


def roles_of(viewer: Viewer, project: Project) -> frozenset[str]:
    """The roles of the procedure that the viewer has in the project today."""
    if not viewer.signed_in:
        return frozenset()
    acting = Q(user=viewer.user) | Q(organisation__in=viewer.organisations(*SPEAKERS), user=None)
    found = set(
        Party.objects.filter(acting, on_the_day(viewer.today), project=project).values_list(
            "role", flat=True
        )
    )
    if project.committee_id and is_seated(viewer, project.committee_id, SECRETARIAT):
        found |= {COMMITTEE, SECRETARIAT_ROLE}
    return frozenset(found)


def is_seated(viewer: Viewer, committee: int, offices: Iterable[str] = ()) -> bool:
    """Has the viewer a seat in the committee today, in one of the offices if any are given?"""
    seats = CommitteeSeat.objects.filter(
        on_the_day(viewer.today), committee=committee, person__user=viewer.user
    )
    return (seats.filter(office__in=tuple(offices)) if offices else seats).exists()


def actor_of(viewer: Viewer, project: Project) -> Actor:
    """The viewer as the engine takes him in this project."""
    return Actor(name_of(viewer.user), roles_of(viewer, project))


def people_of(project: Project, roles: Iterable[str], on: date) -> list[User]:
    """The accounts of those who have one of these roles on a day (通知对象)."""
    wanted = set(roles)
    parties = Party.objects.filter(on_the_day(on), project=project, role__in=wanted)
    users: set[int] = set()
    organisations: set[int] = set()
    for user, organisation in parties.values_list("user", "organisation"):
        if user is not None:
            users.add(user)
        elif organisation is not None:
            organisations.add(organisation)
    speaks = Q(
        seats__organisation__in=organisations, seats__role__in=SPEAKERS, seats__since__lte=on
    ) & (Q(seats__until=None) | Q(seats__until__gt=on))
    who = Q(pk__in=users) | speaks
    if wanted & {COMMITTEE, SECRETARIAT_ROLE} and project.committee:
        seats = seats_on(project.committee, on).filter(office__in=SECRETARIAT)
        who |= Q(person__in=seats.values("person"))
    if "proposer" in wanted and project.created_by_id:
        who |= Q(pk=project.created_by_id)
    return list(User.objects.filter(who, is_active=True).distinct().order_by("pk"))
