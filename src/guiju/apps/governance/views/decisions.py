"""The office's decision on a report, evidence to download, and comments on a measure."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from guiju.apps.accounts.selectors.organisations import display_names
from guiju.apps.governance.forms.reports import CommentForm, DecisionForm, say
from guiju.apps.governance.rules.reports import COMMENT, DECIDE, READ_COMMENTS, READ_EVIDENCE
from guiju.apps.governance.selectors.duties import duties_of
from guiju.apps.governance.selectors.reports import comments_of, evidence_file, filed, measure_of
from guiju.apps.governance.services.comments import add_comment
from guiju.apps.governance.services.reports import (
    accept_report,
    publish_report,
    reopen_report,
    return_report,
)
from guiju.apps.governance.views.listing import page_of
from guiju.apps.governance.views.report_page import report_context
from guiju.core.errors import GuijuError, RefusedError
from guiju.web.access import needs
from guiju.web.request import Request

Given = dict[str, Any]


def _accept(given: Given, **values: Any) -> None:
    accept_report(remark=given["reason"], publish=given["publish"], **values)


def _return(given: Given, **values: Any) -> None:
    return_report(reason=given["reason"], **values)


def _reopen(given: Given, **values: Any) -> None:
    reopen_report(reason=given["reason"], **values)


def _publish(given: Given, **values: Any) -> None:
    publish_report(public=given["publish"], **values)


ACTS: dict[str, Callable[..., None]] = {
    "accept": _accept,
    "return": _return,
    "reopen": _reopen,
    "publish": _publish,
}


@require_POST
@needs(DECIDE)
def report_decide(request: Request, pk: int) -> HttpResponse:
    """Accept, return, reopen or publish; an error keeps the reason that was typed."""
    form = DecisionForm(request.POST)
    act = next((name for name in ACTS if name in request.POST), None)
    if act is None:
        return redirect("governance:report", pk)
    if form.is_valid():
        try:
            ACTS[act](
                form.cleaned_data,
                report=pk,
                version=form.cleaned_data["version"],
                by=request.viewer,
            )
        except RefusedError:
            raise
        except GuijuError as error:
            form.add_error(None, say(error.sentence))
        else:
            messages.success(request, _("The decision was recorded."))
            return redirect("governance:report", pk)
    found = filed(request.viewer, pk)
    form.see_version(found.report.version)
    context = report_context(request.viewer, found) | {"form": form}
    return render(request, "governance/report_detail.html", context, status=409)


@require_safe
@needs(READ_EVIDENCE)
def evidence(request: Request, pk: int) -> HttpResponseBase:
    """A file, after its digests were verified; never shown by the browser as a page."""
    found = evidence_file(request.viewer, pk)
    headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-store"}
    return FileResponse(
        found.file.open("rb"),
        as_attachment=True,
        filename=found.name,
        content_type="application/octet-stream",
        headers=headers,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(READ_COMMENTS)
def comments(request: Request, slug: str, pk: int) -> HttpResponse:
    """What those who work on a measure say about it."""
    viewer, measure = request.viewer, measure_of(request.viewer, slug, pk)
    duties = duties_of(viewer, pk)
    READ_COMMENTS.check(viewer, duties)
    form = CommentForm(request.POST or None)
    if form.is_bound and form.is_valid():
        try:
            add_comment(measure=pk, text=form.cleaned_data["text"], by=viewer)
        except RefusedError:
            raise
        except GuijuError as error:
            form.add_error("text", say(error.sentence))
        else:
            messages.success(request, _("Your comment was added."))
            return redirect("governance:comments", slug, pk)
    page = page_of(request, comments_of(measure))
    names = display_names(
        [one.organisation_id for one in page], viewer.today, get_language() or "zh"
    )
    context = {
        "measure": measure,
        "plan": measure.plan,
        "page": page,
        "comments": [(one, names[one.organisation_id]) for one in page],
        "form": form,
        "rule": COMMENT,
        "duties": duties,
    }
    return render(request, "governance/report_comments.html", context)
