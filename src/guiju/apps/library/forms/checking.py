"""What is asked of a check: its purpose, the kinds of provisions."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from guiju.apps.accounts.forms.base import ServiceForm
from guiju.apps.library.selectors.findings import Narrow, token_of
from guiju.apps.library.selectors.rule_offs import rule_choices, title_of
from guiju.apps.library.services.errors import (
    AlreadyOffError,
    NoRuleReasonError,
    NoSuchRuleError,
    NothingMendedError,
)
from guiju.core.drafting.finding import Finding
from guiju.core.drafting.provisions import Provision

MODES = (
    ("draft", _("drafting")),
    ("submission", _("submission")),
    ("adoption", _("adoption of an international standard")),
)
SEVERITIES = (("E", _("Error")), ("W", _("Warning")), ("I", _("Remark")))
KINDS = (
    ("requirement", _("requirement")),
    ("instruction", _("instruction")),
    ("recommendation", _("recommendation")),
    ("permission", _("permission")),
    ("capability", _("statement of capability")),
    ("possibility", _("statement of possibility")),
    ("statement", _("statement")),
)
KIND_NAMES = dict(KINDS)


class FindingsForm(forms.Form):
    """For which purpose a text is checked, and which findings are shown."""

    use_required_attribute = False

    lang = forms.CharField(widget=forms.HiddenInput, required=False)
    version = forms.CharField(widget=forms.HiddenInput, required=False)
    on = forms.CharField(widget=forms.HiddenInput, required=False)
    mode = forms.ChoiceField(label=_("Checked for"), choices=MODES, required=False)
    severity = forms.ChoiceField(
        label=_("Severity"), choices=[("", _("all")), *SEVERITIES], required=False
    )
    rule = forms.ChoiceField(label=_("Rule"), required=False)
    clause = forms.CharField(label=_("Clause"), max_length=60, required=False)

    def __init__(self, *args: Any, rules: Iterable[str], **more: Any) -> None:
        """`rules` are those that have findings."""
        super().__init__(*args, **more)
        language = get_language() or "zh-hans"
        named = [(name, f"{name} {title_of(name).say(language)}") for name in rules]
        self.fields["rule"] = forms.ChoiceField(
            label=_("Rule"), choices=[("", _("all")), *named], required=False
        )

    @property
    def narrow(self) -> Narrow:
        """A filter that cannot be read does not narrow."""
        self.is_valid()
        said = {name: self.cleaned_data.get(name) or "" for name in Narrow._fields}
        return Narrow(**{name: value.strip() for name, value in said.items()})


class MendForm(ServiceForm):
    """Which findings are to be mended: those chosen, or all that are shown."""

    at = {NothingMendedError: "mend"}

    every = forms.BooleanField(required=False)
    mend = forms.MultipleChoiceField(
        label=_("Mends"),
        required=False,
        error_messages={
            "invalid_choice": _(
                "The findings are no longer the same. Look at them and choose again."
            )
        },
    )

    def __init__(self, *args: Any, offered: Sequence[Finding], **more: Any) -> None:
        super().__init__(*args, **more)
        self.offered = {token_of(one): one for one in offered if one.mend is not None}
        choices = [(token, token) for token in self.offered]
        self.fields["mend"].choices = choices  # type: ignore[attr-defined]

    @property
    def chosen(self) -> list[Finding]:
        """In reading order."""
        said = self.cleaned_data
        return [
            one for token, one in self.offered.items() if said["every"] or token in said["mend"]
        ]


class RuleOffForm(ServiceForm):
    """A rule that is to be left out, and why."""

    at = {NoRuleReasonError: "reason", NoSuchRuleError: "rule", AlreadyOffError: "rule"}

    rule = forms.ChoiceField(label=_("Rule"))
    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        help_text=_(
            "It is shown with the findings to all who read the text, and goes into the journal. Name no person."
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["rule"].choices = rule_choices()  # type: ignore[attr-defined]


class ProvisionsForm(forms.Form):
    """Which provisions are shown."""

    use_required_attribute = False

    lang = forms.CharField(widget=forms.HiddenInput, required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=[("", _("all")), *KINDS], required=False)
    limits = forms.ChoiceField(
        label=_("Limits"),
        choices=[("", _("with and without")), ("1", _("only with a limit"))],
        required=False,
    )
    clause = forms.CharField(label=_("Clause"), max_length=60, required=False)

    def shows(self, one: Provision) -> bool:
        """A filter that cannot be read does not narrow."""
        said: dict[str, Any] = self.cleaned_data if self.is_valid() else {}
        kind, clause = said.get("kind"), (said.get("clause") or "").strip()
        return (
            (not kind or one.kind == kind)
            and (not said.get("limits") or any(limit.role == "limit" for limit in one.limits))
            and (not clause or one.clause == clause or one.clause.startswith(f"{clause}."))
        )
