"""What is asked of the register of terms."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from guiju.apps.library.models import Text


class TermsForm(forms.Form):
    """Words, language, and whether only disagreements are shown."""

    use_required_attribute = False

    q = forms.CharField(label=_("Term"), max_length=100, required=False)
    language = forms.ChoiceField(
        label=_("Language"), choices=[("", _("all")), *Text.Language.choices], required=False
    )
    which = forms.ChoiceField(
        label=_("Which"),
        choices=[
            ("", _("all terms")),
            ("definitions", _("one term, several definitions")),
            ("words", _("one definition, several terms")),
        ],
        required=False,
    )

    def asked(self) -> dict[str, Any]:
        """A value that cannot be read does not narrow."""
        said = self.cleaned_data if self.is_valid() else {}
        return {name: (said.get(name) or "").replace("\x00", "") for name in self.fields}
