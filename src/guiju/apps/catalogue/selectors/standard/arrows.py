"""The relations of an edition, both ways, each once with who says so (标准间关系)."""

from dataclasses import dataclass, replace
from datetime import date

from django.db.models import F, Q

from guiju.apps.catalogue.models import Edition, Relation
from guiju.apps.catalogue.selectors.standard.shown import Shown, shown, unknown
from guiju.core.codes.words import word
from guiju.core.errors import Bilingual
from guiju.core.records.identity import sort_text

LAW = "cited_by_law"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """A relation as seen from one edition.

    `outgoing` runs from it; `undated` names a work, of which `other` is the newest edition.
    `newer` is a later edition of the adopted document: the adoption is out of date.
    """

    type: str
    outgoing: bool
    other: Shown
    undated: bool
    whole: bool
    degree: str
    date: str
    note: str
    kept_out: str
    sources: tuple[str, ...]
    newer: Shown | None = None

    @property
    def name(self) -> Bilingual:
        return word("relation" if self.outgoing else "relation_inverse", self.type)


def arrows(edition: Edition, on: date) -> list[Arrow]:
    """All relations in one query, by type and number; the same from two sources is one."""
    rows = (
        Relation.objects.filter(
            Q(subject=edition) | Q(target=edition) | Q(target=None, target_work=edition.work_id)
        )
        .annotate(source=F("statement__source__slug"))
        .select_related("subject", "target__work__newest", "target_work__newest")
        .order_by("type", "pk")
    )
    found: dict[tuple[object, ...], Arrow] = {}
    for row in rows:
        one = _arrow(row, edition, on)
        at = (one.type, one.outgoing, one.other.key, one.whole, one.degree, one.kept_out)
        known = found.get(at)
        found[at] = one if known is None else _joined(known, one)
    return sorted(
        found.values(), key=lambda one: (one.type, not one.outgoing, sort_text(one.other.key))
    )


def _arrow(row: Relation, edition: Edition, on: date) -> Arrow:
    outgoing = row.subject_id == edition.pk
    work = row.target_work if row.target is None else None
    if outgoing:
        other = row.target or (work.newest if work else None)
        key = row.target_key
    else:
        other, key = row.subject, row.subject_key
    return Arrow(
        type=row.type,
        outgoing=outgoing,
        other=shown(other, on) if other else unknown(key),
        undated=work is not None,
        whole=row.whole,
        degree=row.degree,
        date=row.date,
        note=row.note,
        kept_out=row.kept_out,
        sources=(row.source,),  # type: ignore[attr-defined]
        newer=_newer(row.target, on) if row.type == "adopts" and row.target else None,
    )


def _newer(adopted: Edition, on: date) -> Shown | None:
    """The newest edition of the adopted document, if another was out by that day."""
    newest = adopted.work.newest
    if (
        newest is None
        or newest.pk == adopted.pk
        or newest.form != Edition.Form.EDITION
        or newest.draft
        or (newest.year or 0) <= (adopted.year or 0)
        or (newest.issued or f"{newest.year}") > on.isoformat()
    ):
        return None
    return shown(newest, on)


def _joined(one: Arrow, other: Arrow) -> Arrow:
    return replace(
        one,
        date=one.date or other.date,
        note=one.note or other.note,
        sources=tuple(dict.fromkeys((*one.sources, *other.sources))),
    )
