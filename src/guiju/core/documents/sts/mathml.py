"""MathML (数学公式): one way of writing it, and a line of text that says the same."""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from guiju.core.documents.sts.names import MATH, MML, local
from guiju.core.documents.sts.safe import read_xml
from guiju.core.errors import InputError

_TOKENS = frozenset(("mi", "mn", "mo", "mtext", "ms"))
_SPACED = frozenset("=<>≤≥≠≈≡∈→±×÷+−")
_ANNOTATIONS = ("annotation", "annotation-xml")
_SCRIPTS = {
    "msub": "_",
    "msup": "^",
    "munder": "_",
    "mover": "^",
    "msubsup": "_^",
    "munderover": "_^",
}
_SPACE = re.compile(r"[ \t\r\n]+")


def canonical(math: etree._Element) -> str:
    """The element without prefixes, ids and white space between elements."""
    return "".join(_written(math, f' xmlns="{MML}"'))


def _written(element: etree._Element, declared: str = "") -> Iterator[str]:
    name = local(element)
    yield f"<{name}{declared}"
    for key, value in element.attrib.items():
        plain = str(key)
        if plain[0] != "{" and plain not in ("id", "xref"):
            yield f" {plain}={quoteattr(str(value))}"
    children = _shown(element)
    inside = ["".join(_written(one)) for one in children]
    presented = len(_presented(children))
    if name == "semantics" and presented > 1:
        inside = ["<mrow>", *inside[:presented], "</mrow>", *inside[presented:]]
    words = _words(element)
    if not words and not inside:
        yield "/>"
        return
    yield ">"
    yield escape(words)
    yield from inside
    yield f"</{name}>"


def _shown(element: etree._Element) -> list[etree._Element]:
    return [one for one in element if isinstance(one.tag, str)]


def _presented(children: list[etree._Element]) -> list[etree._Element]:
    return [one for one in children if local(one) not in _ANNOTATIONS]


def _words(element: etree._Element) -> str:
    """The words of an element; a foreign element inside keeps its words, not its markup."""
    parts = [element.text or "", *(one.tail or "" for one in element)]
    return _SPACE.sub(" ", "".join(parts)).strip(" ")


def read(text: str) -> etree._Element | None:
    """The element that a canonical text writes; None where it is no MathML."""
    try:
        root = read_xml(text.encode()).getroot()
    except (InputError, UnicodeEncodeError):
        return None
    return root if root.tag == MATH else None


def linear(element: etree._Element) -> str:
    """One line that says the same: (m_D)/(m_s)."""
    return _SPACE.sub(" ", _line(element)).strip(" ")


def _line(element: etree._Element) -> str:
    name, children = local(element), _shown(element)
    if name in _TOKENS or not children:
        words = _words(element)
        return f" {words} " if name == "mo" and words in _SPACED else words
    if name == "semantics":
        return "".join(map(_line, _presented(children) or children))
    if name in _SCRIPTS:
        first, *others = map(_line, children)
        marks = _SCRIPTS[name].ljust(len(others), "_")
        return first + "".join(
            mark + _group(one, "{}") for mark, one in zip(marks, others, strict=False) if one
        )
    if name == "mfrac" and len(children) == 2:
        return "/".join(_group(_line(one), "()") for one in children)
    if name == "msqrt":
        return "√" + _group("".join(map(_line, children)), "()")
    if name == "mroot" and len(children) == 2:
        return f"root({_line(children[0])}, {_line(children[1])})"
    if name == "mfenced":
        inside = ", ".join(map(_line, children))
        return f"{element.get('open', '(')}{inside}{element.get('close', ')')}"
    between = {"mtable": "; ", "mtr": ", ", "mlabeledtr": ", "}.get(name, "")
    return _words(element) + between.join(map(_line, children))


def _group(text: str, brackets: str) -> str:
    bare = text.strip(" ")
    return bare if bare.replace(".", "").isalnum() else f"{brackets[0]}{bare}{brackets[1]}"


def words(text: str) -> str:
    """Words inside a formula."""
    return f"<mtext>{escape(text.strip())}</mtext>"


def inside(canonical: str) -> str:
    """What stands inside a canonical formula, to be put into another."""
    start = canonical.index(">") + 1
    return "" if canonical.endswith("/>") and start == len(canonical) else canonical[start:-7]
