"""The numbers of projects on a day (看板): stages, cycle times, overdue, bottlenecks, workload.

Everything follows from the steps taken up to the day, so that any day can be looked at.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import quantiles

from django.db.models import Q, QuerySet

from guiju.apps.development.models import Committee, Party, Project, RunningClock, StepTaken
from guiju.apps.development.rules.actors import on_the_day
from guiju.apps.development.rules.projects import leading
from guiju.apps.development.selectors.desk import Roles, own_roles
from guiju.core.errors import Bilingual
from guiju.core.procedures.files.rulebook import procedure, procedures
from guiju.core.procedures.files.stages import stages as all_stages
from guiju.core.procedures.model import Procedure
from guiju.web.viewer import Viewer

MOST = 12  # rows of a list of the longest
ADMINISTRATOR = "system_admin"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the numbers are narrowed to."""

    on: date
    procedure: str = ""
    stage: str = ""
    state: str = ""
    committee: int | None = None
    person: int | None = None
    is_overdue: bool = False
    left: str = ""
    which: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """A project as it stood on the day."""

    pk: int
    procedure: str
    title: Bilingual
    committee: int | None
    state: str
    state_title: Bilingual
    stage: str
    since: date
    ended: bool
    days: int
    left: frozenset[str]
    is_led: bool  # by the viewer: only then are people named


@dataclass(frozen=True, slots=True)
class Cycle:
    """How many days a stage took, of those that have left it."""

    procedure: Bilingual
    key: str
    stage: str
    title: Bilingual
    count: int
    lower: float
    median: float
    upper: float


@dataclass(frozen=True, slots=True)
class Waiting:
    """A state in which projects wait, the longest wait first."""

    procedure: str
    state: str
    title: Bilingual
    count: int
    median: float
    longest: int


@dataclass(frozen=True, slots=True)
class Load:
    """How many running projects somebody has, and how many of them are overdue."""

    key: int
    name: str
    count: int
    overdue: int


@dataclass(frozen=True, slots=True)
class Dashboard:
    """All numbers of a day."""

    asked: Asked
    running: int
    ended: int
    overdue: int
    stages: tuple[tuple[str, Bilingual, int], ...]
    cycles: tuple[Cycle, ...]
    waiting: tuple[Waiting, ...]
    committees: tuple[Load, ...]
    people: tuple[Load, ...]


def _seen(viewer: Viewer, roles: Roles) -> QuerySet[Project]:
    """The projects whose numbers the viewer sees: a system administrator all, else one's own."""
    if viewer.holds(ADMINISTRATOR):
        return Project.objects.all()
    return Project.objects.filter(Q(pk__in=list(roles)) | Q(created_by=viewer.user))


def dashboard(viewer: Viewer, asked: Asked) -> Dashboard:
    """The numbers of a day, in a constant number of queries."""
    standings, cycles = _walked(viewer, asked)
    late = _overdue(asked.on)
    shown = list(_narrowed(viewer, standings, asked, late))
    running = [one for one in shown if not one.ended]
    stages = Counter(one.stage[:2] for one in running)
    return Dashboard(
        asked=asked,
        running=len(running),
        ended=len(shown) - len(running),
        overdue=sum(one.pk in late for one in running),
        stages=tuple(
            (key, one.title, stages[key])
            for key, one in sorted(all_stages().items())
            if stages[key]
        ),
        cycles=tuple(_cycles(cycles, asked)),
        waiting=_waiting(running),
        committees=_committees(running, late),
        people=_people([one for one in running if one.is_led], late, asked.on),
    )


def cases(viewer: Viewer, asked: Asked) -> list[Standing]:
    """The projects behind a number, those that have waited longest first."""
    standings, _ = _walked(viewer, asked)
    shown = _narrowed(viewer, standings, asked, _overdue(asked.on))
    return sorted(shown, key=lambda one: (one.ended, -one.days, one.pk))


Days = dict[tuple[str, str], list[int]]


def _walked(viewer: Viewer, asked: Asked) -> tuple[list[Standing], Days]:
    """Each project on the day, and the days that each stage of each procedure took."""
    sees_all = viewer.holds(ADMINISTRATOR)
    roles = {} if sees_all else own_roles(viewer)
    rows = _seen(viewer, roles).filter(began__lte=asked.on)
    if asked.procedure:
        rows = rows.filter(procedure=asked.procedure)
    if asked.committee:
        rows = rows.filter(committee=asked.committee)
    steps: dict[int, list[tuple[date, str]]] = {}
    taken = StepTaken.objects.filter(on__lte=asked.on, project__in=rows.values("pk"))
    for pk, day, target in taken.order_by("project", "number").values_list(
        "project", "on", "target"
    ):
        steps.setdefault(pk, []).append((day, target))
    standings, cycles = [], Days()
    versions: dict[tuple[str, date], Procedure] = {}
    for pk, key, began, zh, en, committee in rows.order_by("pk").values_list(
        "pk", "procedure", "began", "title_zh", "title_en", "committee"
    ):
        version = versions.get((key, began))
        if version is None:
            version = versions[key, began] = procedure(key, began)
        state, since, left = _walk(version, began, steps.get(pk, ()), cycles)
        one = version.states[state]
        standings.append(
            Standing(
                pk, key, Bilingual(zh, en or zh), committee, state, one.title, one.stage, since,
                one.ends, (asked.on - since).days, left,
                sees_all or bool(roles.get(pk, frozenset()) & leading(version)),
            )
        )  # fmt: skip
    return standings, cycles


def _walk(
    version: Procedure, began: date, steps: Sequence[tuple[date, str]], cycles: Days
) -> tuple[str, date, frozenset[str]]:
    """The state after these steps and the day on which it was reached; stages left are counted."""
    state, since, entered, left = version.start, began, began, set()
    stage = version.states[state].stage[:2]
    for day, target in steps:
        if target != state:
            state, since = target, day
        code = version.states[target].stage[:2]
        if code != stage:
            cycles.setdefault((version.id, stage), []).append((day - entered).days)
            left.add(stage)
            stage, entered = code, day
    return state, since, frozenset(left)


def _narrowed(
    viewer: Viewer, standings: Iterable[Standing], asked: Asked, late: set[int]
) -> Iterator[Standing]:
    mine = _of_person(asked.person, asked.on) if asked.person else None
    for one in standings:
        if asked.stage and not one.stage.startswith(asked.stage):
            continue
        if asked.left and asked.left not in one.left:
            continue
        if asked.which and one.ended != (asked.which == "ended"):
            continue
        if asked.state and one.state != asked.state:
            continue
        if asked.is_overdue and (one.pk not in late or one.ended):
            continue
        if mine is None or (one.pk in mine and (one.is_led or asked.person == viewer.user)):
            yield one


def _overdue(on: date) -> set[int]:
    rows = RunningClock.objects.filter(Q(done=None) | Q(done__gt=on), due__lt=on, started__lte=on)
    return set(rows.values_list("project", flat=True))


def _of_person(user: int, on: date) -> set[int]:
    return set(Party.objects.filter(on_the_day(on), user=user).values_list("project", flat=True))


def _cycles(found: Days, asked: Asked) -> Iterator[Cycle]:
    for (key, stage), days in sorted(found.items()):
        if asked.stage and stage != asked.stage:
            continue
        lower, median, upper = quartiles(days)
        title = procedure_title(key)
        yield Cycle(title, key, stage, all_stages()[stage].title, len(days), lower, median, upper)


def procedure_title(key: str) -> Bilingual:
    return next(one.title for one in reversed(procedures()) if one.id == key)


def quartiles(days: Sequence[int]) -> tuple[float, float, float]:
    """The quarter, the half and three quarters of what was measured, the ends included."""
    if len(days) == 1:
        return (days[0], days[0], days[0])
    lower, median, upper = quantiles(days, n=4, method="inclusive")
    return lower, median, upper


def _waiting(running: Iterable[Standing]) -> tuple[Waiting, ...]:
    groups: dict[tuple[str, str], list[Standing]] = {}
    for one in running:
        groups.setdefault((one.procedure, one.state), []).append(one)
    found = [
        Waiting(
            key, state, some[0].state_title, len(some),
            quartiles([one.days for one in some])[1], max(one.days for one in some),
        )
        for (key, state), some in groups.items()
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: (-one.median, -one.count, one.state))[:MOST])


def _committees(running: Sequence[Standing], late: set[int]) -> tuple[Load, ...]:
    counts = Counter(one.committee for one in running if one.committee)
    overdue = Counter(one.committee for one in running if one.committee and one.pk in late)
    most = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST]
    names = dict(Committee.objects.filter(pk__in=[pk for pk, _ in most]).values_list("pk", "key"))
    return tuple(Load(pk, names[pk], count, overdue[pk]) for pk, count in most)


def _people(running: Sequence[Standing], late: set[int], on: date) -> tuple[Load, ...]:
    """Those named in the projects that the viewer leads, by how many."""
    shown = {one.pk for one in running}
    rows = Party.objects.filter(on_the_day(on)).exclude(user=None).order_by("pk")
    found: dict[int, tuple[str, set[int]]] = {}
    for user, name, project in rows.values_list("user", "user__person__name", "project"):
        if project in shown and user is not None:
            found.setdefault(user, (name, set()))[1].add(project)
    most = sorted(found.items(), key=lambda pair: (-len(pair[1][1]), pair[0]))[:MOST]
    return tuple(
        Load(user, name, len(projects), len(projects & late)) for user, (name, projects) in most
    )
