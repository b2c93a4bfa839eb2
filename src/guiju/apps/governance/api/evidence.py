"""Files that show what is reported: added to a draft, withdrawn from it, downloaded."""

from typing import Annotated, Any

from django.http import FileResponse
from ninja import File, Form, Router, Status
from ninja.files import UploadedFile

from guiju.apps.governance.api.report_record import ReportOut, record_after
from guiju.apps.governance.api.reports import VersionIn
from guiju.apps.governance.models import Report
from guiju.apps.governance.rules.reports import AUTHOR, READ_EVIDENCE, Filed
from guiju.apps.governance.selectors.reports import evidence_file, evidence_report, filed
from guiju.apps.governance.services.report_content import Content, Line
from guiju.apps.governance.services.reports import save_draft
from guiju.web.access import needs
from guiju.web.request import Request
from guiju.web.schemas import InPath
from guiju.web.viewer import Viewer

router = Router(tags=["reports"])
BYTES = "application/octet-stream"
A_FILE = {
    "responses": {
        200: {"content": {BYTES: {"schema": {"type": "string", "contentMediaType": BYTES}}}}
    }
}


def _edit(viewer: Viewer, found: Filed, version: int, **files: Any) -> dict[str, Any]:
    """Save the report as it says, with other files."""
    AUTHOR.check(viewer, found)
    report = found.report
    saved = save_draft(
        measure=report.measure_id,
        organisation=found.duties.holder(report.organisation_id),
        period=report.period,
        content=_content(report),
        version=version,
        by=viewer,
        **files,
    )
    return record_after(viewer, saved)


def _content(report: Report) -> Content:
    lines = report.lines.filter(action__withdrawn=None)
    return Content(
        text=report.text,
        risk=report.risk,
        risk_note=report.risk_note,
        lines={one.action_id: Line(one.text, one.proposed_state) for one in lines},
    )


@router.post("/reports/{pk}/evidence", response={201: ReportOut}, summary="Add a file to a report")
@needs(AUTHOR)
def add_evidence(
    request: Request,
    pk: InPath,
    file: File[UploadedFile],
    version: Annotated[int, Form(ge=0, le=2**31 - 1, description="The version that you saw.")],
) -> Status[dict[str, Any]]:
    """To a draft or a returned report: pdf, png, jpg, docx, xlsx, txt or csv. 上传佐证材料"""
    found = filed(request.viewer, pk)
    return Status(201, _edit(request.viewer, found, version, files=[file]))


@router.get("/evidence/{pk}", summary="Download a file", openapi_extra=A_FILE)
@needs(READ_EVIDENCE)
def get_evidence(request: Request, pk: InPath) -> FileResponse:
    """Its digests are verified first; a changed file is an error `evidence_changed`. 下载佐证材料"""
    found = evidence_file(request.viewer, pk)
    headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-store"}
    return FileResponse(
        found.file.open("rb"),
        as_attachment=True,
        filename=found.name,
        content_type=BYTES,
        headers=headers,
    )


@router.post("/evidence/{pk}/withdraw", response=ReportOut, summary="Withdraw a file from a report")
@needs(AUTHOR)
def withdraw_evidence(request: Request, pk: InPath, seen: VersionIn) -> dict[str, Any]:
    """From a draft or a returned report. Row and file are kept, but no longer served. 撤回佐证材料"""
    found = filed(request.viewer, evidence_report(pk))
    return _edit(request.viewer, found, seen.version, withdrawn=[pk])
