"""A document as HTML (网页正文): one drawing, for the file of its own and for the reading page.

write(document, hooks)     an <article> with sections in each other, for a file
pieces(document, hooks)    headings and blocks one after the other, each with its address, for a page
outline(document, hooks)   the table of contents

Each address is an anchor. What a page adds comes through `html_hooks.Hooks`. Everything that comes
from the document is escaped by `html_tags`; a page lays out the classes, which begin with lt-.
"""

from collections.abc import Iterator
from typing import NamedTuple

from guiju.core.documents.model import Document, Section
from guiju.core.documents.outputs import covers, labels
from guiju.core.documents.outputs.html_blocks import Blocks
from guiju.core.documents.outputs.html_hooks import Hooks
from guiju.core.documents.outputs.html_tags import Html, language, tag
from guiju.core.documents.outputs.html_text import Words

DEEPEST_HEADING, DEEPEST_IN_OUTLINE = 6, 3
_NOTHING, _NONE = Hooks(), Html()


class Piece(NamedTuple):
    """Markup at an address; `level` is that of a heading, 0 for a block."""

    address: str
    html: Html
    level: int = 0


def write(
    document: Document, hooks: Hooks = _NOTHING, *, heading: int = 2, contents: Html = _NONE
) -> Html:
    """An <article>: cover, contents, text; `heading` is the level of a chapter's heading."""
    drawing = _Drawing(document, hooks, heading)
    notes = drawing.blocks.blocks(document.footnotes)
    return tag(
        "article",
        drawing.cover(),
        contents,
        *map(drawing.section, document.sections),
        tag("section", notes, class_="lt-footnotes") if notes else "",
        class_="lt-text",
        lang=language(document.meta.language),
    )


def pieces(document: Document, hooks: Hooks = _NOTHING, *, heading: int = 2) -> tuple[Piece, ...]:
    """All of the text in reading order, its footnotes last."""
    drawing = _Drawing(document, hooks, heading)
    return (
        *(piece for one in document.sections for piece in drawing.pieces(one)),
        *(Piece(one.address, drawing.blocks.block(one)) for one in document.footnotes),
    )


def outline(document: Document, hooks: Hooks = _NOTHING) -> Html:
    """Nested lists of links, three levels deep."""
    return _Drawing(document, hooks, 2).outline(document.sections)


class _Drawing:
    """The sections of a document."""

    def __init__(self, document: Document, hooks: Hooks, heading: int) -> None:
        self.meta, self.hooks, self.first = document.meta, hooks, heading
        self.language = document.meta.language
        self.words = Words(document, hooks)
        self.blocks = Blocks(self.words, self.language)

    def cover(self) -> Html:
        """The lines of the cover; the class says what each is."""
        lines = []
        for field, line in covers.lines(self.meta):
            kind, _, code = field.partition("-")
            lines.append(tag("p", line, class_=f"lt-cover-{kind}", lang=language(code)))
        return tag("header", *lines, class_="lt-cover") if lines else Html()

    def section(self, one: Section) -> Html:
        inside = (self.blocks.blocks(one.blocks), *map(self.section, one.sections))
        return tag("section", self.heading(one), *inside, class_=f"lt-{one.kind}")

    def pieces(self, one: Section) -> Iterator[Piece]:
        yield Piece(one.address, self.heading(one), one.level)
        for block in one.blocks:
            yield Piece(block.address, self.blocks.block(block))
        for part in one.sections:
            yield from self.pieces(part)

    def heading(self, one: Section) -> Html:
        """Label and title. A clause without a title (无标题条) shows its label alone; one without either is a place."""
        said = labels.of_section(one, self.language)
        nature = labels.nature(one, self.language) if said else ""
        label = self.blocks.label(said.removesuffix(nature), one.label, one.address)
        title = self.words.text(one.title, one.address, "title")
        here = self.words.id(one.address)
        if not (label or title):
            return tag("div", class_="lt-place", id=here)
        annexed = one.kind == "annex" and one.level == 1
        kinds = ("lt-heading", f"lt-level-{min(max(one.level, 1), DEEPEST_HEADING)}",
                 "lt-annexed" if annexed else "", "" if one.title else "lt-untitled")  # fmt: skip
        return tag(
            f"h{min(self.first + max(one.level, 1) - 1, DEEPEST_HEADING)}",
            label,
            tag("span", nature, class_="lt-nature") if nature else "",
            " " if label and title else "",
            tag("span", title) if title else "",
            self.hooks.anchor(one.address),
            id=here,
            class_=" ".join(filter(None, kinds)),
        )

    def outline(self, sections: tuple[Section, ...]) -> Html:
        """Clauses without a title are left to the text."""
        shown = [one for one in sections if one.title or (one.label and one.level == 1)]
        return tag("ol", *map(self._entry, shown), class_="lt-toc") if shown else Html()

    def _entry(self, one: Section) -> Html:
        said = labels.of_section(one, self.language)
        label = said.removesuffix(labels.nature(one, self.language))
        link = tag(
            "a",
            tag("span", label, class_="lt-toc-label") if label else "",
            " ",
            tag("span", one.title.content),
            href=self.words.link(one.address),
        )
        below = self.outline(one.sections) if one.level < DEEPEST_IN_OUTLINE else ""
        return tag("li", link, below)
