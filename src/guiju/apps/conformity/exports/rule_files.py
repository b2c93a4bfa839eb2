"""A rule set as a file (规则集文件): YAML as it is written, JSON of what it says, SQL that judges."""

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from guiju.apps.conformity.selectors.rule_files import Opened
from guiju.core.provisions.explaining.limits import limits_table
from guiju.core.provisions.explaining.sentences import sentences
from guiju.core.provisions.exports.sql import sql
from guiju.core.provisions.model import RuleSet
from guiju.core.provisions.papers.model import said


class RuleSetFile(NamedTuple):
    """What is sent."""

    name: str
    mime: str
    data: str


def rule_set_file(opened: Opened, form: str, on: date) -> RuleSetFile | None:
    """The file of a form, None for one that there is not, or that needs a file without errors.

    SQL judges by the limits of the day `on`. Raises NoSqlError where SQL cannot judge.
    """
    stem = opened.name.removesuffix(".yaml")
    if form == "yaml":
        return RuleSetFile(f"{stem}.yaml", "application/yaml; charset=utf-8", opened.text)
    make = _FORMS.get(form)
    if make is None or opened.read.rules is None:
        return None
    mime, write = make
    return RuleSetFile(f"{stem}.{form}", mime, write(opened, on))


def forms_offered(opened: Opened) -> tuple[str, ...]:
    return ("yaml", *_FORMS) if opened.read.rules is not None else ("yaml",)


def rules_json(rules: RuleSet) -> dict[str, Any]:
    """A rule set as plain values: numbers stay text as they are written."""
    found = _plain(rules)
    assert isinstance(found, dict)  # noqa: S101 a dataclass becomes a dictionary
    return found


def sentences_json(rules: RuleSet) -> list[dict[str, Any]]:
    """Every rule in words, in the order of the file."""
    return [
        {"about": one.about, "clause": one.clause, "sentence": said(one.sentence)}
        for one in sentences(rules)
    ]


def _json(opened: Opened, _: date) -> str:
    rules = opened.read.rules
    assert rules is not None  # noqa: S101 the caller looked
    whole = {
        "ref": opened.ref,
        "version": opened.version,
        "state": opened.state,
        "official": opened.is_official,
        **rules_json(rules),
        "sentences": sentences_json(rules),
        "limits": [one.to_json() for one in limits_table(rules)],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _sql(opened: Opened, on: date) -> str:
    rules = opened.read.rules
    assert rules is not None  # noqa: S101 the caller looked
    return sql(rules, on=on)


def _plain(value: Any) -> Any:
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return {name: _plain(getattr(value, name)) for name in value._fields}
    if is_dataclass(value):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Decimal | date):
        return format(value, "f") if isinstance(value, Decimal) else value.isoformat()
    if isinstance(value, frozenset):
        return sorted(_plain(one) for one in value)
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if hasattr(value, "items"):
        return {str(key): _plain(one) for key, one in value.items()}
    return value if value is None or isinstance(value, str | int | bool) else str(value)


_FORMS: dict[str, tuple[str, Callable[[Opened, date], str]]] = {
    "json": ("application/json; charset=utf-8", _json),
    "sql": ("application/sql; charset=utf-8", _sql),
}
