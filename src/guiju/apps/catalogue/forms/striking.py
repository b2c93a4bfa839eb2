"""The form that strikes a relation, or puts it back."""

from django import forms
from django.utils.translation import gettext_lazy as _

from guiju.apps.accounts.forms.base import ServiceForm
from guiju.apps.catalogue.services.editing import NoReasonError


class StrikeForm(ServiceForm):
    """Why."""

    at = {NoReasonError: "reason"}

    reason = forms.CharField(
        label=_("Reason"),
        max_length=400,
        help_text=_("It goes into the journal; that of a struck relation stands beside it."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
