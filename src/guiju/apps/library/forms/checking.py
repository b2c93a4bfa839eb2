"""What is asked of a check: its purpose, the kinds of provisions."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from guiju.core.drafting.provisions import Provision

MODES = (
    ("draft", _("drafting")),
    ("submission", _("submission")),
    ("adoption", _("adoption of an international standard")),
)
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


class ModeForm(forms.Form):
    """For which purpose a text is checked."""

    lang = forms.CharField(widget=forms.HiddenInput, required=False)
    mode = forms.ChoiceField(label=_("Checked for"), choices=MODES)


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
