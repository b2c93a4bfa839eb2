"""Texts as STS (文字写出): marks become elements, nested as the schema allows.

A break or formula that may not stand inside a mark splits it; reading joins the parts again. A
pointer inside a pointer, and a mark inside a formula, have no element: their words stay.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from lxml import etree

from guiju.core.documents.model import Mark, Text
from guiju.core.documents.sts import mathml
from guiju.core.documents.sts.names import HREF

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STYLES = {
    "italic": "italic",
    "bold": "bold",
    "underline": "underline",
    "sub": "sub",
    "sup": "sup",
    "code": "monospace",
}
_POINTERS = ("internal", "term", "footnote", "link")
_LEAVES = ("break", "math")
# What may stand directly inside a mark's element; styles may stand in everything but a leaf.
_INSIDE: dict[str, frozenset[str]] = {
    **{kind: frozenset((*_POINTERS, *_STYLES, "math", "standard")) for kind in _STYLES},
    **{kind: frozenset(_STYLES) for kind in _POINTERS},
    "standard": frozenset((*_STYLES, *_POINTERS)),
}


def clean(text: str) -> str:
    """Characters that XML may hold."""
    return _FORBIDDEN.sub("", text)


@dataclass(slots=True)
class Node:
    """A mark with what lies inside it."""

    mark: Mark
    inside: list["Node"] = field(default_factory=list)


Pointing = Callable[[Mark], "dict[str, str]"]


def put(element: etree._Element, text: Text, pointing: Pointing) -> None:
    """The text at the end of an element's content."""
    most = len(text.content)
    marks = [one for one in text.marks if 0 <= one.start <= one.end <= most]
    _put(element, text.content, 0, most, _tree(marks), pointing)


def add_words(element: etree._Element, words: str) -> None:
    """Plain characters at the end of an element's content."""
    said = clean(words)
    if not said:
        return
    last = next(element.iterchildren(reversed=True), None)  # len() would count them all
    if last is not None:
        last.tail = (last.tail or "") + said
    else:
        element.text = (element.text or "") + said


def _put(
    element: etree._Element,
    content: str,
    start: int,
    end: int,
    nodes: Sequence[Node],
    pointing: Pointing,
) -> None:
    at = start
    for node in nodes:
        mark = node.mark
        add_words(element, content[at : mark.start])
        made = _element(element, content, mark, node, pointing)
        if made is not None and mark.kind not in _LEAVES:
            if made.tag == "std" and not node.inside:
                add_words(etree.SubElement(made, "std-ref"), content[mark.start : mark.end])
            else:
                _put(made, content, mark.start, mark.end, node.inside, pointing)
        at = mark.end
    add_words(element, content[at:end])


def _element(
    parent: etree._Element, content: str, mark: Mark, node: Node, pointing: Pointing
) -> etree._Element | None:
    if mark.kind in _STYLES:
        return etree.SubElement(parent, _STYLES[mark.kind])
    if mark.kind == "break":
        return etree.SubElement(parent, "break")
    if mark.kind == "math":
        return math(parent, "inline-formula", content[mark.start : mark.end], mark.value)
    if mark.kind == "standard":
        said = {"std-id": clean(mark.value)} if mark.value else {}
        return etree.SubElement(parent, "std", said)
    if mark.kind == "link":
        made = etree.SubElement(parent, "ext-link", {"ext-link-type": "uri"})
        made.set(HREF, clean(mark.value))
        return made
    return etree.SubElement(parent, "xref", pointing(mark))


def math(parent: etree._Element, name: str, linear: str, value: str) -> etree._Element:
    """A formula: MathML, with its line beside it where it is another than ours."""
    made = etree.SubElement(parent, name)
    formula = mathml.read(value) if value else None
    if formula is None:
        add_words(made, linear)
        return made
    if mathml.linear(formula) == linear:
        made.append(formula)
        return made
    choices = etree.SubElement(made, "alternatives")
    add_words(etree.SubElement(choices, "textual-form"), linear)
    choices.append(formula)
    return made


def _tree(marks: Sequence[Mark]) -> list[Node]:
    """Marks one inside another; one that reaches out of another is cut in two."""
    top: list[Node] = []
    for mark in sorted(marks, key=lambda one: (one.start, -one.end)):
        _insert(top, mark)
    return top


def _insert(nodes: list[Node], mark: Mark) -> None:
    if not nodes or mark.start >= nodes[-1].mark.end:
        nodes.append(Node(mark))
        return
    last = nodes[-1]
    if mark.kind in _LEAVES:
        if mark.end <= last.mark.end:
            _insert_leaf(nodes, mark)
    elif mark.end > last.mark.end:
        _insert(nodes, mark._replace(end=last.mark.end))
        _insert(nodes, mark._replace(start=last.mark.end))
    elif last.mark.kind not in _LEAVES and mark.kind in _INSIDE[last.mark.kind]:
        _insert(last.inside, mark)


def _insert_leaf(nodes: list[Node], leaf: Mark) -> None:
    """Into the innermost mark that may hold it; marks further in are split around it."""
    path = [nodes[-1]]
    while path[-1].inside and leaf.start < path[-1].inside[-1].mark.end:
        path.append(path[-1].inside[-1])
    if path[-1].mark.kind in _LEAVES:
        return
    level = len(path)
    while level and leaf.kind not in _INSIDE[path[level - 1].mark.kind]:
        level -= 1
    holder = path[level - 1].inside if level else nodes
    if level == len(path):
        holder.append(Node(leaf))
        return
    before, after = _split(path[level], leaf)
    holder[-1:] = [before, Node(leaf), after]


def _split(node: Node, leaf: Mark) -> tuple[Node, Node]:
    before = Node(node.mark._replace(end=leaf.start))
    after = Node(node.mark._replace(start=leaf.end))
    for one in node.inside:
        if one.mark.start >= leaf.end:
            after.inside.append(one)
        elif one.mark.end <= leaf.start:
            before.inside.append(one)
        else:
            for part, half in zip((before, after), _split(one, leaf), strict=True):
                part.inside.append(half)
    return before, after
