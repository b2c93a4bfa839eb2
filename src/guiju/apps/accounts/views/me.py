"""My account: seats, delegations, password, second step, tokens, notices."""

from typing import Any

import segno
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from guiju.apps.accounts.forms.people import DelegationForm, TokenForm
from guiju.apps.accounts.forms.sign_in import CodeForm, OwnPasswordForm, PasswordForm
from guiju.apps.accounts.rules import DELEGATE, END_DELEGATION
from guiju.apps.accounts.selectors import people as select
from guiju.apps.accounts.services import seats, sign_in, tokens, totp
from guiju.apps.accounts.views.parts import OwnRequest, form_page, language
from guiju.web.access import SIGNED_IN, needs

PENDING_SECRET = "totp_pending"  # noqa: S105  the name of a session key


@require_safe
@needs(SIGNED_IN)
def me(request: OwnRequest) -> HttpResponse:
    context = {
        "person": request.user.person,
        "user": request.user,
        "seats": select.seats_of(request.viewer, request.user, language()),
        "delegations": select.delegations(request.viewer, language()),
        "DELEGATE": DELEGATE,
        "END_DELEGATION": END_DELEGATION,
    }
    return render(request, "accounts/me.html", context)


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@needs(SIGNED_IN)
def password(request: OwnRequest) -> HttpResponse:
    def change(values: dict[str, Any]) -> None:
        sign_in.change_password(
            user=request.user, old=values["old"], new=values["new"], by=request.viewer
        )
        update_session_auth_hash(request, request.user)  # other sessions end, this one goes on
        messages.success(request, _("Your password is changed."))

    form = PasswordForm(request.POST if request.method == "POST" else None)
    return form_page(
        request,
        form,
        change,
        template="accounts/password.html",
        context={"first": sign_in.must_change_password(request.user)},
        done=lambda: reverse("accounts:me"),
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@needs(SIGNED_IN)
def second_factor(request: OwnRequest) -> HttpResponse:
    """Begin with POST (a secret is made), then prove to have it by a code."""
    if request.user.totp_secret:
        return redirect("accounts:me")
    if request.method == "POST" and "code" not in request.POST:
        request.session[PENDING_SECRET] = totp.new_secret()
        return redirect("accounts:second_factor")
    secret = request.session.get(PENDING_SECRET, "")
    if not secret:
        return render(request, "accounts/second_factor_begin.html")
    uri = totp.provisioning_uri(secret, request.user.username)
    form = CodeForm(request.POST if request.method == "POST" else None)

    def turn_on(values: dict[str, Any]) -> None:
        totp.turn_on_totp(user=request.user, secret=secret, code=values["code"], by=request.viewer)
        del request.session[PENDING_SECRET]
        messages.success(request, _("The second step is on."))

    return form_page(
        request,
        form,
        turn_on,
        template="accounts/second_factor.html",
        context={"secret": secret, "image": segno.make(uri).svg_data_uri(scale=5, light="white")},
        done=lambda: reverse("accounts:me"),
    )


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@needs(SIGNED_IN)
def second_factor_off(request: OwnRequest) -> HttpResponse:
    def turn_off(values: dict[str, Any]) -> None:
        totp.turn_off_totp(user=request.user, password=values["password"], by=request.viewer)
        messages.success(request, _("The second step is off."))

    form = OwnPasswordForm(request.POST if request.method == "POST" else None)
    return form_page(
        request,
        form,
        turn_off,
        template="accounts/second_factor_off.html",
        context={},
        done=lambda: reverse("accounts:me"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(DELEGATE)
def delegation(request: OwnRequest, pk: int) -> HttpResponse:
    """Lend the seat `pk`."""
    seat = select.seat_by_id(request.viewer, pk)
    DELEGATE.check(request.viewer, seat)
    form = DelegationForm(request.POST if request.method == "POST" else None, viewer=request.viewer)
    return form_page(
        request,
        form,
        lambda values: seats.delegate(seat=seat, by=request.viewer, **values),
        template="accounts/delegation.html",
        context={"seat": select.held([seat], request.viewer.today, language())[0]},
        done=lambda: reverse("accounts:me"),
        told=_("The seat is lent; the journal has noted it."),
    )


@require_POST
@needs(END_DELEGATION)
def end_delegation(request: OwnRequest, pk: int) -> HttpResponse:
    seats.end_delegation(delegation=select.delegation_by_id(request.viewer, pk), by=request.viewer)
    messages.success(request, _("The delegation has ended."))
    return redirect("accounts:me")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@needs(SIGNED_IN)
def token_list(request: OwnRequest) -> HttpResponse:
    """The tokens, and the form for a new one.

    A new token is shown in the answer to the form itself and not after a redirect: it would
    have to be stored to survive one, and it is stored nowhere.
    """
    form = TokenForm(request.POST if request.method == "POST" else None)
    made = ""
    if form.is_valid() and form.carried_out(
        lambda: tokens.create_token(by=request.viewer, **form.cleaned_data)
    ):
        made = form.result[1]
        form = TokenForm()
    context = {"tokens": select.tokens(request.viewer), "form": form, "made": made}
    return render(request, "accounts/tokens.html", context)


@require_POST
@needs(SIGNED_IN)
def revoke_token(request: OwnRequest, pk: int) -> HttpResponse:
    tokens.revoke_token(token=select.own(select.tokens(request.viewer), pk), by=request.viewer)
    messages.success(request, _("The token works no more."))
    return redirect("accounts:tokens")
