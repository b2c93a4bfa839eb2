"""Signing in and out."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from guiju.apps.accounts.forms.sign_in import CodeForm, SignInForm
from guiju.apps.accounts.models import User
from guiju.apps.accounts.selectors.sign_in import locked_until, minutes_until
from guiju.apps.accounts.services import sign_in as service
from guiju.web.access import PUBLIC, needs
from guiju.web.request import Request

NEXT = "next"


def _next(request: Request) -> str:
    """Where to go afterwards: only addresses of this host."""
    wanted = request.POST.get(NEXT) or request.GET.get(NEXT, "")
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if safe else ""


def _arrive(request: Request, wanted: str) -> HttpResponse:
    user = request.user
    if service.must_change_password(user):
        messages.info(request, _("Choose a password of your own before you go on."))
        return redirect("accounts:password")
    if isinstance(user, User) and service.password_is_old(user):
        messages.warning(request, _("Your password is old. Change it under “My account”."))
    return redirect(wanted or reverse("web:home"))


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
@needs(PUBLIC)
def sign_in(request: Request) -> HttpResponse:
    wanted = _next(request)
    if request.viewer.signed_in:
        return redirect(wanted or reverse("web:home"))
    form = SignInForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and form.carried_out(
        lambda: service.first_step(request=request, **form.cleaned_data)
    ):
        if form.result:
            return _arrive(request, wanted)
        request.session[NEXT] = wanted
        return redirect("accounts:second_step")
    return render(request, "accounts/sign_in.html", {"form": form, "next": wanted})


@never_cache
@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
@needs(PUBLIC)
def second_step(request: Request) -> HttpResponse:
    service.half_signed_in(request)
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and form.carried_out(
        lambda: service.second_step(request=request, code=form.cleaned_data["code"])
    ):
        return _arrive(request, request.session.pop(NEXT, ""))
    return render(request, "accounts/second_step.html", {"form": form})


@require_POST
@needs(PUBLIC)
def sign_out(request: Request) -> HttpResponse:
    service.sign_out(request=request)
    messages.success(request, _("You are signed out."))
    return redirect("web:home")


def locked_out(
    request: Request,
    response: HttpResponse | None = None,
    credentials: dict[str, Any] | None = None,
) -> HttpResponse:
    """The page of a lock-out: how long it lasts. The same for names that exist and that do not."""
    address = getattr(request, "axes_ip_address", None)
    end = locked_until((credentials or {}).get("username", ""), address)
    context = {"until": end, "minutes": minutes_until(end)}
    return render(request, "accounts/locked_out.html", context, status=429)
