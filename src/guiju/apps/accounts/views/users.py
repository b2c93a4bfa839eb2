"""Users and their seats, for the system and the security administrator."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from guiju.apps.accounts.forms.people import PersonForm, ReasonForm, SeatForm, UserForm
from guiju.apps.accounts.models import User
from guiju.apps.accounts.rules import GRANT_SEATS, MANAGE_USERS, READ_USERS
from guiju.apps.accounts.selectors import people as select
from guiju.apps.accounts.selectors.register import choices, organisation_by_slug
from guiju.apps.accounts.services import people, seats, totp
from guiju.apps.accounts.views.parts import form_page, language, page_asked
from guiju.web.access import Rule, needs
from guiju.web.request import Request
from guiju.web.searching import read_query


def _data(request: Request) -> Any:
    return request.POST if request.method == "POST" else None


@require_safe
@needs(READ_USERS)
def users(request: Request) -> HttpResponse:
    text = read_query(request.GET.get("q", "")).text
    page = page_asked(request, select.users(request.viewer, text))
    context = {
        "page": page,
        "rows": select.shown_users(request.viewer, page.object_list, language()),
        "text": text,
        "MANAGE": MANAGE_USERS,
    }
    return render(request, "accounts/users.html", context)


@require_safe
@needs(READ_USERS)
def user(request: Request, pk: int) -> HttpResponse:
    one = select.user_by_id(request.viewer, pk)
    context = {
        "shown": select.shown_users(request.viewer, [one], language())[0],
        "delegations": select.delegations(request.viewer, language(), one),
        "MANAGE": MANAGE_USERS,
        "GRANT": GRANT_SEATS,
    }
    return render(request, "accounts/user.html", context)


def _secret_page(request: Request, one: User, password: str) -> HttpResponse:
    """The password stands in this answer only: to survive a redirect it would have to be stored."""
    return render(request, "accounts/password_once.html", {"one": one, "password": password})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@needs(MANAGE_USERS)
def new_user(request: Request) -> HttpResponse:
    form = UserForm(_data(request))
    if form.is_valid() and form.carried_out(
        lambda: people.create_user(by=request.viewer, **form.cleaned_data)
    ):
        return _secret_page(request, *form.result)
    context = {"form": form, "title": _("New user"), "submit": _("Create")}
    return render(request, "accounts/user_form.html", context)


@never_cache
@require_POST
@needs(MANAGE_USERS)
def reset_password(request: Request, pk: int) -> HttpResponse:
    one = select.user_by_id(request.viewer, pk)
    return _secret_page(request, one, people.reset_password(user=one, by=request.viewer))


def _about(
    request: Request, pk: int, form: Any, act: Any, rule: Rule | None, title: Any, submit: Any
) -> HttpResponse:
    """The page of one act about one user, refused at once where the rule refuses."""
    one = select.user_by_id(request.viewer, pk)
    if rule is not None:
        rule.check(request.viewer, one)
    return form_page(
        request,
        form,
        lambda values: act(user=one, by=request.viewer, **values),
        template="accounts/user_form.html",
        context={"one": one, "title": title, "submit": submit},
        done=lambda: reverse("accounts:user", args=[pk]),
        told=_("The change is made and stands in the journal."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(MANAGE_USERS)
def edit_person(request: Request, pk: int) -> HttpResponse:
    person = select.user_by_id(request.viewer, pk).person
    initial = {name: getattr(person, name) for name in ("name", "title", "email", "phone")}
    return _about(
        request,
        pk,
        PersonForm(_data(request), initial=initial),
        people.edit_person,
        None,
        gettext_lazy("Correct the personal details"),
        gettext_lazy("Save"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(MANAGE_USERS)
def deactivate_user(request: Request, pk: int) -> HttpResponse:
    return _about(
        request,
        pk,
        ReasonForm(_data(request)),
        people.deactivate_user,
        MANAGE_USERS,
        gettext_lazy("Close the account"),
        gettext_lazy("Close the account"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(MANAGE_USERS)
def activate_user(request: Request, pk: int) -> HttpResponse:
    return _about(
        request,
        pk,
        ReasonForm(_data(request)),
        people.activate_user,
        MANAGE_USERS,
        gettext_lazy("Open the account again"),
        gettext_lazy("Open the account again"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(GRANT_SEATS)
def remove_second_factor(request: Request, pk: int) -> HttpResponse:
    return _about(
        request,
        pk,
        ReasonForm(_data(request)),
        totp.remove_totp,
        GRANT_SEATS,
        gettext_lazy("Remove the second step"),
        gettext_lazy("Remove the second step"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(GRANT_SEATS)
def new_seat(request: Request, pk: int) -> HttpResponse:
    today = request.viewer.today

    def grant(*, organisation: str, **values: Any) -> Any:
        return seats.grant_seat(organisation=organisation_by_slug(organisation), **values)

    form = SeatForm(
        _data(request), initial={"since": today}, organisations=choices(today, language())
    )
    return _about(
        request,
        pk,
        form,
        grant,
        GRANT_SEATS,
        gettext_lazy("Grant a seat"),
        gettext_lazy("Grant"),
    )


@require_POST
@needs(GRANT_SEATS)
def end_seat(request: Request, pk: int) -> HttpResponse:
    seat = select.seat_by_id(request.viewer, pk)
    seats.end_seat(seat=seat, by=request.viewer)
    messages.success(request, _("The seat has ended."))
    return redirect("accounts:user", pk=seat.user_id)
