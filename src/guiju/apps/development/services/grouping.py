"""Comments that are alike (意见归并): found once, when they come in, so that a page only reads it."""

from collections.abc import Iterable
from hashlib import sha256
from math import ceil, floor
from typing import Any

from django.db.models import F, Q, QuerySet

from guiju.apps.development.models import Remark, Round
from guiju.core.compare.documents.words import pairs, words
from guiju.core.consultations import Alike, join, place_of, saying_of
from guiju.core.consultations import Remark as Said


def group_new(round: Round, rows: Iterable[Remark]) -> None:
    """Say of comments that are not stored yet, numbered, with which one each is alike."""
    own = {one.number: one for one in rows}
    for one in own.values():
        one.saying = saying_of(said(one))
        one.extent = len(pairs(words(said(one).text)))
    known = _known(round, own.values())
    fresh = [one for one in own.values() if one.saying not in known]
    measure = Alike.on(round.opened)
    for joined in join(_firsts(round, fresh, measure), map(said, fresh), measure):
        one = own[joined.key]
        one.alike, one.likeness = joined.first, joined.likeness
    for one in own.values():
        if one.saying in known:
            one.alike, one.likeness = known[one.saying]


def digest_of(values: dict[str, Any]) -> str:
    """By which a comment is known again in a table: its place, its words, and whose they are."""
    written = values.get("place", "")
    # 全文 is written where there was no place at all.
    place = values.get("clause") or (written if place_of(written, None) is None else "")
    words = (place, *(values.get(name, "").strip() for name in ("text", "proposed", "unit")))
    return sha256("\n".join(words).encode()).hexdigest()


def said(remark: Remark) -> Said[int]:
    """A comment as it is compared: its clause, and its words with the proposed text."""
    return Said(remark.number, remark.clause, f"{remark.text}\n{remark.proposed}")


def _known(round: Round, rows: Iterable[Remark]) -> dict[str, tuple[int | None, float]]:
    """Groups of what was said before in the same words."""
    sayings = {one.saying for one in rows} - {""}
    before = Remark.objects.filter(round=round, saying__in=sayings, alike__isnull=False)
    values = before.order_by("-number").values_list("saying", "alike", "likeness")
    return {saying: (first, likeness) for saying, first, likeness in values}


def _firsts(round: Round, fresh: list[Remark], measure: Alike) -> list[Said[int]]:
    """The first ones of groups that can be like one of these: their length is not far from its own."""
    if not fresh:
        return []
    extents = [one.extent for one in fresh]
    rows = Remark.objects.filter(round=round, alike=F("number")).order_by("number")
    near = _near(extents, measure.same_clause)
    if len({one.clause.partition("/")[0] for one in fresh}) == 1:
        clause = fresh[0].clause.partition("/")[0]
        here = Q(clause=clause) | Q(clause__startswith=f"{clause}/")
        near = (near & here) | _near(extents, measure.elsewhere)
    return [said(one) for one in _words(rows.filter(near))]


def _near(extents: list[int], least: float) -> Q:
    """Lengths at which Dice's measure can reach `least`."""
    smallest = floor(least * min(extents) / (2 - least))
    return Q(extent__gte=smallest, extent__lte=ceil((2 - least) * max(extents) / least))


def _words(rows: QuerySet[Remark]) -> QuerySet[Remark]:
    return rows.only("number", "clause", "text", "proposed")
