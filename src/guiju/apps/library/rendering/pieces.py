"""A text in pieces (正文分段): headings and blocks in reading order, each with its address."""

from collections.abc import Iterator
from typing import NamedTuple

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from guiju.apps.library.rendering.blocks import anchor, block_html
from guiju.apps.library.rendering.inline import inline
from guiju.apps.library.rendering.look import Look
from guiju.apps.library.rendering.tags import tag
from guiju.core.documents.model import Document, Section

_LOWEST = 6
_NATURES = {
    "normative": ("规范性", "normative"),
    "informative": ("资料性", "informative"),
}


class Piece(NamedTuple):
    """Markup at an address; `level` is that of a heading, 0 for a block."""

    address: str
    html: SafeString
    level: int = 0


def pieces(document: Document, look: Look) -> tuple[Piece, ...]:
    """All of the document, its footnotes last."""
    made = [piece for one in document.sections for piece in _of(one, look)]
    made += [Piece(one.address, block_html(one, look)) for one in document.footnotes]
    return tuple(made)


def _of(one: Section, look: Look) -> Iterator[Piece]:
    yield Piece(one.address, _heading(one, look), one.level)
    for block in one.blocks:
        yield Piece(block.address, block_html(block, look))
    for part in one.sections:
        yield from _of(part, look)


def _heading(one: Section, look: Look) -> SafeString:
    """Label and title; a clause without a title (无标题条) shows its label alone."""
    is_annex = one.kind == "annex"
    label = look.word(f"附录{one.label}", f"Annex {one.label}") if is_annex else one.label
    inside: list[object] = []
    if label:
        inside.append(tag("span", label, class_="lt-label"))
    if one.nature:
        zh, en = _NATURES[one.nature]
        inside.append(tag("span", look.word(f"（{zh}）", f"({en})"), class_="lt-nature"))
    if one.title:
        inside.append(tag("span", inline(one.title, look, one.address, "title")))
    if not inside:
        inside.append(tag("span", _("(no title)"), class_="gj-quiet"))
    inside.append(anchor(one.address, look))
    return tag(
        f"h{min(one.level + 1, _LOWEST)}",
        *inside,
        id=look.id(one.address),
        class_=f"lt-heading lt-level-{min(one.level, _LOWEST)}"
        + (" lt-annex" if is_annex else "")
        + ("" if one.title else " lt-untitled"),
    )
