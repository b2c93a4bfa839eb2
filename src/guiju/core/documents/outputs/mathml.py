"""MathML that a page may hold (可放入网页的公式): known elements and attributes only."""

from collections.abc import Iterator
from functools import lru_cache
from html import escape

from lxml import etree

from guiju.core.documents.sts import mathml
from guiju.core.documents.sts.names import MML, local

_ELEMENTS = frozenset(
    [
        "math", "mrow", "mi", "mn", "mo", "mtext", "ms", "mspace", "mfrac", "msqrt", "mroot",
        "msub", "msup", "msubsup", "munder", "mover", "munderover", "mmultiscripts", "mprescripts",
        "none", "mtable", "mtr", "mtd", "mlabeledtr", "mfenced", "menclose", "mpadded", "mphantom",
        "mstyle", "merror", "semantics",
    ]
)  # fmt: skip
_ATTRIBUTES = frozenset(
    [
        "accent", "accentunder", "align", "columnalign", "columnlines", "columnspacing",
        "columnspan", "close", "depth", "dir", "display", "displaystyle", "fence", "form", "frame",
        "height", "largeop", "linethickness", "lspace", "mathvariant", "maxsize", "minsize",
        "movablelimits", "notation", "open", "rowalign", "rowlines", "rowspacing", "rowspan",
        "rspace", "scriptlevel", "separator", "separators", "stretchy", "symmetric", "voffset",
        "width",
    ]
)  # fmt: skip


@lru_cache(maxsize=2000)
def safe(written: str, *, display: bool = False) -> str:
    """The formula as a page may show it; "" where it is no MathML."""
    root = mathml.read(written) if written else None
    if root is None:
        return ""
    block = ' display="block"' if display else ""
    inside = "".join(_inside(root))
    return f'<math xmlns="{MML}"{block}>{inside}</math>' if inside else ""


def _inside(element: etree._Element) -> Iterator[str]:
    yield escape(element.text or "")
    for one in element:
        if isinstance(one.tag, str):
            yield from _written(one)
        yield escape(one.tail or "")


def _written(element: etree._Element) -> Iterator[str]:
    name = local(element)
    if name in ("annotation", "annotation-xml"):
        return
    if name not in _ELEMENTS or name == "math":
        yield from _inside(element)
        return
    said = "".join(
        f' {key}="{escape(value)}"'
        for key, value in sorted((str(one), str(said)) for one, said in element.attrib.items())
        if key in _ATTRIBUTES
    )
    yield f"<{name}{said}>"
    yield from _inside(element)
    yield f"</{name}>"
