"""The forms of reporting: the report itself, the office's decision, a comment, a snapshot."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.forms import BoundField
from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from guiju.apps.governance.models import Action, Evidence, Measure, Report
from guiju.apps.governance.rules.duties import REPORTING, Duties, Role
from guiju.apps.governance.rules.reports import NOT_YOURS, ONLY_LEAD
from guiju.apps.governance.services.comments import LONGEST
from guiju.apps.governance.services.evidence import KINDS, Upload, check_file
from guiju.apps.governance.services.report_content import (
    LONGEST_LINE,
    LONGEST_RISK_NOTE,
    LONGEST_TEXT,
    Content,
    Line,
)
from guiju.core.errors import Bilingual, InputError
from guiju.core.plans.quarters import Quarter

ACCEPTED_SUFFIXES = ",".join(f".{kind.strip()}" for kind in KINDS.split(","))


def say(sentence: Bilingual) -> str:
    """The sentence in the language of the page."""
    return sentence.say(get_language() or "zh")


class FilesInput(forms.ClearableFileInput):
    """Several files at once."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files; each that may not be taken is named with the reason."""

    def clean(self, data: Any, initial: Any = None) -> list[Upload]:
        files = [super(FilesField, self).clean(one, initial) for one in data or []]
        wrong = []
        for file in files:
            try:
                check_file(file)
            except InputError as error:
                wrong.append(say(error.sentence))
        if wrong:
            raise forms.ValidationError(wrong)
        return files


@dataclass(frozen=True, slots=True)
class FormRow:
    """One action with its two fields, and why one of them is closed (or empty)."""

    action: Action
    text: BoundField
    state: BoundField
    why_not: str


class VersionForm(forms.Form):
    """An act on the version of the report that was shown."""

    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def see_version(self, version: int) -> None:
        """The person has now been shown this version: what is sent next is about it."""
        data = cast(QueryDict, self.data).copy()
        data["version"] = str(version)
        self.data = data


class ReportForm(VersionForm):
    """The report in one page. Fields that the organisation may not fill in are shown, closed."""

    text = forms.CharField(
        label=_("Progress in the quarter"),
        help_text=_("What was done, what came of it, what is next."),
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    risk = forms.ChoiceField(label=_("Risk"), choices=Measure.Risk.choices, required=False)
    risk_note = forms.CharField(
        label=_("What the risk is"),
        required=False,
        max_length=LONGEST_RISK_NOTE,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    proofs = FilesField(
        label=_("Evidence"),
        required=False,
        allow_empty_file=True,  # the check says in words what an empty file is
        widget=FilesInput(attrs={"accept": ACCEPTED_SUFFIXES}),
    )
    withdrawn = forms.TypedMultipleChoiceField(
        label=_("Withdraw files"), required=False, coerce=int, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self,
        duties: Duties,
        organisation: int,
        actions: Iterable[Action],
        report: Report | None,
        evidence: Iterable[Evidence],
        data: Any = None,
        files: Any = None,
    ) -> None:
        self.actions = list(actions)
        super().__init__(data, files, initial=_initial(report, self.actions))
        self.leads = duties.role(organisation) == Role.LEAD
        if not self.leads:
            self._close("risk", ONLY_LEAD)
            self._close("risk_note", ONLY_LEAD)
        self.fields["proofs"].help_text = _("Kinds that are taken: %(kinds)s.") % {"kinds": KINDS}
        self.fields["withdrawn"].choices = [  # type: ignore[attr-defined]
            (one.pk, one.name) for one in evidence
        ]
        self.why_not: dict[int, str] = {}
        for action in self.actions:
            self._add(action, duties.role_under(organisation, action.note_id))

    def _close(self, name: str, why: Bilingual) -> None:
        self.fields[name].disabled = True
        self.fields[name].help_text = say(why)

    def _add(self, action: Action, role: Role | None) -> None:
        text = forms.CharField(
            label=_("Progress: %(task)s") % {"task": action.text[:40]},
            required=False,
            max_length=LONGEST_LINE,
            widget=forms.Textarea(attrs={"rows": 2}),
            disabled=role not in REPORTING,
        )
        state = forms.ChoiceField(
            label=_("Proposed state: %(task)s") % {"task": action.text[:40]},
            required=False,
            choices=[("", _("As it is")), *Action.State.choices],
            disabled=role != Role.LEAD,
        )
        self.fields[f"text_{action.pk}"], self.fields[f"state_{action.pk}"] = text, state
        if role != Role.LEAD:
            self.why_not[action.pk] = say(ONLY_LEAD if role in REPORTING else NOT_YOURS)

    def rows(self) -> Iterator[FormRow]:
        """Each action with its fields."""
        for action in self.actions:
            text, state = self[f"text_{action.pk}"], self[f"state_{action.pk}"]
            yield FormRow(action, text, state, self.why_not.get(action.pk, ""))

    def plain_fields(self) -> list[BoundField]:
        """The fields of the whole report after the rows."""
        names = ["risk", "risk_note", "proofs"]
        return [self[name] for name in names] + (
            [self["withdrawn"]] if self.fields["withdrawn"].choices else []  # type: ignore[attr-defined]
        )

    def content(self) -> Content:
        """What was written, without the closed fields."""
        given = {name: self._given(name) for name in self.fields}
        return Content(
            text=given["text"],
            risk=given["risk"] or Measure.Risk.NONE,
            risk_note=given["risk_note"],
            lines={
                action.pk: Line(given[f"text_{action.pk}"], given[f"state_{action.pk}"])
                for action in self.actions
            },
        )

    def _given(self, name: str) -> Any:
        value = self.cleaned_data[name]
        if self.fields[name].disabled:
            return ""
        return value.replace("\r\n", "\n") if isinstance(value, str) else value


def _initial(report: Report | None, actions: list[Action]) -> dict[str, Any]:
    if report is None:
        return {"version": 0, "risk": Measure.Risk.NONE}
    said = {line.action_id: line for line in report.lines.all()}
    lines = {
        f"{name}_{action.pk}": value
        for action in actions
        if (line := said.get(action.pk))
        for name, value in (("text", line.text), ("state", line.proposed_state))
    }
    plain = {"text": report.text, "risk": report.risk, "risk_note": report.risk_note}
    return {"version": report.version, **plain, **lines}


class DecisionForm(VersionForm):
    """The office's decision: which act, with a remark or reason."""

    reason = forms.CharField(
        label=_("Remark or reason"),
        help_text=_("Required to return or reopen: the organisation revises by it."),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    publish = forms.BooleanField(label=_("The public may read the accepted report"), required=False)


class CommentForm(forms.Form):
    """A remark on a measure."""

    text = forms.CharField(
        label=_("Your comment"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4})
    )


class SnapshotForm(forms.Form):
    """Which quarter to freeze."""

    period = forms.ChoiceField(label=_("Quarter"))

    def __init__(self, quarters: Iterable[Quarter], *args: Any) -> None:
        super().__init__(*args)
        self.fields["period"].choices = [  # type: ignore[attr-defined]
            (str(one), say(one.label)) for one in quarters
        ]
