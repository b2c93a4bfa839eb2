"""Forms of the import: the upload, and the decisions on names that nobody is known to bear."""

from collections.abc import Iterator, Sequence
from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from guiju.apps.accounts.models import Organisation
from guiju.apps.accounts.selectors.organisations import display_names, resolve
from guiju.apps.governance.models import Plan
from guiju.apps.governance.selectors.previews import MOST_UNKNOWN, Preview, UnknownName
from guiju.core.seals.chain import sm3
from guiju.web.viewer import Viewer


class UploadForm(forms.Form):
    """A text to import, and where it goes."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("The text of the plan as .txt, .docx or .html."),
        max_length=255,
        allow_empty_file=True,  # the reader says in words what an empty file is
        widget=forms.ClearableFileInput(attrs={"accept": ".txt,.docx,.html,.htm"}),
    )
    plan = forms.ModelChoiceField(
        label=_("Plan"),
        queryset=Plan.objects.none(),
        required=False,
        empty_label=_("Found by document number and title, else a new plan"),
        help_text=_("Choose a plan if the title or the number was corrected."),
    )
    office = forms.TypedChoiceField(
        label=_("Office of a new plan"), coerce=int, required=False, empty_value=None
    )

    def __init__(self, viewer: Viewer, language: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offices = viewer.organisations("office")
        plans = cast("forms.ModelChoiceField[Plan]", self.fields["plan"])
        plans.queryset = Plan.objects.filter(office__in=offices)
        if len(offices) < 2:
            del self.fields["office"]
        else:
            names = display_names(offices, viewer.today, language)
            choices = [(pk, names[pk].full) for pk in sorted(offices)]
            cast(forms.TypedChoiceField, self.fields["office"]).choices = choices

    @property
    def upload(self) -> "UploadedFile[bytes]":
        return cast("UploadedFile[bytes]", self.cleaned_data["file"])


def field_name(name: str) -> str:
    """The field of a written name: the same whatever else was decided meanwhile."""
    return sm3(name.encode())[:12]


class DecisionForm(forms.Form):
    """Which organisation each unknown name means; nothing chosen leaves it open."""

    def __init__(self, preview: Preview, viewer: Viewer, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.unknown: Sequence[UnknownName] = preview.unknown[:MOST_UNKNOWN]
        self.more = len(preview.unknown) - len(self.unknown)
        self.viewer = viewer
        if not preview.title:
            self.fields["title"] = forms.CharField(label=_("Title of the plan"), max_length=200)
        for name in self.unknown:
            choices = [(one.slug, one.label) for one in name.suggestions]
            self.fields[f"choice-{field_name(name.name)}"] = forms.ChoiceField(
                label=name.name,
                required=False,
                initial=name.chosen,
                choices=[("", _("Leave open")), *choices],
                widget=forms.RadioSelect,
            )
            self.fields[f"other-{field_name(name.name)}"] = forms.CharField(
                label=_("Another organisation"),
                required=False,
                max_length=120,
                help_text=_("Its name as the register of organisations knows it."),
            )

    def rows(self) -> Iterator[tuple[UnknownName, BoundField, BoundField]]:
        """Each unknown name with its two fields."""
        for name in self.unknown:
            key = field_name(name.name)
            yield name, self[f"choice-{key}"], self[f"other-{key}"]

    def clean(self) -> dict[str, Any]:
        """Turn names that were typed into organisations."""
        cleaned = super().clean() or {}
        typed = {
            name.name: cleaned.get(f"other-{field_name(name.name)}", "") for name in self.unknown
        }
        known = resolve([one for one in typed.values() if one], self.viewer.today)
        self.names: dict[str, str] = {}
        for name, other in typed.items():
            found: Organisation | None = known.get(other)
            if other and found is None:
                self.add_error(
                    f"other-{field_name(name)}",
                    _("The register has no organisation of this name. Check it."),
                )
            self.names[name] = (
                found.slug if found else cleaned.get(f"choice-{field_name(name)}", "")
            )
        return cleaned
