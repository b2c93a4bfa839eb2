"""The register of committees (委员会名录) and one of them on a day."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet, TextField
from django.db.models.functions import Cast

from guiju.apps.accounts.selectors.organisations import ShownName, display_names
from guiju.apps.development.models import Committee, CommitteeLiaison, CommitteeSeat
from guiju.apps.development.rules.actors import VOTING, on_the_day, seats_on
from guiju.apps.development.rules.committees import is_secretariat, sets_up
from guiju.core.committees.files import offices, sides
from guiju.core.errors import Bilingual, NotFoundError
from guiju.web.viewer import Viewer

_State = Committee.State
# Until it is approved, a list of members is nobody's business but theirs.
UNAPPROVED = (_State.PROPOSED, _State.PREPARING)
_DIGITS = re.compile(r"(\d+)")


class NoSuchCommitteeError(NotFoundError):
    """No such committee (没有这个委员会)."""

    code = "development.no_such_committee"
    zh = "没有登记“{subject}”这个委员会。"
    en = "There is no committee “{subject}” in the register."


@dataclass(frozen=True, slots=True)
class Narrow:
    """Which committees are listed."""

    q: str = ""
    kind: str = ""
    state: str = ""
    ics: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A committee in the list, with its depth in the tree and how many members it has."""

    committee: Committee
    depth: int
    members: int


@dataclass(frozen=True, slots=True)
class Member:
    """A seat as a page shows it."""

    seat: CommitteeSeat
    office: Bilingual
    side: Bilingual
    unit: ShownName


@dataclass(frozen=True, slots=True)
class Group:
    """Those who speak for one side, or who have no vote (by side ""), the leaders first."""

    title: Bilingual
    members: tuple[Member, ...]


def visible(viewer: Viewer) -> QuerySet[Committee]:
    """Proposed ones are seen by their proposer and by the authority only."""
    if sets_up.test(viewer):
        return Committee.objects.all()
    bodies = viewer.organisations()
    own = Q(secretariat__in=bodies) | Q(authority__in=bodies)
    return Committee.objects.filter(~Q(state=_State.PROPOSED) | own)


def committee(viewer: Viewer, pk: int) -> Committee:
    """One committee. Raises NoSuchCommitteeError."""
    found = visible(viewer).select_related("parent", "secretariat", "authority").filter(pk=pk)
    if (one := found.first()) is None:
        raise NoSuchCommitteeError(str(pk))
    return one


def by_key(viewer: Viewer, key: str) -> Committee:
    """One committee by its number as the catalogue writes it."""
    if (one := visible(viewer).filter(key=key).first()) is None:
        raise NoSuchCommitteeError(key[:80])
    return one


def listed(viewer: Viewer, narrow: Narrow) -> list[Committee]:
    """The committees that fit, each below the one above it, by number."""
    found = visible(viewer)
    for word in narrow.q.split():
        found = found.filter(
            Q(key__icontains=word) | Q(name_zh__icontains=word) | Q(name_en__icontains=word)
        )
    if narrow.kind:
        found = found.filter(kind=narrow.kind)
    if narrow.state:
        found = found.filter(state=narrow.state)
    if narrow.ics:
        found = found.annotate(codes=Cast("ics", TextField()))
        found = found.filter(codes__contains=f'"{narrow.ics}')
    return sorted(found, key=lambda one: _natural(one.key))


def below(viewer: Viewer, one: Committee) -> list[Committee]:
    """The committees right below it."""
    return sorted(visible(viewer).filter(parent=one), key=lambda at: _natural(at.key))


def rows(committees: Iterable[Committee], on: date) -> list[Row]:
    """The rows of a page, with the number of members on a day, in one query."""
    shown = list(committees)
    seats = CommitteeSeat.objects.filter(on_the_day(on), committee__in=shown, office__in=VOTING)
    counted = seats.order_by().values("committee").annotate(n=Count("person", distinct=True))
    members = {one["committee"]: one["n"] for one in counted}
    return [
        Row(one, max(0, one.key.count("/") - _heads(one.key)), members.get(one.pk, 0))
        for one in shown
    ]


def names_shown(viewer: Viewer, one: Committee) -> bool:
    """Names are public with the function; before the approval there is none."""
    if one.state in UNAPPROVED:
        return viewer.signed_in and is_secretariat.test(viewer, one)
    return True


def groups(one: Committee, on: date, language: str) -> list[Group]:
    """Who sits on a day, by side; those without a vote at the end."""
    seats = list(seats_on(one, on))
    units = display_names((seat.organisation_id for seat in seats), on, language)
    ranks = {office: rank for rank, office in enumerate(offices())}
    seats.sort(key=lambda seat: (ranks[seat.office], seat.pk))
    members = [
        Member(
            seat,
            offices()[seat.office].title,
            sides().get(seat.side, Bilingual("—", "—")),
            units[seat.organisation_id],
        )
        for seat in seats
    ]
    found = []
    for side, title in (*sides().items(), ("", Bilingual("未登记代表方", "Side not recorded"))):
        here = [at for at in members if at.seat.side == side and offices()[at.seat.office].votes]
        found.append(Group(title, tuple(here)))
    others = [at for at in members if not offices()[at.seat.office].votes]
    found.append(Group(Bilingual("无表决权", "Without a vote"), tuple(others)))
    return [at for at in found if at.members]


def liaisons(one: Committee, on: date) -> list[tuple[CommitteeLiaison, Committee]]:
    """The liaisons in force on a day, from either end, with the other committee."""
    both = CommitteeLiaison.objects.filter(Q(committee=one) | Q(other=one), on_the_day(on))
    found = both.select_related("committee", "other").order_by("since", "pk")
    return [(at, at.other if at.committee_id == one.pk else at.committee) for at in found]


def past_seats(one: Committee, on: date) -> list[CommitteeSeat]:
    """The seats that had ended by a day, the newest first."""
    found = one.seats.filter(until__lte=on).select_related("person", "organisation")
    return list(found.order_by("-until", "pk"))


def _natural(key: str) -> list[tuple[int, int, str]]:
    return [
        (1, int(part), "") if part.isdigit() else (0, 0, part)
        for part in _DIGITS.split(key)
        if part
    ]


def _heads(key: str) -> int:
    """Strokes within the owner and the head: SAC/TC 28 has one, ISO/IEC JTC 1 too."""
    return 2 if key.startswith("ISO/IEC/") else 1
