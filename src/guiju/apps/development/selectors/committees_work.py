"""The work of a committee (委员会工作): projects, votes missed, and the figures of a year."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from guiju.apps.catalogue.models import Edition
from guiju.apps.development.models import (
    BallotRound,
    Committee,
    CommitteeSeat,
    Material,
    Project,
    RunningClock,
    StepTaken,
)
from guiju.apps.development.rules.actors import (
    VOTING,
    is_seated,
    name_of,
    procedure_of,
    seats_on,
)
from guiju.apps.development.selectors.committees_scopes import standards_of
from guiju.core.committees.assessing import Figure
from guiju.core.errors import Bilingual, NotFoundError
from guiju.core.params import param
from guiju.web.viewer import Viewer

_SHOWN = 100
_YEARS = 10
REVIEW = "review"
MAKING = "making"
MINUTES = "minutes"
# Cases about the committee itself are no making of standards.
_OWN = "committee-"


@dataclass(frozen=True, slots=True)
class Turnout:
    """A ballot of the year (一次表决): how many could vote, how many did."""

    ballot: BallotRound
    electors: int
    voted: int


@dataclass(frozen=True, slots=True)
class Year:
    """What a committee did in a year (年度报告); each number is the number of its rows."""

    year: int
    begun: list[Project]
    finished: list[Project]
    published: list[Edition]
    reviews: list[Project]
    ballots: list[Turnout]
    meetings: list[Material]
    in_time: list[RunningClock]
    late: list[RunningClock]
    reviews_in_time: list[RunningClock]
    reviews_late: list[RunningClock]

    @property
    def figures(self) -> dict[str, Figure]:
        """The figures of the assessment, of the very rows above."""
        on_time, late = len(self.in_time), len(self.late)
        reviewed, overdue = len(self.reviews_in_time), len(self.reviews_late)
        return {
            "projects_in_time": Figure(on_time, on_time + late),
            "reviews_in_time": Figure(reviewed, reviewed + overdue),
            "votes_answered": Figure(
                sum(one.voted for one in self.ballots), sum(one.electors for one in self.ballots)
            ),
        }


@dataclass(frozen=True, slots=True)
class Missing:
    """A member who did not vote so many times in a row (连续不参加表决)."""

    seat: CommitteeSeat
    times: int


class NoSuchYearError(NotFoundError):
    """A year without a report (没有这一年)."""

    code = "development.no_such_year"
    zh = "没有 {subject} 年的年度报告；可以查看最近十年。"
    en = "There is no annual report of {subject}; the last ten years can be read."


def year_asked(viewer: Viewer, year: int) -> int:
    """The year, if it is one of the last ten."""
    if not viewer.today.year - _YEARS <= year <= viewer.today.year:
        raise NoSuchYearError(str(year))
    return year


def projects_of(viewer: Viewer, one: Committee) -> list[Project]:
    """Its newest projects, as far as the viewer may see them."""
    found = list(one.projects.all()[:_SHOWN])
    if viewer.signed_in and is_seated(viewer, one.pk):
        return found
    return _public(found)


@dataclass(frozen=True, slots=True)
class Act:
    """A step of a procedure about the committee itself (筹建、换届等)."""

    on: date
    procedure: Bilingual
    step: Bilingual
    project: int


def acts_of(projects: Iterable[Project]) -> list[Act]:
    """How a committee came to be what it is, the oldest first: of those of its projects."""
    cases = {at.pk: at for at in projects if at.procedure.startswith(_OWN)}
    steps = StepTaken.objects.filter(project__in=cases).order_by("on", "pk") if cases else ()
    found = []
    for at in steps:
        procedure = procedure_of(cases[at.project_id])
        step = procedure.transitions[at.transition].title
        found.append(Act(at.on, procedure.title, step, at.project_id))
    return found


def year_of(viewer: Viewer, one: Committee, year: int) -> Year:
    """The figures of a year with their rows, in a fixed number of queries."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    until = min(last, viewer.today)
    works = one.projects.exclude(procedure__startswith=_OWN)
    reviews = works.filter(procedure=REVIEW, began__range=(first, last))
    inside = viewer.signed_in and is_seated(viewer, one.pk)

    def seen(projects: QuerySet[Project]) -> list[Project]:
        rows = list(projects.order_by("began", "pk"))
        return rows if inside else _public(rows)

    making, reviewing = _clocks(one, MAKING, first, until), _clocks(one, REVIEW, first, until)
    minutes = Material.objects.filter(
        project__committee=one, material__contains=MINUTES, on__range=(first, last)
    )
    issued = standards_of(one).filter(issued__startswith=str(year))
    return Year(
        year=year,
        begun=seen(works.exclude(procedure=REVIEW).filter(began__range=(first, last))),
        finished=seen(works.filter(ended=True, entered__range=(first, last))),
        published=list(issued),
        reviews=seen(reviews),
        ballots=_turnouts(one, first, last),
        meetings=list(minutes.select_related("project").order_by("on", "pk")),
        in_time=[at for at in making if _is_in_time(at)],
        late=[at for at in making if not _is_in_time(at)],
        reviews_in_time=[at for at in reviewing if _is_in_time(at)],
        reviews_late=[at for at in reviewing if not _is_in_time(at)],
    )


def missing_voters(one: Committee, on: date) -> list[Missing]:
    """Members to be replaced (应予调整的委员): the last so many votes missed without a reason."""
    limit = int(param("committees.missed_votes", on))
    closed = BallotRound.objects.filter(project__committee=one, closed__lte=on)
    missed: dict[str, list[bool]] = defaultdict(list)
    for ballot in closed.order_by("-closed", "-pk").prefetch_related("electors__papers"):
        for elector in ballot.electors.all():
            if not elector.aside:
                missed[elector.actor].append(not elector.papers.all())
    found = []
    for seat in seats_on(one, on).filter(office__in=VOTING):
        user = getattr(seat.person, "user", None)
        actor = name_of(user.pk) if user else f"person:{seat.person_id}"
        times = _first_run(missed[actor])
        if times >= limit:
            found.append(Missing(seat, times))
    return found


def _first_run(missed: list[bool]) -> int:
    return next((at for at, one in enumerate(missed) if not one), len(missed))


def _public(projects: list[Project]) -> list[Project]:
    return [one for one in projects if procedure_of(one).states[one.state].shows]


def _clocks(one: Committee, duty: str, first: date, until: date) -> list[RunningClock]:
    """Duties that were done in the time, or fell due in it and are not done."""
    done = Q(done__range=(first, until))
    open_ = Q(done=None) | Q(done__gt=until)
    found = RunningClock.objects.filter(
        done | (Q(due__gte=first, due__lt=until) & open_), project__committee=one, duty=duty
    )
    return list(found.select_related("project").order_by("due", "pk"))


def _is_in_time(clock: RunningClock) -> bool:
    return clock.done is not None and (clock.due is None or clock.done <= clock.due)


def _turnouts(one: Committee, first: date, last: date) -> list[Turnout]:
    closed = BallotRound.objects.filter(project__committee=one, closed__range=(first, last))
    return [
        Turnout(
            ballot,
            len(voters := [at for at in ballot.electors.all() if not at.aside]),
            sum(bool(at.papers.all()) for at in voters),
        )
        for ballot in closed.select_related("project")
        .prefetch_related("electors__papers")
        .order_by("closed", "pk")
    ]
