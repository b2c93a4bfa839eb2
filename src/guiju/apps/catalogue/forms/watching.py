"""Forms of watch lists and saved searches."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from guiju.apps.accounts.forms.base import ServiceForm
from guiju.apps.catalogue.models import WatchList
from guiju.apps.catalogue.selectors.pasted import TooLongError
from guiju.apps.catalogue.services.naming import LONGEST, BadNameError, NameTakenError


class NameForm(ServiceForm):
    """What a list or a search is called."""

    at = {BadNameError: "name", NameTakenError: "name"}
    name = forms.CharField(label=_("Name"), max_length=LONGEST)


class SaveSearchForm(NameForm):
    """A search to keep; its query string comes from the search page."""

    query = forms.CharField(widget=forms.HiddenInput, max_length=4000)


class PasteForm(ServiceForm):
    """Text with numbers in it."""

    at = {TooLongError: "text"}
    text = forms.CharField(
        label=_("Numbers"),
        help_text=_("One a line, or any text that names standards, such as a list of references."),
        widget=forms.Textarea(attrs={"rows": 8}),
        strip=False,
    )


class WatchForm(ServiceForm):
    """Which lists have a standard, and the name of a new list."""

    at = {BadNameError: "name", NameTakenError: "name"}
    lists = forms.TypedMultipleChoiceField(
        label=_("Lists with this standard"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    name = forms.CharField(label=_("New list"), max_length=LONGEST, required=False)

    def __init__(self, *args: Any, lists: Iterable[WatchList], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(one.pk, one.name) for one in lists]
        if choices:
            field: Any = self.fields["lists"]
            field.choices = choices
        else:
            del self.fields["lists"]
