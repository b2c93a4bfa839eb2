"""The forms of the workspace: a step, a material, a participant, an extension, an interest."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from guiju.apps.accounts.forms.base import DateInput, ServiceForm
from guiju.apps.development.selectors.workspace import AskedFact
from guiju.apps.development.selectors.workspace_people import SIDES, NobodyFoundError
from guiju.apps.development.services.errors import NothingHandedInError, UnreadableTextError
from guiju.core.errors import Bilingual

_LONGEST_NOTE = 2000


def fact_field(one: AskedFact) -> forms.Field:
    """A choice of its values, or a day."""
    words = get_language() or "zh-hans"
    label = one.fact.title.say(words)
    if not one.fact.is_day:
        values = [(key, title.say(words)) for key, title in one.fact.values.items()]
        return forms.ChoiceField(label=label, choices=[("", "—"), *values])
    told = _("Not before %(day)s.") % {"day": one.first} if one.first else ""
    return forms.DateField(label=label, help_text=told, widget=DateInput())


def fact_values(asks: Iterable[str], said: dict[str, Any]) -> dict[str, str]:
    """The facts as the engine takes them."""
    return {key: str(said[f"fact_{key}"]) for key in asks}


class StepForm(ServiceForm):
    """The facts that a step asks for, and a note; `seen` is the number of steps that were shown."""

    seen = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)
    note = forms.CharField(
        label=_("Note"),
        help_text=_("It stands in the history of the project."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=_LONGEST_NOTE,
        required=False,
    )

    def __init__(self, *args: Any, asked: Iterable[AskedFact], **more: Any) -> None:
        super().__init__(*args, **more)
        self.asks = []
        for one in asked:
            self.fields[f"fact_{one.fact.id}"] = fact_field(one)
            self.asks.append(one.fact.id)
        self.order_fields([f"fact_{one}" for one in self.asks])

    @property
    def facts(self) -> dict[str, str]:
        return fact_values(self.asks, self.cleaned_data)


class HandInForm(ServiceForm):
    """A file for a material."""

    at = {NothingHandedInError: "file", UnreadableTextError: "file"}

    file = forms.FileField(label=_("File"), max_length=200)
    note = forms.CharField(label=_("What is new in it"), max_length=300, required=False)


class PartyForm(ServiceForm):
    """Somebody who is to take part."""

    at = {NobodyFoundError: "who"}

    role = forms.ChoiceField(label=_("Role"))
    who = forms.CharField(label=_("User name, or full name of an organisation"), max_length=200)
    organisation = forms.CharField(
        label=_("Organisation of this person"), max_length=200, required=False
    )
    side = forms.ChoiceField(label=_("Side"), choices=[("", "—"), *SIDES.items()], required=False)

    def __init__(self, *args: Any, roles: dict[str, Bilingual], **more: Any) -> None:
        super().__init__(*args, **more)
        field = cast(forms.ChoiceField, self.fields["role"])
        words = get_language() or "zh-hans"
        field.choices = [(key, title.say(words)) for key, title in roles.items()]


class ReasonForm(ServiceForm):
    """An act that needs a reason."""

    reason = forms.CharField(
        label=_("Reason"), widget=forms.Textarea(attrs={"rows": 3}), max_length=_LONGEST_NOTE
    )


class ExtendForm(ReasonForm):
    """More time for a duty."""

    count = forms.IntegerField(label=_("How much longer"), min_value=1, max_value=10_000)

    def __init__(self, *args: Any, unit: str, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["count"].label = _("How much longer (%(unit)s)") % {"unit": unit}
        self.order_fields(["count", "reason"])


class CompareForm(forms.Form):
    """Which two drafts are compared."""

    use_required_attribute = False

    old = forms.ChoiceField(label=_("From"))
    new = forms.ChoiceField(label=_("To"))

    def __init__(self, *args: Any, drafts: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        for field in self.fields.values():
            cast(forms.ChoiceField, field).choices = drafts
