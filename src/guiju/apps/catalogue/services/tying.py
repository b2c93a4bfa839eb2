"""Arrows between editions (关系的落实): from the numbers that statements name to the rows that bear them."""

from collections.abc import Iterable

from django.db.models import F, OuterRef, Q, Subquery

from guiju.apps.catalogue.models import Edition, Relation, SystemEntry, Work
from guiju.apps.catalogue.services.bulk import update
from guiju.core.records.identity import identity

_EDITION = Edition.objects.filter(key=OuterRef("target_key")).values("pk")[:1]
_SUBJECT = Edition.objects.filter(key=OuterRef("subject_key")).values("pk")[:1]
_WORK = Work.objects.filter(key=OuterRef("target_key")).values("pk")[:1]


def tie(editions: Iterable[int]) -> None:
    """Tie the arrows that these editions' statements draw, and those that waited for them."""
    pks = list(editions)
    keys = list(Edition.objects.filter(pk__in=pks).values_list("key", flat=True))
    works = list(Work.objects.filter(editions__in=pks).values_list("key", flat=True).distinct())
    own = Q(statement__edition__in=pks)
    loose = Relation.objects.filter(own | Q(target_key__in=keys), target=None)
    loose.update(target=Subquery(_EDITION))
    Relation.objects.filter(own | Q(subject_key__in=keys), subject=None).update(
        subject=Subquery(_SUBJECT)
    )
    undated = Relation.objects.filter(own | Q(target_key__in=works), target=None, target_work=None)
    undated.update(target_work=Subquery(_WORK))
    _replaced_without_year(Q(target_work__editions__in=pks) | Q(subject__in=pks))
    tie_waiting_lines(set(works))


def tie_waiting_lines(works: set[str]) -> None:
    """Lines of standards systems that waited for these works get them."""
    waiting = SystemEntry.objects.filter(work=None).exclude(number="").only("key")
    tied = {one.pk: work for one in waiting if (work := identity(one.key).work) in works}
    rows = dict(Work.objects.filter(key__in=tied.values()).values_list("key", "pk"))
    update(SystemEntry, ["work"], ((rows[work], pk) for pk, work in tied.items()))


def _replaced_without_year(which: Q) -> None:
    """What replaces a number without a year replaces the last edition before its own year."""
    arrows = Relation.objects.filter(
        which, type="replaces", target=None, target_work__isnull=False, subject__year__isnull=False
    ).annotate(before=F("subject__year"))
    for arrow in arrows.distinct():
        older = Edition.objects.filter(
            work=arrow.target_work_id, form="edition", year__lt=arrow.before
        ).exclude(pk=arrow.subject_id or 0)
        arrow.target = older.order_by("-year").first()
        if arrow.target is not None:
            arrow.save(update_fields=["target"])
