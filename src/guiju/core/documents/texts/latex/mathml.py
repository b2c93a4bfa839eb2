"""Nodes as MathML (写成 MathML), in the one way in which all readers keep it."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from guiju.core.documents.sts import mathml
from guiju.core.documents.sts.names import MML
from guiju.core.documents.texts.latex.parsing import Node


def written(row: Sequence[Node]) -> tuple[str, str]:
    """The MathML of a row, and one line that says the same."""
    xml = f'<math xmlns="{MML}">{_inside(row)}</math>'
    root = mathml.read(xml)
    return (mathml.canonical(root), mathml.linear(root)) if root is not None else ("", "")


def _inside(row: Sequence[Node]) -> str:
    return "".join(map(_element, _words_joined(row)))


def _words_joined(row: Sequence[Node]) -> list[Node]:
    return [one for one in row if one.tag != "mspace" and (one.tag != "mo" or one.text)]


def _element(one: Node) -> str:
    if one.tag in ("mi", "mn", "mo", "mtext"):
        words = "−" if one.tag == "mo" and one.text == "-" else one.text
        is_normal = one.tag == "mi" and one.upright and len(one.text) == 1
        variant = ' mathvariant="normal"' if is_normal else ""
        return f"<{one.tag}{variant}>{escape(words)}</{one.tag}>"
    if one.tag == "mrow" and len(one.parts) == 1:
        return _element(one.parts[0])
    if one.tag in ("mrow", "msqrt", "mtd"):
        return f"<{one.tag}>{_inside(one.parts)}</{one.tag}>"
    return f"<{one.tag}>{''.join(map(_part, one.parts))}</{one.tag}>"


def _part(one: Node) -> str:
    """A part that must stand, even when it shows nothing."""
    return _element(one) if one.tag != "mspace" else "<mrow/>"
