"""The reading page's text (阅读页正文): semantic elements, an anchor for each address, no script.

Everything that comes from the document is escaped; a page lays out the classes that stand here.
"""

from collections.abc import Callable, Iterable

from guiju.core.documents.model import (
    Block,
    Document,
    Figure,
    Footnote,
    Formula,
    Items,
    Note,
    Opaque,
    Paragraph,
    Quote,
    Reference,
    Section,
    Table,
    Term,
    Text,
)
from guiju.core.documents.outputs import html_parts, html_tables, labels
from guiju.core.documents.outputs.flow import has_symbols
from guiju.core.documents.outputs.html_parts import Page, attributes, tag, words
from guiju.core.documents.outputs.html_text import Image, Link, no_image, no_link
from guiju.core.documents.outputs.mathml import safe

DEEPEST_HEADING = 6


def write(
    document: Document,
    *,
    link: Link = no_link,
    image: Image = no_image,
    prefix: str = "",
    heading: int = 2,
    cover: bool = True,
) -> str:
    """An <article> with the document.

    `link(number)` gives the address of the standard with that canonical key, None without one;
    `image(name)` that of a picture. `prefix` stands before each anchor, so that two documents can
    stand on one page; `heading` is the level of a chapter's heading.
    """
    page = Page(document, link=link, image=image, prefix=prefix)
    writer = _Writer(page, heading)
    front = html_parts.cover(page) if cover else ""
    body = "".join(map(writer.section, document.sections))
    return tag(
        "article",
        front + body + writer.footnotes(document.footnotes),
        class_="standard",
        lang=html_parts.language(document.meta.language),
    )


class _Writer:
    """Goes through the tree; how deep it nests was bounded by the reader."""

    def __init__(self, page: Page, heading: int) -> None:
        self.page, self.heading = page, heading
        self.language = page.language
        self.known: dict[type, Callable[..., str]] = {
            Paragraph: self.paragraph,
            Items: self.items,
            Note: self.note,
            Table: lambda one: html_tables.table(page, one, self.blocks),
            Figure: self.figure,
            Formula: self.formula,
            Quote: self.quote,
            Reference: self.reference,
            Term: self.term,
            Footnote: self.footnote,
            Opaque: self.opaque,
        }

    def section(self, one: Section) -> str:
        level = min(self.heading + max(one.level, 1) - 1, DEEPEST_HEADING)
        label = words("label", labels.of_section(one, self.language))
        title = self.page.text(one.title)
        head = ""
        if label or title:
            between = " " if label and title else ""
            kind = "" if title else "untitled"
            head = tag(f"h{level}", label + between + title, class_=kind)
        inside = head + self.blocks(one.blocks) + "".join(map(self.section, one.sections))
        return tag("section", inside, id_=self.page.anchor(one.address), class_=one.kind)

    def blocks(self, blocks: Iterable[Block], lead: str = "") -> str:
        """`lead` is put at the start of the first paragraph, or stands alone before another block."""
        out: list[str] = []
        for one in blocks:
            if lead:
                out.append(
                    self.paragraph(one, lead) if isinstance(one, Paragraph) else tag("p", lead)
                )
                if isinstance(one, Paragraph):
                    lead = ""
                    continue
                lead = ""
            out.append(self.known[type(one)](one))
        return "".join(out) or (tag("p", lead) if lead else "")

    def paragraph(self, one: Paragraph, lead: str = "") -> str:
        between = " " if lead else ""
        inside = lead + between + self.page.text(one.text)
        return tag("p", inside, id_=self.page.anchor(one.address))

    def items(self, one: Items) -> str:
        rows = "".join(
            tag(
                "li",
                self.blocks(item.blocks, words("label", item.label)),
                id_=self.page.anchor(item.address),
            )
            for item in one.items
        )
        return tag("ul", rows, id_=self.page.anchor(one.address), class_="items")

    def note(self, one: Note) -> str:
        lead = words("label", labels.of_note(one, self.language).rstrip())
        return tag(
            "aside",
            self.blocks(one.blocks, lead),
            id_=self.page.anchor(one.address),
            class_=one.kind,
            role="note",
        )

    def figure(self, one: Figure, *, is_part: bool = False) -> str:
        label = one.label if is_part else labels.of_float(one, self.language)
        alt = one.title.content or label
        inside = words("unit", labels.unit(one.unit, self.language))
        inside += "".join(self.page.picture(name, alt) for name in one.images)
        inside += "".join(self.figure(part, is_part=True) for part in one.parts)
        if has_symbols(one):
            inside += tag("p", html_parts.escaped(labels.key(self.language)), class_="key")
        inside += self.blocks((*one.key, *one.notes, *one.footnotes))
        caption = html_parts.caption(self.page, label, one.title)
        inside += tag("figcaption", caption) if caption else ""
        return tag("figure", inside, id_=self.page.anchor(one.address), class_="picture")

    def formula(self, one: Formula) -> str:
        shown = safe(one.mathml, display=True) or words("linear", one.linear)
        inside = shown + words("label", labels.of_formula(one, self.language))
        return tag("div", inside, id_=self.page.anchor(one.address), class_="formula")

    def quote(self, one: Quote) -> str:
        here = self.page.anchor(one.address)
        if not one.code:
            return tag("blockquote", self.blocks(one.blocks), id_=here)
        lines = [
            tag("code", self.page.text(block.text), id_=self.page.anchor(block.address))
            if isinstance(block, Paragraph)
            else None
            for block in one.blocks
        ]
        if None in lines:
            return tag("blockquote", self.blocks(one.blocks), id_=here, class_="code")
        return tag("pre", "\n".join(line for line in lines if line), id_=here)

    def reference(self, one: Reference) -> str:
        label = words("label", one.label)
        inside = label + (" " if label else "") + self.page.text(one.text)
        return tag("p", inside, id_=self.page.anchor(one.address), class_="reference")

    def term(self, one: Term) -> str:
        names = "".join(
            tag(
                "dt",
                html_parts.escaped(labels.status(name.status, name.language))
                + tag("dfn", self.page.text(name.text), lang=html_parts.language(name.language)),
                class_=f"{name.status} {name.kind}".strip(),
            )
            for name in one.designations
        )
        number = tag("dt", html_parts.escaped(one.label), class_="label") if one.label else ""
        said = [self._definition(one, *pair) for pair in one.definitions]
        if not one.definitions and one.domain:
            said = [tag("p", html_parts.escaped(labels.domain(one.domain, self.language)))]
        sources = "".join(
            tag("p", self.page.text(text, *self._source_signs()), class_="source")
            for text in one.sources
        )
        inside = tag("dd", "".join(said) + self.blocks(one.blocks) + sources)
        return tag("dl", number + names + inside, id_=self.page.anchor(one.address), class_="term")

    def _definition(self, one: Term, language: str, text: Text) -> str:
        domain = html_parts.escaped(labels.domain(one.domain, language)) if one.domain else ""
        return tag("p", domain + self.page.text(text), lang=html_parts.language(language))

    def _source_signs(self) -> tuple[str, str]:
        before, _, after = labels.source("\0", self.language).partition("\0")
        return before, after

    def footnote(self, one: Footnote) -> str:
        lead = tag("sup", html_parts.escaped(one.label)) if one.label else ""
        return tag(
            "aside",
            self.blocks(one.blocks, lead),
            id_=self.page.anchor(one.address),
            class_="footnote",
            role="note",
        )

    def footnotes(self, notes: Iterable[Footnote]) -> str:
        inside = "".join(map(self.footnote, notes))
        return tag("section", inside, class_="footnotes") if inside else ""

    def opaque(self, one: Opaque) -> str:
        here = attributes(id_=self.page.anchor(one.address), class_="opaque")
        return f"<p{here}>{html_parts.escaped(one.text)}</p>"
