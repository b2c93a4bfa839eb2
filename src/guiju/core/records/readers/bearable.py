"""How much one record may say (著录上限): what pages, lists and the index can bear."""

from collections.abc import Collection
from dataclasses import fields
from typing import Any

from guiju.core.records.model import Record, Relation, Role
from guiju.core.records.readers.base import BadRecord

_LONGEST_TITLE = 10_000  # characters; a title stands in every list that has the standard
_MOST = 1_000_000  # characters of all its texts; its page shows them
_DEEPEST = 12
_FIELDS = {made: [one.name for one in fields(made)] for made in (Record, Relation, Role)}


def bearable(record: Record) -> Record:
    """The record itself; raises BadRecord if it says more than can be shown."""
    if any(len(title) > _LONGEST_TITLE for title in record.titles.values()):
        raise BadRecord(
            f"名称超过 {_LONGEST_TITLE} 个字符",
            f"a title has more than {_LONGEST_TITLE} characters",
        )
    if _is_too_much(record):
        raise BadRecord(
            f"内容合计超过 {_MOST} 个字符", f"its texts together have more than {_MOST} characters"
        )
    if record.extra:
        check_depth(record.extra)
    return record


def check_depth(value: Any) -> None:
    """Raise BadRecord if it is nested too deeply: it could not be stored and read back."""
    layer = [value]
    for _ in range(_DEEPEST):
        layer = [inner for one in layer if isinstance(one, dict | list) for inner in _inside(one)]
    if layer:
        raise BadRecord("嵌套过深", "it is nested too deeply")


def _is_too_much(record: Record) -> bool:
    """Counts until it is, and no further: aliases can make of a small item a text without end."""
    count, waiting = 0, [_values(record)]
    while waiting:
        for one in waiting.pop():
            if isinstance(one, str):
                count += len(one)
            else:
                count += 1
                if one:
                    waiting.append(_values(one))
            if count > _MOST:
                return True
    return False


def _inside(one: Any) -> Collection[Any]:
    return one.values() if isinstance(one, dict) else one


def _values(one: Any) -> Collection[Any]:
    if isinstance(one, list | tuple):
        return one
    if isinstance(one, dict):
        return (*one, *one.values())
    return [getattr(one, name) for name in _FIELDS.get(type(one), ())]
