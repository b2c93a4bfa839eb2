"""The table of contents (目次)."""

from django.utils.safestring import SafeString

from guiju.apps.library.rendering.look import Look
from guiju.apps.library.rendering.tags import joined, tag
from guiju.core.documents.model import Document, Section

DEEPEST = 3


def outline(document: Document, look: Look) -> SafeString:
    """Nested lists of links, three levels deep."""
    return _list(document.sections, look)


def _list(sections: tuple[Section, ...], look: Look) -> SafeString:
    shown = [one for one in sections if one.label or one.title]
    return tag("ol", *(_item(one, look) for one in shown), class_="lt-toc") if shown else joined()


def _item(one: Section, look: Look) -> SafeString:
    label = (
        look.word(f"附录{one.label}", f"Annex {one.label}") if one.kind == "annex" else one.label
    )
    link = tag(
        "a",
        tag("span", label, class_="lt-toc-label") if label else "",
        tag("span", one.title.content),
        href=f"#{look.id(one.address)}",
    )
    below = _list(one.sections, look) if one.level < DEEPEST else ""
    return tag("li", link, below)
