"""Importing a text: upload, preview with decisions, confirm or discard."""

import re

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from guiju.apps.governance.forms.imports import DecisionForm, UploadForm
from guiju.apps.governance.models import ImportDraft
from guiju.apps.governance.rules.plans import IMPORT_PLAN
from guiju.apps.governance.selectors.imports import draft_of, drafts_of, plan_of, source_of
from guiju.apps.governance.selectors.previews import Preview, preview
from guiju.apps.governance.services.drafts import confirm, decide, discard, start_import
from guiju.apps.governance.services.imports import read_source
from guiju.apps.governance.views.listing import page_of
from guiju.core.errors import InputError
from guiju.web.access import needs
from guiju.web.request import Request

MOST_SHOWN = 100


def _language() -> str:
    return get_language() or "zh-hans"


@require_http_methods(["GET", "HEAD", "POST"])
@needs(IMPORT_PLAN)
def upload(request: Request) -> HttpResponse:
    """Take a text; what cannot be used is said at the form, and nothing is stored."""
    given = (request.POST, request.FILES) if request.method == "POST" else ()
    form = UploadForm(request.viewer, _language(), *given)
    if form.is_bound and form.is_valid():
        try:
            source = read_source(form.upload.read(), name=form.upload.name or "")
            draft = start_import(
                source=source,
                plan=form.cleaned_data["plan"],
                office=form.cleaned_data.get("office"),
                by=request.viewer,
            )
        except InputError as error:
            form.add_error("file", error.sentence.say(_language()))
        else:
            return redirect("governance:import_preview", draft.pk)
    context = {"form": form, "drafts": drafts_of(request.viewer)}
    return render(request, "governance/import_upload.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(IMPORT_PLAN)
def import_preview(request: Request, pk: int) -> HttpResponse:
    """What the import would do; posted decisions are kept and the preview is shown again."""
    draft = draft_of(request.viewer, pk)
    shown = _preview_of(request, draft)
    given = (request.POST,) if request.method == "POST" else ()
    initial = {"title": draft.decisions.get("title", "")}
    form = DecisionForm(shown, request.viewer, *given, initial=initial)
    if form.is_bound and form.is_valid():
        decide(
            draft=pk,
            names=form.names,
            title=form.cleaned_data.get("title", ""),
            by=request.viewer,
        )
        messages.success(request, _("Your decisions were kept. Check the preview and confirm."))
        return redirect("governance:import_preview", pk)
    changes = [change for change in shown.differences if change.status != "unchanged"]
    context = {
        "draft": draft,
        "preview": shown,
        "form": form,
        "unclear": shown.unclear[:MOST_SHOWN],
        "more_unclear": len(shown.unclear[MOST_SHOWN:]),
        "page": page_of(request, changes),
    }
    return render(request, "governance/import_preview.html", context)


def _preview_of(request: Request, draft: ImportDraft) -> Preview:
    return preview(
        request.viewer,
        source_of(draft),
        plan=plan_of(draft),
        decided=draft.decisions.get("names", {}),
        language=_language(),
    )


@require_POST
@needs(IMPORT_PLAN)
def import_confirm(request: Request, pk: int) -> HttpResponse:
    seen = request.POST.get("seen", "")
    if not re.fullmatch(r"[0-9]{1,9}", seen):
        raise InputError("seen")
    outcome = confirm(draft=pk, seen=int(seen), by=request.viewer)
    if outcome.number is None:
        messages.info(request, _("This very text is in force already; nothing was changed."))
    else:
        count = sum(outcome.counts[status] for status in ("new", "changed", "withdrawn"))
        done = ngettext(
            "The text was imported; %(count)d measure changed.",
            "The text was imported; %(count)d measures changed.",
            count,
        )
        messages.success(request, done % {"count": count})
    return redirect("governance:plan", outcome.plan.slug)


@require_POST
@needs(IMPORT_PLAN)
def import_discard(request: Request, pk: int) -> HttpResponse:
    discard(draft=pk, by=request.viewer)
    messages.info(request, _("The preview was discarded; nothing was imported."))
    return redirect("governance:plans")
