"""The whole ledger as a file: sealed JSON, Excel, Word."""

from typing import Any, Literal

from django.http import HttpResponse
from ninja import Router

from guiju.apps.governance.api.schemas import LedgerAnswer
from guiju.apps.governance.exports import FORMS, export_ledger, records
from guiju.apps.governance.selectors.ledger import ledger
from guiju.web.access import PUBLIC, needs
from guiju.web.request import Request
from guiju.web.schemas import PlanSlug

router = Router(tags=["plans"])
Language = Literal["zh-hans", "en"]


def _as_file(form: str) -> dict[str, Any]:
    schema = {"type": "string", "contentMediaType": FORMS[form]}
    return {"responses": {200: {"content": {FORMS[form]: {"schema": schema}}}}}


def _file(request: Request, slug: str, form: str, lang: str) -> HttpResponse:
    file = export_ledger(ledger(request.viewer, slug), form, lang)
    headers = {"Content-Disposition": f'attachment; filename="{file.name}"'}
    return HttpResponse(file.content, content_type=file.mime, headers=headers)


@router.get(
    "/plans/{slug}/export.json",
    response=LedgerAnswer,
    summary="The whole ledger with its digests",
    exclude_unset=True,
)
@needs(PUBLIC)
def export_json(request: Request, slug: PlanSlug) -> dict[str, Any]:
    """The digests are those of its canonical form without them: sorted keys, no spaces. 台账 JSON"""
    return records.ledger_record(ledger(request.viewer, slug))


@router.get(
    "/plans/{slug}/export.xlsx",
    summary="The working ledger for Excel",
    openapi_extra=_as_file("xlsx"),
)
@needs(PUBLIC)
def export_xlsx(request: Request, slug: PlanSlug, lang: Language = "zh-hans") -> HttpResponse:
    """The same file as the page's button. 台账 XLSX"""
    return _file(request, slug, "xlsx", lang)


@router.get(
    "/plans/{slug}/export.docx",
    summary="The working ledger for Word",
    openapi_extra=_as_file("docx"),
)
@needs(PUBLIC)
def export_docx(request: Request, slug: PlanSlug, lang: Language = "zh-hans") -> HttpResponse:
    """The same file as the page's button. 台账 DOCX"""
    return _file(request, slug, "docx", lang)
