"""YAML with its line numbers, every scalar as it is written: 0.50 stays "0.50", and no key is lost."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from guiju.core.errors import Bilingual, InputError

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
NOTHING = Bilingual("", "")
_DEEPEST = 40
_LARGEST = 4_000_000


class RuleFileError(InputError):
    """A rule file that cannot be used (规则文件有误)."""

    code = "provisions.file"
    zh = "规则文件 {subject} 第 {line} 行（{path}）：{why.zh}。{mend.zh}"
    en = "Rule file {subject}, line {line} ({path}): {why.en}. {mend.en}"


@dataclass(frozen=True, slots=True)
class Node:
    """A value with the place where it is written. Asking for what is not there raises RuleFileError."""

    value: "str | tuple[Node, ...] | dict[str, Node]"
    file: str
    line: int
    path: str = ""

    def wrong(self, zh: str, en: str, mend: Bilingual = NOTHING) -> RuleFileError:
        """The error to raise about this value; `mend` says what to do where `zh` does not."""
        why = Bilingual(zh.rstrip("。"), en.rstrip("."))
        where = self.path or "/"
        return RuleFileError(self.file, line=self.line, path=where, why=why, mend=mend)

    @property
    def text(self) -> str:
        if isinstance(self.value, str) and self.value.strip():
            return self.value.strip()
        raise self.wrong("这里应当是一段文字", "a text is expected here")

    @property
    def rows(self) -> "tuple[Node, ...]":
        if isinstance(self.value, tuple):
            return self.value
        raise self.wrong("这里应当是一列值，例如 [a, b]", "a list is expected here, such as [a, b]")

    @property
    def fields(self) -> "dict[str, Node]":
        if isinstance(self.value, dict):
            return self.value
        raise self.wrong("这里应当是“键: 值”", "“key: value” is expected here")

    @property
    def is_text(self) -> bool:
        return isinstance(self.value, str)

    @property
    def is_map(self) -> bool:
        return isinstance(self.value, dict)

    def get(self, key: str) -> "Node | None":
        return self.fields.get(key)

    def need(self, key: str) -> "Node":
        """The value of a key that must be there."""
        found = self.fields.get(key)
        if found is None:
            raise self.wrong(f"缺少“{key}”，请补上", f"“{key}” is missing; add it")
        return found

    def texts(self) -> tuple[str, ...]:
        """A list of texts, or one text as a list."""
        return (self.text,) if self.is_text else tuple(one.text for one in self.rows)

    def only(self, *keys: str) -> None:
        """No other keys than these: a misspelt one would be silently without effect."""
        for key, one in self.fields.items():
            if key not in keys:
                known = "、".join(keys)
                raise one.wrong(
                    f"不认识“{key}”；可用的有 {known}",
                    f"“{key}” is not known; there are {', '.join(keys)}",
                )


def read_yaml(data: str, file: str) -> Node:
    """The file as nodes. Raises RuleFileError."""
    top = Node("", file, 1)
    if len(data) > _LARGEST:
        raise top.wrong(
            "文件过大（上限四百万字符）", "the file is too large (four million characters at most)"
        )
    try:
        _check_depth(data, file)
        found = yaml.compose(data, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = Node("", file, mark.line + 1 if mark else 1)
        raise at.wrong(
            f"不是合法的 YAML（{error.problem}）", f"this is no YAML ({error.problem})"
        ) from error
    except yaml.YAMLError as error:
        raise top.wrong(
            "含有 YAML 不允许的字符", "it holds characters that YAML does not allow"
        ) from error
    if found is None:
        raise top.wrong("文件是空的", "the file is empty")
    return _node(found, file, "", 0, set())


def _check_depth(data: str, file: str) -> None:
    """Before anything is built of it: composing calls itself, and ten thousand brackets end the process."""
    depth = 0
    for event in yaml.parse(data, Loader=_LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _DEEPEST + 1:
                line = event.start_mark.line + 1 if event.start_mark else 1
                raise Node("", file, line).wrong("嵌套过深", "it is nested too deeply")
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _node(found: yaml.Node, file: str, path: str, depth: int, seen: set[int]) -> Node:
    here = Node("", file, found.start_mark.line + 1, path)
    if id(found) in seen:
        raise here.wrong(
            "请不要使用锚点和别名（& 与 *）", "do not use anchors and aliases (& and *)"
        )
    seen.add(id(found))
    if depth > _DEEPEST:
        raise here.wrong("嵌套过深", "it is nested too deeply")
    if isinstance(found, yaml.ScalarNode):
        return Node(str(found.value), file, here.line, path)
    if isinstance(found, yaml.SequenceNode):
        rows = (
            _node(one, file, f"{path}[{at}]", depth + 1, seen)
            for at, one in enumerate(found.value, 1)
        )
        return Node(tuple(rows), file, here.line, path)
    fields: dict[str, Node] = {}
    for key, line, one in _pairs(found, here):
        if key in fields:
            again = Node("", file, line, path)
            raise again.wrong(f"“{key}”写了两次", f"“{key}” is written twice")
        fields[key] = _node(one, file, f"{path}.{key}".lstrip("."), depth + 1, seen)
    return Node(fields, file, here.line, path)


def _pairs(found: yaml.Node, here: Node) -> Iterator[tuple[str, int, yaml.Node]]:
    for key, one in found.value:
        if not isinstance(key, yaml.ScalarNode):
            raise here.wrong("键应当是文字", "a key must be a text")
        yield str(key.value), key.start_mark.line + 1, one
