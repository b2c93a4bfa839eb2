"""Overlaps of a committee's scope with others' (业务范围交叉), and the standards in its care."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from guiju.apps.catalogue.models import Edition, EditionCommittee
from guiju.apps.development.models import Committee
from guiju.apps.development.selectors.committees import visible
from guiju.core.committees.overlap import Overlap, Scope, overlaps
from guiju.web.viewer import Viewer

_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Meeting:
    """Another committee whose scope meets this one's."""

    committee: Committee
    overlap: Overlap


def meetings(viewer: Viewer, one: Committee) -> list[Meeting]:
    """The committees whose scope overlaps, the most first; above and below it is meant to."""
    others = [
        at
        for at in visible(viewer).filter(ended=None)
        if not at.key.startswith(f"{one.key}/") and not one.key.startswith(f"{at.key}/")
    ]
    by_key = {at.key: at for at in others}
    standards = _standards({one.key, *by_key})
    mine = _scope(one, standards)
    found = overlaps(mine, (_scope(at, standards) for at in others))
    return [Meeting(by_key[at.key], at) for at in found[:_SHOWN]]


def standards_of(one: Committee) -> QuerySet[Edition]:
    """The editions in its care by the catalogue, by number."""
    return Edition.objects.filter(committees__committee__key=one.key, draft=False).order_by("sort")


def _standards(keys: Iterable[str]) -> dict[str, set[str]]:
    pairs = EditionCommittee.objects.filter(committee__key__in=list(keys), edition__draft=False)
    found: dict[str, set[str]] = defaultdict(set)
    for key, edition in pairs.values_list("committee__key", "edition__key"):
        found[key].add(edition)
    return found


def _scope(one: Committee, standards: dict[str, set[str]]) -> Scope:
    return Scope(
        key=one.key,
        ics=frozenset(one.ics),
        ccs=frozenset(one.ccs),
        text=f"{one.name_zh}，{one.scope_zh}",
        standards=frozenset(standards.get(one.key, ())),
    )
