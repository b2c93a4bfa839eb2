"""What all pages share on which a system is changed: a form, one act, and back."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from guiju.apps.catalogue.models import StandardsSystem
from guiju.apps.catalogue.selectors.systems.values import title_of
from guiju.core.errors import InputError, StateError
from guiju.web.request import Request

form_page = require_http_methods(["GET", "HEAD", "POST"])


def given(request: Request) -> tuple[Any, ...]:
    """What was posted, as a form takes it."""
    return (request.POST,) if request.method == "POST" else ()


def handle(
    request: Request,
    form: forms.Form,
    act: Callable[[dict[str, Any]], Any],
    page: dict[str, Any],
    *,
    system: StandardsSystem | None,
) -> HttpResponse:
    """Show the form; when it is right, act and go back to `page["back"]`.

    A refusal by the service is said at the form. An act may answer with another address to go to.
    """
    if form.is_bound and form.is_valid():
        try:
            elsewhere = act(form.cleaned_data)
        except (InputError, StateError) as error:
            form.add_error(None, error.sentence.say(get_language() or "zh"))
        else:
            messages.success(request, _("The change was made and is in the journal."))
            return redirect(elsewhere or page["back"])
    title = title_of(system) if system else None
    context = {"form": form, "system": system, "title": title, **page}
    return render(request, "catalogue/system_form.html", context)
