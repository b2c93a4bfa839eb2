"""A form filled from data (填表), and what is still missing, a sentence each."""

from collections.abc import Mapping
from typing import Any

from guiju.core.errors import Bilingual
from guiju.core.forms.conditions import holds
from guiju.core.forms.model import Field, Filled, Form, Problem, Value
from guiju.core.forms.values import looked_up, rows_of, text_of


def fill(form: Form, data: Mapping[str, Any], given: Mapping[str, Any] | None = None) -> Filled:
    """The form with the values that the data hold; `given` are values by field, and go first."""
    values: dict[str, Value] = {}
    applies = set()
    for part in form.sections:
        if not holds(part.when, values, data):
            continue
        for one in part.fields:
            if holds(one.when, values, data):
                applies.add(one.id)
                values[one.id] = _value(one, data, given or {})
    found = Filled(form, values, frozenset(applies), (), data)
    return Filled(form, values, found.applies, tuple(_missing(found)), data)


def _value(one: Field, data: Mapping[str, Any], given: Mapping[str, Any]) -> Value:
    if one.id in given:
        found = given[one.id]
        if one.kind == "table":
            return tuple(
                {column.id: text_of(row.get(column.id)) for column in one.columns} for row in found
            )
        return text_of(found)
    found = looked_up(data, one.source) if one.source else None
    return rows_of(one, found) if one.kind == "table" else text_of(found)


def _missing(filled: Filled) -> list[Problem]:
    return [
        Problem("missing", _says(filled.form, one), one.id)
        for one in filled.form.fields
        if one.id in filled.applies and not filled.values[one.id] and is_required(one, filled)
    ]


def is_required(one: Field, filled: Filled) -> bool:
    """Whether one of its conditions holds."""
    return any(holds(when, filled.values, filled.data) for when in one.required)


def _says(form: Form, one: Field) -> Bilingual:
    if one.kind == "signature":
        return Bilingual(
            f"《{form.title.zh}》缺少“{one.label.zh}”的签字或盖章。",
            f"“{form.title.en}” is not signed: {one.label.en}.",
        )
    return Bilingual(
        f"《{form.title.zh}》的“{one.label.zh}”是必填项，尚未填写。",
        f"“{one.label.en}” of “{form.title.en}” is required and is not filled in.",
    )
