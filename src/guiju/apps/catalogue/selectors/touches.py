"""What a standard touches (影响面): all that cites, adopts, amends, translates or builds on it.

Dated arrows point to an edition, undated ones to the standard whatever its edition. An arrow to a
standard that adopts this one, or that this one identically adopts, reaches it through that one.
A reference is rotten (引用失效) when the edition that it names has ended on the day while the
document that makes it has not.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Case, CharField, Count, F, Min, Q, QuerySet, Value, When

from guiju.apps.catalogue.models import Edition, Relation
from guiju.apps.catalogue.selectors.standard.shown import state_of
from guiju.apps.catalogue.selectors.successors import successors
from guiju.apps.catalogue.selectors.watching import SUPPLEMENTS
from guiju.core.records.facts import ENDED
from guiju.web.viewer import Viewer

CITING = ("cites_normatively", "cites_informatively")
LAW = "cited_by_law"
KINDS: dict[str, tuple[str, ...]] = {
    "cites": CITING,
    "adopts": ("adopts",),
    "amends": ("amends", "corrects"),
    "builds": (
        "supports",
        "converted_from",
        "consolidates",
        "part_of",
        "interprets",
        "sample_for",
    ),
    "translates": ("translation_of",),
    "law": (LAW,),
    "conflicts": ("conflicts_with",),
}
KIND_OF = {name: kind for kind, names in KINDS.items() for name in names}
_INCOMING = tuple(name for name in KIND_OF if name != LAW)
CHUNK = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """Which of them to show; nothing given is all."""

    kind: str = ""
    way: str = ""  # direct, through
    dating: str = ""  # this: dated to this edition; other: to another; undated
    living: bool = False  # only documents that have not ended on the day
    rotten: bool = False


@dataclass(frozen=True, slots=True)
class Touch:
    """One document that is touched, and how. `document` is None for a law, or an unknown number.

    `cited` is the number that it names; `cited_edition` that edition where it is dated. `through`
    is the number of the adopted or adopting standard between. `instead` is what to cite.
    """

    type: str
    number: str
    document: Edition | None
    state: str
    cited: str
    cited_edition: Edition | None
    cited_state: str
    through: str
    is_rotten: bool
    instead: tuple[Edition, ...]
    degree: str = ""
    note: str = ""

    @property
    def kind(self) -> str:
        return KIND_OF[self.type]

    @property
    def is_dated(self) -> bool:
        return self.cited_edition is not None


@dataclass(frozen=True, slots=True)
class Reach:
    """The editions and works to which arrows count."""

    edition: Edition
    own: dict[int, Edition]
    through: dict[int, Edition]
    through_works: frozenset[int]

    def ended(self, on: date) -> list[int]:
        both = self.own | self.through
        return [pk for pk, one in both.items() if state_of(one, on) in ENDED]


@dataclass(frozen=True, slots=True)
class Touches:
    """All that is touched, counted, and narrowed to `arrows`, which are read page by page."""

    edition: Edition
    on: date
    total: int
    rotten: int
    counts: dict[str, int]
    amendments: tuple[Edition, ...]
    arrows: QuerySet[Relation]
    reach: Reach = field(repr=False)

    def rows(self, viewer: Viewer, some: Iterable[Relation]) -> list[Touch]:
        """The rows of these arrows; queries do not grow with them."""
        arrows = list(some)
        ended = [
            one.target for one in arrows if one.target is not None and _is_rotten(one, self.on)
        ]
        heirs = successors(viewer, ended, self.on) if ended else {}
        return [self._row(one, heirs) for one in arrows]

    def all_rows(self, viewer: Viewer) -> Iterator[Touch]:
        """Every row, in bounded memory."""
        done = 0
        while some := list(self.arrows[done : done + CHUNK]):
            yield from self.rows(viewer, some)
            done += len(some)

    def _row(self, one: Relation, heirs: dict[int, tuple[Edition, ...]]) -> Touch:
        document = None if one.type == LAW else one.subject
        cited = one.target if one.type != LAW else one.subject
        rotten = _is_rotten(one, self.on)
        return Touch(
            type=one.type,
            number=one.target_key if one.type == LAW else one.subject_key,
            document=document,
            state=state_of(document, self.on) if document else "",
            cited=one.subject_key if one.type == LAW else one.target_key,
            cited_edition=cited,
            cited_state=state_of(cited, self.on) if cited else "",
            through=self._through(one),
            is_rotten=rotten,
            instead=heirs.get(one.target_id or 0, ()) if rotten else (),
            degree=one.degree,
            note=one.note,
        )

    def _through(self, one: Relation) -> str:
        if one.type == LAW or one.target_id in self.reach.own:
            return ""
        if one.target_id is None and one.target_work_id == self.edition.work_id:
            return ""
        return one.target_key


def touches(
    viewer: Viewer, edition: Edition, on: date, narrowing: Narrowing | None = None
) -> Touches:
    """What this edition, or another of its standard, touches on a day."""
    wanted = narrowing or Narrowing()
    reach = _reach(edition)
    every = _once(_arrows(reach))
    kinds = Case(
        *(When(type__in=names, then=Value(kind)) for kind, names in KINDS.items()),
        output_field=CharField(),
    )
    ended = reach.ended(on)
    figures = (
        every.order_by()
        .values(kind=kinds)
        .annotate(n=Count("pk"), bad=Count("pk", filter=_rotten(ended, on)))
    )
    counted = {row["kind"]: (row["n"], row["bad"]) for row in figures}
    return Touches(
        edition=edition,
        on=on,
        total=sum(number for number, _ in counted.values()),
        rotten=sum(bad for _, bad in counted.values()),
        counts={kind: counted[kind][0] for kind in KINDS if kind in counted},
        amendments=tuple(
            Edition.objects.filter(base_key=edition.key, form__in=SUPPLEMENTS).order_by("sort")
        ),
        arrows=_narrowed(every, wanted, reach, ended, on),
        reach=reach,
    )


def _reach(edition: Edition) -> Reach:
    own = {one.pk: one for one in Edition.objects.filter(work=edition.work_id)}
    own[edition.pk] = edition
    adoptions = Relation.objects.filter(
        Q(target__in=list(own)) | _undated([edition.work_id]) | Q(subject=edition, degree="IDT"),
        type="adopts",
        kept_out="",
    ).select_related("subject", "target")
    through: dict[int, Edition] = {}
    works: set[int] = set()
    for one in adoptions:
        between = one.target if one.subject_id == edition.pk else one.subject
        if between is not None and between.pk not in own:
            through[between.pk] = between
            works.add(between.work_id)
        elif one.subject_id == edition.pk and one.target_work_id:
            works.add(one.target_work_id)
    return Reach(edition, own, through, frozenset(works - {edition.work_id}))


def _undated(works: Iterable[int]) -> Q:
    return Q(target=None, target_work__in=list(works))


def _arrows(reach: Reach) -> QuerySet[Relation]:
    direct = Q(target__in=list(reach.own)) | _undated([reach.edition.work_id])
    through = Q(target__in=list(reach.through)) | _undated(reach.through_works)
    return Relation.objects.filter(
        (direct & Q(type__in=_INCOMING))
        | (through & Q(type__in=CITING))
        | Q(subject__in=list(reach.own), type=LAW),
        kept_out="",
    )


def _once(arrows: QuerySet[Relation]) -> QuerySet[Relation]:
    """Each arrow once, however many sources draw it."""
    firsts = (
        arrows.order_by()
        .values("type", "subject_key", "target_key")
        .annotate(first=Min("pk"))
        .values("first")
    )
    return Relation.objects.filter(pk__in=firsts)


def _narrowed(
    every: QuerySet[Relation], wanted: Narrowing, reach: Reach, ended: list[int], on: date
) -> QuerySet[Relation]:
    rows = every
    if wanted.kind:
        rows = rows.filter(type__in=KINDS.get(wanted.kind, ()))
    direct = Q(target__in=list(reach.own)) | _undated([reach.edition.work_id]) | Q(type=LAW)
    if wanted.way:
        rows = rows.filter(direct if wanted.way == "direct" else ~direct)
    if wanted.dating == "this":
        rows = rows.filter(target=reach.edition)
    elif wanted.dating == "other":
        rows = rows.filter(target__isnull=False).exclude(target=reach.edition)
    elif wanted.dating == "undated":
        rows = rows.filter(target=None)
    if wanted.living:
        rows = rows.filter(subject__span__5__gt=on.toordinal())
    if wanted.rotten:
        rows = rows.filter(_rotten(ended, on))
    # Laws and numbers that are not in the catalogue come last.
    return rows.select_related("subject", "target").order_by(
        F("subject__sort").asc(nulls_last=True), "subject_key", "type", "pk"
    )


def _rotten(ended: list[int], on: date) -> Q:
    return Q(type__in=CITING, target__in=ended, subject__isnull=False) & Q(
        subject__span__5__gt=on.toordinal()
    )


def _is_rotten(one: Relation, on: date) -> bool:
    return (
        one.type in CITING
        and one.target is not None
        and one.subject is not None
        and state_of(one.target, on) in ENDED
        and state_of(one.subject, on) not in ENDED
    )
