"""The office's decisions on a report: accept, return, reopen, publish."""

from typing import Any

from ninja import Field, Router

from guiju.apps.governance.api.report_record import ReportOut, record_after
from guiju.apps.governance.api.reports import VersionIn
from guiju.apps.governance.rules.reports import ACCEPT, DECIDE
from guiju.apps.governance.services import reports as act
from guiju.web.access import needs
from guiju.web.request import Request
from guiju.web.schemas import InPath, Plain

router = Router(tags=["reports"])


class AcceptIn(VersionIn):
    """A remark for the organisation, and whether the public may read the report."""

    remark: Plain = Field("", max_length=2_000)
    is_public: bool = False


class ReasonIn(VersionIn):
    """Why: the organisation revises by it."""

    reason: Plain = Field(max_length=2_000)


class PublishIn(VersionIn):
    """Whether the public may read the accepted report."""

    is_public: bool


@router.post("/reports/{pk}/accept", response=ReportOut, summary="Accept a report")
@needs(ACCEPT)
def accept_report(request: Request, pk: InPath, asked: AcceptIn) -> dict[str, Any]:
    """What its lead proposes becomes the state of the tasks and the risk of the measure. 通过"""
    saved = act.accept_report(
        report=pk,
        version=asked.version,
        remark=asked.remark,
        publish=asked.is_public,
        by=request.viewer,
    )
    return record_after(request.viewer, saved)


@router.post("/reports/{pk}/return", response=ReportOut, summary="Return a report for revision")
@needs(DECIDE)
def return_report(request: Request, pk: InPath, asked: ReasonIn) -> dict[str, Any]:
    """A report that was handed in; its liaison officers are told. 退回"""
    saved = act.return_report(report=pk, by=request.viewer, **asked.dict())
    return record_after(request.viewer, saved)


@router.post("/reports/{pk}/reopen", response=ReportOut, summary="Reopen an accepted report")
@needs(DECIDE)
def reopen_report(request: Request, pk: InPath, asked: ReasonIn) -> dict[str, Any]:
    """It is no longer public; the states that it brought stay until it is accepted again. 重新打开"""
    saved = act.reopen_report(report=pk, by=request.viewer, **asked.dict())
    return record_after(request.viewer, saved)


@router.post(
    "/reports/{pk}/publish", response=ReportOut, summary="Publish an accepted report, or close it"
)
@needs(DECIDE)
def publish_report(request: Request, pk: InPath, asked: PublishIn) -> dict[str, Any]:
    """The public reads it without risk, remark and evidence. 公开"""
    saved = act.publish_report(
        report=pk, version=asked.version, public=asked.is_public, by=request.viewer
    )
    return record_after(request.viewer, saved)
