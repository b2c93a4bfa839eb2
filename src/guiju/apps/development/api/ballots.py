"""Ballots by API: to read, to vote, to enter papers, to stand aside; and the count."""

from datetime import date
from typing import Annotated, Any, Literal

from django.shortcuts import get_object_or_404
from ninja import Field, Router, Schema

from guiju.apps.development.models import BallotRound, Elector
from guiju.apps.development.rules.ballots import ENTER_PAPERS, READ_BALLOT
from guiju.apps.development.selectors import ballots as select
from guiju.apps.development.services.voting import cast_vote, enter_papers, stand_aside
from guiju.core.errors import NotFoundError
from guiju.core.procedures.ballots.model import Tally
from guiju.core.procedures.ballots.recounting import told
from guiju.web.access import SIGNED_IN, needs
from guiju.web.request import Request
from guiju.web.schemas import InPath, Plain

router = Router(tags=["ballots"])
Words = Annotated[Plain, Field(max_length=5000)]


class OwnBallot(Schema):
    """A ballot that is open for your vote."""

    id: int
    project: int
    title_zh: str
    title_en: str
    last: date | None
    has_voted: bool


class VoteIn(Schema):
    """Your vote; against needs reasons."""

    mark: Literal["for", "against", "abstain"]
    reasons: Words = ""


class PaperIn(Schema):
    """A paper that came in: `none` and `several` are spoilt ones, `aside` needs its reason."""

    elector: int
    mark: Literal["for", "against", "abstain", "none", "several", "aside"]
    reasons: Words = ""


class SheetIn(Schema):
    """The papers of a meeting: all are kept, or none."""

    papers: Annotated[list[PaperIn], Field(max_length=1000)]


class AsideIn(Schema):
    """Why you stand aside."""

    reason: Annotated[Plain, Field(max_length=500)]


class VoterOut(Schema):
    """Who may vote, and whether a paper came in; how, once counted, for those who may see it."""

    elector: int
    name: str
    unit: str
    side: str
    has_voted: bool
    aside: bool
    mark_zh: str | None
    mark_en: str | None
    reasons: str


class CheckOut(Schema):
    """A condition with both numbers."""

    found: int
    needed: str
    held: bool
    says_zh: str
    says_en: str


class ResultOut(Schema):
    """The count."""

    passed: bool
    counted: dict[str, int]
    abstained: int
    invalid: int
    late: int
    recused: int
    checks: list[CheckOut]
    says_zh: str
    says_en: str


class BallotOut(Schema):
    """A ballot; `result` stands there once it is counted."""

    id: int
    project: int
    kind: str
    rule: str
    basis: str
    opened: date
    last: date | None
    closed: date | None
    voters: list[VoterOut]
    result: ResultOut | None


class Done(Schema):
    """How many papers were kept."""

    count: int


@router.get("/ballots", response=list[OwnBallot], summary="The ballots open for you")
@needs(SIGNED_IN)
def open_ballots(request: Request) -> list[dict[str, Any]]:
    """Those without your vote first. 待我投票"""
    return [own_record(one) for one in select.open_for(request.viewer)]


@router.get("/ballots/{pk}", response=BallotOut, summary="Read a ballot")
@needs(READ_BALLOT)
def get_ballot(request: Request, pk: InPath) -> dict[str, Any]:
    """Its electorate and turnout; its count once it is closed. 表决"""
    return _read(request, pk)


@router.post("/ballots/{pk}/vote", response=BallotOut, summary="Vote")
@needs(READ_BALLOT)
def vote(request: Request, pk: InPath, asked: VoteIn) -> dict[str, Any]:
    """A later vote takes the place of an earlier one while the ballot is open. 投票"""
    row = select.find(request.viewer, pk)
    cast_vote(
        project=row.project,
        kind=row.kind,
        mark=asked.mark,
        reasons=asked.reasons,
        by=request.viewer,
    )
    return _read(request, pk)


@router.post("/ballots/{pk}/aside", response=BallotOut, summary="Stand aside")
@needs(READ_BALLOT)
def aside(request: Request, pk: InPath, asked: AsideIn) -> dict[str, Any]:
    """You are counted no longer, neither with a vote nor in the quorum. 回避"""
    row = select.find(request.viewer, pk)
    own = get_object_or_404(Elector, ballot=row, user=request.viewer.user)
    stand_aside(
        project=row.project, kind=row.kind, elector=own, reason=asked.reason, by=request.viewer
    )
    return _read(request, pk)


@router.post("/ballots/{pk}/papers", response=Done, summary="Enter papers")
@needs(ENTER_PAPERS)
def enter(request: Request, pk: InPath, asked: SheetIn) -> dict[str, int]:
    """What was cast in a meeting or came by letter, spoilt papers too. 录入投票单"""
    row = select.find(request.viewer, pk)
    papers = list(_papers(row, asked))
    count = enter_papers(project=row.project, kind=row.kind, papers=papers, by=request.viewer)
    return {"count": count}


def _read(request: Request, pk: int) -> dict[str, Any]:
    return _record(select.page_of(request.viewer, select.find(request.viewer, pk)))


def _papers(row: BallotRound, asked: SheetIn) -> Any:
    electors = {one.pk: one for one in row.electors.all()}
    for one in asked.papers:
        if one.elector not in electors:
            raise NotFoundError(str(one.elector))
        yield electors[one.elector], one.mark, one.reasons


def own_record(one: Elector) -> dict[str, Any]:
    title = select.title_of(one.ballot)
    return {
        "id": one.ballot_id,
        "project": one.ballot.project_id,
        "title_zh": title.zh,
        "title_en": title.en,
        "last": one.ballot.last,
        "has_voted": getattr(one, "has_voted"),  # noqa: B009
    }


def _record(page: select.BallotPage) -> dict[str, Any]:
    row = page.row
    return {
        "id": row.pk,
        "project": row.project_id,
        "kind": row.kind,
        "rule": page.rule.id,
        "basis": page.rule.basis,
        "opened": row.opened,
        "last": row.last,
        "closed": row.closed,
        "voters": [_voter(one) for one in page.voters],
        "result": _result(page.result) if page.result else None,
    }


def _voter(one: select.Voter) -> dict[str, Any]:
    return {
        "elector": one.elector.pk,
        "name": one.elector.name,
        "unit": one.elector.unit,
        "side": one.elector.side,
        "has_voted": one.has_voted,
        "aside": bool(one.elector.aside),
        "mark_zh": one.marks.zh if one.marks else None,
        "mark_en": one.marks.en if one.marks else None,
        "reasons": one.reasons,
    }


def _result(found: Tally) -> dict[str, Any]:
    says = told(found)
    return {
        "passed": found.passed,
        "counted": found.counted,
        "abstained": found.abstained,
        "invalid": len(found.invalid),
        "late": len(found.late),
        "recused": len(found.recused),
        "checks": [
            {
                "found": one.found,
                "needed": str(one.needed),
                "held": one.held,
                "says_zh": one.says.zh,
                "says_en": one.says.en,
            }
            for one in found.checks
        ],
        "says_zh": says.zh,
        "says_en": says.en,
    }
