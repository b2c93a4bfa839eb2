"""Browsing by classification, committee, body and region."""

from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from guiju.apps.accounts.views.parts import page_asked
from guiju.apps.catalogue.address import key_of
from guiju.apps.catalogue.models import Edition
from guiju.apps.catalogue.panels import committee_panels_of
from guiju.apps.catalogue.rules import EDIT_RECORDS, IMPORT_RECORDS
from guiju.apps.catalogue.selectors import browsing as select
from guiju.apps.catalogue.selectors.standard.shown import shown_all
from guiju.apps.catalogue.views.days import day_context
from guiju.core.codes.words import words
from guiju.web.access import PUBLIC, needs
from guiju.web.request import Request
from guiju.web.searching import read_query


@require_safe
@needs(PUBLIC)
def browse(request: Request) -> HttpResponse:
    """The ways into the catalogue."""
    context = {**day_context(request), "EDIT": EDIT_RECORDS, "IMPORT": IMPORT_RECORDS}
    return render(request, "catalogue/browse_home.html", context)


def _listed(request: Request, rows: QuerySet[Edition] | None, search: str = "") -> dict[str, Any]:
    """A page of editions by number, narrowed as the address says. `search` is the same as a search."""
    days = day_context(request)
    if rows is None:
        return days
    state, level = request.GET.get("state", ""), request.GET.get("level", "")
    page = page_asked(request, select.narrowed(rows, days["on"], state=state, level=level))
    return {
        **days,
        "page": page,
        "rows": shown_all(page.object_list, days["on"]),
        "state": state,
        "states": select.STATES,
        "level": level,
        "levels": [*words("level")],
        "search": search,
    }


def _classes(request: Request, scheme: str, code: str) -> HttpResponse:
    found = select.class_page(request.viewer, scheme, code)
    code = found.here.code if found.here else ""
    context = {
        **_listed(request, found.editions, urlencode({scheme: code})),
        "found": found,
        "scheme": scheme,
        "page_name": f"catalogue:browse_{scheme}_code",
        "top_name": f"catalogue:browse_{scheme}",
    }
    return render(request, "catalogue/browse_classes.html", context)


@require_safe
@needs(PUBLIC)
def ics(request: Request) -> HttpResponse:
    return _classes(request, "ics", "")


@require_safe
@needs(PUBLIC)
def ics_code(request: Request, code: str) -> HttpResponse:
    return _classes(request, "ics", code)


@require_safe
@needs(PUBLIC)
def ccs(request: Request) -> HttpResponse:
    return _classes(request, "ccs", "")


@require_safe
@needs(PUBLIC)
def ccs_code(request: Request, code: str) -> HttpResponse:
    return _classes(request, "ccs", code)


@require_safe
@needs(PUBLIC)
def committees(request: Request) -> HttpResponse:
    """The bodies, and the committees of one of them (`?body=`)."""
    bodies = select.committee_bodies()
    body = read_query(request.GET.get("body", "")).text
    rows = select.committees_of_body(body) if body else []
    context = {**day_context(request), "bodies": bodies, "body": body, "rows": rows}
    return render(request, "catalogue/browse_committees.html", context)


@require_safe
@needs(PUBLIC)
def committee(request: Request, key: str) -> HttpResponse:
    own = request.GET.get("own") == "yes"
    found = select.committee_page(read_query(key_of(key)).text, with_below=not own)
    context = {
        **_listed(request, found.editions, urlencode({"committee": found.committee.key})),
        "found": found,
        "own": own,
        "panels": committee_panels_of(request.viewer, found.committee.key),
    }
    return render(request, "catalogue/browse_committee.html", context)


@require_safe
@needs(PUBLIC)
def issuers(request: Request) -> HttpResponse:
    text = read_query(request.GET.get("q", "")).text
    role = request.GET.get("role", "")
    page = page_asked(request, select.issuers(text, role))
    context = {
        "page": page,
        "rows": select.issuer_rows(page.object_list),
        "text": text,
        "role": role,
        "roles": [one for one in words("role") if one != "person"],
    }
    return render(request, "catalogue/browse_issuers.html", context)


@require_safe
@needs(PUBLIC)
def issuer(request: Request, pk: int) -> HttpResponse:
    role = request.GET.get("role", "")
    found = select.issuer_page(pk, role)
    context = {
        **_listed(request, found.editions, urlencode({"issuer": found.row.issuer.name})),
        "found": found,
        "role": role,
    }
    return render(request, "catalogue/browse_issuer.html", context)


@require_safe
@needs(PUBLIC)
def regions(request: Request) -> HttpResponse:
    context = {**day_context(request), "found": select.region_page()}
    return render(request, "catalogue/browse_regions.html", context)


@require_safe
@needs(PUBLIC)
def region(request: Request, code: str) -> HttpResponse:
    found = select.region_page(code)
    context = {**_listed(request, found.editions, urlencode({"region": code})), "found": found}
    return render(request, "catalogue/browse_regions.html", context)
