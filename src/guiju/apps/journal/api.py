"""`GET /journal/verify`: the same as the public page."""

from datetime import datetime

from ninja import Router, Schema

from guiju.apps.journal import verification
from guiju.web.access import PUBLIC, needs
from guiju.web.request import Request

router = Router(tags=["journal"])


class FaultOut(Schema):
    """The first entry that is not whole; number 0 stands for the head record."""

    number: int
    zh: str
    en: str


class VerdictOut(Schema):
    """Is the chain whole, how long is it, and how does it end."""

    whole: bool
    count: int
    sm3: str
    sha256: str
    fault: FaultOut | None
    at: datetime


@router.get("/journal/verify", response=VerdictOut, summary="Is the journal whole? 核验日志")
@needs(PUBLIC)
def verify(request: Request) -> VerdictOut:
    """At most a minute old. `number:sm3` noted outside shows later whether it was rewritten."""
    verdict, at = verification.latest()
    fault = verdict.fault
    return VerdictOut(
        whole=fault is None,
        count=verdict.count,
        sm3=verdict.last.sm3,
        sha256=verdict.last.sha256,
        fault=FaultOut(number=fault.number, zh=fault.reason.zh, en=fault.reason.en)
        if fault
        else None,
        at=at,
    )
