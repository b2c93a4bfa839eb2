"""Forms of texts: a file to be read, the reason for withdrawing."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from guiju.apps.accounts.forms.base import ServiceForm
from guiju.apps.library.models import Text
from guiju.apps.library.services.errors import EmptyTextError, NoLanguageError, NoReasonError

KINDS = ".xml,.docx,.md,.adoc,.pdf,.txt"


class AddForm(ServiceForm):
    """The file of a text; what it is follows from the file."""

    at = {NoLanguageError: "language", EmptyTextError: "file"}

    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "NISO or ISO STS, DOCX, Markdown, AsciiDoc, PDF with a text layer, plain text."
        ),
        max_length=255,
        widget=forms.ClearableFileInput(attrs={"accept": KINDS}),
    )
    language = forms.ChoiceField(
        label=_("Language of the text"),
        required=False,
        choices=[("", _("As the file says")), *Text.Language.choices],
    )
    is_open = forms.BooleanField(
        label=_("The public may read all of it"),
        required=False,
        help_text=_("Otherwise only scope, references, terms and definitions are public."),
    )

    def values(self) -> dict[str, Any]:
        """What the service takes."""
        file = self.cleaned_data["file"]
        return {
            "data": file.read(),
            "name": file.name or "",
            "language": self.cleaned_data["language"],
            "is_open": self.cleaned_data["is_open"],
        }


class WithdrawForm(ServiceForm):
    """Why a text is withdrawn."""

    at = {NoReasonError: "reason"}

    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        help_text=_("It goes into the journal."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
