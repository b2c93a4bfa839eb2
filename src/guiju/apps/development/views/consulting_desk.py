"""The working list of comments (意见处理): filter, groups, answers; and the page of one comment."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from guiju.apps.development.forms.consulting import AnswerForm, HideForm, RemarksFilter
from guiju.apps.development.rules.consulting import ANSWER_REMARKS, READ_REMARKS
from guiju.apps.development.selectors.consulting import (
    Consultation,
    consultation,
    consultation_of,
    draft_material,
    draft_of,
)
from guiju.apps.development.selectors.remarks import (
    alike,
    counts_of,
    members_of,
    remark,
    remarks,
    way_of,
    words_at,
)
from guiju.apps.development.services.answering import answer_remarks
from guiju.apps.development.services.commenting import hide_remark
from guiju.apps.development.services.consulting_errors import NothingChosenError
from guiju.core.consultations import CHANGES
from guiju.web.access import SIGNED_IN, needs
from guiju.web.request import Request

METHODS = ["GET", "HEAD", "POST"]
PER_PAGE = 50
_MOST_AT_ONCE = 5000
_DIGITS = 7


@require_http_methods(METHODS)
@needs(READ_REMARKS)
def desk(request: Request, pk: int) -> HttpResponse:
    """The comments of a round; a POST answers one of them, the ticked ones, or a whole group."""
    found = consultation(request.viewer, pk)
    READ_REMARKS.check(request.viewer, found.project)
    form = AnswerForm(request.POST if request.method == "POST" else None, auto_id="answer_%s")
    if (
        form.is_bound
        and form.is_valid()
        and form.carried_out(lambda: _answer(request, found, form))
    ):
        count = len(form.result)
        told = ngettext(
            "%(count)s comment was answered.", "%(count)s comments were answered.", count
        )
        messages.success(request, told % {"count": count})
        return redirect(request.get_full_path())
    return render(request, "development/consulting/desk.html", _desk(request, found, form))


def _desk(request: Request, found: Consultation, form: AnswerForm) -> dict[str, Any]:
    material = draft_material(found.round)
    narrow = RemarksFilter(request.GET, draft=draft_of(material) if material else None)
    group = narrow.cleaned_data.get("group") if narrow.is_valid() else None
    only = members_of(request.viewer, found.round, group) if group else ()
    rows = remarks(request.viewer, found.round, narrow.asked(only))
    return {
        "found": found,
        "form": form,
        "filter": narrow,
        "page": Paginator(rows, PER_PAGE).get_page(request.GET.get("page")),
        "counts": counts_of(found.round),
        "group": only,
        "chosen": set(request.POST.getlist("numbers")),
        "ANSWER": ANSWER_REMARKS,
        "why_not": ANSWER_REMARKS.refusal(request.viewer, found.project),
    }


def _answer(request: Request, found: Consultation, form: AnswerForm) -> Any:
    numbers = {
        int(one)
        for one in request.POST.getlist("numbers")
        if one.isdecimal() and len(one) <= _DIGITS
    }
    if not numbers or len(numbers) > _MOST_AT_ONCE:
        raise NothingChosenError()
    return answer_remarks(
        round=found.round, numbers=numbers, by=request.viewer, **form.cleaned_data
    )


@require_safe
@needs(READ_REMARKS)
def alike_remarks(request: Request, pk: int) -> HttpResponse:
    """Comments that say the same or nearly the same: proposals, each with its own rows."""
    found = consultation(request.viewer, pk)
    every = alike(request.viewer, found.round)
    page = Paginator(every, PER_PAGE).get_page(request.GET.get("page"))
    firsts = {
        one.number: one
        for one in found.round.remarks.filter(number__in=[group.first for group in page])
    }
    context = {
        "found": found,
        "page": page,
        "rows": [(firsts[group.first], group) for group in page],
    }
    return render(request, "development/consulting/groups.html", context)


@require_safe
@needs(SIGNED_IN)
def remark_page(request: Request, pk: int) -> HttpResponse:
    """One comment: its answers, and its clause through the drafts to the changed text."""
    row = remark(request.viewer, pk)
    context = {
        "row": row,
        "found": consultation_of(request.viewer, row.round),
        "replies": row.replies.all(),
        "words": words_at(row),
        "way": [(stop, CHANGES[stop.followed.change]) for stop in way_of(row)],
        "ANSWER": ANSWER_REMARKS,
        "hide_form": HideForm(auto_id="hide_%s"),
        "may_read_all": READ_REMARKS.allows(request.viewer, row.round.project),
    }
    return render(request, "development/consulting/remark.html", context)


@require_http_methods(["POST"])
@needs(ANSWER_REMARKS)
def hide(request: Request, pk: int) -> HttpResponse:
    """It is kept, no longer counted or shown; its author is told why."""
    row = remark(request.viewer, pk)
    ANSWER_REMARKS.check(request.viewer, row.round.project)
    form = HideForm(request.POST)
    if form.is_valid() and form.carried_out(
        lambda: hide_remark(remark=row, reason=form.cleaned_data["reason"], by=request.viewer)
    ):
        messages.success(request, _("The comment is no longer counted."))
    else:
        messages.error(request, _("Say why the comment is none."))
    return redirect(reverse("development:remark", args=[pk]))
