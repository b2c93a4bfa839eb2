"""A rule set as JSON (导出为 JSON): all that it says, nothing left out.

Decimals are texts, as they are written; a limit says of what kind it is.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from guiju.core.errors import Bilingual
from guiju.core.provisions.interval import Interval
from guiju.core.provisions.model import Between, Lookup, RuleSet
from guiju.core.provisions.written import NotDetected

FORMAT = "guiju-rule-set/1"
_KINDS = {Interval: "interval", Lookup: "lookup", Between: "between"}


def to_json(rules: RuleSet) -> dict[str, Any]:
    """The rule set as values that JSON has."""
    return {"format": FORMAT, **_fields(rules)}


def _fields(value: Any) -> dict[str, Any]:
    kind = _KINDS.get(type(value))
    named = {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    return named if kind is None else {"kind": kind, **named}


def _plain(value: Any) -> Any:
    if isinstance(value, Bilingual):
        return {"zh": value.zh, "en": value.en}
    if isinstance(value, NotDetected):
        return {"kind": "not-detected"}
    if is_dataclass(value):
        return _fields(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, frozenset | set):
        return sorted(_plain(one) for one in value)
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, Decimal):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value
