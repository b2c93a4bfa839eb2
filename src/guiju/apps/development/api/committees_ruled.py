"""Committees for programs, ruled (委员会的管理): seats ended, states, liaisons, re-election."""

from typing import Annotated, Any

from django.shortcuts import get_object_or_404
from ninja import Field, Router, Schema, Status

from guiju.apps.accounts.selectors.organisations import resolve
from guiju.apps.development.api.committees import (
    CommitteeAnswer,
    CommitteeDetail,
    MemberGiven,
    Short,
    committee_row,
    detail,
)
from guiju.apps.development.models import CommitteeLiaison, CommitteeSeat
from guiju.apps.development.rules.committees import EDIT_COMMITTEE, RULE_COMMITTEE
from guiju.apps.development.selectors.committees import by_key, committee
from guiju.apps.development.services import committees as services
from guiju.apps.development.services.committees_errors import UnknownUnitError
from guiju.apps.development.services.committees_seats import Seating, end_seat, renew_members
from guiju.web.access import needs
from guiju.web.request import Request
from guiju.web.schemas import Day, InPath, Plain

router = Router(tags=["committees"])
Reason = Annotated[Plain, Field(max_length=200)]


class SeatEnd(Schema):
    """The first day without the seat, and why."""

    until: Day
    reason: Reason = ""


class StateGiven(Schema):
    """A state that was reached outside this platform, with its ground."""

    state: Annotated[Plain, Field(pattern="^[a-z_]{1,20}$", examples=["renewing"])]
    reason: Reason


class LiaisonGiven(Schema):
    """The number of the other committee, and what it is about."""

    other: Annotated[Plain, Field(max_length=80, examples=["SAC/TC 9999"])]
    matter: Short


class LiaisonAnswer(Schema):
    """A liaison between two committees."""

    id: int
    other: str


class ElectionGiven(Schema):
    """The members from a day on."""

    since: Day
    members: Annotated[list[MemberGiven], Field(min_length=1, max_length=500)]


@router.post("/committees/{pk}/seats/{seat}/end", response=CommitteeDetail, summary="End a seat")
@needs(EDIT_COMMITTEE)
def post_seat_end(request: Request, pk: InPath, seat: InPath, given: SeatEnd) -> dict[str, Any]:
    """The seat ends; that day is the first one without it. 委员离任"""
    one = committee(request.viewer, pk)
    found = get_object_or_404(CommitteeSeat, pk=seat, committee=one)
    end_seat(seat=found, until=given.until, reason=given.reason, by=request.viewer)
    return detail(request, one, given.until)


@router.post("/committees/{pk}/state", response=CommitteeAnswer, summary="Record a state")
@needs(RULE_COMMITTEE)
def post_committee_state(request: Request, pk: InPath, given: StateGiven) -> dict[str, Any]:
    """By the guiding body's act. 登记状态"""
    one = committee(request.viewer, pk)
    return committee_row(
        services.change_state(
            committee=one, state=given.state, reason=given.reason, by=request.viewer
        )
    )


@router.post("/committees/{pk}/liaisons", response={201: LiaisonAnswer}, summary="Add a liaison")
@needs(EDIT_COMMITTEE)
def post_liaison(request: Request, pk: InPath, given: LiaisonGiven) -> Status[dict[str, Any]]:
    """Two committees keep each other informed from today. 建立联络"""
    one = committee(request.viewer, pk)
    other = by_key(request.viewer, services.read_key(given.other)[0])
    made = services.add_liaison(committee=one, other=other, matter=given.matter, by=request.viewer)
    return Status(201, {"id": made.pk, "other": other.key})


@router.post(
    "/committees/{pk}/liaisons/{liaison}/end", response={204: None}, summary="End a liaison"
)
@needs(EDIT_COMMITTEE)
def post_liaison_end(request: Request, pk: InPath, liaison: InPath) -> Status[None]:
    """It ends today. 终止联络"""
    found = get_object_or_404(CommitteeLiaison, pk=liaison, committee=pk)
    services.end_liaison(liaison=found, by=request.viewer)
    return Status(204, None)


@router.post("/committees/{pk}/election", response=CommitteeDetail, summary="Re-elect its members")
@needs(RULE_COMMITTEE)
def post_election(request: Request, pk: InPath, given: ElectionGiven) -> dict[str, Any]:
    """The seats of the present members end as the new ones begin. 换届"""
    one = committee(request.viewer, pk)
    known = resolve({at.unit for at in given.members}, given.since)
    seatings = []
    for at in given.members:
        unit = known[at.unit]
        if unit is None:
            raise UnknownUnitError(at.unit)
        values = at.dict(exclude={"unit"})
        seatings.append(Seating(organisation=unit, **values))
    renew_members(committee=one, seatings=seatings, since=given.since, by=request.viewer)
    return detail(request, one, given.since)
