"""The lines of the detail table: added, changed, removed."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from guiju.apps.catalogue.forms.systems import editing as make
from guiju.apps.catalogue.models import StandardsSystem
from guiju.apps.catalogue.rules import EDIT_SYSTEM
from guiju.apps.catalogue.selectors.systems.reading import (
    entry_in,
    node_in,
    system_on,
    system_to_change,
)
from guiju.apps.catalogue.services.systems import entries as write
from guiju.apps.catalogue.views.systems.acting import form_page, given, handle
from guiju.apps.catalogue.views.systems.nodes import asked_node
from guiju.web.access import needs
from guiju.web.request import Request


def _table(system: StandardsSystem, node: int) -> str:
    return reverse("catalogue:system_table", args=[system.slug]) + f"?node={node}"


@form_page
@needs(EDIT_SYSTEM)
def add_entry(request: Request, slug: str) -> HttpResponse:
    system = system_to_change(request.viewer, slug)

    def act(data: dict[str, Any]) -> str:
        node = node_in(system, data.pop("node"))
        write.add_entry(node=node, by=request.viewer, **data)
        return _table(system, node.pk)

    boxes = system_on(request.viewer, slug).boxes
    form = make.EntryForm(boxes, *given(request), node=asked_node(request))
    page = {
        "heading": _("Add a line"),
        "about": _(
            "A line without a number is a gap: a standard that is needed and does not exist yet."
        ),
        "back": reverse("catalogue:system_table", args=[slug]),
    }
    return handle(request, form, act, page, system=system)


@form_page
@needs(EDIT_SYSTEM)
def edit_entry(request: Request, slug: str, pk: int) -> HttpResponse:
    system = system_to_change(request.viewer, slug)
    entry = entry_in(system, pk)

    def act(data: dict[str, Any]) -> str:
        node = node_in(system, data.pop("node"))
        write.edit_entry(entry=entry, node=node, by=request.viewer, **data)
        return _table(system, node.pk)

    boxes = system_on(request.viewer, slug).boxes
    form = make.EntryForm(boxes, *given(request), entry=entry)
    page = {
        "heading": _("Change a line"),
        "back": _table(system, entry.node_id),
        "remove": reverse("catalogue:remove_entry", args=[slug, pk]),
    }
    return handle(request, form, act, page, system=system)


@form_page
@needs(EDIT_SYSTEM)
def remove_entry(request: Request, slug: str, pk: int) -> HttpResponse:
    system = system_to_change(request.viewer, slug)
    entry = entry_in(system, pk)

    def act(data: dict[str, Any]) -> None:
        write.remove_entry(entry=entry, by=request.viewer, **data)

    page = {
        "heading": _("Remove a line"),
        "quote": " ".join(filter(None, (entry.node.code, entry.number, entry.title_zh))),
        "back": _table(system, entry.node_id),
        "submit": _("Remove"),
    }
    return handle(request, make.ReasonForm(*given(request)), act, page, system=system)
