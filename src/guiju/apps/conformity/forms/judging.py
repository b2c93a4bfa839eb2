"""Forms of judging: what is to be judged by what, what the columns mean, which rows are shown."""

from collections.abc import Sequence
from typing import Any, NamedTuple, cast

from django import forms
from django.forms import BoundField
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from guiju.apps.accounts.forms.base import DateInput, ServiceForm
from guiju.apps.conformity.forms.judging_days import NO_DAYS, SERIES, Days, day_fields
from guiju.apps.conformity.selectors.judged_tables import Column, untold_of
from guiju.apps.conformity.services.judgement_errors import (
    BothGivenError,
    NoRulesError,
    NothingGivenError,
)
from guiju.core.errors import Bilingual
from guiju.core.numbers import NumberError
from guiju.core.provisions.model import Attribute, RuleSet
from guiju.core.provisions.tables.settings import TARGET

KINDS = ".csv,.tsv,.txt,.xlsx,.parquet,.jsonl,.ndjson,.json"
_MOST_PASTED = 200_000
_HEADS = 9


def _said(text: Bilingual) -> str:
    return text.say(get_language() or "zh")


class DataForm(ServiceForm):
    """A standard and a table."""

    at = {
        NothingGivenError: "file",
        BothGivenError: "pasted",
        NoRulesError: "number",
        NumberError: "number",
    }

    standard = forms.ChoiceField(label=_("Standard"), required=False)
    number = forms.CharField(
        label=_("or its number"),
        required=False,
        max_length=120,
        help_text=_("Without a year: the edition in force on the day of the samples."),
        widget=forms.TextInput(attrs={"placeholder": "GB 3838"}),
    )
    on = forms.DateField(
        label=_("Day of the samples"),
        required=False,
        widget=DateInput(),
        help_text=_(
            "It decides which edition and which limits hold for all rows. If left empty: the day of each row where a column holds it, else today."
        ),
    )
    file = forms.FileField(
        label=_("File"),
        required=False,
        max_length=255,
        allow_empty_file=True,
        help_text=_(
            "CSV, XLSX, Parquet, JSON lines or a JSON array; heads such as “总磷(mg/L)”. One row a sample, or one "
            "line an item (item, unit, result)."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": KINDS}),
    )
    pasted = forms.CharField(
        label=_("or some lines"),
        required=False,
        max_length=_MOST_PASTED,
        strip=False,
        help_text=_("Copied from a spreadsheet; the heads are the first line."),
        widget=forms.Textarea(attrs={"rows": 5, "spellcheck": "false"}),
    )

    def __init__(self, offered: Sequence[RuleSet], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(one.standard, f"{one.standard} {_said(one.title)}") for one in offered]
        cast(forms.ChoiceField, self.fields["standard"]).choices = [("", "—"), *choices]

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        if not (found.get("standard") or (found.get("number") or "").strip()):
            self.add_error("standard", _("Choose a standard, or give its number."))
        return found

    @property
    def asked(self) -> str:
        """The number of the standard; what was typed wins."""
        return str(self.cleaned_data["number"].strip() or self.cleaned_data["standard"])


class LayoutForm(forms.Form):
    """Where the heads stand."""

    head = forms.TypedChoiceField(
        label=_("The heads stand in line"),
        coerce=int,
        choices=[(at, str(at)) for at in range(1, _HEADS + 1)],
    )
    units = forms.BooleanField(label=_("the line below them states the units"), required=False)


class Row(NamedTuple):
    """A column with its two fields."""

    column: Column
    of: BoundField
    unit: BoundField


class MapForm(ServiceForm):
    """What each column holds and in which unit, and what holds for all rows."""

    def __init__(
        self,
        columns: Sequence[Column],
        rules: RuleSet,
        settings: dict[str, str],
        *args: Any,
        days: Days = NO_DAYS,
    ) -> None:
        super().__init__(*args)
        self.days = days
        self.columns = columns
        self.rules = rules
        choices = _meanings(rules)
        for at, one in enumerate(columns):
            self.fields[f"of-{at}"] = forms.ChoiceField(
                label=_("Taken for"), choices=choices, required=False, initial=one.of
            )
            self.fields[f"unit-{at}"] = forms.CharField(
                label=_("Unit"),
                required=False,
                max_length=40,
                initial=one.unit,
                widget=forms.TextInput(attrs={"placeholder": _unit_of(one.of, rules), "size": 8}),
            )
        for name in untold_of(columns, rules):
            attribute = rules.attributes[name]
            self.fields[f"set-{name}"] = _setting(attribute, settings.get(name, ""))
        if rules.ladders:
            levels = [(one, one) for one in rules.ladders[0].levels]
            self.fields["target"] = forms.ChoiceField(
                label=_("Grade that has to be reached"),
                required=False,
                choices=[("", _("any grade")), *levels],
                initial=settings.get(TARGET, ""),
            )
        self.fields.update(day_fields(days, [one.name for one in columns]))

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        if not found.get("time") and any(found.get(one) for one in ("hour", "group", "group2")):
            self.add_error("time", _("Choose the column of times, or leave out hours and groups."))
        return found

    @property
    def rows(self) -> list[Row]:
        return [
            Row(one, self[f"of-{at}"], self[f"unit-{at}"]) for at, one in enumerate(self.columns)
        ]

    @property
    def for_all(self) -> list[BoundField]:
        """What holds for all rows."""
        return [self[name] for name in self.fields if name.startswith("set-") or name == TARGET]

    @property
    def of_days(self) -> list[BoundField]:
        """Which column holds the days."""
        return [self["dates"]] if "dates" in self.fields else []

    @property
    def of_series(self) -> list[BoundField]:
        """What makes the table a time series."""
        return [self[name] for name in SERIES if name in self.fields]

    @property
    def is_series(self) -> bool:
        return bool(self.of_series and self["time"].value())

    def dating(self) -> dict[str, Any]:
        """What was said of days and times."""
        said = self.cleaned_data
        found: dict[str, Any] = {"dates": "" if said.get("time") else said.get("dates", "")}
        time = [said[one] for one in ("time", "hour") if said.get(one)]
        by = [said[one] for one in ("group", "group2") if said.get(one)]
        return {
            **found,
            "time": list(dict.fromkeys(time)),
            "by": list(dict.fromkeys(by)),
            "per": said.get("per", ""),
            "stamp": said.get("stamp") or "end",
        }

    def chosen(self) -> list[Column]:
        """The columns as they were chosen."""
        return [
            Column(
                one.name,
                one.values,
                self.cleaned_data[f"of-{at}"],
                self.cleaned_data[f"unit-{at}"].strip(),
            )
            for at, one in enumerate(self.columns)
        ]

    def settings(self) -> dict[str, str]:
        """What holds for all rows where no column tells it."""
        told = {one.of for one in self.chosen()}
        names = [name for name in self.rules.attributes if name not in told]
        found = {name: self.cleaned_data.get(f"set-{name}", "") for name in names}
        found[TARGET] = self.cleaned_data.get("target", "")
        return {name: value for name, value in found.items() if value}


class ShownForm(forms.Form):
    """Which rows are shown; the values stand in the address."""

    verdict = forms.ChoiceField(label=_("Verdict"), required=False)
    grade = forms.ChoiceField(label=_("Grade"), required=False)
    limiting = forms.ChoiceField(label=_("Limiting"), required=False)
    rules_verdict = forms.ChoiceField(label=_("Other rules"), required=False)
    rules_limiting = forms.ChoiceField(label=_("Limiting by other rules"), required=False)
    edition = forms.ChoiceField(label=_("Edition"), required=False)

    def __init__(self, given: Any, choices: dict[str, list[tuple[str, str]]]) -> None:
        super().__init__(given)
        for name in list(self.fields):
            if choices.get(name):
                field = cast(forms.ChoiceField, self.fields[name])
                field.choices = [("", _("all")), *choices[name]]
            else:
                del self.fields[name]

    @property
    def narrow(self) -> dict[str, str]:
        """The values that narrow; a wrong one narrows nothing."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


def _meanings(rules: RuleSet) -> list[Any]:
    return [
        ("", _("not used")),
        (
            _("Characteristics"),
            [(name, _said(one.name)) for name, one in rules.characteristics.items()],
        ),
        *(
            [
                (
                    _("What decides which limits apply"),
                    [(name, _said(one.name)) for name, one in rules.attributes.items()],
                )
            ]
            if rules.attributes
            else []
        ),
    ]


def _unit_of(name: str, rules: RuleSet) -> str:
    thing = rules.characteristics.get(name) or rules.attributes.get(name)
    return thing.unit if thing else ""


def _setting(attribute: Attribute, initial: str) -> forms.Field:
    label = _said(attribute.name)
    if not attribute.values:
        label += f" ({attribute.unit})" if attribute.unit else ""
        return forms.CharField(
            label=label, required=False, max_length=40, initial=initial or attribute.default
        )
    choices = [
        (value, words[0] if words and not (get_language() or "").startswith("en") else value)
        for value, words in attribute.values.items()
    ]
    return forms.ChoiceField(
        label=label,
        required=False,
        choices=[("", _("not told")), *choices],
        initial=initial or attribute.default,
    )
