"""Committees for programs (委员会): list, one on a day, its year; propose, change, seats."""

from datetime import date
from typing import Annotated, Any

from ninja import Field, Query, Router, Schema, Status

from guiju.apps.accounts.selectors.organisations import resolve
from guiju.apps.accounts.views.parts import language
from guiju.apps.development.models import Committee
from guiju.apps.development.rules.committees import (
    EDIT_COMMITTEE,
    PROPOSE_COMMITTEE,
    READ_COMMITTEES,
)
from guiju.apps.development.selectors import committees as select
from guiju.apps.development.selectors.committees_composition import findings
from guiju.apps.development.selectors.committees_scopes import meetings
from guiju.apps.development.selectors.committees_work import year_asked, year_of
from guiju.apps.development.services import committees as services
from guiju.apps.development.services.committees_errors import UnknownUnitError
from guiju.apps.development.services.committees_seats import Seating, add_seat
from guiju.core.errors import Bilingual
from guiju.web.access import needs
from guiju.web.request import Request
from guiju.web.schemas import NO_NUL, Day, InPath, Plain, Slice

router = Router(tags=["committees"])
Short = Annotated[Plain, Field(max_length=300)]
Text = Annotated[Plain, Field(max_length=2000)]
Codes = Annotated[list[Annotated[Plain, Field(max_length=20)]], Field(max_length=50)]


class CommitteeSentence(Schema):
    """A sentence in both languages."""

    zh: str
    en: str


class CommitteeAnswer(Schema):
    """A committee (委员会)."""

    id: int
    key: str
    kind: str
    state: str
    name_zh: str
    name_en: str
    ics: list[str]
    ccs: list[str]
    term_ends: date | None


class CommitteePage(Schema):
    """A part of the register."""

    total: int
    items: list[CommitteeAnswer]


class SeatAnswer(Schema):
    """A seat: names are public with the function, contact data never are."""

    id: int
    name: str
    unit: str
    office: str
    side: str
    since: date
    until: date | None


class MisfitAnswer(Schema):
    """A rule that the composition does not fit."""

    rule: str
    severity: str
    sentence: CommitteeSentence
    basis: str


class OverlapAnswer(Schema):
    """Another committee whose scope meets this one's, out of 100."""

    key: str
    score: int
    reasons: list[CommitteeSentence]


class CommitteeDetail(CommitteeAnswer):
    """A committee on a day."""

    scope_zh: str
    scope_en: str
    seats: list[SeatAnswer]
    findings: list[MisfitAnswer]
    overlaps: list[OverlapAnswer]


class YearAnswer(Schema):
    """The figures of a year."""

    year: int
    begun: list[int]
    finished: list[int]
    published: list[str]
    reviews: list[int]
    ballots: list[dict[str, Any]]


class ScopeGiven(Schema):
    """Names, scope and classes."""

    name_zh: Annotated[Plain, Field(min_length=1, max_length=200, examples=["示例技术委员会"])]
    name_en: Short = ""
    scope_zh: Text = ""
    scope_en: Text = ""
    ics: Codes = []
    ccs: Codes = []


class ProposalGiven(ScopeGiven):
    """A committee that is to be set up."""

    key: Annotated[Plain, Field(max_length=80, examples=["SAC/TC 9999"])]


class MemberGiven(Schema):
    """Who is to sit, by account or by name."""

    name: Annotated[Plain, Field(max_length=80)] = ""
    username: Annotated[Plain, Field(max_length=60)] = ""
    unit: Annotated[Plain, Field(max_length=120)]
    office: Annotated[Plain, Field(pattern="^[a-z_]{1,20}$", examples=["member"])] = "member"
    side: Annotated[Plain, Field(pattern="^[a-z]{0,10}$", examples=["user"])] = ""
    title: Annotated[Plain, Field(max_length=80)] = ""
    is_small_firm: bool = False


class SeatGiven(MemberGiven):
    """Who is to sit from a day on."""

    since: Day


@router.get("/committees", response=CommitteePage, summary="List committees")
@needs(READ_COMMITTEES)
def list_committees(
    request: Request,
    part: Query[Slice],
    q: Annotated[str, Query(max_length=100, pattern=NO_NUL)] = "",
    kind: Annotated[str, Query(max_length=10, pattern=NO_NUL)] = "",
    state: Annotated[str, Query(max_length=20, pattern=NO_NUL)] = "",
    ics: Annotated[str, Query(max_length=10, pattern=r"^[0-9.]*$")] = "",
) -> dict[str, Any]:
    """The register of committees. 委员会名录"""
    found = select.listed(request.viewer, select.Narrow(q, kind, state, ics))
    return {"total": len(found), "items": [committee_row(one) for one in part.of(found)]}


@router.get("/committees/{pk}", response=CommitteeDetail, summary="One committee")
@needs(READ_COMMITTEES)
def get_committee(request: Request, pk: InPath, on: Day | None = None) -> dict[str, Any]:
    """A committee on a day: members, misfits of its composition, overlaps. 一个委员会"""
    return detail(request, select.committee(request.viewer, pk), on or request.viewer.today)


@router.get("/committees/{pk}/years/{year}", response=YearAnswer, summary="A committee's year")
@needs(READ_COMMITTEES)
def get_committee_year(request: Request, pk: InPath, year: InPath) -> dict[str, Any]:
    """The figures of the annual report, with their rows. 年度报告"""
    one = select.committee(request.viewer, pk)
    report = year_of(request.viewer, one, year_asked(request.viewer, year))
    return {
        "year": year,
        "begun": [at.pk for at in report.begun],
        "finished": [at.pk for at in report.finished],
        "published": [at.key for at in report.published],
        "reviews": [at.pk for at in report.reviews],
        "ballots": [
            {"project": at.ballot.project_id, "electors": at.electors, "voted": at.voted}
            for at in report.ballots
        ],
    }


@router.post("/committees", response={201: CommitteeAnswer}, summary="Propose a committee")
@needs(PROPOSE_COMMITTEE)
def post_committee(request: Request, given: ProposalGiven) -> Status[dict[str, Any]]:
    """A committee that is to be set up; the procedure leads it on. 提出筹建"""
    made = services.propose_committee(values=given.dict(), by=request.viewer)
    return Status(201, committee_row(made))


@router.put("/committees/{pk}/scope", response=CommitteeAnswer, summary="Change its scope")
@needs(EDIT_COMMITTEE)
def put_committee_scope(request: Request, pk: InPath, given: ScopeGiven) -> dict[str, Any]:
    """Names, scope and classes. 修改名称和范围"""
    one = select.committee(request.viewer, pk)
    changed = services.change_scope(committee=one, values=given.dict(), by=request.viewer)
    return committee_row(changed)


@router.post("/committees/{pk}/seats", response={201: CommitteeDetail}, summary="Add a seat")
@needs(EDIT_COMMITTEE)
def post_committee_seat(
    request: Request, pk: InPath, given: SeatGiven
) -> Status[dict[str, Any]]:  # fmt: skip
    """Somebody takes a seat from a day on. 增加委员"""
    one = select.committee(request.viewer, pk)
    values = given.dict()
    since, unit = values.pop("since"), values.pop("unit")
    found = resolve([unit], since)[unit]
    if found is None:
        raise UnknownUnitError(unit)
    seating = Seating(organisation=found, **values)
    add_seat(committee=one, seating=seating, since=since, by=request.viewer)
    return Status(201, detail(request, one, since))


def committee_row(one: Committee) -> dict[str, Any]:
    names = (
        "key", "kind", "state", "name_zh", "name_en", "ics", "ccs", "term_ends",
    )  # fmt: skip
    return {"id": one.pk, **{name: getattr(one, name) for name in names}}


def detail(request: Request, one: Committee, on: date) -> dict[str, Any]:
    shows = select.names_shown(request.viewer, one)
    groups = select.groups(one, on, language()) if shows else []
    misfits = findings([one], on)[one.pk] if shows else ()
    return {
        **committee_row(one),
        "scope_zh": one.scope_zh,
        "scope_en": one.scope_en,
        "seats": [_seat(member) for group in groups for member in group.members],
        "findings": [
            {
                "rule": at.rule,
                "severity": at.severity,
                "sentence": _said(at.sentence),
                "basis": at.basis,
            }
            for at in misfits
        ],
        "overlaps": [
            {
                "key": at.overlap.key,
                "score": at.overlap.score,
                "reasons": [_said(why) for why in at.overlap.reasons],
            }
            for at in meetings(request.viewer, one)
        ],
    }


def _seat(member: select.Member) -> dict[str, Any]:
    seat = member.seat
    return {
        "id": seat.pk,
        "name": seat.person.name,
        "unit": member.unit.full,
        "office": seat.office,
        "side": seat.side,
        "since": seat.since,
        "until": seat.until,
    }


def _said(sentence: Bilingual) -> dict[str, str]:
    return {"zh": sentence.zh, "en": sentence.en}
