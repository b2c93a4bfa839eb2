"""The register of terms (术语库页)."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from guiju.apps.library.forms.terms import TermsForm
from guiju.apps.library.selectors.terms import registered, term_keys
from guiju.web.access import PUBLIC, needs
from guiju.web.request import Request

PER_PAGE = 50


@require_safe
@needs(PUBLIC)
def terms(request: Request) -> HttpResponse:
    """Terms of all published texts; `?which=` shows only where texts disagree."""
    form = TermsForm(request.GET)
    page = Paginator(term_keys(request.viewer, **form.asked()), PER_PAGE).get_page(
        request.GET.get("page")
    )
    context = {
        "form": form,
        "page": page,
        "terms": registered(request.viewer, page.object_list),
    }
    return render(request, "library/terms.html", context)
