"""The members of a committee changed (委员调整): seats, lists from files, who missed votes."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from guiju.apps.accounts.views.parts import form_page
from guiju.apps.development.forms.committees import ConfirmForm, EndForm, ListForm, SeatForm
from guiju.apps.development.models import Committee, CommitteeSeat
from guiju.apps.development.rules.committees import EDIT_COMMITTEE
from guiju.apps.development.selectors.committees import committee
from guiju.apps.development.selectors.committees_work import missing_voters
from guiju.apps.development.services import committees_seats as services
from guiju.apps.development.services.committees_import import import_members, preview, read_list
from guiju.apps.development.views.committees import context_of
from guiju.apps.development.views.committees_editing import FORM, METHODS
from guiju.web.access import needs
from guiju.web.request import Request


@require_http_methods(METHODS)
@needs(EDIT_COMMITTEE)
def add(request: Request, pk: int) -> HttpResponse:
    """A seat for somebody."""
    one = _asked(request, pk)
    form = SeatForm(request.POST or None, initial={"since": request.viewer.today})

    def act(values: dict[str, Any]) -> CommitteeSeat:
        return services.add_seat(
            committee=one, seating=form.seating(), since=values["since"], by=request.viewer
        )

    return form_page(
        request, form, act, told=_("The seat is recorded."), **_page(request, one, _("Add a seat"))
    )


@require_http_methods(METHODS)
@needs(EDIT_COMMITTEE)
def end(request: Request, pk: int, seat: int) -> HttpResponse:
    """A seat ends."""
    one = _asked(request, pk)
    found = get_object_or_404(CommitteeSeat, pk=seat, committee=one)
    services.rule_for(found.office).check(request.viewer, one)
    form = EndForm(request.POST or None, initial={"until": request.viewer.today})
    return form_page(
        request,
        form,
        lambda values: services.end_seat(seat=found, by=request.viewer, **values),
        told=_("The end of the seat is recorded."),
        **_page(request, one, _("End the seat of %(name)s") % {"name": found.person.name}),
    )


@require_http_methods(METHODS)
@needs(EDIT_COMMITTEE)
def take_list(request: Request, pk: int) -> HttpResponse:
    """A list of members from a file: what was read, with problems by row. Nothing is stored."""
    one = _asked(request, pk)
    form = ListForm(
        request.POST or None, request.FILES or None, initial={"since": request.viewer.today}
    )
    context = _page(request, one, _("Take a list of members"))["context"]
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        file = given["file"]
        read = form.carried_out(
            lambda: read_list(data=file.read(), name=file.name, on=given["since"])
        )
        if read:
            return _preview(request, context, form.result, given["since"], given["renews"])
    return render(request, FORM, {**context, "form": form})


@require_POST
@needs(EDIT_COMMITTEE)
def confirm(request: Request, pk: int) -> HttpResponse:
    """Take the rows that were shown."""
    one = _asked(request, pk)
    form = ConfirmForm(request.POST)
    if form.is_valid():
        given = form.cleaned_data
        if form.carried_out(lambda: import_members(committee=one, by=request.viewer, **given)):
            messages.success(request, _("The members are recorded."))
            return redirect("development:committee", pk)
    context = _page(request, one, _("Take a list of members"))["context"]
    again = ListForm(initial={"since": request.viewer.today})
    return render(request, FORM, {**context, "form": again, "refused": form})


@require_safe
@needs(EDIT_COMMITTEE)
def missing(request: Request, pk: int) -> HttpResponse:
    """Members whose last votes were missed without a reason."""
    one = _asked(request, pk)
    context = {**context_of(request, one), "rows": missing_voters(one, request.viewer.today)}
    return render(request, "development/committees/missing.html", context)


def _preview(
    request: Request, context: dict[str, Any], rows: list[dict[str, str]], since: date, renews: bool
) -> HttpResponse:
    lines = preview(rows, since)
    shown = {
        **context,
        "lines": lines,
        "wrong": sum(bool(one.problems) for one in lines),
        "form": ConfirmForm(initial={"rows": rows, "since": since, "renews": renews}),
        "renews": renews,
    }
    return render(request, "development/committees/preview.html", shown)


def _asked(request: Request, pk: int) -> Committee:
    one = committee(request.viewer, pk)
    EDIT_COMMITTEE.check(request.viewer, one)
    return one


def _page(request: Request, one: Committee, heading: str) -> dict[str, Any]:
    """The rest of what `form_page` takes."""
    back = reverse("development:committee", args=[one.pk])
    context = {**context_of(request, one), "heading": heading, "back": back}
    return {"template": FORM, "context": context, "done": lambda: back}
