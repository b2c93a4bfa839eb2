"""Labels of list items that a page counts (网页列项的编号): by its tags, or by its style sheet."""

import re

from lxml import etree

from guiju.core.documents.html.inline import classes_of

_RULE = re.compile(
    r"\.([\w-]+)\s*>\s*li:before\s*\{\s*content:\s*\"([^\"]*)\"\s*counter\([\w-]+\s*(?:,\s*([\w-]+))?\s*\)\s*\"([^\"]*)\""
)
_STYLE = re.compile(r"list-style(?:-type)?:\s*([\w-]+)", re.I)
_KINDS = {
    "a": "a", "A": "A", "lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A", "i": "i",
    "lower-roman": "i",
}  # fmt: skip
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
Rules = dict[str, tuple[str, str, str]]


def rules_of(root: etree._Element) -> Rules:
    """What the style sheets of the page say before each item of a list."""
    text = "\n".join(one.text or "" for one in root.iter("style"))[:500_000]
    return {
        name: (before, kind or "decimal", after)
        for name, before, kind, after in _RULE.findall(text)
    }


def label(listed: etree._Element, count: int, rules: Rules) -> str:
    """The label of the item that is the `count`th of its list."""
    count += _number(listed.get("start")) - 1
    said = next((rules[name] for name in classes_of(listed) if name in rules), None)
    if said is not None:
        before, kind, after = said
        return f"{before}{_sign(_KINDS.get(kind, ''), count)}{after}".strip() or "——"
    if listed.tag == "ol":
        style = _STYLE.search(listed.get("style") or "")
        kind = _KINDS.get(listed.get("type") or "") or _KINDS.get(
            style[1].lower() if style else "", ""
        )
        return f"{_sign(kind, count)})"
    above = sum(one.tag in ("ul", "ol") for one in listed.iterancestors())
    return "·" if above else "——"


def _number(said: str | None) -> int:
    return int(said) if said and said.isascii() and said.isdigit() and len(said) < 5 else 1


def _sign(kind: str, count: int) -> str:
    if kind in ("a", "A") and 1 <= count <= 26:
        return chr(ord("a" if kind == "a" else "A") + count - 1)
    return _ROMAN[count - 1] if kind == "i" and 1 <= count <= len(_ROMAN) else str(count)
