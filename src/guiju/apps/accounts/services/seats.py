"""Seats and delegations (任职、代理). Given by the security administrator, lent by the holder."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q

from guiju.apps.accounts.errors import (
    DelegateToSelfError,
    EndBeforeStartError,
    EndDateError,
    EndedError,
    InactiveError,
    SeatHeldError,
    SeparationError,
)
from guiju.apps.accounts.models import Delegation, Organisation, Seat, User
from guiju.apps.accounts.rules import ADMINISTRATORS, DELEGATE, END_DELEGATION, GRANT_SEATS
from guiju.apps.journal.services import record
from guiju.core.params import param
from guiju.web.viewer import Viewer


def grant_seat(
    *,
    user: User,
    role: str,
    organisation: Organisation,
    since: date | None = None,
    until: date | None = None,
    reason: str = "",
    by: Viewer,
) -> Seat:
    """Give a user a role in an organisation from a day (today) on; `until` is exclusive."""
    with transaction.atomic():
        GRANT_SEATS.check(by, user)
        _active(_held_still(user))
        start = since or by.today
        if until is not None and until <= start:
            raise EndBeforeStartError(start.isoformat())
        _administrators_stay_apart(user, role, start)
        same = Seat.objects.filter(user=user, role=role, organisation=organisation)
        overlapping = same.filter(Q(until=None) | Q(until__gt=start))
        if until is not None:
            overlapping = overlapping.filter(since__lt=until)
        if overlapping.exists():
            raise SeatHeldError(user.username)
        seat = Seat.objects.create(
            user=user, role=role, organisation=organisation, since=start, until=until
        )
        _record(by, "grant_seat", seat, after=_facts(seat), reason=reason)
    return seat


def end_seat(*, seat: Seat, until: date | None = None, reason: str = "", by: Viewer) -> None:
    """End a seat on a day (at once); delegations of it end with it."""
    with transaction.atomic():
        GRANT_SEATS.check(by)
        seat.refresh_from_db(from_queryset=Seat.objects.select_for_update())
        end = max(until or by.today, seat.since)
        if seat.until is not None and seat.until <= end:
            raise EndedError(str(seat.pk))
        before = _facts(seat)
        seat.until = end
        seat.save(update_fields=["until"])
        _record(by, "end_seat", seat, before=before, after=_facts(seat), reason=reason)


def delegate(*, seat: Seat, to: User, until: date, reason: str, by: Viewer) -> Delegation:
    """Lend an own seat to another user from today until a day (exclusive)."""
    with transaction.atomic():
        DELEGATE.check(by, seat)
        _active(_held_still(to))
        seat.refresh_from_db(from_queryset=Seat.objects.select_for_update())
        if to.pk == seat.user_id:
            raise DelegateToSelfError
        if seat.until is not None and seat.until <= by.today:
            raise EndedError(str(seat.pk))
        days = timedelta(days=param("security.delegation_max_days", by.today))
        latest = min(by.today + days, seat.until or date.max)
        if not by.today < until <= latest:
            raise EndDateError(earliest=by.today + timedelta(days=1), latest=latest)
        _administrators_stay_apart(to, seat.role, by.today)
        lent = Delegation.objects.create(
            seat=seat, to=to, since=by.today, until=until, reason=reason
        )
        after = {"to": to.pk, "since": lent.since, "until": until}
        _record(by, "delegate", seat, after=after, reason=reason)
    return lent


def end_delegation(*, delegation: Delegation, by: Viewer) -> None:
    """End a delegation early, at once."""
    with transaction.atomic():
        END_DELEGATION.check(by, delegation)
        delegation.refresh_from_db(from_queryset=Delegation.objects.select_for_update())
        if delegation.until <= by.today:
            raise EndedError(str(delegation.pk))
        before = {"to": delegation.to_id, "until": delegation.until}
        delegation.until = max(by.today, delegation.since)
        delegation.save(update_fields=["until"])
        after = before | {"until": delegation.until}
        _record(by, "end_delegation", delegation.seat, before=before, after=after)


def _administrators_stay_apart(user: User, role: str, on: date) -> None:
    if role not in ADMINISTRATORS:
        return
    others = ADMINISTRATORS - {role}
    open_then = Q(until=None) | Q(until__gt=on)
    held = Seat.objects.filter(open_then, user=user, role__in=others)
    lent = Delegation.objects.filter(to=user, until__gt=on, seat__role__in=others)
    if held.exists() or lent.exists():
        raise SeparationError(user.username)


def _held_still(user: User) -> User:
    """The user as stored, locked: two rights given at once see one another."""
    return User.objects.select_for_update().get(pk=user.pk)


def _active(user: User) -> None:
    if not user.is_active:
        raise InactiveError(user.username)


def _facts(seat: Seat) -> dict[str, Any]:
    return {
        "user": seat.user_id,
        "role": seat.role,
        "organisation": seat.organisation_id,
        "since": seat.since,
        "until": seat.until,
    }


def _record(by: Viewer, verb: str, seat: Seat, **values: Any) -> None:
    record(
        by=by,
        action=f"accounts.{verb}",
        subject=f"accounts.seat:{seat.pk}",
        organisation=seat.organisation_id,
        details={"user": seat.user_id, "role": seat.role},
        **values,
    )
