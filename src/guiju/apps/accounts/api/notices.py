"""Your notices: read them, and mark them as read."""

from datetime import datetime
from typing import Annotated, Any

from ninja import Field, Query, Router, Schema

from guiju.apps.accounts.selectors.people import notices, unread_count
from guiju.apps.accounts.services.notices import mark_read
from guiju.web.access import SIGNED_IN, needs
from guiju.web.request import Request
from guiju.web.schemas import Id, Slice

router = Router(tags=["me"])


class NoticeOut(Schema):
    """A message to you; `link` is a page. `read` is when you read it, or null."""

    id: int
    text_zh: str
    text_en: str
    link: str
    created: datetime
    read: datetime | None


class NoticePage(Schema):
    """A part of your notices, how many there are, and how many are unread."""

    total: int
    unread: int
    items: list[NoticeOut]


class ReadIn(Schema):
    """Which notices you have read: their ids, or null for all."""

    notices: Annotated[list[Id], Field(max_length=1000)] | None = None


class ReadAnswer(Schema):
    """How many became read, and how many are still unread."""

    read: int
    unread: int


@router.get("/me/notices", response=NoticePage, summary="List your notices")
@needs(SIGNED_IN)
def list_notices(request: Request, part: Query[Slice]) -> dict[str, Any]:
    """The newest first. 我的通知"""
    answer = part.page(notices(request.viewer), lambda one: one)
    return {**answer, "unread": unread_count(request.viewer)}


@router.post("/me/notices/read", response=ReadAnswer, summary="Mark notices as read")
@needs(SIGNED_IN)
def read_notices(request: Request, asked: ReadIn) -> dict[str, Any]:
    """Those that are read already, or are not yours, are left as they are. 标为已读"""
    read = mark_read(notices=asked.notices, by=request.viewer)
    return {"read": read, "unread": unread_count(request.viewer)}
