"""A comparison as a page (比对结果网页): both texts of each change side by side, without script."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from guiju.cli.document_words import CHANGES, PARTS
from guiju.core.documents.outputs.html_tags import escaped

if TYPE_CHECKING:
    from guiju.core.compare.documents import Comparison, TextOp

_SIDES = {
    "zh": ("位置", "变化", "旧文本", "新文本"),
    "en": ("Place", "Change", "Old text", "New text"),
}
_TITLE = {"zh": "标准文本比对", "en": "Comparison of standards"}


def comparison_page(comparison: "Comparison", language: str) -> str:
    """A whole HTML file in the language of the new text."""
    english = language.startswith("en")
    code = "en" if english else "zh"
    said = comparison.summary
    title = f"{_TITLE[code]} {said.a} → {said.b}"
    parts = "".join(_part(PARTS[name].say(code), getattr(comparison, name), code) for name in PARTS)
    return (
        f'<!DOCTYPE html>\n<html lang="{"en" if english else "zh-Hans"}">\n'
        f'<head><meta charset="utf-8"><title>{escaped(title)}</title></head>\n'
        f"<body><main><h1>{escaped(title)}</h1>{parts}</main></body>\n</html>\n"
    )


def _part(title: str, changes: Iterable[Any], code: str) -> str:
    rows = "".join(_row(one, code) for one in changes if one.change != "unchanged")
    if not rows:
        return ""
    heads = "".join(f'<th scope="col">{one}</th>' for one in _SIDES[code])
    return (
        f"<section><h2>{title}</h2><table><thead><tr>{heads}</tr></thead>"
        f"<tbody>{rows}</tbody></table></section>"
    )


def _row(one: Any, code: str) -> str:
    old, new = (" ".join(side) if isinstance(side, tuple) else side for side in (one.a, one.b))
    place = old if old == new else f"{old or '—'} → {new or '—'}"
    left, right = _sides(one)
    change = CHANGES[one.change].say(code)
    return (
        f'<tr class="{one.change}"><th scope="row">{escaped(place)}</th><td>{change}</td>'
        f"<td>{left}</td><td>{right}</td></tr>"
    )


def _sides(one: Any) -> tuple[str, str]:
    if hasattr(one, "characteristic"):
        name = escaped(one.characteristic)
        sides = (one.a_limit, one.b_limit)
        left, right = (f"{name}: {escaped(side)}" if side.strip() else "" for side in sides)
        return left, right
    if hasattr(one, "a_number"):
        return escaped(one.a_number), escaped(one.b_number)
    if hasattr(one, "cells"):
        cells = [
            (_marked(x.a_text, x.text_ops, old=True), _marked(x.b_text, x.text_ops), x)
            for x in one.cells
        ]
        left, right = (
            "<br>".join(
                f"{escaped(x.row)} / {escaped(x.column)}: {pair[side]}" for *pair, x in cells
            )
            for side in (0, 1)
        )
        return left, right
    ops = getattr(one, "text_ops", ())
    return _marked(one.a_text, ops, old=True), _marked(one.b_text, ops)


def _marked(text: str, ops: Sequence["TextOp"], *, old: bool = False) -> str:
    """The text with what was deleted, or inserted, marked in place."""
    out, at, tag = [], 0, "del" if old else "ins"
    for op in ops:
        start, end = (op.a_start, op.a_end) if old else (op.b_start, op.b_end)
        if start < at or end <= start:
            continue
        out += [escaped(text[at:start]), f"<{tag}>{escaped(text[start:end])}</{tag}>"]
        at = end
    out.append(escaped(text[at:]))
    return "".join(out).replace("\n", "<br>")
