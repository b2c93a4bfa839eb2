"""Forms of an import: the file and whose word it is; which column of a table means what."""

from collections.abc import Mapping
from typing import Any, cast

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from guiju.apps.accounts.forms.base import DateInput, ServiceForm
from guiju.apps.catalogue.models import Source
from guiju.apps.catalogue.selectors.standard.around import OWN_SOURCE
from guiju.apps.catalogue.services.uploads import KnownFileError
from guiju.core.errors import Bilingual
from guiju.core.records.readers.table_fields import FIELDS

KINDS = ".jsonl,.json,.yaml,.yml,.csv,.tsv,.txt,.xlsx,.zst"


class UploadForm(ServiceForm):
    """A file with records of standards, or with a classification."""

    at = {KnownFileError: "again"}

    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "Guiju's own JSON lines, Relaton YAML or JSON, ISO Open Data, the catalogue files, "
            "tables as CSV or XLSX, ICS and CCS tables; text files also packed with zstd."
        ),
        max_length=255,
        allow_empty_file=True,  # the reader says in words what an empty file is
        widget=forms.ClearableFileInput(attrs={"accept": KINDS}),
    )
    slug = forms.ChoiceField(
        label=_("Source"), required=False, help_text=_("Whose word the records are.")
    )
    source_name = forms.CharField(
        label=_("Name of a new source"),
        required=False,
        max_length=120,
        help_text=_("Only if it is not in the list."),
    )
    as_of = forms.DateField(
        label=_("The file speaks of the day"),
        required=False,
        widget=DateInput(),
        help_text=_("States in the file hold on this day; today if left empty."),
    )
    again = forms.BooleanField(
        label=_("Read it again"),
        required=False,
        help_text=_("Only for a file that was uploaded before."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = get_language() or "zh"
        known = [
            (one.slug, one.name_en if language.startswith("en") else one.name_zh)
            for one in Source.objects.exclude(slug=OWN_SOURCE)
        ]
        first = ("", _("By the format of the file, else by its name"))
        cast(forms.ChoiceField, self.fields["slug"]).choices = [first, *known]

    def values(self) -> dict[str, Any]:
        """What the service takes."""
        day = self.cleaned_data["as_of"]
        return {**self.cleaned_data, "as_of": day.isoformat() if day else ""}


class MappingForm(ServiceForm):
    """A choice of field for each column; `columns` are heads, each with its first cells.

    A head that may mean either of two things is asked about, above its cells.
    """

    def __init__(
        self,
        columns: list[tuple[str, list[str]]],
        mapping: dict[str, str],
        *args: Any,
        questions: Mapping[str, Bilingual] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        asked = questions or {}
        self.heads = [head for head, _ in columns]
        language = get_language() or "zh"
        choices = [
            ("", _("not used")),
            *((key, names[0].say(language)) for key, names in FIELDS.items()),
        ]
        for at, (head, cells) in enumerate(columns):
            self.fields[f"column-{at}"] = forms.ChoiceField(
                label=head or _("(no heading)"),
                choices=choices,
                required=False,
                initial=mapping.get(head, ""),
                help_text=" ".join(
                    (
                        *((asked[head].say(language),) if head in asked else ()),
                        " · ".join(cell[:40] for cell in cells),
                    )
                ),
            )

    def mapping(self) -> dict[str, str]:
        """Head to field, for the columns that are used."""
        chosen = {head: self.cleaned_data[f"column-{at}"] for at, head in enumerate(self.heads)}
        return {head: field for head, field in chosen.items() if field}
