"""The boxes of a system: added, named, moved, removed."""

import re
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from guiju.apps.catalogue.forms.systems import editing as make
from guiju.apps.catalogue.models import StandardsSystem, SystemNode
from guiju.apps.catalogue.rules import EDIT_SYSTEM
from guiju.apps.catalogue.selectors.systems.reading import (
    node_in,
    system_on,
    system_to_change,
)
from guiju.apps.catalogue.services.systems import nodes as write
from guiju.apps.catalogue.views.systems.acting import form_page, given, handle
from guiju.web.access import needs
from guiju.web.request import Request

_ID = re.compile(r"[0-9]{1,18}", re.ASCII)


def asked_node(request: Request) -> int | None:
    """The box that the address names for a start: `?node=…`."""
    asked = request.GET.get("node", "")
    return int(asked) if _ID.fullmatch(asked) else None


def _tree(system: StandardsSystem) -> str:
    return reverse("catalogue:system_tree", args=[system.slug])


def _above(system: StandardsSystem, pk: int | None) -> SystemNode | None:
    return node_in(system, pk) if pk else None


@form_page
@needs(EDIT_SYSTEM)
def add_node(request: Request, slug: str) -> HttpResponse:
    system = system_to_change(request.viewer, slug)

    def act(data: dict[str, Any]) -> None:
        parent = _above(system, data.pop("parent"))
        write.add_node(system=system, parent=parent, by=request.viewer, **data)

    boxes = system_on(request.viewer, slug).boxes
    form = make.NewNodeForm(boxes, *given(request), initial={"parent": asked_node(request)})
    page = {"heading": _("Add a node"), "back": _tree(system)}
    return handle(request, form, act, page, system=system)


@form_page
@needs(EDIT_SYSTEM)
def edit_node(request: Request, slug: str, pk: int) -> HttpResponse:
    system = system_to_change(request.viewer, slug)
    node = node_in(system, pk)

    def act(data: dict[str, Any]) -> None:
        write.edit_node(node=node, by=request.viewer, **data)

    form = make.NodeNameForm(*given(request), node=node)
    page = {"heading": _("Rename a node"), "node": node, "back": _tree(system)}
    return handle(request, form, act, page, system=system)


@form_page
@needs(EDIT_SYSTEM)
def move_node(request: Request, slug: str, pk: int) -> HttpResponse:
    system = system_to_change(request.viewer, slug)
    node = node_in(system, pk)

    def act(data: dict[str, Any]) -> None:
        parent = _above(system, data["parent"])
        write.move_node(node=node, parent=parent, code=data["code"], by=request.viewer)

    boxes = system_on(request.viewer, slug).boxes
    form = make.PlaceForm(boxes, *given(request), node=node)
    page = {
        "heading": _("Move a node"),
        "about": _("All below it moves with it; codes that begin with its code follow it."),
        "node": node,
        "back": _tree(system),
    }
    return handle(request, form, act, page, system=system)


@form_page
@needs(EDIT_SYSTEM)
def remove_node(request: Request, slug: str, pk: int) -> HttpResponse:
    system = system_to_change(request.viewer, slug)
    node = node_in(system, pk)

    def act(data: dict[str, Any]) -> None:
        write.remove_node(node=node, by=request.viewer, **data)

    page = {
        "heading": _("Remove a node"),
        "about": _("In a public system only an empty node can be removed.")
        if system.is_public
        else _("All below it is removed with it, lines too."),
        "node": node,
        "back": _tree(system),
        "submit": _("Remove"),
    }
    return handle(request, make.ReasonForm(*given(request)), act, page, system=system)
