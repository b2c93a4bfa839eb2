"""`GET /search`: what the search box finds, for programs."""

from typing import Annotated, Any, Literal

from django.utils import translation
from ninja import Query, Router, Schema

from guiju.web import searching
from guiju.web.access import PUBLIC, needs
from guiju.web.request import Request

router = Router(tags=["search"])


class SearchHit(Schema):
    """One thing found: its name, its page, and the words around the match."""

    title: str
    url: str
    why: str


class SearchGroup(Schema):
    """What was found of one kind; `total` may exceed the hits, `more_url` then opens them all."""

    title: str
    total: int
    more_url: str
    hits: list[SearchHit]


class SearchAnswer(Schema):
    """`query` is what was looked for, `is_cut` whether it had to be shortened."""

    query: str
    is_cut: bool
    total: int
    groups: list[SearchGroup]


@router.get("/search", response=SearchAnswer, summary="Search everything")
@needs(PUBLIC)
def search(
    request: Request,
    q: Annotated[str, Query(description="Words; all must occur.", examples=["试点"])] = "",
    limit: Annotated[int, Query(ge=1, le=50, description="Hits in each group.")] = 10,
    lang: Literal["zh-hans", "en"] = "zh-hans",
) -> dict[str, Any]:
    """The same as the search box: organisations, plans, measures, tasks, outputs. 检索"""
    query = searching.read_query(q)
    with translation.override(lang):
        groups = searching.search(request.viewer, query.text, limit)
        return {
            "query": query.text,
            "is_cut": query.cut,
            "total": sum(group.total for group in groups),
            "groups": [
                {
                    **group._asdict(),
                    "title": str(group.title),
                    "hits": [hit._asdict() for hit in group.hits],
                }
                for group in groups
            ],
        }
