"""A form of a project filled in the browser (填表): its fields, its tables row by row."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from guiju.apps.accounts.forms.base import DateInput, ServiceForm
from guiju.core.forms.model import YES_NO, Field, Filled, Value

_LONGEST = 20_000
_MORE_ROWS = 3
MOST_ROWS = 60  # a longer table is made from the data, or uploaded


class FillForm(ServiceForm):
    """Everything may be left empty, so that a half-filled form can be kept."""

    def __init__(self, *args: Any, filled: Filled, **more: Any) -> None:
        super().__init__(*args, **more)
        self.filled = filled
        self.rows: dict[str, int] = {}
        for one in filled.form.fields:
            if one.id not in filled.applies or one.kind == "signature":
                continue
            if one.kind == "table":
                self._table(one)
            else:
                self.fields[one.id] = _field(one, filled.text(one.id))

    def _table(self, one: Field) -> None:
        rows = self.filled.rows(one.id)
        if len(rows) > MOST_ROWS:
            return
        self.rows[one.id] = count = len(rows) + _MORE_ROWS
        for at in range(count):
            row = rows[at] if at < len(rows) else {}
            for column in one.columns:
                field = forms.CharField(
                    required=False,
                    max_length=_LONGEST,
                    label=f"{column.label.say(get_language() or 'zh')} {at + 1}",
                    initial=row.get(column.id, ""),
                    widget=forms.Textarea(attrs={"rows": 1}),
                )
                self.fields[f"{one.id}.{at}.{column.id}"] = field

    @property
    def parts(self) -> Iterator[dict[str, Any]]:
        """Fields and tables in the order of the form, for the page."""
        for one in self.filled.form.fields:
            if one.id in self.rows:
                rows = [
                    [self[f"{one.id}.{at}.{column.id}"] for column in one.columns]
                    for at in range(self.rows[one.id])
                ]
                yield {"table": one, "rows": rows}
            elif one.id in self.fields:
                yield {"field": self[one.id]}
            elif one.kind == "table" and one.id in self.filled.applies:
                yield {"made": one, "count": len(self.filled.rows(one.id))}

    @property
    def given(self) -> dict[str, Value]:
        """The values by field, as `core.forms` takes them."""
        said = self.cleaned_data
        found: dict[str, Value] = {
            one.id: str(said.get(one.id) or "")
            for one in self.filled.form.fields
            if one.id in self.fields
        }
        for key, count in self.rows.items():
            columns = self.filled.form.field(key).columns
            rows = [
                {one.id: said.get(f"{key}.{at}.{one.id}") or "" for one in columns}
                for at in range(count)
            ]
            found[key] = tuple(row for row in rows if any(row.values()))
        return found


def _field(one: Field, first: str) -> forms.Field:
    language = get_language() or "zh"
    told: dict[str, Any] = {"label": one.label.say(language), "required": False, "initial": first}
    if one.kind in ("choice", "yesno"):
        values = one.choices if one.kind == "choice" else YES_NO
        choices = [("", "—"), *((key, name.say(language)) for key, name in values.items())]
        return forms.ChoiceField(choices=choices, **told)
    if one.kind == "date":
        return forms.DateField(widget=DateInput(), **told)
    widget = forms.Textarea(attrs={"rows": 5}) if one.kind == "long" else forms.TextInput()
    return forms.CharField(widget=widget, max_length=_LONGEST, **told)


class ReadBackForm(ServiceForm):
    """A form that was filled elsewhere: DOCX, XLSX or CSV."""

    file = forms.FileField(label=_("Filled form (DOCX, XLSX or CSV)"), max_length=200)
