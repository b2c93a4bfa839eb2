"""Committees changed (委员会的办理): proposed, scope, state, liaisons."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from guiju.apps.accounts.views.parts import form_page
from guiju.apps.development.forms.committees import (
    LiaisonForm,
    NewForm,
    RegisterForm,
    ScopeForm,
    StateForm,
)
from guiju.apps.development.models import CommitteeLiaison
from guiju.apps.development.rules.committees import (
    EDIT_COMMITTEE,
    PROPOSE_COMMITTEE,
    RULE_COMMITTEE,
)
from guiju.apps.development.selectors.committees import by_key, committee
from guiju.apps.development.services import committees as services
from guiju.apps.development.views.committees import context_of
from guiju.web.access import needs
from guiju.web.request import Request

METHODS = ["GET", "HEAD", "POST"]
FORM = "development/committees/form.html"


@require_http_methods(METHODS)
@needs(PROPOSE_COMMITTEE)
def propose(request: Request) -> HttpResponse:
    """A committee that is to be set up."""
    form = NewForm(request.POST or None)
    return form_page(
        request,
        form,
        lambda _values: services.propose_committee(values=form.values, by=request.viewer),
        template=FORM,
        context={"heading": _("Propose a committee"), "back": reverse("development:committees")},
        done=lambda: reverse("development:committee", args=[form.result.pk]),
        told=_("The committee is proposed. Its setting up goes on by the procedure."),
    )


@require_http_methods(METHODS)
@needs(PROPOSE_COMMITTEE)
def register(request: Request) -> HttpResponse:
    """A committee that stands already; the service takes it from the authority only."""
    form = RegisterForm(request.POST or None)
    return form_page(
        request,
        form,
        lambda _values: services.register_committee(values=form.bodies(), by=request.viewer),
        template=FORM,
        context={"heading": _("Register a committee"), "back": reverse("development:committees")},
        done=lambda: reverse("development:committee", args=[form.result.pk]),
        told=_("The committee is registered."),
    )


@require_http_methods(METHODS)
@needs(EDIT_COMMITTEE)
def edit(request: Request, pk: int) -> HttpResponse:
    """Names, scope and classes."""
    one = committee(request.viewer, pk)
    EDIT_COMMITTEE.check(request.viewer, one)
    names = ("name_zh", "name_en", "scope_zh", "scope_en")
    first = {name: getattr(one, name) for name in names}
    first |= {"ics": " ".join(one.ics), "ccs": " ".join(one.ccs)}
    form = ScopeForm(request.POST or None, initial=first)
    return form_page(
        request,
        form,
        lambda _values: services.change_scope(committee=one, values=form.values, by=request.viewer),
        told=_("The committee is changed."),
        **_page(request, pk, _("Names and scope")),
    )


@require_http_methods(METHODS)
@needs(RULE_COMMITTEE)
def state(request: Request, pk: int) -> HttpResponse:
    """A state that was reached outside this platform."""
    one = committee(request.viewer, pk)
    RULE_COMMITTEE.check(request.viewer, one)
    form = StateForm(request.POST or None, committee=one)
    return form_page(
        request,
        form,
        lambda values: services.change_state(committee=one, by=request.viewer, **values),
        told=_("The new state is recorded."),
        **_page(request, pk, _("Record a state")),
    )


@require_http_methods(METHODS)
@needs(EDIT_COMMITTEE)
def add(request: Request, pk: int) -> HttpResponse:
    """A liaison with another committee."""
    one = committee(request.viewer, pk)
    EDIT_COMMITTEE.check(request.viewer, one)
    form = LiaisonForm(request.POST or None)

    def act(values: dict[str, Any]) -> CommitteeLiaison:
        key, _kind = services.read_key(values["other"])
        other = by_key(request.viewer, key)
        return services.add_liaison(
            committee=one, other=other, matter=values["matter"], by=request.viewer
        )

    return form_page(
        request,
        form,
        act,
        told=_("The liaison is recorded."),
        **_page(request, pk, _("Add a liaison")),
    )


@require_POST
@needs(EDIT_COMMITTEE)
def end(request: Request, pk: int, row: int) -> HttpResponse:
    """A liaison ends today."""
    found = get_object_or_404(CommitteeLiaison, pk=row, committee=pk)
    services.end_liaison(liaison=found, by=request.viewer)
    return redirect("development:committee", pk)


def _page(request: Request, pk: int, heading: str) -> dict[str, Any]:
    """The rest of what `form_page` takes."""
    back = reverse("development:committee", args=[pk])
    one = committee(request.viewer, pk)
    context = {**context_of(request, one), "heading": heading, "back": back}
    return {"template": FORM, "context": context, "done": lambda: back}
