"""What the list pages share: one page of a list, narrowed by a form that is sent by GET."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from guiju.web.request import Request

PER_PAGE = 50


def page_of(
    request: Request, rows: Sequence[Any] | QuerySet[Any], per_page: int = PER_PAGE
) -> Page[Any]:
    """The page that the address asks for; the nearest there is for one that is not there."""
    return Paginator(rows, per_page).get_page(request.GET.get("page"))
