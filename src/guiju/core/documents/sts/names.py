"""Names of NISO STS (元素名): namespaces, and which elements stand in a line or make a block."""

from typing import Literal

from lxml import etree

from guiju.core.documents.model import MarkKind

MML = "http://www.w3.org/1998/Math/MathML"
TBX = "urn:iso:std:iso:30042:ed-1"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"
LANG = f"{{{XML}}}lang"
HREF = f"{{{XLINK}}}href"
MATH = f"{{{MML}}}math"

STYLES: dict[str, MarkKind] = {
    "italic": "italic",
    "bold": "bold",
    "underline": "underline",
    "sub": "sub",
    "sup": "sup",
    "monospace": "code",
}
BLOCKS = frozenset(
    [
        "p",
        "list",
        "def-list",
        "table-wrap",
        "table-wrap-group",
        "table",
        "array",
        "fig",
        "fig-group",
        "graphic",
        "media",
        "disp-formula",
        "disp-formula-group",
        "disp-quote",
        "preformat",
        "code",
        "boxed-text",
        "ref-list",
        "fn-group",
        "term-sec",
        "term-display",
        "non-normative-note",
        "normative-note",
        "non-normative-example",
        "normative-example",
        "note",
        "notes-group",
        "notes",
        "sec",
        "speech",
        "statement",
        "verse-group",
        "supplementary-material",
        "chem-struct-wrap",
    ]
)
NOTES: dict[str, Literal["note", "example"]] = {
    "non-normative-note": "note",
    "normative-note": "note",
    "note": "note",
    "non-normative-example": "example",
    "normative-example": "example",
}
SAFETY: tuple[Literal["important", "danger", "warning", "caution"], ...] = (
    "important",
    "danger",
    "warning",
    "caution",
)
OPAQUE = "guiju-opaque"  # the processing instruction that carries what the view has no word for


def local(element: etree._Element) -> str:
    """The name without its namespace; "" for comments, instructions and entities."""
    tag = element.tag
    return tag[tag.find("}") + 1 :] if isinstance(tag, str) else ""


def namespace(element: etree._Element) -> str:
    tag = element.tag
    return tag[1 : tag.find("}")] if isinstance(tag, str) and tag[0] == "{" else ""


def child(element: etree._Element, name: str) -> etree._Element | None:
    """The first child of this local name, whatever its namespace."""
    return next((one for one in element if local(one) == name), None)


def line_of(element: etree._Element) -> int:
    """The line of the file on which an element begins."""
    line: int | None = element.sourceline  # type: ignore[assignment]
    return line or 0
