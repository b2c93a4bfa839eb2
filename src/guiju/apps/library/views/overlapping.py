"""Clauses of other standards that say nearly the same, or the contrary (条款重复与矛盾页)."""

from collections import Counter
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from guiju.apps.library.forms.overlapping import OVERLAPS, OverlapForm
from guiju.apps.library.rendering.differing import differing
from guiju.apps.library.rules import READ_WHOLE
from guiju.apps.library.selectors.overlapping import Alike, overlaps
from guiju.apps.library.views.asking import open_text
from guiju.web.access import needs
from guiju.web.request import Request

PER_PAGE = 20


@require_safe
@needs(READ_WHOLE)
def overlap(request: Request, number: str) -> HttpResponse:
    """The text's clauses beside those of other texts; `?kind=` narrows, `?editions=1` widens."""
    opened = open_text(request, number)
    form = OverlapForm(request.GET)
    found = overlaps(request.viewer, opened.text, editions=form.with_editions)
    counts = Counter[str](one.found.kind for one in found)
    shown = [one for one in found if form.shows(one.found)]
    page = Paginator(shown, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        **opened.context,
        "form": form,
        "counts": [(words, counts[kind]) for kind, words in OVERLAPS if counts[kind]],
        "page": page,
        "pairs": [_beside(one) for one in page],
    }
    return render(request, "library/overlap.html", context)


def _beside(one: Alike) -> dict[str, Any]:
    own, other = differing(one.own.plain, one.other.plain)
    return {"own": one.own, "other": one.other, "found": one.found, "sides": (own, other)}
