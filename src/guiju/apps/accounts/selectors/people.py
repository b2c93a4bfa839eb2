"""Reads of people and their seats. Phone and mail are masked for viewers without need."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.functional import Promise

from guiju.apps.accounts.models import ApiToken, Delegation, Notice, Seat, User
from guiju.apps.accounts.rules import OWN, READ_USERS
from guiju.apps.accounts.selectors.organisations import ShownName, display_names
from guiju.core.errors import NotFoundError
from guiju.web.viewer import Viewer


def mask_phone(phone: str) -> str:
    """Enough of a number to recognise it.

    >>> mask_phone("13812345678"), mask_phone("010-82262000"), mask_phone("")
    ('138****5678', '010****2000', '')
    """
    if len(phone) < 8:
        return "****" if phone else ""
    return f"{phone[:3]}****{phone[-4:]}"


def mask_email(email: str) -> str:
    """Enough of an address to recognise it.

    >>> mask_email("zhang.san@example.org"), mask_email("")
    ('z****@example.org', '')
    """
    name, at, host = email.partition("@")
    return f"{name[:1]}****{at}{host}" if email else ""


@dataclass(frozen=True, slots=True)
class HeldSeat:
    """A seat, own or lent, as a page shows it."""

    seat: Seat
    role: str | Promise
    organisation: ShownName
    is_current: bool


@dataclass(frozen=True, slots=True)
class ShownUser:
    """A user as this viewer may see him."""

    user: User
    name: str
    title: str
    email: str
    phone: str
    seats: Sequence[HeldSeat]


def users(viewer: Viewer, text: str = "") -> QuerySet[User]:
    """The users, by user name; `text` looks in user name and name."""
    READ_USERS.check(viewer)
    found = User.objects.select_related("person").order_by("username")
    if text:
        found = found.filter(Q(username__icontains=text) | Q(person__name__icontains=text))
    return found


def user_by_id(viewer: Viewer, pk: int) -> User:
    """One user, for administrators. Raises NotFoundError."""
    found = users(viewer).filter(pk=pk).first()
    if found is None:
        raise NotFoundError(str(pk))
    return found


def shown_users(viewer: Viewer, some: Iterable[User], language: str) -> list[ShownUser]:
    """Users with their seats, in two queries more; masked unless the viewer keeps the accounts."""
    listed = list(some)
    seats = Seat.objects.filter(user__in=listed).order_by("-since", "pk")
    by_user: dict[int, list[HeldSeat]] = {}
    for one in held(seats, viewer.today, language):
        by_user.setdefault(one.seat.user_id, []).append(one)
    return [_shown(viewer, user, by_user.get(user.pk, [])) for user in listed]


def _shown(viewer: Viewer, user: User, seats: list[HeldSeat]) -> ShownUser:
    person = user.person
    clear = viewer.holds("system_admin") or viewer.user == user.pk
    return ShownUser(
        user=user,
        name=person.name,
        title=person.title,
        email=person.email if clear else mask_email(person.email),
        phone=person.phone if clear else mask_phone(person.phone),
        seats=seats,
    )


def held(seats: Iterable[Seat], on: date, language: str) -> list[HeldSeat]:
    """Seats with the names that a page needs, in one query."""
    listed = list(seats)
    names = display_names({seat.organisation_id for seat in listed}, on, language)
    return [
        HeldSeat(
            seat=seat,
            role=Seat.Role(seat.role).label,
            organisation=names[seat.organisation_id],
            is_current=seat.since <= on and (seat.until is None or on < seat.until),
        )
        for seat in listed
    ]


def seats_of(viewer: Viewer, user: User, language: str) -> list[HeldSeat]:
    """All seats of a user, past ones too, the newest first."""
    if user.pk != viewer.user:
        READ_USERS.check(viewer)
    seats = user.seats.select_related("organisation").order_by("-since", "pk")
    return held(seats, viewer.today, language)


def seat_by_id(viewer: Viewer, pk: int) -> Seat:
    """A seat of the viewer, or for administrators any. Raises NotFoundError."""
    seats = Seat.objects.select_related("organisation", "user")
    if not READ_USERS.allows(viewer):
        seats = seats.filter(user=viewer.user)
    seat = seats.filter(pk=pk).first()
    if seat is None:
        raise NotFoundError(str(pk))
    return seat


@dataclass(frozen=True, slots=True)
class ShownDelegation:
    """A delegation with the names that a page needs."""

    delegation: Delegation
    role: str | Promise
    organisation: ShownName
    holder: str
    to: str
    is_current: bool


def delegations(viewer: Viewer, language: str, user: User | None = None) -> list[ShownDelegation]:
    """What was lent by and to a user (the viewer), the newest first."""
    pk = viewer.user
    if user is not None and user.pk != viewer.user:
        READ_USERS.check(viewer)
        pk = user.pk
    found = (
        Delegation.objects.filter(Q(seat__user=pk) | Q(to=pk))
        .select_related("seat__user__person", "seat__organisation", "to__person")
        .order_by("-since", "-pk")
    )
    listed = list(found)
    names = display_names({one.seat.organisation_id for one in listed}, viewer.today, language)
    return [
        ShownDelegation(
            delegation=one,
            role=Seat.Role(one.seat.role).label,
            organisation=names[one.seat.organisation_id],
            holder=one.seat.user.person.name,
            to=one.to.person.name,
            is_current=one.since <= viewer.today < one.until,
        )
        for one in listed
    ]


def delegation_by_id(viewer: Viewer, pk: int) -> Delegation:
    """A delegation that the viewer lent or received, or for administrators any."""
    found = Delegation.objects.select_related("seat")
    if not READ_USERS.allows(viewer):
        found = found.filter(Q(seat__user=viewer.user) | Q(to=viewer.user))
    one = found.filter(pk=pk).first()
    if one is None:
        raise NotFoundError(str(pk))
    return one


def tokens(viewer: Viewer) -> QuerySet[ApiToken]:
    """The viewer's own tokens, the newest first."""
    OWN.check(viewer)
    return ApiToken.objects.filter(user=viewer.user).order_by("-created", "-pk")


def own(rows: QuerySet[Any], pk: int) -> Any:
    """One of the viewer's rows by id. Raises NotFoundError."""
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotFoundError(str(pk))
    return found


def notices(viewer: Viewer) -> QuerySet[Notice]:
    """The viewer's own notices, the newest first."""
    OWN.check(viewer)
    return Notice.objects.filter(user=viewer.user)


def unread_count(viewer: Viewer) -> int:
    """How many notices wait for the viewer."""
    return Notice.objects.filter(user=viewer.user, read=None).count() if viewer.signed_in else 0


def own_account(viewer: Viewer) -> User:
    """The viewer's own account with the person."""
    OWN.check(viewer)
    return User.objects.select_related("person").get(username=viewer.name)


def open_account(viewer: Viewer, username: str) -> User | None:
    """The open account of this name, for lending it a seat."""
    OWN.check(viewer)
    return User.objects.filter(username=username, is_active=True).first()
