"""The reference page of the JSON of a document, made from the model itself."""

import inspect
import re
from collections.abc import Callable
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from guiju.core.documents import model
from guiju.core.documents.outputs.json import FORMAT
from guiju.core.documents.outputs.json_shapes import PAIRS, TYPE_OF
from guiju.core.documents.outputs.json_values import hints, needed

Table = Callable[[list[str], list[list[object]]], str]
CLASSES: tuple[type, ...] = (
    model.Document, model.Meta, model.Section, model.Text, model.Mark, *TYPE_OF, model.Item,
    model.Cell, model.Designation,
)  # fmt: skip
SIMPLE = {str: "string", int: "integer", bool: "boolean"}


def documents_page(table: Table) -> str:
    parts = "\n\n".join(_part(one, table) for one in CLASSES)
    return f"""# A document as JSON 标准文本的 JSON 格式

`guiju document convert … out.json` writes it, and everything that reads documents reads it. Names are those of the model and
stay. A field that is absent has its default; an unknown name is refused with its place. Every block
says its kind as `type`. Pictures stand beside the tree as `images`: an object from name to base 64.

由 `guiju document convert … out.json` 写出，凡能读入文本之处均可读回。名称与模型一致并保持稳定；缺少的字段取缺省值，
不认识的名称拒收并指明位置。每个块以 `type` 说明种类。图片在树外的 `images` 中：名称对应 base64 文字。

The value is an object with `format` = `"{FORMAT}"` and the fields of Document.
最外层是对象，`format` 为 `"{FORMAT}"`，其余为 Document 的各字段。

{parts}
"""


def _part(one: type, table: Table) -> str:
    rows: list[list[object]] = []
    if one in TYPE_OF:
        rows.append(["`type`", f"`{TYPE_OF[one]}`", "yes 是"])
    must = needed(one)
    for name, hint in hints(one).items():
        pair = PAIRS.get((one, name))
        said = _pairs(pair, hint) if pair else _said(hint)
        rows.append([f"`{name}`", said, "yes 是" if name in must else ""])
    words = re.sub(r"\s*\n\s*", " ", inspect.getdoc(one) or "")
    return (
        f"## {one.__name__}\n\n{words}\n\n{table(['Name 名称', 'Value 值', 'Needed 必备'], rows)}"
    )


def _pairs(names: tuple[str, str], hint: Any) -> str:
    kinds = get_args(get_args(hint)[0])
    said = ", ".join(f"`{name}`: {_said(kind)}" for name, kind in zip(names, kinds, strict=True))
    return f"array of objects with {said}"


def _said(hint: Any) -> str:
    if hint in SIMPLE:
        return SIMPLE[hint]
    origin = get_origin(hint)
    if origin is Literal:
        return ", ".join(f'`"{one}"`' for one in get_args(hint))
    if origin is tuple:
        return f"array of {_said(get_args(hint)[0])}"
    if origin in (Union, UnionType):
        return "block"
    return str(hint.__name__)
