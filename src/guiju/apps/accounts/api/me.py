"""One's own account: who the token acts as, its seats, and the tokens themselves."""

from datetime import date, datetime
from typing import Any

from ninja import Query, Router, Schema, Status

from guiju.apps.accounts.models import Seat
from guiju.apps.accounts.selectors import people as select
from guiju.apps.accounts.services.tokens import revoke_token as revoke
from guiju.web.access import SIGNED_IN, needs
from guiju.web.request import Request
from guiju.web.schemas import InPath, Slice

router = Router(tags=["me"])


class HeldSeat(Schema):
    """A role that is held in an organisation from one day to another; `until` is exclusive."""

    id: int
    role: str
    organisation: str
    name_zh: str
    since: date
    until: date | None
    is_current: bool


class Lent(Schema):
    """A seat that was lent, by the one who holds it to another, until a day (exclusive)."""

    id: int
    role: str
    organisation: str
    name_zh: str
    holder: str
    to: str
    since: date
    until: date
    is_current: bool


class Me(Schema):
    """The account that the token acts as. The personal data are your own."""

    username: str
    name: str
    title: str
    email: str
    phone: str
    is_example: bool
    today: date
    unread: int
    seats: list[HeldSeat]
    delegations: list[Lent]


class Token(Schema):
    """A token; its text is shown once, when it is made, and never again."""

    id: int
    name: str
    created: datetime
    until: date
    revoked: datetime | None


class TokenPage(Schema):
    """A part of the list, and how many there are."""

    total: int
    items: list[Token]


def _seat(held: select.HeldSeat) -> dict[str, Any]:
    seat: Seat = held.seat
    return {
        "id": seat.pk,
        "role": seat.role,
        "organisation": seat.organisation.slug,
        "name_zh": held.organisation.full,
        "since": seat.since,
        "until": seat.until,
        "is_current": held.is_current,
    }


def _lent(shown: select.ShownDelegation) -> dict[str, Any]:
    seat = shown.delegation.seat
    return {
        "id": shown.delegation.pk,
        "role": seat.role,
        "organisation": seat.organisation.slug,
        "name_zh": shown.organisation.full,
        "holder": shown.holder,
        "to": shown.to,
        "since": shown.delegation.since,
        "until": shown.delegation.until,
        "is_current": shown.is_current,
    }


@router.get("/me", response=Me, summary="Show your account")
@needs(SIGNED_IN)
def get_me(request: Request) -> dict[str, Any]:
    """Who this token acts as, with own and lent seats. 我的账户"""
    viewer = request.viewer
    user = select.own_account(viewer)
    return {
        "username": user.username,
        **{name: getattr(user.person, name) for name in ("name", "title", "email", "phone")},
        "is_example": user.person.is_example,
        "today": viewer.today,
        "unread": select.unread_count(viewer),
        "seats": [_seat(one) for one in select.seats_of(viewer, user, "zh-hans")],
        "delegations": [_lent(one) for one in select.delegations(viewer, "zh-hans")],
    }


@router.get("/me/tokens", response=TokenPage, summary="List your tokens")
@needs(SIGNED_IN)
def list_tokens(request: Request, part: Query[Slice]) -> dict[str, Any]:
    """What programs sign in with. New ones are made on the page only. 接口令牌"""
    return part.page(select.tokens(request.viewer), lambda one: one)


@router.post("/me/tokens/{pk}/revoke", response={204: None}, summary="Revoke one of your tokens")
@needs(SIGNED_IN)
def revoke_token(request: Request, pk: InPath) -> Status[None]:
    """The token works no more, at once: also the one that you ask with. 吊销令牌"""
    revoke(token=select.own(select.tokens(request.viewer), pk), by=request.viewer)
    return Status(204, None)
