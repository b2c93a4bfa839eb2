"""The forms of committees: the filter, the facts, the scope, states, seats, lists, liaisons."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from guiju.apps.accounts.forms.base import DateInput, ServiceForm
from guiju.apps.accounts.models import Organisation
from guiju.apps.accounts.selectors.organisations import resolve
from guiju.apps.development.models import Committee, CommitteeSeat
from guiju.apps.development.selectors.committees import Narrow
from guiju.apps.development.services.committees_errors import (
    CommitteeThereError,
    LiaisonError,
    NoParentError,
    NoReasonGivenError,
    NotACommitteeError,
    SeatDaysError,
    UnknownPersonError,
    UnknownUnitError,
)
from guiju.apps.development.services.committees_seats import Seating
from guiju.core.committees.files import moves

_ANY = ("", pgettext_lazy("no filter", "Any"))
_NOT_SAID = ("", _("not recorded"))
_KINDS = [row for row in Committee.Kind.choices if row[0] != Committee.Kind.EXPERTS]


class FilterForm(forms.Form):
    """Which committees are listed."""

    use_required_attribute = False

    q = forms.CharField(label=_("Number or name"), max_length=100, required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=[_ANY, *_KINDS], required=False)
    state = forms.ChoiceField(
        label=_("State"), choices=[_ANY, *Committee.State.choices], required=False
    )
    ics = forms.RegexField(label=_("ICS"), regex=r"^[0-9.]{1,10}$", required=False)

    @property
    def narrow(self) -> Narrow:
        """Wrong values narrow nothing."""
        self.is_valid()
        return Narrow(**{name: self.cleaned_data.get(name) or "" for name in self.fields})


class ScopeForm(ServiceForm):
    """Names, scope and classes."""

    name_zh = forms.CharField(label=_("Name in Chinese"), max_length=200)
    name_en = forms.CharField(label=_("Name in English"), max_length=300, required=False)
    scope_zh = forms.CharField(
        label=_("Scope in Chinese"), max_length=2000, required=False, widget=forms.Textarea
    )
    scope_en = forms.CharField(
        label=_("Scope in English"), max_length=2000, required=False, widget=forms.Textarea
    )
    ics = forms.CharField(
        label=_("ICS"), max_length=300, required=False, help_text=_("Codes with spaces between.")
    )
    ccs = forms.CharField(
        label=_("CCS"), max_length=300, required=False, help_text=_("Codes with spaces between.")
    )

    @property
    def values(self) -> dict[str, Any]:
        given = dict(self.cleaned_data)
        return given | {name: given[name].split() for name in ("ics", "ccs")}


class NewForm(ScopeForm):
    """A committee that is proposed."""

    at: ClassVar[dict[type[Exception], str]] = {
        NotACommitteeError: "key",
        CommitteeThereError: "key",
        NoParentError: "key",
    }
    key = forms.CharField(label=_("Number"), max_length=80, help_text=_("Such as SAC/TC 286/SC 1."))
    field_order = ("key",)


class RegisterForm(NewForm):
    """A committee that stands already."""

    at: ClassVar[dict[type[Exception], str]] = NewForm.at | {UnknownUnitError: "secretariat"}
    established = forms.DateField(label=_("Established"), widget=DateInput())
    secretariat = forms.CharField(label=_("Secretariat"), max_length=120, required=False)
    authority = forms.CharField(label=_("Guiding body"), max_length=120, required=False)

    def bodies(self) -> dict[str, Any]:
        """The values with the bodies found by name. Raises UnknownUnitError."""
        given = self.values
        for name in ("secretariat", "authority"):
            unit = given.pop(name)
            found = resolve([unit], given["established"])[unit] if unit else None
            if unit and found is None:
                raise UnknownUnitError(unit)
            given[name] = found
        return given


class StateForm(ServiceForm):
    """A state that the authority records."""

    at: ClassVar[dict[type[Exception], str]] = {NoReasonGivenError: "reason"}
    state = forms.ChoiceField(label=_("New state"))
    reason = forms.CharField(
        label=_("Ground"), max_length=200, help_text=_("Such as the number of the announcement.")
    )

    def __init__(self, *args: Any, committee: Committee, **more: Any) -> None:
        super().__init__(*args, **more)
        labels = dict(Committee.State.choices)
        self.fields["state"].choices = [(one, labels[one]) for one in moves(committee.state)]  # type: ignore[attr-defined]


class SeatForm(ServiceForm):
    """A seat for somebody, by account or by name."""

    at: ClassVar[dict[type[Exception], str]] = {
        UnknownPersonError: "name",
        UnknownUnitError: "unit",
    }
    name = forms.CharField(label=_("Full name"), max_length=80, required=False)
    username = forms.CharField(
        label=_("Account"),
        max_length=60,
        required=False,
        help_text=_("Instead of the name; who has one votes here."),
    )
    unit = forms.CharField(label=_("Employer"), max_length=120)
    office = forms.ChoiceField(
        label=_("Office"), choices=CommitteeSeat.Office.choices, initial="member"
    )
    side = forms.ChoiceField(
        label=_("Side"), choices=[_NOT_SAID, *CommitteeSeat.Side.choices], required=False
    )
    title = forms.CharField(label=_("Professional title"), max_length=80, required=False)
    is_small_firm = forms.BooleanField(label=_("Speaks for small firms"), required=False)
    since = forms.DateField(label=_("From"), widget=DateInput())

    def seating(self) -> Seating:
        """Raises UnknownUnitError."""
        given = dict(self.cleaned_data)
        since, unit = given.pop("since"), given.pop("unit")
        found: Organisation | None = resolve([unit], since)[unit]
        if found is None:
            raise UnknownUnitError(unit)
        return Seating(organisation=found, **given)


class EndForm(ServiceForm):
    """A seat ends."""

    at: ClassVar[dict[type[Exception], str]] = {SeatDaysError: "until"}
    until = forms.DateField(label=_("First day without it"), widget=DateInput())
    reason = forms.CharField(label=_("Reason"), max_length=200, required=False)


class ListForm(ServiceForm):
    """A list of members: the file, then the rows that were read from it."""

    file = forms.FileField(label=_("List of members"), help_text=_("DOCX, XLSX or CSV."))
    since = forms.DateField(label=_("From"), widget=DateInput())
    renews = forms.BooleanField(
        label=_("Re-election: the seats of the present members end"), required=False
    )


class ConfirmForm(ServiceForm):
    """The rows that were shown, as they were shown."""

    rows = forms.JSONField(widget=forms.HiddenInput)
    since = forms.DateField(widget=forms.HiddenInput)
    renews = forms.BooleanField(widget=forms.HiddenInput, required=False)

    def clean_rows(self) -> list[dict[str, str]]:
        rows = self.cleaned_data["rows"]
        if not isinstance(rows, list) or not all(isinstance(one, dict) for one in rows):
            raise forms.ValidationError(_("Choose the file again."))
        return [{str(key): str(value)[:200] for key, value in one.items()} for one in rows]


class LiaisonForm(ServiceForm):
    """A liaison with another committee."""

    at: ClassVar[dict[type[Exception], str]] = {LiaisonError: "other"}
    other = forms.CharField(label=_("Number of the other committee"), max_length=80)
    matter = forms.CharField(label=_("What it is about"), max_length=300)


class ScoresForm(forms.Form):
    """The scores of the assessors, one field a criterion."""

    use_required_attribute = False

    def __init__(self, *args: Any, criteria: list[tuple[str, str, int]], **more: Any) -> None:
        super().__init__(*args, **more)
        for key, title, weight in criteria:
            self.fields[key] = forms.DecimalField(
                label=f"{title} (0–{weight})", min_value=0, max_value=weight, required=False
            )
