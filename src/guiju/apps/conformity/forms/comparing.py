"""Forms of comparing limits and of sampling plans."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from guiju.apps.accounts.forms.base import DateInput, ServiceForm
from guiju.apps.conformity.services.judgement_errors import BothGivenError, NothingGivenError
from guiju.core.errors import Bilingual
from guiju.core.provisions.against.indicators import NoIndicatorsError
from guiju.core.provisions.model import RuleSet
from guiju.core.sampling.tables import STATE_WORDS, scheme

_MOST_PASTED = 200_000


def _said(text: Bilingual) -> str:
    return text.say(get_language() or "zh")


class _AgainstForm(ServiceForm):
    def __init__(self, offered: Sequence[RuleSet], *args: Any) -> None:
        super().__init__(*args)
        choices = [(one.standard, f"{one.standard} {_said(one.title)}") for one in offered]
        for name in ("a", "b"):
            if name in self.fields:
                cast(forms.ChoiceField, self.fields[name]).choices = choices


class AgainstForm(_AgainstForm):
    """Two standards side by side."""

    a = forms.ChoiceField(label=_("First standard"))
    b = forms.ChoiceField(label=_("Second standard"))
    on = forms.DateField(
        label=_("On the day"),
        required=False,
        widget=DateInput(),
        help_text=_("Of limits that come into force in phases."),
    )


class OwnForm(_AgainstForm):
    """Indicators of a product or an enterprise against a standard."""

    at = {NothingGivenError: "file", BothGivenError: "pasted", NoIndicatorsError: "pasted"}

    b = forms.ChoiceField(label=_("Standard"))
    file = forms.FileField(
        label=_("File"),
        required=False,
        max_length=255,
        allow_empty_file=True,
        help_text=_("CSV or XLSX with the columns item, limit and maybe unit."),
    )
    pasted = forms.CharField(
        label=_("or some lines"),
        required=False,
        max_length=_MOST_PASTED,
        strip=False,
        help_text=_("For example: item,limit,unit and below it 总磷,≤0.05,mg/L"),
        widget=forms.Textarea(attrs={"rows": 5, "spellcheck": "false"}),
    )


class SamplingForm(ServiceForm):
    """A lot and how strictly it is inspected."""

    lot = forms.IntegerField(label=_("Lot size"), min_value=1, max_value=10**9)
    level = forms.ChoiceField(label=_("Inspection level"))
    aql = forms.ChoiceField(label=_("AQL"))
    state = forms.ChoiceField(label=_("Inspection"))
    counted = forms.ChoiceField(
        label=_("Counted"),
        choices=[
            ("percent", _("nonconforming items, in percent")),
            ("per_100", _("nonconformities of 100 items")),
        ],
    )

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        known = scheme()
        choices: dict[str, list[tuple[str, str]]] = {
            "level": [(one, one) for one in known.levels],
            "aql": [(str(one), str(one)) for one in known.limits],
            "state": [(state, _said(words)) for state, words in STATE_WORDS.items()],
        }
        for name, values in choices.items():
            cast(forms.ChoiceField, self.fields[name]).choices = values
