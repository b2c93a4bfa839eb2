"""The relations of an edition, both ways, each once with who says so (标准间关系)."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import F, Q

from guiju.apps.catalogue.models import Edition, Relation
from guiju.apps.catalogue.selectors.standard.around import OWN_SOURCE
from guiju.apps.catalogue.selectors.standard.shown import Shown, shown, unknown
from guiju.core.codes.words import word
from guiju.core.errors import Bilingual, NotFoundError
from guiju.core.records.identity import sort_text
from guiju.web.viewer import Viewer

LAW = "cited_by_law"


@dataclass(frozen=True, slots=True, kw_only=True)
class Struck:
    """The word against a relation (撤销): whose it is, of which day, and why."""

    slug: str
    source: Bilingual
    on: str
    reason: str

    @property
    def is_own(self) -> bool:
        return self.slug == OWN_SOURCE


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """A relation as seen from one edition.

    `outgoing` runs from it; `undated` names a work, of which `other` is the newest edition.
    `newer` is a later edition of the adopted document: the adoption is out of date. `struck` is
    who denies the relation; `may_strike` says that somebody else than the cataloguers states it.
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
    struck: Struck | None = None

    @property
    def may_strike(self) -> bool:
        return self.struck is None and any(one != OWN_SOURCE for one in self.sources)

    @property
    def query(self) -> str:
        """What names the relation in an address."""
        return relation_query(self.type, self.other.key, outgoing=self.outgoing)

    @property
    def name(self) -> Bilingual:
        return word("relation" if self.outgoing else "relation_inverse", self.type)


def relation_query(kind: str, other: str, *, outgoing: bool) -> str:
    """A relation of a standard as the part of an address that names it."""
    return urlencode({"type": kind, "direction": "out" if outgoing else "in", "other": other})


def arrows(edition: Edition, on: date) -> list[Arrow]:
    """All relations in one query, by type and number; the same from two sources is one."""
    rows = (
        Relation.objects.filter(
            Q(subject=edition) | Q(target=edition) | Q(target=None, target_work=edition.work_id)
        )
        .annotate(
            source=F("statement__source__slug"),
            source_zh=F("statement__source__name_zh"),
            source_en=F("statement__source__name_en"),
        )
        .select_related("subject", "target__work__newest", "target_work__newest")
        .order_by("type", "pk")
    )
    every = list(rows)
    denials = {_ends(row): _denial(row) for row in every if row.kept_out == Relation.DENIED}
    struck = {_ends(row) for row in every if row.kept_out == Relation.STRUCK}
    found: dict[tuple[object, ...], Arrow] = {}
    for row in every:
        if row.kept_out == Relation.DENIED and _ends(row) in struck:
            continue  # it stands with what it strikes
        one = _arrow(row, edition, on)
        if row.kept_out in (Relation.DENIED, Relation.STRUCK):
            one = replace(one, struck=denials.get(_ends(row)))
        if row.kept_out == Relation.DENIED:
            one = replace(one, date="", note="")  # they are those of the denial
        at = (one.type, one.outgoing, one.other.key, one.whole, one.degree, one.kept_out)
        known = found.get(at)
        found[at] = one if known is None else _joined(known, one)
    return sorted(
        found.values(), key=lambda one: (one.type, not one.outgoing, sort_text(one.other.key))
    )


class NoSuchRelationError(NotFoundError):
    """The standard has no such relation (没有该关系)."""

    code = "no_such_relation"
    zh = "该标准与“{subject}”没有这一关系。请从标准页的关系列表中选择。"
    en = "The standard has no such relation to “{subject}”. Choose one from the list on its page."


def arrow_of(viewer: Viewer, edition: Edition, kind: str, other: str, *, outgoing: bool) -> Arrow:
    """One relation of an edition; one that counts before one that does not."""
    found = [
        one
        for one in arrows(edition, viewer.today)
        if (one.type, one.outgoing, one.other.key) == (kind, outgoing, other)
    ]
    if not found:
        raise NoSuchRelationError(other[:80])
    return min(found, key=lambda one: bool(one.kept_out))


def _ends(row: Relation) -> tuple[str, str, str]:
    return row.type, row.subject_key, row.target_key


def _denial(row: Any) -> Struck:
    return Struck(
        slug=row.source,
        source=Bilingual(row.source_zh, row.source_en),
        on=row.date,
        reason=row.note,
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
