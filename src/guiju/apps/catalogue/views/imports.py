"""Imports of files: upload, look at the beginning, begin; progress, refused records, stop, resume."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from guiju.apps.accounts.views.parts import form_page, language, page_asked
from guiju.apps.catalogue.exports import csv_text
from guiju.apps.catalogue.exports.refused import refused_csv
from guiju.apps.catalogue.forms.imports import MappingForm, UploadForm
from guiju.apps.catalogue.models import Import
from guiju.apps.catalogue.rules import IMPORT_RECORDS
from guiju.apps.catalogue.selectors.file_formats import FORMAT_NAMES
from guiju.apps.catalogue.selectors.imports import beginning_of, import_of, imports_of, refused_of
from guiju.apps.catalogue.services import uploads
from guiju.core.errors import Bilingual, InputError
from guiju.web import worker
from guiju.web.access import needs
from guiju.web.request import Request

READ_AND_WRITE = ("GET", "HEAD", "POST")
AGAIN_IN = 3  # seconds
_State = Import.State
_GOING = (_State.WAITING, _State.RUNNING)


@require_safe
@needs(IMPORT_RECORDS)
def imports(request: Request) -> HttpResponse:
    return render(
        request, "catalogue/imports.html", {"page": page_asked(request, imports_of(request.viewer))}
    )


@require_http_methods(READ_AND_WRITE)
@needs(IMPORT_RECORDS)
def new_import(request: Request) -> HttpResponse:
    given: Any = (request.POST, request.FILES) if request.method == "POST" else ()
    form = UploadForm(*given)
    return form_page(
        request,
        form,
        lambda _values: uploads.upload_import(by=request.viewer, **form.values()),
        template="catalogue/import_new.html",
        context={},
        done=lambda: reverse("catalogue:import", args=[form.result.pk]),
    )


@require_http_methods(READ_AND_WRITE)
@needs(IMPORT_RECORDS)
def show_import(request: Request, pk: int) -> HttpResponse:
    """What a file would bring, until it is begun; from then on how far it is and what was refused."""
    run = import_of(request.viewer, pk)
    if run.state == _State.PREPARED:
        return _prepared(request, run)
    context = {
        "run": run,
        "format": FORMAT_NAMES[run.format],
        "message": Bilingual(run.message_zh, run.message_en) if run.message_zh else None,
        "page": page_asked(request, refused_of(run)),
        "is_going": run.state in _GOING,
        "may_resume": run.state in (_State.STOPPED, _State.FAILED) and run.stored,
        "no_worker": run.state in _GOING and bool(run.stored) and not worker.is_running(),
    }
    answer = render(request, "catalogue/import_run.html", context)
    if run.state in _GOING:
        answer["Refresh"] = str(AGAIN_IN)
    return answer


def _prepared(request: Request, run: Import) -> HttpResponse:
    """The beginning of the file; a changed mapping is shown first and kept only when it begins."""
    mapping, problem = run.mapping, None
    try:
        begins = beginning_of(run, mapping)
        given: Any = request.POST if request.method == "POST" else None
        form = MappingForm(begins.columns, mapping, given, questions=begins.questions)
        if form.is_bound and form.is_valid():
            mapping = form.mapping()
            if "begin" in request.POST and form.carried_out(
                lambda: uploads.begin_import(run=run, mapping=mapping, by=request.viewer)
            ):
                return redirect("catalogue:import", run.pk)
        lines = beginning_of(run, mapping).lines
    except InputError as error:
        form, lines, problem = MappingForm([], {}), [], error.sentence
    context = {
        "run": run,
        "format": FORMAT_NAMES[run.format],
        "form": form,
        "lines": lines,
        "problem": problem,
    }
    return render(request, "catalogue/import_prepared.html", context)


@require_POST
@needs(IMPORT_RECORDS)
def stop_import(request: Request, pk: int) -> HttpResponse:
    uploads.stop_import(run=import_of(request.viewer, pk), by=request.viewer)
    messages.success(request, _("The import stops after the step that runs now."))
    return redirect("catalogue:import", pk)


@require_POST
@needs(IMPORT_RECORDS)
def resume_import(request: Request, pk: int) -> HttpResponse:
    uploads.resume_import(run=import_of(request.viewer, pk), by=request.viewer)
    return redirect("catalogue:import", pk)


@require_POST
@needs(IMPORT_RECORDS)
def discard_import(request: Request, pk: int) -> HttpResponse:
    uploads.discard_import(run=import_of(request.viewer, pk), by=request.viewer)
    messages.success(request, _("The file is discarded; nothing of it was read in."))
    return redirect("catalogue:imports")


@require_safe
@needs(IMPORT_RECORDS)
def refused_records(request: Request, pk: int) -> StreamingHttpResponse:
    """The refused records with their reasons, to be mended and sent again."""
    run = import_of(request.viewer, pk)
    return StreamingHttpResponse(
        refused_csv(refused_of(run).iterator(), language()),
        content_type=csv_text.MIME,
        headers={"Content-Disposition": f'attachment; filename="refused-{run.pk}.csv"'},
    )
