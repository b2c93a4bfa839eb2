"""Formulas for Markdown (Markdown 公式): from MathML where there is some, else from the line."""

import re

from lxml import etree

from guiju.core.documents.sts import mathml
from guiju.core.documents.sts.names import local

_ESCAPED = {"\\": r"\backslash ", "{": r"\{", "}": r"\}", "$": r"\$", "%": r"\%", "#": r"\#",
            "&": r"\&", "_": r"\_", "^": r"\hat{}", "~": r"\sim "}  # fmt: skip
_SCRIPTS = {"msub": "_", "msup": "^", "munder": "_", "mover": "^"}
_INDEX = re.compile(r"([_^])(?:\(([^()]*)\)|\{([^{}]*)\}|([^\W_]{2,}))")
_PLAIN = re.compile(r"[\\$%#&~]")


def of_formula(written: str, linear: str) -> str:
    """TeX for a formula; "" where the line cannot be said in it."""
    root = mathml.read(written) if written else None
    if root is not None and len(root):
        return " ".join(_tex(root).split())
    return of_line(linear)


def of_line(linear: str) -> str:
    """a_(max) becomes a_{max}."""
    if "\\" in linear or "$" in linear or "\n" in linear:
        return ""
    made = _INDEX.sub(lambda one: f"{one[1]}{{{one[2] or one[3] or one[4] or ''}}}", linear)
    return _PLAIN.sub(lambda one: _ESCAPED[one[0]], made)


def _tex(element: etree._Element) -> str:
    name = local(element)
    children = [one for one in element if isinstance(one.tag, str)]
    if name in ("annotation", "annotation-xml"):
        return ""
    if not children:
        return _token(name, element.text or "")
    parts = [_tex(one) for one in children]
    if name == "mfrac" and len(parts) == 2:
        return rf"\frac{{{parts[0]}}}{{{parts[1]}}}"
    if name in _SCRIPTS and len(parts) == 2:
        return f"{_one(parts[0])}{_SCRIPTS[name]}{{{parts[1]}}}"
    if name in ("msubsup", "munderover") and len(parts) == 3:
        return f"{_one(parts[0])}_{{{parts[1]}}}^{{{parts[2]}}}"
    if name == "msqrt":
        return rf"\sqrt{{{''.join(parts)}}}"
    if name == "mroot" and len(parts) == 2:
        return rf"\sqrt[{parts[1]}]{{{parts[0]}}}"
    if name == "mfenced":
        inside = ", ".join(parts)
        return f"{element.get('open', '(')}{inside}{element.get('close', ')')}"
    if name == "mtable":
        rows = r" \\ ".join(parts)
        return rf"\begin{{matrix}}{rows}\end{{matrix}}"
    return (" & " if name in ("mtr", "mlabeledtr") else "").join(parts)


def _token(name: str, words: str) -> str:
    plain = "".join(_ESCAPED.get(sign, sign) for sign in words.strip())
    if name in ("mtext", "ms") and plain:
        return rf"\text{{{plain}}}"
    if name == "mi" and len(plain) > 1 and plain.isalpha():
        return rf"\mathrm{{{plain}}}"
    return f" {plain} " if name == "mo" else plain


def _one(part: str) -> str:
    return part if len(part) == 1 else f"{{{part}}}"
