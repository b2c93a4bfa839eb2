"""Forms of those who keep a system: itself, its boxes, its lines, a table to import."""

import json
from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from guiju.apps.accounts.selectors.organisations import display_names
from guiju.apps.catalogue.forms.systems.asking import box_label, said
from guiju.apps.catalogue.models import StandardsSystem, SystemEntry, SystemNode
from guiju.apps.catalogue.selectors.systems.incoming import TableRow
from guiju.apps.catalogue.selectors.systems.values import Box
from guiju.apps.catalogue.selectors.systems.words import LEVELS, STRUCTURES
from guiju.core.errors import InputError
from guiju.core.records.readers.json_text import load_json
from guiju.web.viewer import Viewer

ROW_FIELDS = ("code", "node_title", "number", "title_zh", "title_en", "level", "remark")


def _line(label: Any, most: int, **options: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=most, **options)


class ReasonForm(forms.Form):
    """An act that takes something away, or opens it to everybody, says why."""

    reason = _line(_("Reason"), 500, help_text=_("It goes into the journal."))


class SystemForm(forms.Form):
    """What a system is."""

    title_zh = _line(_("Title in Chinese"), 200)
    title_en = _line(_("Title in English"), 300, required=False)
    structure = forms.ChoiceField(label=_("Structure"))
    explanation = forms.CharField(
        label=_("Explanation"),
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Why the system is built like this, and how it was drawn up."),
    )

    def __init__(self, *args: Any, system: StandardsSystem | None = None, **kwargs: Any) -> None:
        if system is not None:
            names = ("title_zh", "title_en", "structure", "explanation")
            kwargs["initial"] = {name: getattr(system, name) for name in names}
        super().__init__(*args, **kwargs)
        structures = [(code, said(name)) for code, name in STRUCTURES.items()]
        self.fields["structure"].choices = structures  # type: ignore[attr-defined]


class NewSystemForm(SystemForm):
    """The same, with the address and the body that keeps it."""

    slug = _line(
        pgettext_lazy("of a page", "Address"),
        60,
        help_text=_("Small letters, digits and hyphens, such as smart-manufacturing."),
    )
    keeper = forms.TypedChoiceField(
        label=pgettext_lazy("of a standards system", "Kept by"), coerce=int
    )

    def __init__(self, viewer: Viewer, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bodies = viewer.organisations("office", "cataloguer")
        names = display_names(bodies, viewer.today, get_language() or "zh-hans")
        choices = [(pk, names[pk].full) for pk in sorted(bodies)]
        self.fields["keeper"].choices = choices  # type: ignore[attr-defined]
        self.order_fields(["title_zh", "title_en", "slug", "keeper"])


class NodeNameForm(forms.Form):
    """What a box is called, and who answers for it."""

    title_zh = _line(_("Title in Chinese"), 200)
    title_en = _line(_("Title in English"), 300, required=False)
    owner = _line(
        _("Owner"), 120, required=False, help_text=_("The body that answers for this box.")
    )

    def __init__(self, *args: Any, node: SystemNode | None = None, **kwargs: Any) -> None:
        if node is not None:
            names = ("title_zh", "title_en", "owner")
            kwargs["initial"] = {name: getattr(node, name) for name in names}
        super().__init__(*args, **kwargs)


class PlaceForm(forms.Form):
    """Where a box stands: below which other, under which code."""

    parent = forms.TypedChoiceField(
        label=pgettext_lazy("place in the tree", "Below"),
        required=False,
        coerce=int,
        empty_value=None,
    )
    code = _line(
        _("Node code"),
        40,
        required=False,
        help_text=_(
            "Boxes stand in the order of their codes, such as 201.3.2. Empty takes the next one."
        ),
    )

    def __init__(
        self, boxes: Sequence[Box], *args: Any, node: SystemNode | None = None, **kwargs: Any
    ) -> None:
        if node is not None:
            kwargs["initial"] = {"parent": node.parent_id, "code": node.code}
        super().__init__(*args, **kwargs)
        top = ("", pgettext_lazy("place in the tree", "At the top"))
        choices = [top, *((box.pk, box_label(box)) for box in boxes)]
        self.fields["parent"].choices = choices  # type: ignore[attr-defined]


class NewNodeForm(PlaceForm, NodeNameForm):
    """A new box."""

    field_order = ("parent", "code", "title_zh", "title_en", "owner")


class EntryForm(forms.Form):
    """A line of the detail table."""

    node = forms.TypedChoiceField(label=_("Node"), coerce=int)
    number = _line(
        _("Standard number"),
        240,
        required=False,
        help_text=_("Such as GB/T 13016—2018. Empty while the standard is still missing."),
    )
    title_zh = _line(
        _("Title in Chinese"),
        300,
        required=False,
        help_text=_("Empty shows the title that the catalogue has."),
    )
    title_en = _line(_("Title in English"), 400, required=False)
    level = forms.ChoiceField(
        label=_("Proposed level"),
        required=False,
        help_text=_("The level at which the standard should stand."),
    )
    remark = _line(_("Remarks"), 300, required=False)
    place = forms.IntegerField(
        label=_("Place in the node"),
        required=False,
        min_value=1,
        max_value=10_000,
        help_text=_("1 is the first line; empty is the end, or where it stands."),
    )

    def __init__(
        self,
        boxes: Sequence[Box],
        *args: Any,
        entry: SystemEntry | None = None,
        node: int | None = None,
        **kwargs: Any,
    ) -> None:
        kwargs["initial"] = {"node": node}
        if entry is not None:
            names = ("number", "title_zh", "title_en", "level", "remark")
            kwargs["initial"] = {name: getattr(entry, name) for name in names}
            kwargs["initial"]["node"] = entry.node_id
        super().__init__(*args, **kwargs)
        self.fields["node"].choices = [(box.pk, box_label(box)) for box in boxes]  # type: ignore[attr-defined]
        levels = [(code, said(name)) for code, name in LEVELS.items()]
        open_level = ("", pgettext_lazy("level", "As the number says"))
        self.fields["level"].choices = [open_level, *levels]  # type: ignore[attr-defined]


class TableForm(forms.Form):
    """A detail table as a file."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("The detail table as .csv or .xlsx, with a row of headings."),
        max_length=255,
        allow_empty_file=True,  # the reader says in words what an empty file is
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.xlsx"}),
    )

    @property
    def upload(self) -> "UploadedFile[bytes]":
        return cast("UploadedFile[bytes]", self.cleaned_data["file"])


class ConfirmForm(forms.Form):
    """The rows of a preview on their way to the import, and what they were compared with."""

    rows = forms.CharField(widget=forms.HiddenInput, strip=False)
    seen = forms.CharField(widget=forms.HiddenInput, max_length=200)

    def table(self) -> list[TableRow]:
        """The rows. Raises InputError where somebody has changed them into something else."""
        try:
            found = load_json(self.cleaned_data["rows"])
            return [_row(int(line), [str(text) for text in texts]) for line, *texts in found]
        except (ValueError, TypeError, OverflowError) as failure:
            raise InputError("rows") from failure


def _row(line: int, texts: list[str]) -> TableRow:
    code, node_title, number, title_zh, title_en, level, remark = texts
    return TableRow(
        line=line,
        code=code,
        node_title=node_title,
        number=number,
        title_zh=title_zh,
        title_en=title_en,
        level=level,
        remark=remark,
    )


def carried(rows: Sequence[TableRow]) -> str:
    """The rows that can be imported, as the hidden field of the preview carries them."""
    told = [
        [one.line, *(getattr(one, name) for name in ROW_FIELDS)]
        for one in rows
        if one.problem is None
    ]
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))
