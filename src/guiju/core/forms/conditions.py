"""When a field is there, and when it must be filled (栏目的条件)."""

from collections.abc import Mapping
from typing import Any

from guiju.core.forms.model import Value, When
from guiju.core.forms.values import looked_up, text_of

ANY = "any"


def holds(when: When, values: Mapping[str, Value], data: Mapping[str, Any]) -> bool:
    """Whether every condition holds; `any` asks only that something is there."""
    return all(_is(name, wanted, values, data) for name, wanted in when)


def _is(
    name: str, wanted: tuple[str, ...], values: Mapping[str, Value], data: Mapping[str, Any]
) -> bool:
    found: Any = looked_up(data, name) if "." in name else values.get(name, "")
    if ANY in wanted:
        return bool(found)
    return text_of(found) in wanted
