"""The journal for programs: verified by everybody, read by audit administrators."""

from datetime import datetime
from typing import Annotated, Any

from ninja import Field, Query, Router, Schema

from guiju.apps.journal import verification
from guiju.apps.journal.forms import FilterForm
from guiju.apps.journal.rules import READ_JOURNAL
from guiju.apps.journal.selectors import events
from guiju.core.seals.marks import read_mark
from guiju.web.access import PUBLIC, needs
from guiju.web.request import Request
from guiju.web.schemas import Day, Plain, Slice

router = Router(tags=["journal"])


class JournalFault(Schema):
    """The first entry that is not whole; number 0 stands for the head record."""

    number: int
    zh: str
    en: str


class JournalVerdict(Schema):
    """Is the chain whole, how long is it, and how does it end."""

    whole: bool
    count: int
    sm3: str
    sha256: str
    fault: JournalFault | None
    at: datetime


class EventOut(Schema):
    """One official act. `before` and `after` are digests of the record, `sm3` that of the chain."""

    number: int
    at: datetime
    actor: str
    organisation: str
    action: str
    subject: str
    before: str
    after: str
    reason: str
    details: dict[str, Any]
    sm3: str
    sha256: str


class EventPage(Schema):
    """A part of the journal, and how many events fit."""

    total: int
    items: list[EventOut]


class EventQuery(Schema):
    """The filters of the page; what is given must all hold. `until` is counted in."""

    action: Plain = Field("", max_length=80, description="Its beginning.")
    subject: Plain = Field("", max_length=120, description="Its beginning.")
    actor: Plain = Field("", max_length=150, description="A user name, or system.")
    since: Day | None = None
    until: Day | None = None


@router.get("/journal/verify", response=JournalVerdict, summary="Verify the journal")
@needs(PUBLIC)
def verify_journal(
    request: Request,
    expect: Annotated[
        str | None,
        Query(max_length=100, description="NUMBER:SM3 noted earlier, which must still be there."),
    ] = None,
) -> JournalVerdict:
    """Is every entry whole? The answer is at most a minute old. 核验日志

    Keep `count:sm3` outside: only `expect` shows a chain that was rewritten to its end.
    """
    verdict, at = verification.latest(read_mark(expect) if expect is not None else None)
    fault = verdict.fault
    return JournalVerdict(
        whole=fault is None,
        count=verdict.count,
        sm3=verdict.last.sm3,
        sha256=verdict.last.sha256,
        fault=JournalFault(number=fault.number, zh=fault.reason.zh, en=fault.reason.en)
        if fault
        else None,
        at=at,
    )


@router.get("/journal/events", response=EventPage, summary="Read the journal")
@needs(READ_JOURNAL)
def list_events(request: Request, part: Query[Slice], asked: Query[EventQuery]) -> dict[str, Any]:
    """The official acts, the newest first. 日志"""
    form = FilterForm(asked.dict())
    return part.page(form.narrowed(events(request.viewer)), lambda event: event)
