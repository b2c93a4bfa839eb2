"""Names of Metanorma (元素名), and what a presentation file repeats for printers."""

from collections.abc import Iterator

from lxml import etree

from guiju.core.documents.model import MarkKind
from guiju.core.documents.sts.names import local

STYLES: dict[str, MarkKind] = {
    "em": "italic",
    "strong": "bold",
    "underline": "underline",
    "sub": "sub",
    "sup": "sup",
    "tt": "code",
}
CLAUSES = frozenset(
    [
        "clause",
        "foreword",
        "introduction",
        "abstract",
        "acknowledgements",
        "terms",
        "definitions",
        "references",
        "annex",
        "appendix",
        "executivesummary",
    ]
)
HEADS = frozenset(("title", "name", "variant-title"))
_PRINTED = frozenset(("semx", "xref-label", "bookmark", "index", "index-xref", "toc", "callout"))
NO_TEXT = frozenset(
    ["boilerplate", "localized-strings", "metanorma-extension", "annotation-container"]
)


def is_printed(element: etree._Element) -> bool:
    """Whether it repeats for printers what another element says."""
    name = local(element)
    return name.startswith("fmt-") or name in _PRINTED or name == "biblio-tag"


def said(element: etree._Element) -> Iterator[etree._Element]:
    """The children that say something themselves."""
    for one in element:
        if isinstance(one.tag, str) and not is_printed(one):
            yield one


def words(element: etree._Element | None) -> str:
    """All words of an element, on one line."""
    return "" if element is None else " ".join(str(element.xpath("string()")).split())


def id_of(element: etree._Element) -> str:
    return str(element.get("anchor") or element.get("id") or "")
