"""What a text demands (条款): every sentence of it as a table."""

from collections import Counter

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from guiju.apps.library.forms.checking import ProvisionsForm
from guiju.apps.library.rules import READ_WHOLE
from guiju.apps.library.selectors.findings import provisions_of
from guiju.apps.library.views.asking import open_text
from guiju.web.access import needs
from guiju.web.request import Request

PER_PAGE = 100


@require_safe
@needs(READ_WHOLE)
def provisions(request: Request, number: str) -> HttpResponse:
    """Every sentence with what it demands; `?kind=` and `?limits=1` narrow the table."""
    opened = open_text(request, number)
    every = provisions_of(request.viewer, opened.text)
    form = ProvisionsForm(request.GET)
    shown = [one for one in every if form.shows(one)]
    context = {
        **opened.context,
        "form": form,
        "counts": dict(Counter(one.kind for one in every)),
        "page": Paginator(shown, PER_PAGE).get_page(request.GET.get("page")),
        "total": len(shown),
    }
    return render(request, "library/provisions.html", context)
