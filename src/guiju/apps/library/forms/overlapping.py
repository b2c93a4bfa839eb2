"""What is asked of an overlap: which kind, and whether other editions count."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from guiju.core.compare.documents import Likeness

OVERLAPS = (
    ("contrary", _("contrary")),
    ("same", _("the same words")),
    ("like", _("alike")),
)


class OverlapForm(forms.Form):
    """Which pairs of clauses are shown."""

    use_required_attribute = False

    lang = forms.CharField(widget=forms.HiddenInput, required=False)
    version = forms.CharField(widget=forms.HiddenInput, required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=[("", _("all")), *OVERLAPS], required=False)
    editions = forms.ChoiceField(
        label=_("Other editions of this standard"),
        choices=[("", _("not looked at")), ("1", _("looked at too"))],
        required=False,
    )

    @property
    def said(self) -> dict[str, Any]:
        """A filter that cannot be read does not narrow."""
        self.is_valid()
        return self.cleaned_data

    @property
    def with_editions(self) -> bool:
        return bool(self.said.get("editions"))

    def shows(self, found: Likeness) -> bool:
        return self.said.get("kind", "") in ("", found.kind)
