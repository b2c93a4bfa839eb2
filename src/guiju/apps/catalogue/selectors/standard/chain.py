"""What replaced what, in both directions to the ends (代替链)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from guiju.apps.catalogue.models import Edition, Relation
from guiju.apps.catalogue.selectors.facts import facts_of
from guiju.apps.catalogue.selectors.standard.arrows import relation_query
from guiju.apps.catalogue.selectors.standard.shown import Shown, shown
from guiju.core.records.deduction import window_of
from guiju.core.records.facts import ALWAYS, NEVER, End

_LONGEST = 40  # generations; circles are kept out of the graph, this holds for what is left
_MOST = 300  # editions


@dataclass(frozen=True, slots=True)
class Link:
    """One replacement. `same_number`: a later edition of the same number, which nobody named."""

    older: str
    newer: str
    whole: bool
    date: str
    basis: str
    same_number: bool

    @property
    def query(self) -> str:
        """What names the replacement in an address of the newer one."""
        return relation_query("replaces", self.older, outgoing=True)


@dataclass(frozen=True, slots=True)
class Step:
    """One generation; `distance` is 0 for the standard itself, negative for what it replaced."""

    distance: int
    members: tuple[tuple[Shown, tuple[Link, ...]], ...]


def chain(edition: Edition, on: date) -> list[Step]:
    """The generations from the oldest to the newest, each member with what replaced it."""
    found: dict[int, tuple[int, Edition]] = {edition.pk: (0, edition)}
    links: dict[tuple[str, str], Link] = {}
    for direction, step in ((1, _successors), (-1, _predecessors)):
        frontier, distance = [edition], 0
        while frontier and abs(distance) < _LONGEST and len(found) < _MOST:
            distance += direction
            rows, drawn = step(frontier)
            links |= {(one.older, one.newer): one for one in drawn}
            frontier = [one for one in rows if one.pk not in found]
            found |= {one.pk: (distance, one) for one in frontier}
    by_distance: dict[int, list[Edition]] = {}
    for distance, one in found.values():
        by_distance.setdefault(distance, []).append(one)
    return [
        Step(
            distance,
            tuple(
                (shown(one, on), tuple(link for link in links.values() if link.older == one.key))
                for one in sorted(by_distance[distance], key=lambda one: one.sort)
            ),
        )
        for distance in sorted(by_distance)
    ]


def _successors(rows: list[Edition]) -> tuple[list[Edition], list[Link]]:
    facts = facts_of(rows)
    links = [_link(one.key, end) for one in rows for end in facts[one.pk].ends if end.by != one.key]
    return _by_key(link.newer for link in links), links


def _predecessors(rows: list[Edition]) -> tuple[list[Edition], list[Link]]:
    keys = {one.key for one in rows}
    targets = Relation.objects.filter(
        subject__in=[one.pk for one in rows], type="replaces", kept_out="", target__isnull=False
    ).values_list("target", flat=True)
    works = {one.work_id for one in rows if one.form == Edition.Form.EDITION}
    older = Edition.objects.filter(work__in=works, form=Edition.Form.EDITION)
    before = max((one.year or 0 for one in rows), default=0)
    siblings = older.filter(year__lt=before).values_list("pk", flat=True)
    candidates = list(Edition.objects.filter(pk__in={*targets, *siblings}))
    facts = facts_of(candidates)
    links = [
        _link(one.key, end) for one in candidates for end in facts[one.pk].ends if end.by in keys
    ]
    named = {link.older for link in links}
    return [one for one in candidates if one.key in named and one.key not in keys], links


def _link(older: str, end: End) -> Link:
    low, high = window_of(end)
    day = date.fromordinal(low).isoformat() if low == high and ALWAYS < low < NEVER else ""
    return Link(older, end.by, end.whole, end.date or day, end.basis, end.presumed)


def _by_key(keys: Iterable[str]) -> list[Edition]:
    return list(Edition.objects.filter(key__in=set(keys)))
