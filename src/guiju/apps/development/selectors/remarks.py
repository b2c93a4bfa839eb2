"""Comments as drafters and secretariat work on them (意见处理清单)."""

from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Count, Min, Prefetch, Q, QuerySet, Subquery
from django.http import Http404

from guiju.apps.development.models import Remark, Reply, Round
from guiju.apps.development.rules.actors import procedure_of
from guiju.apps.development.rules.consulting import READ_REMARKS
from guiju.apps.development.selectors.consulting import draft_of, drafts_of, later_drafts
from guiju.core.consultations import Followed, trail
from guiju.core.errors import Bilingual
from guiju.web.viewer import Viewer

ORDERS = {"clause": ("sort", "number"), "number": ("number",)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a working list is narrowed to; "" asks nothing."""

    clause: str = ""
    kind: str = ""
    unit: str = ""
    standing: str = ""  # a disposition, "none" for those without, "any" for those with one
    text: str = ""
    order: str = "clause"
    hidden: bool = False
    only: tuple[int, ...] = ()  # the numbers of a group


def remarks(viewer: Viewer, row: Round, asked: Asked) -> QuerySet[Remark]:
    """The comments of a round, with all that a row of the list shows."""
    READ_REMARKS.check(viewer, row.project)
    found = Remark.objects.filter(_wanted(asked), round=row)
    replies = Prefetch("replies", Reply.objects.order_by("-pk"))
    order = ORDERS.get(asked.order, ORDERS["clause"])
    return found.prefetch_related(replies).order_by(*order)


def _wanted(asked: Asked) -> Q:
    wanted = Q(hidden__isnull=not asked.hidden)
    if asked.clause:
        inside = Q(clause=asked.clause)
        for sign in (".", "/"):
            inside |= Q(clause__startswith=f"{asked.clause}{sign}")
        wanted &= Q(clause="") if asked.clause == "-" else inside
    if asked.kind:
        wanted &= Q(kind=asked.kind)
    if asked.unit:
        wanted &= Q(unit__icontains=asked.unit)
    if asked.standing in ("none", "any"):
        waiting = Q(standing="")
        wanted &= waiting if asked.standing == "none" else ~waiting
    elif asked.standing:
        wanted &= Q(standing=asked.standing)
    if asked.text:
        words = asked.text
        wanted &= (
            Q(text__icontains=words) | Q(proposed__icontains=words) | Q(reason__icontains=words)
        )
    if asked.only:
        wanted &= Q(number__in=asked.only)
    return wanted


class Counts(NamedTuple):
    """How a round stands: comments that count, those answered, and by disposition."""

    received: int
    answered: int
    by_standing: dict[str, int]

    @property
    def waiting(self) -> int:
        return self.received - self.answered


def counts_of(row: Round) -> Counts:
    rows = Remark.objects.filter(round=row, hidden=None).values_list("standing")
    by = dict(rows.annotate(count=Count("pk")).order_by("standing"))
    waiting = by.pop("", 0)
    return Counts(sum(by.values()) + waiting, sum(by.values()), by)


class AlikeRow(NamedTuple):
    """Comments that say the same or nearly the same: the first, how many, how like the least like is."""

    first: int
    size: int
    likeness: float

    @property
    def same(self) -> bool:
        return self.likeness == 1


def alike(viewer: Viewer, row: Round) -> list[AlikeRow]:
    """The groups of a round, as they were found when the comments came in."""
    READ_REMARKS.check(viewer, row.project)
    counted = Remark.objects.filter(round=row, hidden=None, alike__isnull=False)
    groups = counted.order_by().values("alike").annotate(
        first=Min("number"), count=Count("pk"), least=Min("likeness")
    )  # fmt: skip
    found = groups.filter(count__gt=1).order_by("first")
    return [AlikeRow(one["first"], one["count"], one["least"]) for one in found]


def members_of(viewer: Viewer, row: Round, number: int) -> tuple[int, ...]:
    """The comments of the group in which this one is; the comment alone where it is in none."""
    READ_REMARKS.check(viewer, row.project)
    counted = Remark.objects.filter(round=row, hidden=None)
    group = counted.filter(number=number, alike__isnull=False).values("alike")[:1]
    members = counted.filter(alike=Subquery(group)).order_by("number")
    return tuple(members.values_list("number", flat=True)) or (number,)


def remark(viewer: Viewer, pk: int) -> Remark:
    """One comment for who works on it, or who made it. Raises Http404 and RefusedError."""
    rows = Remark.objects.select_related("round__project")
    row = rows.prefetch_related("replies").filter(pk=pk).first()
    if row is None:
        raise Http404(str(pk))
    if row.user_id is None or row.user_id != viewer.user:
        READ_REMARKS.check(viewer, row.round.project)
    return row


class Stop(NamedTuple):
    """Where a comment's clause stands in one later draft."""

    title: Bilingual
    number: int
    followed: Followed


def way_of(row: Remark) -> list[Stop]:
    """The clause of a comment through the later drafts."""
    materials = later_drafts(row.round)
    known = procedure_of(row.round.project).materials
    if row.place and not row.clause:
        return []  # a place that nobody could read
    ways = trail([one.document for one in drafts_of(materials)], [row.clause])[row.clause]
    return [
        Stop(known[one.material].title, one.number, step)
        for one, step in zip(materials[1:], ways, strict=False)
    ]


def words_at(row: Remark) -> str:
    """The text of the clause in the draft that was out."""
    materials = later_drafts(row.round)
    return draft_of(materials[0]).words(row.clause) if materials and row.clause else ""
