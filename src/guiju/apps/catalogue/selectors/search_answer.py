"""What a search answers to programs (检索应答): one form for the API and the command line."""

from contextlib import suppress
from typing import Any

from guiju.apps.catalogue.selectors.searching import (
    FACETS,
    IndexNotReadyError,
    Query,
    find,
    suggestions,
)
from guiju.search import Hit, Result
from guiju.web.viewer import Viewer


def answer(query: Query, found: Result) -> dict[str, Any]:
    """The hits of the page, with total and counts over all of them."""
    return {
        "query": query.text,
        "on": query.on.isoformat(),
        "total": found.total,
        "took_ms": round(found.took * 1000, 2),
        "hits": [_hit(hit) for hit in found.hits],
        "facets": {name: dict(counts) for name, counts in found.facets.items()},
        "next_cursor": found.next_cursor,
    }


def warm_up(viewer: Viewer) -> None:
    """Have the index opened and the tables of pinyin and characters read before somebody waits."""
    query = Query(text="gb 1 标准", on=viewer.today, facets=FACETS)
    with suppress(IndexNotReadyError):
        answer(query, find(viewer, query))
        suggestions(viewer, "biaozhun")


def _hit(hit: Hit) -> dict[str, Any]:
    row = hit.row
    return {
        "number": row.number,
        "display": row.display,
        "title_zh": row.titles.get("zh", ""),
        "title_en": row.titles.get("en", ""),
        "level": row.level,
        "nature": row.nature,
        "year": row.year,
        "status": hit.state,
        "why": [why._asdict() for why in hit.why],
    }
