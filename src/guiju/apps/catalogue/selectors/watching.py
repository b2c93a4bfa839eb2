"""Watch lists and how things stand on them (关注清单)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from guiju.apps.catalogue.models import Edition, Watch, WatchList
from guiju.apps.catalogue.rules import OWN_LIST
from guiju.apps.catalogue.selectors.facts import facts_of
from guiju.apps.catalogue.selectors.standard.shown import state_of
from guiju.apps.catalogue.selectors.successors import successors
from guiju.core.errors import NotFoundError
from guiju.core.records.facts import ENDED
from guiju.core.records.status import Status, status_on
from guiju.web.viewer import Viewer

SUPPLEMENTS = ("amendment", "corrigendum", "supplement")


class NoSuchListError(NotFoundError):
    """There is no such watch list (没有该清单)."""

    code = "no_such_list"
    zh = "没有这个关注清单。它可能已被删除。"
    en = "There is no such watch list. It may have been removed."


@dataclass(frozen=True, slots=True)
class WatchRow:
    """A standard on a list: its state on the day, and what takes its place."""

    watch: Watch
    edition: Edition
    status: Status
    successors: tuple[Edition, ...]

    @property
    def has_ended(self) -> bool:
        return self.status.state in ENDED


@dataclass(frozen=True, slots=True)
class WatchState:
    """What a standard's page shows: the viewer's lists, and which of them have the standard."""

    edition: Edition
    lists: tuple[WatchList, ...]
    on: tuple[WatchList, ...]


@dataclass(frozen=True, slots=True)
class Situation:
    """All that a watcher wants to hear of, by numbers; `since` is no part of what is compared."""

    state: str
    since: date | None
    successors: tuple[Edition, ...]
    amendments: tuple[Edition, ...]
    drafts: tuple[Edition, ...]

    def as_told(self) -> dict[str, object]:
        """The situation as `Watch.told` keeps it."""
        return {
            "state": self.state,
            "successors": sorted(one.key for one in self.successors),
            "amendments": sorted(one.key for one in self.amendments),
            "drafts": sorted(one.key for one in self.drafts),
        }


def lists_of(viewer: Viewer) -> QuerySet[WatchList]:
    """The viewer's own lists, each with `size` and `ended`: how many of its standards have ended."""
    day = viewer.today.toordinal()
    return WatchList.objects.filter(owner=viewer.user).annotate(
        size=Count("watches"),
        ended=Count("watches", filter=Q(watches__edition__span__5__lte=day)),
    )


def list_of(viewer: Viewer, pk: int) -> WatchList:
    """The viewer's list; refused to everybody else."""
    found = WatchList.objects.filter(pk=pk).first()
    if found is None:
        raise NoSuchListError(str(pk))
    OWN_LIST.check(viewer, found)
    return found


def list_by_token(token: str) -> WatchList:
    """The list whose feed this token opens; none of a closed account."""
    found = WatchList.objects.filter(token=token, owner__is_active=True).first()
    if found is None:
        raise NoSuchListError(token)
    return found


def watches(viewer: Viewer, one: WatchList) -> QuerySet[Watch]:
    """What stands on a list, in the order of numbers."""
    return one.watches.select_related("edition__work").order_by("edition__sort")


def ended(viewer: Viewer, one: WatchList) -> QuerySet[Edition]:
    """The standards on a list that have ended by the viewer's day."""
    day = viewer.today.toordinal()
    return Edition.objects.filter(watches__list=one, span__5__lte=day, span__6__in=list(ENDED))


def watch_of(viewer: Viewer, one: WatchList, pk: int) -> Watch:
    """A standard on a list of the viewer's."""
    OWN_LIST.check(viewer, one)
    found = watches(viewer, one).filter(pk=pk).first()
    if found is None:
        raise NotFoundError(str(pk))
    return found


def watch_rows(viewer: Viewer, some: Iterable[Watch], on: date) -> list[WatchRow]:
    """The rows of a page, in as many queries for one as for all."""
    rows = list(some)
    editions = [one.edition for one in rows]
    facts = facts_of(editions)
    heirs = successors(viewer, editions, on)
    return [
        WatchRow(one, one.edition, status_on(facts[one.edition_id], on), heirs[one.edition_id])
        for one in rows
    ]


def watch_state(viewer: Viewer, edition: Edition) -> WatchState:
    """Which of the viewer's lists have the edition; one query, none for the public."""
    if not viewer.signed_in:
        return WatchState(edition, (), ())
    here = Watch.objects.filter(list=OuterRef("pk"), edition=edition)
    lists = list(WatchList.objects.filter(owner=viewer.user).annotate(has=Exists(here)))
    return WatchState(edition, tuple(lists), tuple(one for one in lists if one.has))


def situations(viewer: Viewer, editions: Sequence[Edition], on: date) -> dict[int, Situation]:
    """How things stand with each edition on a day."""
    facts = facts_of(editions)
    heirs = successors(viewer, editions, on)
    amendments: defaultdict[str, list[Edition]] = defaultdict(list)
    bases = [one.key for one in editions]
    for one in Edition.objects.filter(base_key__in=bases, form__in=SUPPLEMENTS).order_by("sort"):
        if state_of(one, on) != "draft":
            amendments[one.base_key].append(one)
    drafts = _drafts({one.work_id for one in editions}, on)
    made = {}
    for one in editions:
        status = status_on(facts[one.pk], on)
        made[one.pk] = Situation(
            state=status.state,
            since=status.since,
            successors=heirs[one.pk],
            amendments=tuple(amendments[one.key]),
            drafts=tuple(draft for draft in drafts[one.work_id] if draft.pk != one.pk),
        )
    return made


def _drafts(works: set[int], on: date) -> defaultdict[int, list[Edition]]:
    """What is in the making under the same numbers (修订中)."""
    found: defaultdict[int, list[Edition]] = defaultdict(list)
    unissued = Edition.objects.filter(work__in=works, span__0__gt=on.toordinal())
    for one in unissued.order_by("sort"):
        if state_of(one, on) == "draft":
            found[one.work_id].append(one)
    return found
