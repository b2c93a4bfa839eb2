"""The forms of rule sets: the list's filter, the editor, what is sent to the reviewer, the review."""

from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from guiju.apps.accounts.forms.base import ServiceForm
from guiju.apps.conformity.models import RuleFile
from guiju.apps.conformity.selectors.rule_files import PLATFORM, Narrow
from guiju.apps.conformity.services.rule_file_errors import (
    EmptyFileError,
    NoReasonError,
    NothingReplacedError,
    TooLargeError,
)
from guiju.core.provisions.files.adding import ConditionError, Words

STATES = [*RuleFile.State.choices, (PLATFORM, _("of the platform"))]
MODALITIES = (
    ("requirement", _("requirement (shall)")),
    ("recommendation", _("recommendation (should)")),
    ("permission", _("permission (may)")),
)
_LONGEST_NOTE = 2000


class FilterForm(forms.Form):
    """Which rule sets are listed."""

    use_required_attribute = False

    q = forms.CharField(label=_("Number or title"), max_length=200, required=False)
    state = forms.ChoiceField(
        label=_("State"),
        choices=[("", pgettext_lazy("no filter", "Any")), *STATES],
        required=False,
    )
    mine = forms.BooleanField(label=_("Only of my organisations"), required=False)

    def __init__(self, *args: Any, has_own: bool, **more: Any) -> None:
        """`has_own`: the viewer is of an organisation that may write rule sets."""
        super().__init__(*args, **more)
        if not has_own:
            del self.fields["mine"]

    @property
    def narrow(self) -> Narrow:
        """A filter that cannot be read does not narrow."""
        self.is_valid()
        said = self.cleaned_data
        return Narrow(said.get("q") or "", said.get("state") or "", bool(said.get("mine")))


class VersionForm(ServiceForm):
    """An act on the version of the file that was shown."""

    seen = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)

    def see(self, version: int) -> None:
        """The person has now been shown this version: what is sent next is about it."""
        data = cast(QueryDict, self.data).copy()
        data["seen"] = str(version)
        self.data = data

    def show(self, text: str) -> None:
        """What stands in the text area of the page that answers."""
        data = cast(QueryDict, self.data).copy()
        data["text"] = text
        self.data = data


class EditForm(VersionForm):
    """The file itself, and a rule in words that is added to it; nothing typed is lost."""

    at = {TooLargeError: "text", EmptyFileError: "text"}

    text = forms.CharField(
        label=_("The rule file"),
        help_text=_(
            "YAML. Limits are written as in the standard: “≥97.0”, “6.5~8.5”, “510(1±5%)”."
        ),
        strip=False,
        widget=forms.Textarea(
            attrs={"rows": 28, "spellcheck": "false", "autocapitalize": "off", "wrap": "off"}
        ),
    )
    origin = forms.CharField(required=False, max_length=120, widget=forms.HiddenInput)


class RuleForm(ServiceForm):
    """A rule in words."""

    at = {ConditionError: "when"}
    prefix = "rule"

    characteristic = forms.CharField(
        label=_("Characteristic"),
        help_text=_("A name from the file or a new one: 长度, 总磷."),
        max_length=120,
    )
    limit = forms.CharField(
        label=_("Limit"),
        help_text=_("With its sign or word: ≥60, 不大于 0.2, 6.5~8.5, 不得检出."),
        max_length=120,
    )
    unit = forms.CharField(label=_("Unit"), max_length=40, required=False)
    clause = forms.CharField(label=_("Clause"), help_text=_("4.2 or 表1 序号3."), max_length=120)
    when = forms.CharField(
        label=_("Condition"),
        help_text=_("attribute = value, several separated by “;”: 水体类型 = 河流."),
        max_length=300,
        required=False,
    )
    modality = forms.ChoiceField(label=_("Force"), choices=MODALITIES, required=False)

    def words(self) -> Words:
        said = {name: value or "" for name, value in self.cleaned_data.items()}
        return Words(**said | {"modality": said["modality"] or "requirement"})


class SubmitForm(VersionForm):
    """What the reviewer is told, and which set it replaces."""

    at = {NothingReplacedError: "replaces"}

    replaces = forms.ChoiceField(
        label=_("It replaces"),
        help_text=_("Where a reviewed rule set of the same edition judges on the same days."),
        required=False,
    )
    note = forms.CharField(
        label=_("Note for the reviewer"),
        help_text=_("By what the limits were checked, and what is left out."),
        max_length=_LONGEST_NOTE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, offered: list[tuple[str, str]], *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        field = cast(forms.ChoiceField, self.fields["replaces"])
        field.choices = [("", _("none")), *offered]
        if not offered:
            del self.fields["replaces"]


class ReviewForm(VersionForm):
    """Accept or return; returning needs a reason."""

    at = {NoReasonError: "reason"}

    reason = forms.CharField(
        label=_("Note or reason"),
        help_text=_("Needed to return it; the authors read it, and it goes into the journal."),
        max_length=_LONGEST_NOTE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class WithdrawForm(ServiceForm):
    """Why it is withdrawn."""

    at = {NoReasonError: "reason"}

    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("The authors read it, and it goes into the journal."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
