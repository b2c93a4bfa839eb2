"""Arrows that a more trusted source denies (关系的否认): struck while it does, put back when it ceases."""

from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import Q

from guiju.apps.catalogue.models import Edition, Relation
from guiju.apps.catalogue.services.bulk import update
from guiju.core.records.findings import relation_fault
from guiju.core.records.model import Relation as Said

_Arrow = tuple[str, str, str]


def strike(pks: Iterable[int]) -> set[int]:
    """Bring the arrows around these editions in step with what is denied.

    The editions at the ends of the arrows that were struck or put back.
    """
    keys = list(Edition.objects.filter(pk__in=pks).values_list("key", flat=True))
    around = Relation.objects.filter(Q(subject_key__in=keys) | Q(target_key__in=keys))
    marked = _with_source(around.filter(kept_out__in=(Relation.DENIED, Relation.STRUCK)))
    denied: dict[_Arrow, int] = {}
    for one in marked:
        if one.kept_out == Relation.DENIED:
            rank = one.statement.source.rank
            denied[_arrow(one)] = min(rank, denied.get(_arrow(one), rank))
    rows = {one.pk: one for one in [*marked, *_meant(denied)] if one.kept_out != Relation.DENIED}
    moved = []
    for one in rows.values():
        wanted = _mark(one, denied)
        if one.kept_out != wanted:
            one.kept_out = wanted
            moved.append(one)
    update(Relation, ["kept_out"], ((one.kept_out, one.pk) for one in moved))
    return {pk for one in moved for pk in (one.subject_id, one.target_id) if pk is not None}


def _with_source(rows: "Iterable[Relation]") -> list[Relation]:
    return list(rows.select_related("statement__edition", "statement__source"))  # type: ignore[attr-defined]


def _meant(denied: Iterable[_Arrow]) -> list[Relation]:
    """Every arrow of which one of the denials speaks."""
    which = [
        Q(type=kind, subject_key=subject, target_key=target) for kind, subject, target in denied
    ]
    return _with_source(Relation.objects.filter(reduce(or_, which))) if which else []


def _arrow(one: Relation) -> _Arrow:
    return one.type, one.subject_key, one.target_key


def _mark(one: Relation, denied: dict[_Arrow, int]) -> str:
    """STRUCK, or what the arrow would be if nobody had ever denied it."""
    rank = one.statement.source.rank
    if denied.get(_arrow(one), rank) < rank:
        return Relation.STRUCK
    if one.kept_out != Relation.STRUCK:
        return one.kept_out
    own = one.statement.edition.key
    said = Said(type=one.type, target=one.written, inverse=one.subject_key != own)
    fault = relation_fault(own, said)
    return fault.code if fault else ""
