"""YAML from strangers (安全读取 YAML): texts only, no tags, few aliases, bounded depth."""

from collections.abc import Iterator
from typing import Any

import yaml

from guiju.core.records.readers.base import BadRecord

_DEEPEST = 60
_MOST_EVENTS = 2_000_000  # about half a gigabyte once it is built


class _Texts(yaml.CBaseLoader):
    """Every scalar stays the text that it is: 35.240 is no number, 2018-10-17 no date."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        made: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        if len(made) != len(node.value):
            raise BadRecord("键重复", "a key stands twice")
        return made


def load_yaml(text: str, most_aliases: int) -> Iterator[Any]:
    """The documents of the text, one by one; raises BadRecord with the reason."""
    _check(text, most_aliases)
    try:
        yield from yaml.load_all(text, Loader=_Texts)
    except (yaml.YAMLError, ValueError, TypeError) as failure:
        raise _bad(failure) from None


def _check(text: str, most_aliases: int) -> None:
    """Look at the events alone, which need no memory, before anything is built."""
    depth = aliases = 0
    try:
        for count, event in enumerate(yaml.parse(text, Loader=yaml.CBaseLoader)):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            elif isinstance(event, yaml.AliasEvent):
                aliases += 1
            if depth > _DEEPEST:
                raise BadRecord("嵌套过深", "it is nested too deeply")
            if count > _MOST_EVENTS:
                raise BadRecord(
                    "内容过多，请拆成几个文件", "there is too much in it; split the file"
                )
            if aliases > most_aliases:
                raise BadRecord("引用（别名）过多", "it has too many aliases")
    except yaml.YAMLError as failure:
        raise _bad(failure) from None


def _bad(failure: Exception) -> BadRecord:
    mark = getattr(failure, "problem_mark", None)
    line = mark.line + 1 if mark is not None else 1
    return BadRecord(f"不是 YAML（第 {line} 行）", f"it is not YAML (line {line})")
