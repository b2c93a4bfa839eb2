"""Lists (列项) of two levels, and lists of symbols below a formula."""

from collections.abc import Callable, Sequence
from typing import Any

from guiju.core.documents.docx.said import OURS
from guiju.core.documents.docx.writing.making import Element, control, paragraph, run
from guiju.core.documents.docx.writing.state import State
from guiju.core.documents.docx.writing.texts import runs
from guiju.core.documents.model import Block, Item, Items, Paragraph, Text
from guiju.core.documents.structure.lists import symbol
from guiju.core.documents.structure.marks import shape, sign_of

Written = Callable[..., list[Element]]
_DASH = "——"
_DEEPEST = 2


def written(items: Items, state: State, inner: Written, *, leads: bool = False) -> list[Element]:
    """Simple lists as they are typed; others in a content control, so that nothing falls out."""
    if leads and all(_is_symbol(one) for one in items.items):
        return [_line(one, f"{one.label}{_DASH}", "where", state) for one in items.items]
    if _is_simple(items.items, ()):
        return _typed(items.items, 1, state)
    made = []
    for one in items.items:
        first, rest = _split(one)
        sign = f"{one.label}{_DASH}" if one.label and not _is_sign(one.label) else _sign(one.label)
        head = paragraph("item1", *state.marked(one.address, run(sign), *runs(first, state)))
        made.append(control(f"{OURS}item", head, *inner(rest, state, "item2")))
    return [control(f"{OURS}list", *made)]


def _split(one: Item) -> tuple[Text, Sequence[Block]]:
    first = one.blocks[0] if one.blocks else None
    return (first.text, one.blocks[1:]) if isinstance(first, Paragraph) else (Text(), one.blocks)


def _is_sign(label: str) -> bool:
    sign = sign_of(f"{label} x")
    return sign.kind == "item" and sign.label == label


def _is_symbol(one: Item) -> bool:
    if len(one.blocks) != 1 or not isinstance(one.blocks[0], Paragraph) or not one.label:
        return False
    line = f"{one.label}{_DASH}{one.blocks[0].text.content}"
    found = symbol(Text(line))
    return found is not None and found[0] == one.label and sign_of(line).kind in ("plain", "item")


def _is_simple(items: Sequence[Item], above: tuple[str, ...]) -> bool:
    """Items of one paragraph, and of one inner list that has other signs."""
    shapes = {shape(one.label or _DASH) for one in items}
    if len(shapes) != 1 or shapes & set(above) or len(above) >= _DEEPEST:
        return False
    for one in items:
        if one.label and not _is_sign(one.label):
            return False
        text, rest = _split(one)
        inner: list[Any] = list(rest)
        if not text or any(not isinstance(x, Items) for x in inner) or len(inner) > 1:
            return False
        if any(not _is_simple(x.items, (*above, *shapes)) for x in inner):
            return False
    return True


def _typed(items: Sequence[Item], level: int, state: State) -> list[Element]:
    out: list[Element] = []
    for one in items:
        out.append(_line(one, _sign(one.label), f"item{level}", state))
        for block in one.blocks[1:]:
            out += _typed(block.items, level + 1, state) if isinstance(block, Items) else []
    return out


def _sign(label: str) -> str:
    """The sign and what parts it from the text; a dash is as wide as its place."""
    label = label or _DASH
    return label if label.startswith("—") else f"{label}\t"


def _line(one: Item, sign: str, style: str, state: State) -> Element:
    text, _ = _split(one)
    return paragraph(style, *state.marked(one.address, run(sign), *runs(text, state)))
