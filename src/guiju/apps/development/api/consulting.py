"""Consultations for programs (征求意见): open ones, a draft's clauses, comments, answers, tables."""

from typing import Annotated, Any, Literal

from django.http import HttpResponse
from ninja import File, Query, Router, Status, UploadedFile

from guiju.apps.accounts.selectors.organisations import name_on
from guiju.apps.development.api.consulting_schemas import (
    ConsultationDetail,
    ConsultationPage,
    NewAnswers,
    NewRemark,
    PublishedRemarkPage,
    RemarkHiding,
    RemarkPage,
    RemarkRow,
    RemarksAnswered,
    RemarksImported,
)
from guiju.apps.development.exports.comments import MIME, comments_file
from guiju.apps.development.forms.consulting import RemarksFilter, placed
from guiju.apps.development.models import Remark, Round
from guiju.apps.development.rules.consulting import ANSWER_REMARKS, READ_REMARKS
from guiju.apps.development.selectors import consulting as select
from guiju.apps.development.selectors.published_remarks import published, published_remarks
from guiju.apps.development.selectors.remarks import Asked, members_of, remark, remarks
from guiju.apps.development.selectors.workspace_people import body_called
from guiju.apps.development.services.answering import answer_remarks as answer
from guiju.apps.development.services.commenting import add_remark as add
from guiju.apps.development.services.commenting import hide_remark as hide
from guiju.apps.development.services.consulting_errors import NotYourOrganisationError
from guiju.apps.development.services.remark_imports import import_remarks as take_in
from guiju.apps.development.services.remark_imports import preview
from guiju.core.consultations import Draft, said
from guiju.core.documents.walking import sections
from guiju.core.errors import Bilingual
from guiju.web.access import PUBLIC, SIGNED_IN, needs
from guiju.web.request import Request
from guiju.web.schemas import NO_NUL, InPath, Slice

router = Router(tags=["consultations"])
Words = Annotated[str, Query(max_length=60, pattern=NO_NUL)]
Type = Literal["", "ge", "te", "ed"]
Standing = Literal["", "none", "any", "adopted", "partly", "not_adopted"]
Table = Literal["table", "iso"]
Suffix = Literal["docx", "xlsx", "csv"]
FILES = {
    "responses": {
        200: {
            "content": {
                mime: {"schema": {"type": "string", "contentMediaType": mime}}
                for mime in MIME.values()
            }
        }
    }
}


@router.get("/consultations", response=ConsultationPage, summary="List consultations")
@needs(PUBLIC)
def list_consultations(
    request: Request, part: Query[Slice], closed: bool = False
) -> dict[str, Any]:
    """What is open for comments, the first to close first; or what was closed lately. 征求意见清单"""
    viewer = request.viewer
    found = (
        [select.consultation_of(viewer, one) for one in select.closed_consultations(viewer)]
        if closed
        else select.open_consultations(viewer)
    )
    return part.page(found, _row)


@router.get("/consultations/{pk}", response=ConsultationDetail, summary="Show a consultation")
@needs(PUBLIC)
def get_consultation(request: Request, pk: InPath) -> dict[str, Any]:
    """Who is asked until when, what is published, the clauses of the draft. 一次征求意见"""
    found = select.consultation(request.viewer, pk)
    draft = _draft(found.round)
    return {
        **_row(found),
        "audiences": [_said(one) for one in found.audiences],
        "published": [_said(title) for title, _ in select.published_materials(found.round)],
        "basis": found.basis,
        "places": [
            {"address": one.address, "says": said(one.address), "title": one.title.content}
            for *_, one in (sections(draft.document) if draft else ())
        ],
    }


@router.get("/consultations/{pk}/comments", response=RemarkPage, summary="List comments")
@needs(READ_REMARKS)
def list_remarks(
    request: Request,
    pk: InPath,
    part: Query[Slice],
    clause: Words = "",
    kind: Type = "",
    unit: Words = "",
    standing: Standing = "",
    text: Words = "",
    order: Literal["clause", "number"] = "clause",
    group: Annotated[int, Query(ge=0, le=9_999_999)] = 0,
) -> dict[str, Any]:
    """As on the working list; `group` is the number of one of those that are alike. 意见清单"""
    row = select.consultation(request.viewer, pk).round
    asked = {"clause": clause, "kind": kind, "unit": unit, "standing": standing}
    narrow = RemarksFilter({**asked, "text": text, "order": order}, draft=_draft(row))
    only = members_of(request.viewer, row, group) if group else ()
    return part.page(remarks(request.viewer, row, narrow.asked(only)), _remark)


@router.get(
    "/consultations/{pk}/published-comments",
    response=PublishedRemarkPage,
    summary="List published comments",
)
@needs(PUBLIC)
def list_published_remarks(request: Request, pk: InPath, part: Query[Slice]) -> dict[str, Any]:
    """Comments with their answers where the procedure shows them; names where allowed. 公开的意见"""
    row = select.consultation(request.viewer, pk).round
    return part.page(published_remarks(request.viewer, row), _published)


@router.post(
    "/consultations/{pk}/comments", response={201: RemarkRow}, summary="Comment on a clause"
)
@needs(SIGNED_IN)
def add_remark(request: Request, pk: InPath, asked: NewRemark) -> Status[dict[str, Any]]:
    """While the consultation is open, for yourself or for your organisation. 提出意见"""
    found = select.consultation(request.viewer, pk)
    values = asked.dict(exclude={"clause", "organisation"}) | {"place": asked.clause}
    made = add(
        project=found.project,
        kind=found.round.kind,
        values=values | placed(asked.clause, _draft(found.round)) | _for(request, asked),
        by=request.viewer,
    )
    return Status(201, _remark(made))


@router.post("/consultations/{pk}/answers", response=RemarksAnswered, summary="Answer comments")
@needs(ANSWER_REMARKS)
def answer_remarks(request: Request, pk: InPath, asked: NewAnswers) -> dict[str, int]:
    """The same answer to each of them, all or none; earlier answers stay. 处理意见"""
    found = select.consultation(request.viewer, pk)
    return {"count": len(answer(round=found.round, by=request.viewer, **asked.dict()))}


@router.post("/comments/{pk}/hide", response=RemarkRow, summary="Count a comment no longer")
@needs(ANSWER_REMARKS)
def hide_remark(request: Request, pk: InPath, asked: RemarkHiding) -> dict[str, Any]:
    """It is kept and no longer shown; its author is told why. 不作为意见"""
    row = remark(request.viewer, pk)
    ANSWER_REMARKS.check(request.viewer, row.round.project)
    return _remark(hide(remark=row, reason=asked.reason, by=request.viewer))


@router.post(
    "/consultations/{pk}/comments/import",
    response=RemarksImported,
    summary="Import a table of comments",
)
@needs(ANSWER_REMARKS)
def import_remarks(
    request: Request,
    pk: InPath,
    file: File[UploadedFile],
    is_preview: Annotated[
        bool, Query(alias="preview", description="Only say what would come in.")
    ] = False,
) -> dict[str, Any]:
    """DOCX, XLSX or CSV; what is there already comes in no second time. 导入意见表"""
    row = select.consultation(request.viewer, pk).round
    given: dict[str, Any] = {"data": file.read(), "name": file.name or "", "by": request.viewer}
    counts = preview(round=row, **given).counts
    made = [] if is_preview else take_in(round=row, **given)
    return {
        "is_preview": is_preview,
        "counts": counts,
        "numbers": [one.number for one in made],
    }


@router.get(
    "/consultations/{pk}/comments.{file}",
    summary="The table of comments as a file",
    openapi_extra=FILES,
)
@needs(READ_REMARKS)
def export_remarks(
    request: Request, pk: InPath, file: Suffix, table: Table = "table"
) -> HttpResponse:
    """意见汇总处理表, or the ISO template with `table=iso`. 导出意见表"""
    row = select.consultation(request.viewer, pk).round
    rows = remarks(request.viewer, row, Asked())
    data = comments_file(row, rows, table, file, request.viewer.today)
    name = f"comments-{row.pk}-{table}.{file}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(data, content_type=MIME[file], headers=headers)


def _draft(row: Round) -> Draft | None:
    material = select.draft_material(row)
    return select.draft_of(material) if material else None


def _for(request: Request, asked: NewRemark) -> dict[str, Any]:
    """The organisation for which somebody speaks: one in which he has a seat today."""
    if not asked.organisation:
        return {}
    viewer = request.viewer
    body = body_called(asked.organisation, viewer.today)
    if body is None or body.pk not in viewer.organisations():
        raise NotYourOrganisationError(asked.organisation)
    name = name_on(body, viewer.today, "zh-hans").full
    return {"organisation_id": body.pk, "unit": name[:200]}


def _row(one: select.Consultation) -> dict[str, Any]:
    row = one.round
    return {
        "id": row.pk,
        "project": row.project_id,
        "title_zh": row.project.title_zh,
        "title_en": row.project.title_en,
        "kind": _said(one.title),
        "procedure": _said(one.procedure),
        "opened": row.opened,
        "last": row.last,
        "closed": row.closed,
        "days_left": one.days_left if one.is_open else None,
    }


def _words(one: Remark) -> dict[str, Any]:
    names = ("number", "clause", "place", "kind", "text", "proposed", "reason", "on")
    reply = next(iter(one.replies.all()), None)
    answered = reply and {
        "disposition": reply.disposition,
        "reason": reply.reason,
        "changed_text": reply.changed_text,
        "on": reply.on,
    }
    return {name: getattr(one, name) for name in names} | {"answer": answered}


def _remark(one: Remark) -> dict[str, Any]:
    return _words(one) | {"id": one.pk, "unit": one.unit}


def _published(one: Remark) -> dict[str, Any]:
    shown = published(one)
    return _words(one) | {"by": shown.by, "unit": shown.unit}


def _said(words: Bilingual) -> dict[str, str]:
    return {"zh": words.zh, "en": words.en}
