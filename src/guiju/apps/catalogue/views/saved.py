"""The viewer's saved searches."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from guiju.apps.accounts.views.parts import form_page, page_asked
from guiju.apps.catalogue.forms.watching import NameForm, SaveSearchForm
from guiju.apps.catalogue.rules import OWN_LIST
from guiju.apps.catalogue.selectors import saved as select
from guiju.apps.catalogue.services import saved as service
from guiju.web.access import needs
from guiju.web.request import Request

READ_AND_WRITE = ("GET", "HEAD", "POST")


@require_safe
@needs(OWN_LIST)
def saved_searches(request: Request) -> HttpResponse:
    page = page_asked(request, select.searches_of(request.viewer))
    return render(request, "catalogue/watch_searches.html", {"page": page})


@require_http_methods(READ_AND_WRITE)
@needs(OWN_LIST)
def save_search(request: Request) -> HttpResponse:
    """Name the search that the address carries, and keep it."""
    given: Any = request.POST if request.method == "POST" else None
    query = service.tidy_query(request.POST.get("query", "") or request.GET.urlencode())
    form = SaveSearchForm(given, initial={"query": query, "name": request.GET.get("q", "")[:120]})
    return form_page(
        request,
        form,
        lambda values: service.save_search(by=request.viewer, **values),
        template="catalogue/watch_search_save.html",
        context={"kept": query},
        done=lambda: reverse("catalogue:saved_searches"),
        told=_("The search is saved."),
    )


@require_http_methods(READ_AND_WRITE)
@needs(OWN_LIST)
def rename_search(request: Request, pk: int) -> HttpResponse:
    one = select.search_of(request.viewer, pk)
    given: Any = request.POST if request.method == "POST" else None
    return form_page(
        request,
        NameForm(given, initial={"name": one.name}),
        lambda values: service.rename_search(search=one, by=request.viewer, **values),
        template="catalogue/watch_search_rename.html",
        context={"search": select.search_of(request.viewer, pk)},
        done=lambda: reverse("catalogue:saved_searches"),
        told=_("The search has its new name."),
    )


@require_http_methods(READ_AND_WRITE)
@needs(OWN_LIST)
def remove_search(request: Request, pk: int) -> HttpResponse:
    """Ask first; then remove."""
    one = select.search_of(request.viewer, pk)
    if request.method == "POST":
        service.remove_search(search=one, by=request.viewer)
        messages.success(request, _("The search is removed."))
        return redirect("catalogue:saved_searches")
    return render(request, "catalogue/watch_search_remove.html", {"search": one})
