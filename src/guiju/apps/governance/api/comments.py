"""Comments on a measure, by those who work on it."""

from datetime import datetime
from typing import Any

from ninja import Field, Query, Router, Schema, Status

from guiju.apps.governance.models import Comment
from guiju.apps.governance.rules.reports import COMMENT, READ_COMMENTS
from guiju.apps.governance.selectors.duties import duties_of
from guiju.apps.governance.selectors.reports import comments_of, measure_of
from guiju.apps.governance.services import comments as act
from guiju.web.access import needs
from guiju.web.request import Request
from guiju.web.schemas import InPath, PlanSlug, Slice

router = Router(tags=["reports"])


class CommentIn(Schema):
    """What to say, at most 5000 characters."""

    text: str = Field(examples=["示例：请补充试点名单。"])


class CommentOut(Schema):
    """A comment of an organisation (slug)."""

    id: int
    at: datetime
    organisation: str
    text: str


class CommentPage(Schema):
    """A part of the list, and how many there are."""

    total: int
    items: list[CommentOut]


def _record(comment: Comment) -> dict[str, Any]:
    return {
        "id": comment.pk,
        "at": comment.at,
        "organisation": comment.organisation.slug,
        "text": comment.text,
    }


@router.get(
    "/plans/{slug}/measures/{pk}/comments",
    response=CommentPage,
    summary="List the comments on a measure",
)
@needs(READ_COMMENTS)
def list_comments(
    request: Request, slug: PlanSlug, pk: InPath, part: Query[Slice]
) -> dict[str, Any]:
    """The newest first. 意见"""
    measure = measure_of(request.viewer, slug, pk)
    READ_COMMENTS.check(request.viewer, duties_of(request.viewer, pk))
    return part.page(comments_of(measure).select_related("organisation"), _record)


@router.post(
    "/plans/{slug}/measures/{pk}/comments",
    response={201: CommentOut},
    summary="Comment on a measure",
)
@needs(COMMENT)
def add_comment(
    request: Request, slug: PlanSlug, pk: InPath, said: CommentIn
) -> Status[dict[str, Any]]:
    """For the organisation whose duty gives you the right to. 发表意见"""
    measure = measure_of(request.viewer, slug, pk)
    return Status(
        201, _record(act.add_comment(measure=measure.pk, text=said.text, by=request.viewer))
    )
