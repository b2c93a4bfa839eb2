"""Our own JSON (自有格式): one record a line, exactly back again, empty fields left out."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields
from typing import Any

from guiju.core.records.model import RELATIONS, ROLES, STATES, Record, Relation, Role
from guiju.core.records.partial import parse_or_none
from guiju.core.records.readers.base import DEFAULT, BadRecord, Limits, Refused, Source
from guiju.core.records.readers.bearable import check_depth
from guiju.core.records.readers.json_lines import read_json_lines
from guiju.core.records.readers.json_text import load_json

VERSION = 1
_MARK = "guiju"
_PAIRS = {"other_numbers"}
_OBJECTS: dict[str, type[Relation] | type[Role]] = {"relations": Relation, "roles": Role}
_MAPS = {"titles", "abstracts"}
_EMPTY: dict[str, Any] = {
    one.name: one.default if one.default is not MISSING else {} for one in fields(Record)
}
_TEXTS = {name for name, empty in _EMPTY.items() if empty == ""} | {"number"}
_LISTS = {name for name, empty in _EMPTY.items() if empty == ()} - _PAIRS - set(_OBJECTS)
_DAYS = {"issued", "effective", "withdrawn", "reviewed", "as_of"}
_KINDS: dict[type[Relation] | type[Role], tuple[str, ...]] = {Relation: RELATIONS, Role: ROLES}
_DEFAULTS = {
    made: {one.name: one.default if one.default is not MISSING else None for one in fields(made)}
    for made in (Relation, Role)
}


def to_line(record: Record) -> str:
    """The record as one line of JSON, the same text for the same record."""
    content: dict[str, Any] = {_MARK: VERSION}
    for name, empty in _EMPTY.items():
        value = getattr(record, name)
        if name in _OBJECTS:
            value = [_said(one) for one in value]
        if value and value != empty:
            content[name] = dict(value) if isinstance(value, Mapping) else value
    return json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _said(one: Relation | Role) -> dict[str, Any]:
    found = {}
    for name, empty in _DEFAULTS[type(one)].items():
        value = getattr(one, name)
        if value != empty:
            found[name] = value
    return found


def from_line(line: str | bytes) -> Record:
    """The record that a line holds; raises BadRecord with the reason."""
    return _record(load_json(line))


def read(source: Source, *, skip: int = 0, limits: Limits = DEFAULT) -> Iterator[Record | Refused]:
    """The records of a file in our own format, those after the first `skip`."""
    return read_json_lines(source, _record, skip=skip, limits=limits)


def _record(content: Any) -> Record:
    if not isinstance(content, dict) or content.get(_MARK) != VERSION:
        raise BadRecord(
            f"不是第 {VERSION} 版的自有格式", f"it is not our format in version {VERSION}"
        )
    given: dict[str, Any] = {}
    for name, value in content.items():
        if name != _MARK:
            given[name] = _value(name, value)
    if not given.get("number"):
        raise BadRecord("没有编号", "it has no number")
    return Record(**given)


def _value(name: str, value: Any) -> Any:
    if name in _TEXTS and isinstance(value, str) and _may_be(name, value):
        return value
    if name in _LISTS and _all_texts(value):
        return tuple(value)
    if name in _PAIRS and isinstance(value, list):
        if all(_all_texts(one) and len(one) == 2 for one in value):
            return tuple((one[0], one[1]) for one in value)
    elif name in _MAPS and isinstance(value, dict) and _all_texts(list(value.values())):
        return value
    elif name == "extra" and isinstance(value, dict):
        check_depth(value)
        return value
    elif name in _OBJECTS and isinstance(value, list):
        return tuple(_object(_OBJECTS[name], one) for one in value)
    if name not in _EMPTY:
        raise BadRecord(f"没有“{name[:40]}”这个字段", f"there is no field “{name[:40]}”")
    raise BadRecord(f"字段“{name}”的类型不对", f"the field “{name}” is of the wrong type")


def _may_be(name: str, value: str) -> bool:
    """States and dates are what they have to be; all other texts are free."""
    if name in _DAYS:
        return not value or parse_or_none(value) is not None
    return name != "status" or not value or value in STATES


def _all_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _object(made: type[Relation] | type[Role], value: Any) -> Relation | Role:
    defaults = _DEFAULTS[made]
    if isinstance(value, dict) and all(
        name in defaults and isinstance(one, bool if isinstance(defaults[name], bool) else str)
        for name, one in value.items()
    ):
        kind = value.get("type") if made is Relation else value.get("role")
        needed = [name for name, empty in defaults.items() if empty is None]
        if kind in _KINDS[made] and all(value.get(name) for name in needed):
            return made(**value)
    raise BadRecord(
        f"{made.__name__} 的内容不对", f"a {made.__name__} is not written as it should be"
    )
