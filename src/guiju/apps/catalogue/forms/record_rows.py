"""The rows of a statement: bodies in roles, relations to other documents (责任者与关系)."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from guiju.apps.catalogue.forms.records import Choices, RecordForm, chosen, read_at
from guiju.apps.catalogue.selectors.standard.fields import HIDDEN_ROLES
from guiju.apps.catalogue.services import record_checks as check
from guiju.core.codes.words import words
from guiju.core.records.model import Record, Relation, Role
from guiju.core.records.written import as_iso

Rows = list[dict[str, Any]]
EXTRA = 2  # empty rows to write in
_INVERSE = "<"  # marks the value of a relation that runs towards this document


class Posted(NamedTuple):
    """What was written so far, to be shown again with more empty rows."""

    fields: dict[str, Any]
    roles: Rows
    relations: Rows


def _relation_choices() -> Choices:
    language = get_language() or "zh"
    inverse = words("relation_inverse")
    found = [("", "—")]
    for value, name in words("relation").items():
        found.append((value, name.say(language)))
        found.append((f"{value}{_INVERSE}", inverse[value].say(language)))
    return found


def _roles() -> Choices:
    return [pair for pair in chosen("role") if pair[0] not in HIDDEN_ROLES]


class RowForm(forms.Form):
    """One row of a table of inputs; the first of `needed` that is written makes it count."""

    use_required_attribute = False
    dates: tuple[str, ...] = ()

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        for name in self.dates:
            if values.get(name):
                values[name] = read_at(self, name, as_iso, values[name])
        return values


class RoleForm(RowForm):
    """A body in a role."""

    dates = ("since", "until")

    role = forms.ChoiceField(label=_("Responsibility"), choices=_roles, required=False)
    name = forms.CharField(label=_("Name"), max_length=240, required=False)
    since = forms.CharField(label=_("From"), max_length=20, required=False)
    until = forms.CharField(label=_("Until"), max_length=20, required=False)

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if values.get("name") and not values.get("role"):
            self.add_error("role", _("Choose the role of this body."))
        return values

    @property
    def value(self) -> Role | None:
        """The role that the row holds; a row without a name is empty."""
        given = {
            name: self.cleaned_data.get(name, "") for name in ("role", "name", "since", "until")
        }
        return Role(**given) if given["name"] else None


class RelationForm(RowForm):
    """A relation to another document."""

    dates = ("date",)

    type = forms.ChoiceField(label=_("Relation"), choices=_relation_choices, required=False)
    target = forms.CharField(label=_("Number"), max_length=200, required=False)
    extent = forms.ChoiceField(
        label=_("Extent"),
        choices=[("whole", _("wholly")), ("part", _("in part"))],
        required=False,
        initial="whole",
    )
    degree = forms.ChoiceField(
        label=_("Degree of adoption"), choices=lambda: chosen("degree"), required=False
    )
    date = forms.CharField(label=_("On"), max_length=20, required=False)
    note = forms.CharField(label=_("Note"), max_length=400, required=False)

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        target, kind = values.get("target", ""), values.get("type", "")
        if target and not kind:
            self.add_error("type", _("Choose how the documents are related."))
        elif target and not kind.startswith("cited_by_law"):
            values["target"] = read_at(self, "target", check.known_number, target)
        return values

    @property
    def value(self) -> Relation | None:
        """The relation that the row holds; a row without a number is empty."""
        given = self.cleaned_data
        if not given.get("target"):
            return None
        return Relation(
            type=given["type"].removesuffix(_INVERSE),
            inverse=given["type"].endswith(_INVERSE),
            target=given["target"],
            whole=given.get("extent") != "part",
            degree=given.get("degree", ""),
            date=given.get("date", ""),
            note=given.get("note", ""),
        )


def rows_of(record: Record) -> tuple[Rows, Rows]:
    """The rows as the statement has them."""
    roles = [
        {"role": one.role, "name": one.name, "since": one.since, "until": one.until}
        for one in record.roles
        if one.role not in HIDDEN_ROLES
    ]
    relations = [
        {
            "type": f"{one.type}{_INVERSE if one.inverse else ''}",
            "target": one.target,
            "extent": "whole" if one.whole else "part",
            "degree": one.degree,
            "date": one.date,
            "note": one.note,
        }
        for one in record.relations
        if not one.denied
    ]
    return roles, relations


def posted(given: Mapping[str, Any]) -> Posted:
    """The form as it was sent, unread."""
    return Posted(
        {name: given.get(name, "") for name in RecordForm.base_fields},
        _posted_rows(given, "roles", RoleForm),
        _posted_rows(given, "relations", RelationForm),
    )


def _posted_rows(given: Mapping[str, Any], prefix: str, form: type[RowForm]) -> Rows:
    found = []
    total = str(given.get(f"{prefix}-TOTAL_FORMS", ""))
    for at in range(min(int(total) if total.isdecimal() else 0, MOST_ROWS)):
        row = {name: given.get(f"{prefix}-{at}-{name}", "") for name in form.base_fields}
        if row.get("name") or row.get("target"):
            found.append(row)
    return found


MOST_ROWS = 200
RoleRows = forms.formset_factory(RoleForm, extra=EXTRA, max_num=MOST_ROWS, absolute_max=MOST_ROWS)
RelationRows = forms.formset_factory(
    RelationForm, extra=EXTRA, max_num=MOST_ROWS, absolute_max=MOST_ROWS
)
