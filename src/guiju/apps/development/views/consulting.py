"""Consultations for everybody (公开征求意见): the list, the draft clause by clause, a comment."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from guiju.apps.accounts.addresses import client_address
from guiju.apps.accounts.selectors.organisations import display_names
from guiju.apps.accounts.views.parts import language
from guiju.apps.development.forms.consulting import GuestRemarkForm, MemberRemarkForm, RemarkForm
from guiju.apps.development.rules.consulting import (
    ANSWER_REMARKS,
    READ_PUBLISHED_REMARKS,
    READ_REMARKS,
)
from guiju.apps.development.selectors.consulting import (
    Consultation,
    closed_consultations,
    consultation,
    draft_material,
    draft_of,
    may_show_answers,
    open_consultations,
    published_materials,
)
from guiju.apps.development.selectors.remarks import counts_of
from guiju.apps.development.services.commenting import add_remark
from guiju.apps.development.services.consulting_errors import NotOpenError
from guiju.apps.development.services.guests import ask_guest, unverified, verify_guest
from guiju.core.consultations import Draft, said
from guiju.core.documents.outputs.html import pieces
from guiju.web.access import PUBLIC, needs
from guiju.web.request import Request

METHODS = ["GET", "HEAD", "POST"]


@require_safe
@needs(PUBLIC)
def consultations(request: Request) -> HttpResponse:
    """What is open for comments, of all procedures."""
    context = {
        "found": open_consultations(request.viewer),
        "closed": closed_consultations(request.viewer),
    }
    return render(request, "development/consulting/list.html", context)


@require_safe
@needs(PUBLIC)
def consultation_page(request: Request, pk: int) -> HttpResponse:
    """The draft, with a way to comment at every clause."""
    found = consultation(request.viewer, pk)
    draft = _draft(found)
    context = {
        "found": found,
        "materials": published_materials(found.round),
        "pieces": pieces(draft.document) if draft else (),
        "counts": counts_of(found.round)
        if may_show_answers(found.round, request.viewer.today)
        or READ_REMARKS.allows(request.viewer, found.project)
        else None,
        "READ_REMARKS": READ_REMARKS,
        "READ_PUBLISHED_REMARKS": READ_PUBLISHED_REMARKS,
        "ANSWER_REMARKS": ANSWER_REMARKS,
    }
    return render(request, "development/consulting/consultation.html", context)


@require_http_methods(METHODS)
@needs(PUBLIC)
def comment(request: Request, pk: int) -> HttpResponse:
    """A comment on a clause (`?clause=`); a guest gets a mail first."""
    found = consultation(request.viewer, pk)
    if not found.is_open:
        raise NotOpenError((found.round.closed or found.round.last).isoformat())
    draft = _draft(found)
    clause = request.GET.get("clause", "")[:120]
    form = _form(request, draft, {"place": said(clause) if clause else ""})
    if form.is_bound and form.is_valid() and form.carried_out(lambda: _said(request, found, form)):
        told = (
            _("Your comment has number %(number)s.") % {"number": form.result.number}
            if request.viewer.signed_in
            else _("We have sent you a link. Your comment is handed in once you open it.")
        )
        messages.success(request, told)
        return redirect("development:consultation", pk)
    context = {
        "found": found,
        "form": form,
        "words": draft.words(clause) if draft and clause else "",
    }
    return render(request, "development/consulting/comment.html", context)


def _draft(found: Consultation) -> Draft | None:
    material = draft_material(found.round)
    return draft_of(material) if material else None


def _form(request: Request, draft: Draft | None, initial: dict[str, Any]) -> RemarkForm:
    data = request.POST if request.method == "POST" else None
    if not request.viewer.signed_in:
        return GuestRemarkForm(data, initial=initial, draft=draft)
    names = display_names(request.viewer.organisations(), request.viewer.today, language())
    choices = [(str(pk), str(name)) for pk, name in sorted(names.items())]
    return MemberRemarkForm(data, initial=initial, draft=draft, organisations=choices)


def _said(request: Request, found: Consultation, form: RemarkForm) -> Any:
    values = form.remark_values()
    if isinstance(form, MemberRemarkForm):
        given = form.cleaned_data
        chosen = given["organisation"]
        named = dict(form.fields["organisation"].choices)  # type: ignore[attr-defined]
        values |= {
            "organisation_id": int(chosen) if chosen else None,
            "unit": str(named[chosen])[:200] if chosen else "",
            "is_named": given["is_named"],
        }
        return add_remark(
            project=found.project, kind=found.round.kind, values=values, by=request.viewer
        )
    address = client_address(request)
    return ask_guest(round=found.round, values=values, address=address, by=request.viewer)


@require_http_methods(METHODS)
@needs(PUBLIC)
def verify(request: Request, token: str) -> HttpResponse:
    """What the link of a mail opens: the comment, to be confirmed."""
    row = unverified(token, request.viewer)
    if request.method != "POST":
        context = {"row": row, "values": row.values}
        page = render(request, "development/consulting/verify.html", context)
        page.headers["Referrer-Policy"] = "no-referrer"
        return page
    remark = verify_guest(token=token, by=request.viewer)
    messages.success(request, _("Your comment has number %(number)s.") % {"number": remark.number})
    return redirect(reverse("development:consultation", args=[row.round_id]))
