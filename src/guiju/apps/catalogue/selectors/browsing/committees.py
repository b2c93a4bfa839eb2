"""Committees by body, and down their tree (委员会浏览)."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from guiju.apps.catalogue.models import Committee, Edition, EditionCommittee
from guiju.core.errors import NotFoundError


class NoSuchCommitteeError(NotFoundError):
    """There is no committee of that number (无此委员会)."""

    code = "no_such_committee"
    zh = "名录中没有委员会“{subject}”。请从委员会列表中选择。"
    en = "There is no committee “{subject}” in the catalogue. Choose one from the list."


@dataclass(frozen=True, slots=True)
class CommitteeRow:
    """A committee and the standards in its care; `below` counts those of its subcommittees too.

    A standard that two committees share counts in both.
    """

    committee: Committee
    own: int
    below: int


@dataclass(frozen=True, slots=True)
class CommitteePage:
    """A committee, those above it from the top, those right below, and the editions of all of them."""

    committee: Committee
    path: tuple[Committee, ...]
    children: tuple[CommitteeRow, ...]
    editions: QuerySet[Edition]


def committee_bodies() -> list[tuple[str, int]]:
    """The bodies that have committees, and how many."""
    rows = Committee.objects.values_list("body").annotate(number=Count("pk")).order_by("body")
    return list(rows)


def committees_of_body(body: str) -> list[CommitteeRow]:
    """The committees at the top of a body, in order, in two queries."""
    rows = list(Committee.objects.filter(body=body))
    if not rows:
        raise NoSuchCommitteeError(body)
    return _rows(rows, Q(committee__body=body), _top(rows))


def committee_page(key: str, *, with_below: bool = True) -> CommitteePage:
    """One committee and what lies around it."""
    committee = Committee.objects.filter(key=key).first()
    if committee is None:
        raise NoSuchCommitteeError(key)
    steps = key.split("/")
    above = Committee.objects.filter(key__in=["/".join(steps[:at]) for at in range(1, len(steps))])
    family = Q(key=key) | Q(key__startswith=f"{key}/")
    rows = list(Committee.objects.filter(family))
    children = _children(rows, key)
    of = Q(committee=committee)
    if with_below:
        of = Q(committee__in=[one.pk for one in rows])
    return CommitteePage(
        committee=committee,
        path=tuple(above.order_by("sort")),
        children=tuple(_rows(rows, Q(committee__in=[one.pk for one in rows]), children)),
        editions=Edition.objects.filter(
            pk__in=EditionCommittee.objects.filter(of).values("edition")
        ),
    )


def _top(rows: list[Committee]) -> list[Committee]:
    """Those that have nobody above them in the list."""
    keys = {one.key for one in rows}
    return [one for one in rows if not _above(one.key) & keys]


def _children(rows: list[Committee], key: str) -> list[Committee]:
    """Those with nobody between them and the committee."""
    keys = {one.key for one in rows} - {key}
    return [one for one in rows if one.key != key and not _above(one.key) & keys]


def _above(key: str) -> set[str]:
    steps = key.split("/")
    return {"/".join(steps[:at]) for at in range(1, len(steps))}


def _rows(family: list[Committee], which: Q, shown: list[Committee]) -> list[CommitteeRow]:
    counted = EditionCommittee.objects.filter(which).values_list("committee")
    own = dict(counted.annotate(number=Count("pk")).order_by())
    below: Counter[str] = Counter()
    for one in family:
        for key in {one.key, *_above(one.key)}:
            below[key] += own.get(one.pk, 0)
    return [CommitteeRow(one, own.get(one.pk, 0), below[one.key]) for one in shown]
