"""Keeping texts (文本管理): versions, adding, publishing, withdrawing."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from guiju.apps.accounts.views.parts import form_page
from guiju.apps.catalogue.views.standards import edition_of
from guiju.apps.library.forms.texts import AddForm, WithdrawForm
from guiju.apps.library.rules import READ_TEXT, WRITE_TEXT
from guiju.apps.library.selectors.texts import text_by_id, texts_with_doubts
from guiju.apps.library.services.texts import add_text, publish_text, withdraw_text
from guiju.apps.library.views.asking import address_of
from guiju.web.access import needs
from guiju.web.request import Request

METHODS = ["GET", "HEAD", "POST"]


@require_safe
@needs(READ_TEXT)
def versions(request: Request, number: str) -> HttpResponse:
    """All versions that the viewer may see, with what the reader was unsure of."""
    edition = edition_of(request, number)
    context = {
        "edition": edition,
        "texts": texts_with_doubts(request.viewer, edition),
        "WRITE": WRITE_TEXT,
    }
    return render(request, "library/versions.html", context)


@require_http_methods(METHODS)
@needs(WRITE_TEXT)
def add(request: Request, number: str) -> HttpResponse:
    """A file becomes a draft."""
    edition = edition_of(request, number)
    given: Any = (request.POST, request.FILES) if request.method == "POST" else ()
    form = AddForm(*given)
    return form_page(
        request,
        form,
        lambda _values: add_text(edition=edition, by=request.viewer, **form.values()),
        template="library/add.html",
        context={"edition": edition},
        done=lambda: address_of("versions", edition),
        told=_("The text was read. Look at what the reader was unsure of, then publish it."),
    )


@require_POST
@needs(WRITE_TEXT)
def publish(request: Request, pk: int) -> HttpResponse:
    """All may read it from now on."""
    text = publish_text(text=text_by_id(request.viewer, pk), by=request.viewer)
    messages.success(request, _("The text is published."))
    return redirect(address_of("versions", text.edition))


@require_http_methods(METHODS)
@needs(WRITE_TEXT)
def withdraw(request: Request, pk: int) -> HttpResponse:
    """Take it back, with the reason."""
    text = text_by_id(request.viewer, pk)
    return form_page(
        request,
        WithdrawForm(request.POST or None),
        lambda values: withdraw_text(text=text, reason=values["reason"], by=request.viewer),
        template="library/withdraw.html",
        context={"text": text, "edition": text.edition},
        done=lambda: address_of("versions", text.edition),
        told=_("The text is withdrawn; only cataloguers read it now."),
    )
