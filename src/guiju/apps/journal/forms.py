"""What an auditor looks for in the journal."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from guiju.apps.journal.models import Event


class FilterForm(forms.Form):
    """Every field may stay empty; what stands there must all hold."""

    use_required_attribute = False

    action = forms.CharField(label=_("Action begins with"), max_length=80, required=False)
    subject = forms.CharField(label=_("Subject begins with"), max_length=120, required=False)
    actor = forms.CharField(label=_("Actor"), max_length=150, required=False)
    since = forms.DateField(
        label=_("From"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )
    until = forms.DateField(
        label=_("Through"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )

    def narrowed(self, events: QuerySet[Event]) -> QuerySet[Event]:
        """The events that fit; a form with a mistake in it narrows by its right fields."""
        self.is_valid()
        given = {name: value for name, value in self.cleaned_data.items() if value}
        lookups = {
            "action": "action__startswith",
            "subject": "subject__startswith",
            "actor": "actor",
            "since": "at__date__gte",
            "until": "at__date__lte",
        }
        found: dict[str, Any] = {lookups[name]: value for name, value in given.items()}
        return events.filter(**found)
