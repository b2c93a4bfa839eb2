"""Signing in, passwords and codes."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from guiju.apps.accounts.errors import CodeError, SamePasswordError, WrongPasswordError
from guiju.apps.accounts.forms.base import ServiceForm
from guiju.apps.accounts.passwords import PolicyValidator

CURRENT = {"autocomplete": "current-password"}
NEW = {"autocomplete": "new-password"}
CODE = {"autocomplete": "one-time-code", "inputmode": "numeric"}
LONGEST_PASSWORD = 4096


class SignInForm(ServiceForm):
    """User name and password."""

    username = forms.CharField(
        label=_("User name"),
        max_length=150,
        widget=forms.TextInput({"autocomplete": "username", "autocapitalize": "none"}),
    )
    password = forms.CharField(
        label=_("Password"),
        max_length=LONGEST_PASSWORD,
        strip=False,
        widget=forms.PasswordInput(CURRENT),
    )


class CodeForm(ServiceForm):
    """A one-time code."""

    at = {CodeError: "code"}

    code = forms.CharField(
        label=_("Code from the authenticator"),
        max_length=12,
        help_text=_("Six digits; each code is accepted once."),
        widget=forms.TextInput(CODE),
    )


class PasswordForm(ServiceForm):
    """The present password and the new one, twice."""

    at = {WrongPasswordError: "old", SamePasswordError: "new", ValidationError: "new"}

    old = forms.CharField(
        label=_("Present password"),
        max_length=LONGEST_PASSWORD,
        strip=False,
        widget=forms.PasswordInput(CURRENT),
    )
    new = forms.CharField(
        label=_("New password"),
        max_length=LONGEST_PASSWORD,
        strip=False,
        widget=forms.PasswordInput(NEW),
    )
    again = forms.CharField(
        label=_("New password again"),
        max_length=LONGEST_PASSWORD,
        strip=False,
        widget=forms.PasswordInput(NEW),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["new"].help_text = PolicyValidator().get_help_text()

    def clean_again(self) -> str:
        again: str = self.cleaned_data["again"]
        if again != self.cleaned_data.get("new"):
            raise ValidationError(_("The two new passwords differ."))
        return again


class OwnPasswordForm(ServiceForm):
    """The password again, before something important."""

    at = {WrongPasswordError: "password"}

    password = forms.CharField(
        label=_("Your password"),
        max_length=LONGEST_PASSWORD,
        strip=False,
        widget=forms.PasswordInput(CURRENT),
    )
