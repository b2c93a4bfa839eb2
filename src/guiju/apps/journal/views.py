"""The journal: read by audit administrators, verified by everybody."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from guiju.apps.journal import verification
from guiju.apps.journal.forms import FilterForm
from guiju.apps.journal.rules import READ_JOURNAL
from guiju.apps.journal.selectors import events
from guiju.web.access import PUBLIC, needs
from guiju.web.request import Request

PER_PAGE = 50


@require_safe
@needs(READ_JOURNAL)
def journal(request: Request) -> HttpResponse:
    form = FilterForm(request.GET)
    found = form.narrowed(events(request.viewer))
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "journal/events.html", {"form": form, "page": page})


@require_safe
@needs(PUBLIC)
def verify(request: Request) -> HttpResponse:
    verdict, at = verification.latest()
    return render(request, "journal/verify.html", {"verdict": verdict, "at": at})
