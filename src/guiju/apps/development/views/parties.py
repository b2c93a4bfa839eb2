"""Participants of a project (参与方): added, ended; an interest declared in a ballot (回避)."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from guiju.apps.accounts.views.parts import language
from guiju.apps.development.forms.steps import PartyForm, ReasonForm
from guiju.apps.development.rules.projects import LEAD_PROJECT, WORK_IN_PROJECT
from guiju.apps.development.selectors.workspace import Opened
from guiju.apps.development.selectors.workspace_people import (
    NobodyFoundError,
    body_called,
    own_electors,
    party_of,
    role_title,
    roles_to_give,
    somebody,
    taking_part,
)
from guiju.apps.development.services.parties import add_party, end_party
from guiju.apps.development.services.voting import stand_aside
from guiju.apps.development.views.steps import METHODS, context_of, opened_here, sent
from guiju.web.access import needs
from guiju.web.request import Request


@require_http_methods(METHODS)
@needs(WORK_IN_PROJECT)
def parties(request: Request, pk: int) -> HttpResponse:
    """Who takes part, and the form by which somebody is added."""
    opened = opened_here(request, pk)
    form = PartyForm(sent(request)[0], roles=roles_to_give(opened))
    if form.is_bound:
        LEAD_PROJECT.check(request.viewer, opened.project)
        if form.is_valid() and form.carried_out(lambda: _add(opened, form.cleaned_data)):
            messages.success(request, _("The participant is added."))
            return redirect("development:parties", pk)
    context = context_of(
        opened,
        "parties",
        form=form,
        people=taking_part(opened, language(), also_past="past" in request.GET),
        also_past="past" in request.GET,
        LEAD=LEAD_PROJECT,
    )
    return render(request, "development/projects/parties.html", context)


def _add(opened: Opened, said: dict[str, Any]) -> Any:
    on = opened.viewer.today
    user, organisation = somebody(said["who"], on)
    if user is not None and said["organisation"]:
        organisation = body_called(said["organisation"], on)
        if organisation is None:
            raise NobodyFoundError(said["organisation"][:80])
    return add_party(
        project=opened.project,
        role=said["role"],
        user=user,
        organisation=organisation,
        side=said["side"],
        by=opened.viewer,
    )


@require_http_methods(METHODS)
@needs(LEAD_PROJECT)
def leave(request: Request, pk: int, party: int) -> HttpResponse:
    """Somebody takes part no longer, with the reason."""
    opened = opened_here(request, pk)
    LEAD_PROJECT.check(request.viewer, opened.project)
    row = party_of(opened, party)
    if row is None:
        raise Http404(str(party))
    form = ReasonForm(sent(request)[0])
    if form.is_bound and form.is_valid():
        reason = form.cleaned_data["reason"]
        if form.carried_out(lambda: end_party(party=row, reason=reason, by=request.viewer)):
            messages.success(request, _("The participant has left the project."))
            return redirect("development:parties", pk)
    context = context_of(opened, "parties", form=form, role=role_title(opened, row.role))
    return render(request, "development/projects/leave.html", context)


@require_http_methods(METHODS)
@needs(WORK_IN_PROJECT)
def interest(request: Request, pk: int, kind: str) -> HttpResponse:
    """A voter with an interest stands aside: counted neither with a vote nor in the quorum."""
    opened = opened_here(request, pk)
    elector = next((one for one in own_electors(opened) if one.ballot.kind == kind), None)
    if elector is None:
        raise Http404(kind)
    form = ReasonForm(sent(request)[0])
    if form.is_bound and form.is_valid():
        reason = form.cleaned_data["reason"]
        if form.carried_out(
            lambda: stand_aside(
                project=opened.project, kind=kind, elector=elector, reason=reason, by=request.viewer
            )
        ):
            messages.success(request, _("You stand aside in this ballot."))
            return redirect("development:workspace", pk)
    context = context_of(
        opened, "work", form=form, ballot=opened.procedure.ballots[kind], elector=elector
    )
    return render(request, "development/projects/interest.html", context)
