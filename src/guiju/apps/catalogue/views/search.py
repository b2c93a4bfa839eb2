"""The search page of the catalogue, suggestions while typing, and results as files."""

from typing import Any

from django.http import HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from guiju.apps.catalogue.address import slug_of
from guiju.apps.catalogue.exports.found_answer import FORMS, found_answer
from guiju.apps.catalogue.keeping import kept, mark_of, same_for_all, unchanged
from guiju.apps.catalogue.selectors.asked import SORTS, Asked, from_the_first, read_asked
from guiju.apps.catalogue.selectors.facet_names import chips_of, facets_of
from guiju.apps.catalogue.selectors.ideas import ideas
from guiju.apps.catalogue.selectors.result_rows import rows_of
from guiju.apps.catalogue.selectors.searching import (
    FACETS,
    find,
    index_mark,
    suggestions,
)
from guiju.search import Result
from guiju.search.errors import CursorInvalid
from guiju.web.access import PUBLIC, needs
from guiju.web.request import Request
from guiju.web.searching import read_query

PAGE = 20
SUGGESTED = 8
KEPT = (
    60  # seconds; a change is in the index within seconds, and on everybody's page a minute later
)


@require_safe
@needs(PUBLIC)
def search(request: Request) -> HttpResponse:
    mark = mark_of(request, index_mark())
    is_same = same_for_all(request)
    if is_same and (same := unchanged(request, mark)):
        return same
    asked, result = _found(request)
    answer = render(request, "catalogue/search.html", _context(request, asked, result))
    return kept(answer, mark, KEPT, by="private") if is_same else answer


def _found(request: Request) -> tuple[Asked, Result]:
    asked = read_asked(request.viewer, request.GET, limit=PAGE, facets=FACETS)
    try:
        return asked, find(request.viewer, asked.query)
    except CursorInvalid as error:
        asked = from_the_first(asked, error.sentence)
        return asked, find(request.viewer, asked.query)


def _context(request: Request, asked: Asked, result: Result) -> dict[str, Any]:
    address = asked.address()
    return {
        "own_search": True,
        "asked": asked,
        "address": address,
        "query": asked.query.text,
        "result": result,
        "rows": rows_of(result),
        "facets": facets_of(asked, result),
        "chips": chips_of(asked),
        "sorts": [(value, name, value == asked.sort) for value, name in SORTS.items()],
        "next_address": asked.address(cursor=result.next_cursor) if result.next_cursor else "",
        "link_on": asked.query.on.isoformat() if asked.on_another_day else "",
        "hidden": [pair for pair in asked.pairs() if pair[0] not in ("q", "on", "sort")],
        "plain_address": asked.without_filters(),
        "ideas": ideas(request.viewer, asked, result),
        "forms": FORMS,
    }


@require_safe
@needs(PUBLIC)
def export(request: Request, form: str) -> StreamingHttpResponse:
    """All that the search of the address finds, as a file."""
    return found_answer(request.viewer, read_asked(request.viewer, request.GET).as_said(), form)


@require_safe
@needs(PUBLIC)
def suggest(request: Request) -> HttpResponse:
    """For the script of the search box; the page works without it."""
    mark = mark_of(request, index_mark())
    if same := unchanged(request, mark):
        return same
    text = read_query(request.GET.get("q", "")).text
    rows = [
        {
            "kind": one.kind,
            "text": one.text,
            "title": one.title,
            "slug": slug_of(one.number) if one.number else "",
        }
        for one in suggestions(request.viewer, text, SUGGESTED)
    ]
    answer = JsonResponse({"suggestions": rows}, json_dumps_params={"ensure_ascii": False})
    return kept(answer, mark, KEPT)
