"""Organisations and their names."""

from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from guiju.apps.accounts.errors import (
    NameTakenError,
    ParentCircleError,
    RenameDateError,
    SlugTakenError,
    UsccTakenError,
)
from guiju.apps.accounts.forms.base import DateInput, ServiceForm
from guiju.apps.accounts.models import Organisation
from guiju.core.codes.uscc import UsccCharacterError, UsccCheckError, UsccLengthError

Choices = list[tuple[str, str]]
USCC_ERRORS: dict[type[Exception], str] = {
    UsccTakenError: "uscc",
    UsccLengthError: "uscc",
    UsccCharacterError: "uscc",
    UsccCheckError: "uscc",
}
REGION = RegexValidator(r"^\d{6}$", _("A GB/T 2260 code has six digits."))


class NameForm(ServiceForm):
    """A name from a day on."""

    at = {NameTakenError: "zh", RenameDateError: "since"}

    zh = forms.CharField(label=_("Full name"), max_length=120)
    short_zh = forms.CharField(label=_("Short name"), max_length=60)
    en = forms.CharField(label=_("English name"), max_length=200, required=False)
    since = forms.DateField(label=_("From"), widget=DateInput())


class FactsForm(ServiceForm):
    """What is not a name."""

    at = {**USCC_ERRORS, ParentCircleError: "parent"}

    kind = forms.ChoiceField(label=_("Kind"), choices=Organisation.Kind.choices)
    uscc = forms.CharField(
        label=_("Unified social credit code"), max_length=40, required=False, help_text="GB 32100"
    )
    region = forms.CharField(
        label=_("Region"), max_length=6, required=False, validators=[REGION], help_text="GB/T 2260"
    )
    parent = forms.ChoiceField(label=_("Higher body"), required=False)

    def __init__(self, *args: Any, organisations: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"].choices = [("", "—"), *organisations]  # type: ignore[attr-defined]


class OrganisationForm(FactsForm, NameForm):
    """A new organisation with its first name."""

    at = {
        **USCC_ERRORS,
        SlugTakenError: "slug",
        NameTakenError: "zh",
    }

    slug = forms.SlugField(
        label=_("Identifier"),
        max_length=60,
        help_text=_("Stands in addresses: lower-case letters, digits and hyphens."),
        validators=[RegexValidator(r"^[a-z0-9-]+$", _("Lower-case letters, digits and hyphens."))],
    )
    field_order = ("zh", "short_zh", "en", "since", "slug", "kind", "uscc", "region", "parent")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["since"].required = False


class AliasForm(ServiceForm):
    """Another way of writing."""

    at = {NameTakenError: "text"}

    text = forms.CharField(label=_("Another way of writing it"), max_length=120)


class SuccessionForm(ServiceForm):
    """To whom duties passed, when and why."""

    successor = forms.ChoiceField(label=_("Successor"))
    on = forms.DateField(label=_("On"), widget=DateInput())
    is_whole = forms.BooleanField(label=_("All duties passed"), required=False, initial=True)
    basis = forms.CharField(label=_("Basis"), max_length=200)

    def __init__(self, *args: Any, organisations: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["successor"].choices = organisations  # type: ignore[attr-defined]
