"""References that have gone stale (引用失效): of one document, and through the whole catalogue."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from guiju.apps.catalogue.models import Edition, Relation
from guiju.apps.catalogue.selectors.mark import Mark, catalogue_mark
from guiju.apps.catalogue.selectors.standard.shown import state_of
from guiju.apps.catalogue.selectors.successors import successors
from guiju.apps.catalogue.selectors.touches import CITING
from guiju.core.records.facts import ENDED
from guiju.web.viewer import Viewer

PART = 5_000  # documents that are looked at in one query
PARTS = 5
_MOST_TOTALS = 1_000  # days and levels
_totals: tuple[Mark, dict[tuple[date, str], int]] = ((), {})


@dataclass(frozen=True, slots=True)
class Stale:
    """A dated reference to an edition that has ended, and what to cite instead."""

    document: Edition
    cited: Edition
    state: str
    is_normative: bool
    instead: tuple[Edition, ...]


@dataclass(frozen=True, slots=True)
class StaleDocument:
    """A document in force, with its stale references."""

    document: Edition
    references: tuple[Stale, ...]


@dataclass(frozen=True, slots=True)
class RotPage:
    """A part of the list, in the order of numbers; `next` continues it, "" at its end."""

    rows: tuple[StaleDocument, ...]
    next: str


def rotten(viewer: Viewer, edition: Edition, on: date) -> tuple[Stale, ...]:
    """The dated references of this document to editions that have ended on the day."""
    return _stale(viewer, [edition], on)[edition.pk]


def rot_page(
    viewer: Viewer, on: date, *, after: str = "", level: str = "", limit: int = 50
) -> RotPage:
    """Documents in force on the day that cite by an ended edition, from a number on.

    One page looks at so many documents and no more, that a day without any does not read the
    whole catalogue: it may be short, or empty, and still have a next one.
    """
    found: list[Edition] = []
    for _ in range(PARTS):
        end = _end_of_part(after)
        found += _documents(on, after, end, level)[: limit + 1 - len(found)]
        if len(found) > limit or not end:
            after = found[limit - 1].sort if len(found) > limit else ""
            break
        after = end
    shown = found[:limit]
    references = _stale(viewer, shown, on)
    return RotPage(rows=tuple(StaleDocument(one, references[one.pk]) for one in shown), next=after)


def rot_total(viewer: Viewer, on: date, *, level: str = "") -> int:
    """How many documents the whole list holds; counted once for each state of the data."""
    global _totals  # noqa: PLW0603 - one a process
    mark = catalogue_mark()
    if _totals[0] != mark or len(_totals[1]) >= _MOST_TOTALS:
        _totals = (mark, {})
    if (on, level) not in _totals[1]:
        _totals[1][on, level] = _count(on, level)
    return _totals[1][on, level]


def _count(on: date, level: str) -> int:
    """From the references, which are fewer than the documents."""
    day = on.toordinal()
    citing = Relation.objects.filter(
        type__in=CITING,
        kept_out="",
        target__span__5__lte=day,
        subject__span__3__lte=day,
        subject__span__4__gt=day,
    )
    if level:
        citing = citing.filter(subject__level=level)
    return citing.values("subject").distinct().count()


def _end_of_part(after: str) -> str:
    """The number up to which the next part reaches; "" when it reaches to the end."""
    rows = Edition.objects.filter(sort__gt=after).order_by("sort").values_list("sort", flat=True)
    return next(iter(rows[PART - 1 : PART]), "")


def _documents(on: date, after: str, end: str, level: str) -> QuerySet[Edition]:
    day = on.toordinal()
    stale = Relation.objects.filter(
        subject=OuterRef("pk"),
        type__in=CITING,
        kept_out="",
        target__isnull=False,
        target__span__5__lte=day,
    )
    rows = Edition.objects.filter(sort__gt=after, span__3__lte=day, span__4__gt=day)
    if end:
        rows = rows.filter(sort__lte=end)
    if level:
        rows = rows.filter(level=level)
    return rows.filter(Exists(stale)).select_related("work").order_by("sort", "pk")


def _stale(viewer: Viewer, documents: Iterable[Edition], on: date) -> dict[int, tuple[Stale, ...]]:
    rows = {one.pk: one for one in documents}
    arrows = Relation.objects.filter(
        subject__in=list(rows), type__in=CITING, kept_out="", target__isnull=False
    ).select_related("target__work")
    # A document that cites twice, or that several sources describe, has one line a reference;
    # the normative one counts.
    ended: dict[tuple[int, int], Relation] = {}
    for one in arrows.order_by("target__sort", "-type", "pk"):
        if one.target is not None and state_of(one.target, on) in ENDED:
            ended.setdefault((one.subject_id or 0, one.target.pk), one)
    cited = [one.target for one in ended.values() if one.target is not None]
    heirs = successors(viewer, cited, on) if cited else {}
    found: defaultdict[int, list[Stale]] = defaultdict(list)
    for (subject, target), one in ended.items():
        if one.target is not None:
            found[subject].append(
                Stale(
                    document=rows[subject],
                    cited=one.target,
                    state=state_of(one.target, on),
                    is_normative=one.type == CITING[0],
                    instead=heirs[target],
                )
            )
    return {pk: tuple(found[pk]) for pk in rows}
