"""The lists of conflicts, findings and sources."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from guiju.apps.accounts.views.parts import language, page_asked
from guiju.apps.catalogue.selectors import doubts as select
from guiju.web.access import PUBLIC, needs
from guiju.web.request import Request
from guiju.web.searching import read_query


@require_safe
@needs(PUBLIC)
def conflicts(request: Request) -> HttpResponse:
    field = read_query(request.GET.get("field", "")).text
    settled = request.GET.get("state") == "settled"
    page = page_asked(request, select.conflicts(field, settled=settled))
    context = {
        "page": page,
        "rows": select.conflict_rows(request.viewer, page.object_list, language()),
        "fields": select.conflict_fields(settled=settled),
        "field": field,
        "settled": settled,
    }
    return render(request, "catalogue/doubt_conflicts.html", context)


@require_safe
@needs(PUBLIC)
def findings(request: Request) -> HttpResponse:
    code = read_query(request.GET.get("code", "")).text
    page = page_asked(request, select.findings(code))
    context = {"page": page, "codes": select.finding_codes(), "code": code}
    return render(request, "catalogue/doubt_findings.html", context)


@require_safe
@needs(PUBLIC)
def sources(request: Request) -> HttpResponse:
    return render(request, "catalogue/doubt_sources.html", {"rows": select.sources()})
