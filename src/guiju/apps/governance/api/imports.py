"""`POST /plans/parse` and `POST /plans/import`: the same as the page and the command line."""

from datetime import date
from typing import Annotated, Any

from ninja import File, Query, Router, Schema
from ninja.files import UploadedFile

from guiju.apps.governance.models import Plan
from guiju.apps.governance.rules.plans import IMPORT_PLAN, PARSE_PLAN
from guiju.apps.governance.selectors.by_hand import plan_to_change
from guiju.apps.governance.selectors.differences import Difference
from guiju.apps.governance.selectors.imports import matching_plan
from guiju.apps.governance.selectors.previews import Preview, preview
from guiju.apps.governance.services.imports import import_source, read_source
from guiju.web.access import needs
from guiju.web.request import Request
from guiju.web.schemas import NO_NUL

router = Router(tags=["plans"])


class ImportDuty(Schema):
    """A role and the name as written."""

    role: str
    name: str


class ImportChange(Schema):
    """One measure: what becomes of it, and which parts of it differ."""

    status: str
    label: str
    title: str
    fields: list[str]
    added: list[ImportDuty]
    ended: list[ImportDuty]


class ImportDoubt(Schema):
    """Something the reading is not sure of."""

    line: int
    text: str
    reason_zh: str
    reason_en: str


class SuggestedBody(Schema):
    """An organisation that may be meant."""

    slug: str
    name: str


class UnknownName(Schema):
    """A name that no organisation is known to bear."""

    name: str
    measures: list[str]
    suggestions: list[SuggestedBody]


class ImportAnswer(Schema):
    """What an import did, or would do (`is_preview`). `text` is the number of the new text."""

    is_preview: bool
    plan: str | None
    text: int | None
    title: str
    document_number: str | None
    issued: date | None
    counts: dict[str, int]
    changes: list[ImportChange]
    unclear: list[ImportDoubt]
    unknown: list[UnknownName]


@router.post("/plans/parse", response=dict[str, Any], summary="Read a policy text")
@needs(PARSE_PLAN)
def parse_plan(request: Request, file: File[UploadedFile]) -> dict[str, Any]:
    """The measures, tasks, responsibilities, outputs and deadlines that a text holds, with offsets.

    The same as `guiju plan parse`. Nothing is stored. 解析政策文本
    """
    return read_source(file.read(), name=file.name or "").parsed


@router.post(
    "/plans/import",
    response=ImportAnswer,
    summary="Bring a policy text into the ledger, or preview that",
)
@needs(IMPORT_PLAN)
def import_plan(
    request: Request,
    file: File[UploadedFile],
    is_preview: Annotated[
        bool, Query(alias="preview", description="Only say what would change.")
    ] = False,
    slug: Annotated[
        str,
        Query(
            pattern=NO_NUL,
            alias="plan",
            max_length=60,
            description="The plan whose title or number was corrected.",
        ),
    ] = "",
    title: Annotated[
        str,
        Query(
            pattern=NO_NUL,
            max_length=200,
            description="The title of a new plan whose text bears none.",
        ),
    ] = "",
) -> dict[str, Any]:
    """A new plan, or a corrected text of one that is known; the same text again changes nothing.

    With `preview=true` nothing is stored. 导入工作台账
    """
    source = read_source(file.read(), name=file.name or "")
    plan: Plan | None = None
    if slug:
        plan = plan_to_change(request.viewer, slug, IMPORT_PLAN)
    plan = plan or matching_plan(source)
    IMPORT_PLAN.check(request.viewer, plan)
    shown = preview(request.viewer, source, plan=plan, decided={}, language="zh-hans")
    if is_preview:
        return _answer(shown, plan, None, is_preview=True)
    outcome = import_source(source=source, plan=plan, title=title, by=request.viewer)
    return _answer(shown, outcome.plan, outcome.number, is_preview=False)


def _answer(
    shown: Preview, plan: Plan | None, number: int | None, *, is_preview: bool
) -> dict[str, Any]:
    return {
        "is_preview": is_preview,
        "plan": plan.slug if plan else None,
        "text": number,
        "title": shown.title,
        "document_number": shown.document_number,
        "issued": shown.issued,
        "counts": dict(shown.counts),
        "changes": [_change(one) for one in shown.differences if one.status != "unchanged"],
        "unclear": [
            {
                "line": one.line,
                "text": one.text,
                "reason_zh": one.reason.zh,
                "reason_en": one.reason.en,
            }
            for one in shown.unclear
        ],
        "unknown": [
            {
                "name": one.name,
                "measures": list(one.measures),
                "suggestions": [
                    {"slug": choice.slug, "name": choice.name.full} for choice in one.suggestions
                ],
            }
            for one in shown.unknown
        ],
    }


def _change(change: Difference) -> dict[str, Any]:
    return {
        "status": change.status,
        "label": change.label,
        "title": change.title,
        "fields": list(change.fields),
        "added": [{"role": role, "name": name} for role, name in change.added],
        "ended": [{"role": role, "name": name} for role, name in change.ended],
    }
