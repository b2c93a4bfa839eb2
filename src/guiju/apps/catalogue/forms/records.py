"""The form of a cataloguer's own statement (著录编辑): what is left empty, others may say."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from guiju.apps.accounts.forms.base import ServiceForm
from guiju.apps.catalogue.selectors.standard.fields import HIDDEN_ROLES
from guiju.apps.catalogue.services import record_checks as check
from guiju.apps.catalogue.services.editing import NoReasonError
from guiju.core.codes import ccs, ics
from guiju.core.codes.words import words
from guiju.core.errors import InputError
from guiju.core.records.model import Record
from guiju.core.records.written import as_iso

Choices = list[tuple[str, str]]
TITLES = ("zh", "en", "fr")
DATES = ("issued", "effective", "withdrawn")
PLAIN = ("announcement", "plan_number")
_SEPARATOR = re.compile(r"[,;，；、\n]+")
_DAY = _("2003, 2003-06 or 2003-06-05")


def say_error(error: InputError) -> str:
    return error.sentence.say(get_language() or "zh")


def chosen(kind: str) -> Choices:
    language = get_language() or "zh"
    return [("", "—"), *((value, name.say(language)) for value, name in words(kind).items())]


def read_at(form: forms.Form, field: str, read: Callable[[Any], Any], value: Any) -> Any:
    """The value in its one form; a refusal stands at the field."""
    try:
        return read(value)
    except InputError as error:
        form.add_error(field, say_error(error))
        return value


class RecordForm(ServiceForm):
    """All fields of a statement but its rows."""

    at = {NoReasonError: "reason"}

    number = forms.CharField(
        label=_("Number"), max_length=200, help_text=_("As on the cover, with the year.")
    )
    title_zh = forms.CharField(label=_("Chinese title"), max_length=500, required=False)
    title_en = forms.CharField(label=_("Title in English"), max_length=500, required=False)
    title_fr = forms.CharField(label=_("French title"), max_length=500, required=False)
    issued = forms.CharField(
        label=_("Date of issue"), max_length=20, required=False, help_text=_DAY
    )
    effective = forms.CharField(
        label=_("In effect from"), max_length=20, required=False, help_text=_DAY
    )
    withdrawn = forms.CharField(
        label=_("Withdrawn on"), max_length=20, required=False, help_text=_DAY
    )
    announcement = forms.CharField(label=_("Announcement"), max_length=200, required=False)
    plan_number = forms.CharField(label=_("Plan number"), max_length=60, required=False)
    level = forms.ChoiceField(label=_("Level"), choices=lambda: chosen("level"), required=False)
    nature = forms.ChoiceField(label=_("Nature"), choices=lambda: chosen("nature"), required=False)
    kind = forms.ChoiceField(
        label=_("Category of standard"), choices=lambda: chosen("kind"), required=False
    )
    function = forms.ChoiceField(
        label=_("Function"), choices=lambda: chosen("function"), required=False
    )
    ics = forms.CharField(
        label="ICS", max_length=200, required=False, help_text=_("Several codes: commas between.")
    )
    ccs = forms.CharField(
        label="CCS", max_length=200, required=False, help_text=_("Several codes: commas between.")
    )
    committees = forms.CharField(
        label=_("Committees"),
        max_length=400,
        required=False,
        help_text=_("By number, such as SAC/TC 286; commas between."),
    )
    reason = forms.CharField(
        label=_("Reason for the change"),
        max_length=500,
        help_text=_("It goes into the journal."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, others: dict[str, str], is_new: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["number"].disabled = not is_new
        for name, text in others.items():
            if name in self.fields:
                said = _("Other sources: %(text)s") % {"text": text}
                hint = self.fields[name].help_text
                self.fields[name].help_text = f"{hint} · {said}" if hint else said

    def clean_number(self) -> str:
        value: str = self.cleaned_data["number"]
        if self.fields["number"].disabled:
            return value
        return str(read_at(self, "number", check.own_number, value))

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        for name in DATES:
            values[name] = read_at(self, name, as_iso, values.get(name, ""))
        for name, read in (("ics", ics.parse), ("ccs", ccs.parse), ("committees", check.committee)):
            parts = [
                part.strip() for part in _SEPARATOR.split(values.get(name, "")) if part.strip()
            ]
            values[name] = tuple(read_at(self, name, read, part) for part in parts)
        return values

    def record(self, base: Record, roles: Iterable[Any], relations: Iterable[Any]) -> Record:
        """The statement: the form's fields in place of the old ones, what has no field kept."""
        values = self.cleaned_data
        titles = {**base.titles, **{name: values[f"title_{name}"] for name in TITLES}}
        kept = tuple(one for one in base.roles if one.role in HIDDEN_ROLES)
        denied = tuple(one for one in base.relations if one.denied)  # these have pages of their own
        return replace(
            base,
            number=values["number"],
            titles={name: text for name, text in titles.items() if text},
            **{
                name: values[name]
                for name in (*DATES, *PLAIN, *check.WORDS, "ics", "ccs", "committees")
            },
            roles=(*(one for form in roles if (one := form.value)), *kept),
            relations=(*(one for form in relations if (one := form.value)), *denied),
        )


def initial_of(record: Record) -> dict[str, Any]:
    """The fields of the form as the statement has them."""
    return {
        "number": record.number,
        **{f"title_{name}": record.titles.get(name, "") for name in TITLES},
        **{name: getattr(record, name) for name in (*DATES, *PLAIN, *check.WORDS)},
        **{name: ", ".join(getattr(record, name)) for name in ("ics", "ccs", "committees")},
    }


class WithdrawForm(ServiceForm):
    """Why a statement is taken back."""

    at = {NoReasonError: "reason"}

    reason = forms.CharField(
        label=_("Reason for the change"),
        max_length=500,
        help_text=_("It goes into the journal."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
