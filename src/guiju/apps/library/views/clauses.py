"""Clause search over all texts (条款检索页)."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from guiju.apps.library.selectors.clause_asked import PAGE, Asked, read_asked
from guiju.apps.library.selectors.clause_rows import chips_of, facets_of, rows_of
from guiju.apps.library.selectors.clauses import find_clauses
from guiju.search.passages import Found
from guiju.web.access import PUBLIC, needs
from guiju.web.request import Request


@require_safe
@needs(PUBLIC)
def clauses(request: Request) -> HttpResponse:
    """Clauses in which words stand; `?on=` is the day for which states are told."""
    asked = read_asked(request.viewer, request.GET)
    found = find_clauses(request.viewer, asked.query)
    page: Page[Any] = Paginator(range(found.total), PAGE).get_page(asked.page)
    if page.number != asked.page:
        asked = asked.on_page(page.number)
        found = find_clauses(request.viewer, asked.query)
    return render(request, "library/clauses.html", _context(asked, found, page))


def _context(asked: Asked, found: Found, page: Page[Any]) -> dict[str, Any]:
    return {
        "own_search": True,
        "asked": asked,
        "query": asked.query.text,
        "found": found,
        "page": page,
        "rows": rows_of(found, asked.link_on),
        "facets": facets_of(asked, found),
        "chips": chips_of(asked),
        "plain_address": asked.without_filters(),
    }
