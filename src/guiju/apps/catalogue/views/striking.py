"""Striking a relation that another source states, and putting it back."""

from collections.abc import Callable

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from guiju.apps.accounts.views.parts import form_page
from guiju.apps.catalogue.address import slug_of
from guiju.apps.catalogue.forms.striking import StrikeForm
from guiju.apps.catalogue.models import Edition
from guiju.apps.catalogue.rules import EDIT_RECORDS
from guiju.apps.catalogue.selectors.standard.arrows import Arrow, arrow_of
from guiju.apps.catalogue.services.striking import Pointed, restore_relation, strike_relation
from guiju.apps.catalogue.views.standards import edition_of
from guiju.web.access import needs
from guiju.web.request import Request
from guiju.web.searching import read_query

METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(METHODS)
@needs(EDIT_RECORDS)
def strike(request: Request, number: str) -> HttpResponse:
    """Say that there is no such relation, with the reason."""
    edition, arrow = _asked(request, number)
    told = _("The relation is struck; it stays visible as such.")
    return _page(request, edition, arrow, strike_relation, told, is_back=False)


@require_http_methods(METHODS)
@needs(EDIT_RECORDS)
def restore(request: Request, number: str) -> HttpResponse:
    """Take that back."""
    edition, arrow = _asked(request, number)
    told = _("The relation counts again.")
    return _page(request, edition, arrow, restore_relation, told, is_back=True)


def _asked(request: Request, number: str) -> tuple[Edition, Arrow]:
    """The relation in `?type=&direction=&other=`, as the page of the standard shows it."""
    edition = edition_of(request, number)
    kind, other = (read_query(request.GET.get(name, "")).text for name in ("type", "other"))
    outgoing = request.GET.get("direction") != "in"
    return edition, arrow_of(request.viewer, edition, kind, other, outgoing=outgoing)


def _page(
    request: Request,
    edition: Edition,
    arrow: Arrow,
    act: Callable[..., Edition],
    told: str,
    *,
    is_back: bool,
) -> HttpResponse:
    pointed = Pointed(edition, arrow.type, arrow.outgoing, arrow.other.key)
    return form_page(
        request,
        StrikeForm(request.POST or None),
        lambda values: act(relation=pointed, reason=values["reason"], by=request.viewer),
        template="catalogue/strike.html",
        context={"edition": edition, "row": arrow, "is_back": is_back},
        done=lambda: reverse("catalogue:standard", args=[slug_of(edition.key)]),
        told=told,
    )
