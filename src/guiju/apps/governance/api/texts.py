"""The wording: the text in force with its marks, the texts before it, one measure in each."""

from datetime import datetime
from typing import Annotated, Any

from ninja import Query, Router, Schema

from guiju.apps.governance.models import PlanText
from guiju.apps.governance.rules.reading import READ_INTERNAL
from guiju.apps.governance.selectors.marked_text import Mark
from guiju.apps.governance.selectors.plan_text import marked_text
from guiju.apps.governance.selectors.plan_texts import plan_text, plan_texts
from guiju.apps.governance.selectors.versions import versions
from guiju.core.errors import NotFoundError
from guiju.web.access import PUBLIC, needs
from guiju.web.request import Request
from guiju.web.schemas import Id, InPath, PlanSlug, Slice

router = Router(tags=["plans"])


class TextMark(Schema):
    """A marked stretch `[start, end)`: an action, note, output, due or doubt, and its id if any."""

    start: int
    end: int
    kind: str
    id: int | None
    reason_zh: str
    reason_en: str


class TextPassage(Schema):
    """A measure's stretch of the text, or (null) what stands between measures."""

    start: int
    end: int
    measure: int | None


class TextAnswer(Schema):
    """One page of the text in force. All offsets count characters of the whole text."""

    version: int
    file_name: str
    imported_at: datetime
    sm3: str
    page: int
    pages: int
    start: int
    end: int
    text: str
    passages: list[TextPassage]
    marks: list[TextMark]


class TextChange(Schema):
    """What a text did to a measure."""

    measure: int
    status: str
    label: str
    title: str


class TextRow(Schema):
    """One imported text. `sm3` is of the decoded text in UTF-8."""

    number: int
    file_name: str
    encoding: str
    imported_at: datetime
    sm3: str
    is_in_force: bool
    changes: list[TextChange]


class TextPage(Schema):
    """A part of the list, and how many there are."""

    total: int
    items: list[TextRow]


class WholeText(TextRow):
    """A text as it was imported."""

    text: str


class Wording(Schema):
    """A stretch that is the `same` in both wordings, or `del`eted, or `ins`erted."""

    op: str
    text: str


class MeasureVersion(Schema):
    """What one text did to the measure, compared with the text before."""

    number: int
    imported_at: datetime
    file_name: str
    status: str
    label: str
    title: str
    pieces: list[Wording]


class MeasureHistory(Schema):
    """The texts that made or changed a measure, newest first."""

    measure: int
    is_withdrawn: bool
    versions: list[MeasureVersion]


def _mark(mark: Mark) -> dict[str, Any]:
    return {
        "start": mark.start,
        "end": mark.end,
        "kind": mark.kind,
        "id": mark.pk or None,
        "reason_zh": mark.words.zh if mark.words else "",
        "reason_en": mark.words.en if mark.words else "",
    }


@router.get("/plans/{slug}/text", response=TextAnswer, summary="The text in force with its marks")
@needs(PUBLIC)
def get_text(
    request: Request,
    slug: PlanSlug,
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
    measure: Annotated[Id | None, Query(description="The page with this measure.")] = None,
) -> dict[str, Any]:
    """A page ends with the measure that reaches 12 000 characters. 原文标注

    A plan that was set down from facts has no text: that is an error `not_found`.
    """
    _, found = marked_text(request.viewer, slug, number=page, measure=measure)
    if found is None:
        raise NotFoundError(f"{slug}/text")
    source = found.source
    return {
        "version": source.number,
        **{name: getattr(source, name) for name in ("file_name", "imported_at", "sm3")},
        "page": found.number,
        "pages": found.pages,
        "start": found.start,
        "end": found.end,
        "text": source.text[found.start : found.end],
        "passages": [
            {"start": start, "end": end, "measure": line.pk if line else None}
            for start, end, line in found.stretches
        ],
        "marks": [_mark(one) for one in found.marks],
    }


def _row(text: PlanText, in_force: int) -> dict[str, Any]:
    names = ("number", "file_name", "encoding", "imported_at", "sm3", "changes")
    return {
        **{name: getattr(text, name) for name in names},
        "is_in_force": text.number == in_force,
    }


@router.get("/plans/{slug}/texts", response=TextPage, summary="List the texts of a plan")
@needs(PUBLIC)
def list_texts(request: Request, slug: PlanSlug, part: Query[Slice]) -> dict[str, Any]:
    """The newest first, each with what it changed. 历次文本"""
    plan, found = plan_texts(request.viewer, slug)
    return part.page(found, lambda one: _row(one, plan.version))


@router.get(
    "/plans/{slug}/texts/{number}", response=WholeText, summary="One text as it was imported"
)
@needs(READ_INTERNAL)
def get_whole_text(request: Request, slug: PlanSlug, number: InPath) -> dict[str, Any]:
    """The whole wording of one text, also of one that is no longer in force. 文本全文"""
    plan, text = plan_text(request.viewer, slug, number)
    return {**_row(text, plan.version), "text": text.text}


@router.get(
    "/plans/{slug}/measures/{pk}/history",
    response=MeasureHistory,
    summary="How a measure read in each text",
)
@needs(PUBLIC)
def get_measure_history(request: Request, slug: PlanSlug, pk: InPath) -> dict[str, Any]:
    """What to strike out of the text before, and what to insert. 措施沿革"""
    _, row, found = versions(request.viewer, slug, pk)
    names = ("number", "imported_at", "file_name", "status", "label", "title")
    return {
        "measure": row.pk,
        "is_withdrawn": row.withdrawn is not None,
        "versions": [
            {
                **{name: getattr(one, name) for name in names},
                "pieces": [piece._asdict() for piece in one.pieces],
            }
            for one in found
        ],
    }
