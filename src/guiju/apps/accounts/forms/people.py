"""Users, seats, delegations and tokens."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from guiju.apps.accounts.errors import (
    DelegateToSelfError,
    EndBeforeStartError,
    EndDateError,
    InactiveError,
    SeatHeldError,
    SeparationError,
    UsernameError,
    UsernameTakenError,
)
from guiju.apps.accounts.forms.base import DateInput, ServiceForm
from guiju.apps.accounts.models import Seat, User
from guiju.apps.accounts.selectors.people import open_account
from guiju.apps.accounts.services.people import fold_username
from guiju.web.viewer import Viewer


class PersonForm(ServiceForm):
    """Who a user is."""

    name = forms.CharField(label=pgettext_lazy("person", "Name"), max_length=80)
    title = forms.CharField(label=_("Position"), max_length=80, required=False)
    email = forms.EmailField(label=_("E-mail"), max_length=254, required=False)
    phone = forms.CharField(label=_("Telephone"), max_length=40, required=False)


class UserForm(PersonForm):
    """A new user."""

    at = {UsernameError: "username", UsernameTakenError: "username"}

    username = forms.CharField(
        label=_("User name"),
        max_length=60,
        help_text=_("3 to 60 letters, digits, dots, hyphens or underscores."),
        widget=forms.TextInput({"autocapitalize": "none"}),
    )
    field_order = ("username", "name", "title", "email", "phone")


class ReasonForm(ServiceForm):
    """Why it is done; the journal keeps it."""

    reason = forms.CharField(
        label=_("Reason"), max_length=200, help_text=_("Stands in the journal. No personal data.")
    )


class SeatForm(ReasonForm):
    """A role in an organisation from one day to another."""

    at = {
        SeparationError: "role",
        SeatHeldError: "role",
        EndBeforeStartError: "until",
        InactiveError: "role",
    }

    role = forms.ChoiceField(label=_("Role"), choices=Seat.Role.choices)
    organisation = forms.ChoiceField(label=_("Organisation"))
    since = forms.DateField(label=_("From"), widget=DateInput())
    until = forms.DateField(
        label=_("Until"),
        required=False,
        widget=DateInput(),
        help_text=_("The first day on which it no longer counts. Empty: without end."),
    )
    field_order = ("role", "organisation", "since", "until", "reason")

    def __init__(self, *args: Any, organisations: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].choices = organisations  # type: ignore[attr-defined]


class DelegationForm(ServiceForm):
    """To whom, until when, and why."""

    at = {EndDateError: "until", DelegateToSelfError: "to", SeparationError: "to"}

    to = forms.CharField(label=_("User name of your deputy"), max_length=60)
    until = forms.DateField(
        label=_("Until"),
        widget=DateInput(),
        help_text=_("The first day on which the delegation no longer counts."),
    )
    reason = forms.CharField(label=_("Reason"), max_length=200)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.viewer = viewer

    def clean_to(self) -> User:
        found = open_account(self.viewer, fold_username(self.cleaned_data["to"]))
        if found is None:
            raise ValidationError(_("There is no open account of this name."))
        return found


class TokenForm(ServiceForm):
    """What the token is for, and until when it works."""

    at = {EndDateError: "until"}

    name = forms.CharField(label=_("What the token is for"), max_length=80)
    until = forms.DateField(
        label=_("Until"),
        widget=DateInput(),
        help_text=_("The first day on which the token no longer works."),
    )
