"""A document with every text changed (逐文变换): the tree stays, the texts are handed to a function."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from guiju.core.documents.model import Text

Tree = TypeVar("Tree")
Change = Callable[[Text, str], Text]


def mapped(tree: Tree, change: Change, above: str = "") -> Tree:
    """`change(text, address)` for each text, with the address of what holds it."""
    made: Tree = _mapped(tree, change, above)
    return made


def _mapped(one: Any, change: Change, above: str) -> Any:
    if isinstance(one, Text):
        return change(one, above) if one.content else one
    if isinstance(one, tuple):
        made = [_mapped(part, change, above) for part in one]
        return tuple(made) if any(a is not b for a, b in zip(one, made, strict=True)) else one
    if not is_dataclass(one) or isinstance(one, type):
        return one
    here = getattr(one, "address", "") or above
    changed = {}
    for field in fields(one):
        was = getattr(one, field.name)
        now = _mapped(was, change, here)
        if now is not was:
            changed[field.name] = now
    return replace(one, **changed) if changed else one
