"""Fields of a definition (栏目的定义): kinds, choices, columns, conditions."""

from collections.abc import Mapping
from typing import Literal, cast, get_args

from guiju.core.errors import Bilingual
from guiju.core.forms.model import ALWAYS, YES_NO, Column, Field, Kind, When
from guiju.core.procedures.files.parts import bilingual, known, texts
from guiju.core.provisions.files.nodes import Node

_COLUMN_KINDS = ("text", "choice", "number")
_WIDTH = 10


def field(key: str, node: Node, above: Mapping[str, Field]) -> Field:
    """A field by its key; those above it may stand in its conditions."""
    node.only("label", "kind", "required", "when", "from", "choices", "columns", "also", "rows")
    kind_node, source, condition = node.get("kind"), node.get("from"), node.get("when")
    kind = "text" if kind_node is None else kind_node.text
    known(kind_node or node, kind, get_args(Kind), "类型", "kind")
    rows = node.get("rows")
    return Field(
        id=key,
        label=bilingual(node.need("label")),
        kind=cast("Kind", kind),
        required=_required(node.get("required"), above),
        when=() if condition is None else when(condition, above),
        source="" if source is None else _dotted(source),
        choices=YES_NO if kind == "yesno" else _choices(node, kind == "choice"),
        columns=_columns(node, kind == "table"),
        also=texts(node, "also"),
        rows=0 if rows is None else _whole(rows),
        line=node.line,
    )


def when(node: Node, above: Mapping[str, Field]) -> When:
    """`{name: value}` or `{name: [value, value]}`; `any` asks only that something is there."""
    for key, one in node.fields.items():
        if "." in key:
            continue
        known(one, key, dict(above), "栏目（应在前面）", "field above")
        for value in one.texts():
            if above[key].choices and value != "any":
                known(one, value, dict(above[key].choices), f"“{key}”的值", f"value of “{key}”")
    return tuple((key, one.texts()) for key, one in node.fields.items())


def _required(node: Node | None, above: Mapping[str, Field]) -> tuple[When, ...]:
    if node is None:
        return ()
    if node.is_text:
        if node.text not in ("yes", "no"):
            raise node.wrong("应为 yes、no 或条件", "yes, no or conditions are expected")
        return ALWAYS if node.text == "yes" else ()
    if node.is_map:
        return (when(node, above),)
    return tuple(when(one, above) for one in node.rows)


def _dotted(node: Node) -> str:
    if "." not in node.text:
        raise node.wrong(
            "应为带点的名称，例如 project.title_zh", "a dotted name is expected: project.title_zh"
        )
    return node.text


def _whole(node: Node) -> int:
    if not node.text.isdecimal():
        raise node.wrong("应为正整数", "a whole number is expected")
    return int(node.text)


def _choices(node: Node, wanted: bool) -> Mapping[str, Bilingual]:
    if not wanted:
        if node.get("choices") is not None:
            raise node.need("choices").wrong("只有 choice 才有选项", "only a choice has choices")
        return {}
    found = {key: bilingual(one) for key, one in node.need("choices").fields.items()}
    if len(found) < 2:
        raise node.need("choices").wrong("至少要有两个选项", "two choices at least are expected")
    return found


def _columns(node: Node, wanted: bool) -> tuple[Column, ...]:
    if not wanted:
        if node.get("columns") is not None:
            raise node.need("columns").wrong("只有 table 才有栏", "only a table has columns")
        return ()
    return tuple(_column(key, one) for key, one in node.need("columns").fields.items())


def _column(key: str, node: Node) -> Column:
    node.only("label", "kind", "width", "from", "choices", "also", "required")
    kind_node, width, source = node.get("kind"), node.get("width"), node.get("from")
    kind = "text" if kind_node is None else kind_node.text
    known(kind_node or node, kind, _COLUMN_KINDS, "类型", "kind")
    required = node.get("required")
    return Column(
        id=key,
        label=bilingual(node.need("label")),
        width=_WIDTH if width is None else _whole(width),
        kind=cast("Literal['text', 'choice', 'number']", kind),
        choices=_choices(node, kind == "choice"),
        source=key if source is None else source.text,
        also=texts(node, "also"),
        required=required is not None and required.text == "yes",
        line=node.line,
    )
