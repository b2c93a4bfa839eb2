"""What a standard touches, and the references that have gone stale."""

from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from guiju.apps.accounts.views.parts import day_asked, language, page_asked
from guiju.apps.catalogue.exports import csv_text
from guiju.apps.catalogue.exports.touches import touches_csv, touches_json
from guiju.apps.catalogue.forms.touches import RotForm, TouchesForm
from guiju.apps.catalogue.selectors.rot import rot_page, rot_total, rotten
from guiju.apps.catalogue.selectors.touches import KINDS, Touches
from guiju.apps.catalogue.selectors.touches import touches as select
from guiju.apps.catalogue.views.standards import edition_of
from guiju.web.access import PUBLIC, needs
from guiju.web.request import Request

LONGEST_NUMBER = 240


def _asked(request: Request, number: str) -> tuple[TouchesForm, Touches]:
    viewer, edition = request.viewer, edition_of(request, number)
    form = TouchesForm(request.GET or None)
    on = day_asked(request)
    narrowing = form.narrowing() if form.is_bound and form.is_valid() else None
    return form, select(viewer, edition, on, narrowing)


@require_safe
@needs(PUBLIC)
def touches(request: Request, number: str) -> HttpResponse:
    form, found = _asked(request, number)
    page = page_asked(request, found.arrows)
    context = {
        "edition": found.edition,
        "on": found.on,
        "is_today": found.on == request.viewer.today,
        "form": form,
        "found": found,
        "counts": [(kind, found.counts[kind]) for kind in KINDS if kind in found.counts],
        "page": page,
        "rows": found.rows(request.viewer, page.object_list),
        "stale": rotten(request.viewer, found.edition, found.on),
        "narrowed": request.GET.urlencode(),
    }
    return render(request, "catalogue/touch_page.html", context)


@require_safe
@needs(PUBLIC)
def export_touches(request: Request, number: str, form: str) -> StreamingHttpResponse:
    """The same rows, narrowed the same way, as a file."""
    _, found = _asked(request, number)
    rows = found.all_rows(request.viewer)
    if form == "csv":
        lines, mime = touches_csv(rows, language()), csv_text.MIME
    elif form == "json":
        lines, mime = touches_json(rows), "application/json"
    else:
        raise Http404
    headers = {"Content-Disposition": f'attachment; filename="touches.{form}"'}
    return StreamingHttpResponse(lines, content_type=mime, headers=headers)


@require_safe
@needs(PUBLIC)
def rot(request: Request) -> HttpResponse:
    """Documents in force that cite by an edition that has ended, in the order of numbers."""
    form = RotForm(request.GET or None)
    on = day_asked(request)
    level = form.cleaned_data.get("level", "") if form.is_bound and form.is_valid() else ""
    after = request.GET.get("after", "").replace("\x00", "")[:LONGEST_NUMBER]
    page = rot_page(request.viewer, on, after=after, level=level)
    following = request.GET.copy()
    following["after"] = page.next
    context = {
        "form": form,
        "on": on,
        "page": page,
        "total": rot_total(request.viewer, on, level=level),
        "is_first": not after,
        "next_query": following.urlencode() if page.next else "",
    }
    return render(request, "catalogue/touch_rot.html", context)
