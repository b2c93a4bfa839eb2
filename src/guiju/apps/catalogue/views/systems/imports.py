"""A detail table as a file: read, shown as a preview, taken when it is confirmed."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from guiju.apps.catalogue.forms.systems.editing import ConfirmForm, TableForm, carried
from guiju.apps.catalogue.models import StandardsSystem
from guiju.apps.catalogue.rules import EDIT_SYSTEM
from guiju.apps.catalogue.selectors.systems.incoming import SAME, STATUSES, TableRow, incoming
from guiju.apps.catalogue.selectors.systems.reading import system_to_change
from guiju.apps.catalogue.selectors.systems.values import title_of
from guiju.apps.catalogue.services.systems.errors import ChangedMeanwhileError
from guiju.apps.catalogue.services.systems.imports import import_lines
from guiju.apps.catalogue.services.systems.tables import read_rows
from guiju.apps.catalogue.views.systems.acting import form_page
from guiju.core.errors import InputError
from guiju.web.access import needs
from guiju.web.request import Request

MOST_SHOWN = 500


@form_page
@needs(EDIT_SYSTEM)
def import_table(request: Request, slug: str) -> HttpResponse:
    """Take a file and show what it would change. Nothing is stored before that is confirmed."""
    system = system_to_change(request.viewer, slug)
    given = (request.POST, request.FILES) if request.method == "POST" else ()
    form = TableForm(*given)
    if form.is_bound and form.is_valid():
        try:
            rows = read_rows(form.upload.read(), name=form.upload.name or "")
        except InputError as error:
            form.add_error("file", error.sentence.say(get_language() or "zh"))
        else:
            return _preview(request, system, rows)
    context = {"form": form, "system": system, "title": title_of(system)}
    return render(request, "catalogue/system_import.html", context)


def _preview(
    request: Request, system: StandardsSystem, rows: Sequence[TableRow], warning: str = ""
) -> HttpResponse:
    found = incoming(system, rows)
    changes = [one for one in found.changes if one.status != SAME]
    counts = [(STATUSES[status], count) for status, count in found.counts.items()]
    context = {
        "system": system,
        "title": title_of(system),
        "incoming": found,
        "counts": counts,
        "statuses": STATUSES,
        "changes": changes[:MOST_SHOWN],
        "more": len(changes[MOST_SHOWN:]),
        "would_change": found.new_nodes or any(found.counts[one] for one in ("new", "changed")),
        "rows": carried(rows),
        "warning": warning,
    }
    return render(request, "catalogue/system_import_preview.html", context)


@require_POST
@needs(EDIT_SYSTEM)
def confirm_import(request: Request, slug: str) -> HttpResponse:
    system = system_to_change(request.viewer, slug)
    form = ConfirmForm(request.POST)
    if not form.is_valid():
        raise InputError("rows")
    rows = form.table()
    try:
        found = import_lines(
            system=system, rows=rows, seen=form.cleaned_data["seen"], by=request.viewer
        )
    except ChangedMeanwhileError as error:
        return _preview(request, system, rows, error.sentence.say(get_language() or "zh"))
    count = found.counts["new"] + found.counts["changed"]
    if count or found.new_nodes:
        done = ngettext(
            "The table was imported; %(count)d line is new or changed.",
            "The table was imported; %(count)d lines are new or changed.",
            count,
        )
        messages.success(request, done % {"count": count})
    else:
        messages.info(request, _("The table says what stands already; nothing was changed."))
    return redirect("catalogue:system_table", system.slug)
