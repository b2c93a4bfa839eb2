"""What stands in calendars (日历): deadlines, ballots and consultations, each with a stable name."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import QuerySet
from django.http import Http404

from guiju.apps.accounts.models import User
from guiju.apps.accounts.selectors.viewers import viewer_of_user
from guiju.apps.development.models import (
    BallotRound,
    CalendarFeed,
    Committee,
    Project,
    Round,
    RunningClock,
)
from guiju.apps.development.rules.actors import is_seated, procedure_of
from guiju.apps.development.selectors.ballots import open_for
from guiju.apps.development.selectors.desk import due_duties, own_roles
from guiju.core.calendars.ical import DayEvent
from guiju.core.errors import Bilingual
from guiju.web.viewer import Viewer

KEPT = timedelta(days=90)  # how long what is over stays in the calendar of consultations
_WORDS = {
    "duty": Bilingual("时限", "deadline"),
    "ballot": Bilingual("表决截止", "last day of a ballot"),
    "consultation": Bilingual("征求意见截止", "last day for comments"),
}


def feed_of(viewer: Viewer) -> CalendarFeed | None:
    return CalendarFeed.objects.filter(user=viewer.user).first()


def owner_of(token: str, today_of: Viewer) -> Viewer:
    """Whose calendar a secret address opens. Raises Http404 for a wrong or revoked one."""
    found = CalendarFeed.objects.filter(token=token).values_list("user", flat=True).first()
    user = User.objects.filter(pk=found, is_active=True).first() if found else None
    if user is None:
        raise Http404
    return viewer_of_user(user, today_of.today)


def committee_seen(owner: Viewer, pk: int) -> Committee:
    """A committee in which the owner of the address has a seat. Raises Http404."""
    found = Committee.objects.filter(pk=pk).first()
    if found is None or not is_seated(owner, found.pk):
        raise Http404
    return found


def own_events(viewer: Viewer, language: str) -> Iterator[DayEvent]:
    """The viewer's deadlines and ballots."""
    for duty in due_duties(viewer, own_roles(viewer)):
        yield _duty(duty.clock, language)
    for one in open_for(viewer):
        if one.ballot.last:
            yield _ballot(one.ballot, language)


def committee_events(committee: Committee, language: str) -> Iterator[DayEvent]:
    """The deadlines, ballots and consultations of a committee's running projects."""
    running = Project.objects.filter(committee=committee, ended=False)
    clocks = RunningClock.objects.filter(project__in=running, done=None).exclude(due=None)
    for clock in clocks.select_related("project").order_by("due", "pk"):
        yield _duty(clock, language)
    ballots = BallotRound.objects.filter(project__in=running, closed=None).exclude(last=None)
    for ballot in ballots.select_related("project").order_by("last", "pk"):
        yield _ballot(ballot, language)
    yield from _consultations(Round.objects.filter(project__in=running, closed=None), language)


def public_events(viewer: Viewer, language: str) -> Iterator[DayEvent]:
    """The consultations that everybody may comment on, or lately could."""
    recent = Round.objects.filter(last__gte=viewer.today - KEPT, current=True)
    return _consultations(recent, language)


def _consultations(rows: QuerySet[Round], language: str) -> Iterator[DayEvent]:
    for one in rows.select_related("project").order_by("last", "pk"):
        title = procedure_of(one.project).consultations[one.kind].title
        yield _event("consultation", one, one.last, title, language)


def _duty(one: RunningClock, language: str) -> DayEvent:
    return _event("duty", one, one.due, procedure_of(one.project).duties[one.duty].title, language)


def _ballot(one: BallotRound, language: str) -> DayEvent:
    title = procedure_of(one.project).ballots[one.kind].title
    return _event("ballot", one, one.last, title, language)


def _event(
    kind: str, row: RunningClock | BallotRound | Round, day: object, title: Bilingual, language: str
) -> DayEvent:
    project = row.project
    name = project.title_en if language.startswith("en") and project.title_en else project.title_zh
    word = _WORDS[kind].say(language)
    return DayEvent(
        uid=f"{kind}-{row.pk}@guiju",
        day=day,  # type: ignore[arg-type]
        title=f"{word}: {name}" if language.startswith("en") else f"{word}：{name}",
        changed=project.changed,
        text=title.say(language),
        category=word,
    )
