"""A system itself: made, described, published, withdrawn, removed."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from guiju.apps.catalogue.forms.systems import editing as make
from guiju.apps.catalogue.rules import EDIT_SYSTEM
from guiju.apps.catalogue.selectors.systems.reading import system_to_change
from guiju.apps.catalogue.services.systems import systems as write
from guiju.apps.catalogue.views.systems.acting import form_page, given, handle
from guiju.web.access import needs
from guiju.web.request import Request


@form_page
@needs(EDIT_SYSTEM)
def create_system(request: Request) -> HttpResponse:
    def act(data: dict[str, Any]) -> str:
        keeper = write.keeper_for(request.viewer, data.pop("keeper"))
        made = write.create_system(keeper=keeper, by=request.viewer, **data)
        return reverse("catalogue:system_tree", args=[made.slug])

    page = {
        "heading": _("Make a standards system"),
        "about": _("Only the body that keeps it sees it until it is published."),
        "back": reverse("catalogue:systems"),
    }
    form = make.NewSystemForm(request.viewer, *given(request))
    return handle(request, form, act, page, system=None)


@form_page
@needs(EDIT_SYSTEM)
def edit_system(request: Request, slug: str) -> HttpResponse:
    system = system_to_change(request.viewer, slug)

    def act(data: dict[str, Any]) -> None:
        write.edit_system(system=system, by=request.viewer, **data)

    page = {
        "heading": _("Edit the standards system"),
        "back": reverse("catalogue:system", args=[slug]),
    }
    form = make.SystemForm(*given(request), system=system)
    return handle(request, form, act, page, system=system)


@form_page
@needs(EDIT_SYSTEM)
def publish_system(request: Request, slug: str) -> HttpResponse:
    system = system_to_change(request.viewer, slug)
    wanted = not system.is_public

    def act(data: dict[str, Any]) -> None:
        write.publish_system(system=system, is_public=wanted, by=request.viewer, **data)

    page = {
        "heading": _("Publish the standards system")
        if wanted
        else _("Withdraw the standards system from the public"),
        "about": _("Everybody will see it. What was public once can be withdrawn, not removed.")
        if wanted
        else _("Only the body that keeps it will see it."),
        "back": reverse("catalogue:system", args=[slug]),
    }
    return handle(request, make.ReasonForm(*given(request)), act, page, system=system)


@form_page
@needs(EDIT_SYSTEM)
def remove_system(request: Request, slug: str) -> HttpResponse:
    system = system_to_change(request.viewer, slug)

    def act(data: dict[str, Any]) -> str:
        write.remove_system(system=system, by=request.viewer, **data)
        return reverse("catalogue:systems")

    page = {
        "heading": _("Remove the standards system"),
        "about": _(
            "All its nodes and lines go with it. One that has been public cannot be removed."
        ),
        "back": reverse("catalogue:system", args=[slug]),
        "submit": _("Remove"),
    }
    return handle(request, make.ReasonForm(*given(request)), act, page, system=system)
