"""Blocks as HTML (块的 HTML): paragraphs, lists, notes, tables, terms, formulas, figures, references."""

from collections.abc import Callable, Iterable

from guiju.core.documents.model import (
    Block,
    Designation,
    Figure,
    Footnote,
    Formula,
    Item,
    Items,
    Note,
    Opaque,
    Paragraph,
    Quote,
    Reference,
    Table,
    Term,
)
from guiju.core.documents.outputs import html_tables, labels
from guiju.core.documents.outputs.flow import has_symbols
from guiju.core.documents.outputs.html_tags import Html, joined, language, tag
from guiju.core.documents.outputs.html_text import Words
from guiju.core.documents.outputs.mathml import safe
from guiju.core.documents.structure.marks import sign_of


class Blocks:
    """Goes through the tree; how deep it nests was bounded by the reader."""

    def __init__(self, words: Words, language: str) -> None:
        self.words, self.hooks, self.language = words, words.hooks, language
        self.id, self.text = words.id, words.text
        self.known: dict[type, Callable[..., Html]] = {
            Paragraph: self.paragraph,
            Items: self.items,
            Note: self.note,
            Table: self.table,
            Figure: self.figure,
            Formula: self.formula,
            Quote: self.quote,
            Reference: self.reference,
            Term: self.term,
            Footnote: self.footnote,
            Opaque: self.opaque,
        }

    def blocks(self, blocks: Iterable[Block]) -> Html:
        return joined(*map(self.block, blocks))

    def block(self, one: Block) -> Html:
        """One block with everything in it."""
        return self.known[type(one)](one)

    def label(self, said: str, written: str, address: str) -> Html:
        """A label as it is printed; "" without one."""
        inside = self.words.within(said, written, address, "label")
        return tag("span", inside, class_="lt-label") if inside else Html()

    def paragraph(self, one: Paragraph) -> Html:
        return tag("p", self.text(one.text, one.address), id=self.id(one.address))

    def items(self, one: Items) -> Html:
        """What explains a symbol (式中) has the symbol as its label."""
        kind = "lt-items lt-meanings" if any(map(_explains, one.items)) else "lt-items"
        return tag("ul", *map(self.item, one.items), class_=kind, id=self.id(one.address))

    def item(self, one: Item) -> Html:
        label = self.label(one.label, one.label, one.address)
        return tag("li", label, " ", tag("div", self.blocks(one.blocks)), id=self.id(one.address))

    def note(self, one: Note) -> Html:
        said = labels.of_note(one, self.language)
        return tag(
            "div",
            self.label(said, one.label, one.address),
            tag("div", self.blocks(one.blocks)),
            class_=f"lt-aside lt-{one.kind}",
            role="note",
            id=self.id(one.address),
        )

    def footnote(self, one: Footnote) -> Html:
        return tag(
            "div",
            tag("sup", one.label, class_="lt-label") if one.label else "",
            " ",
            tag("div", self.blocks(one.blocks)),
            class_="lt-aside lt-footnoted",
            role="note",
            id=self.id(one.address),
        )

    def table(self, one: Table) -> Html:
        return html_tables.table(self, one)

    def figure(self, one: Figure, *, is_part: bool = False) -> Html:
        """With its parts (分图); what explains its signs, and its notes, stand above its number and title."""
        said = one.label if is_part else labels.of_float(one, self.language)
        caption = self.caption(said, one)
        return tag(
            "figure",
            self.unit(one),
            *(self.picture(name, one.title.content or said or name) for name in one.images),
            "" if one.images or one.parts else self.missing(""),
            tag("div", *(self.figure(part, is_part=True) for part in one.parts), class_="lt-parts")
            if one.parts
            else "",
            tag("p", labels.key(self.language), class_="lt-key") if has_symbols(one) else "",
            self.blocks((*one.key, *one.notes, *one.footnotes)),
            tag("figcaption", caption) if caption else "",
            class_="lt-figure",
            id=self.id(one.address),
        )

    def picture(self, name: str, alt: str) -> Html:
        found = self.hooks.image(name)
        if found:
            return tag("img", src=found, alt=alt, loading="lazy")
        return self.missing(name)

    def missing(self, name: str) -> Html:
        told = self.hooks.without_image(name)
        return tag("span", told, class_="lt-no-image") if told else Html()

    def caption(self, said: str, one: Table | Figure) -> Html:
        label = self.label(said, one.label, one.address)
        title = self.text(one.title, one.address, "title")
        between = " " if label and title else ""
        link = self.hooks.anchor(one.address) if label or title else ""
        return joined(label, between, title, link)

    def unit(self, one: Table | Figure) -> Html:
        """单位为毫米, in a line of its own."""
        said = labels.unit(one.unit, self.language)
        inside = self.words.within(said, one.unit, one.address, "unit")
        return tag("span", inside, class_="lt-unit") if inside else Html()

    def formula(self, one: Formula) -> Html:
        drawn = safe(one.mathml, display=True) or tag("span", one.linear, class_="lt-linear")
        said = labels.of_formula(one, self.language)
        return tag(
            "div",
            tag("div", Html(drawn), class_="lt-formula-body", role="group", tabindex="0",
                aria_label=one.linear),
            self.label(said, one.label, one.address),
            self.hooks.anchor(one.address),
            class_="lt-formula",
            id=self.id(one.address),
        )  # fmt: skip

    def quote(self, one: Quote) -> Html:
        """Words of another text; code of lines alone keeps its line ends."""
        here = self.id(one.address)
        lines = [block for block in one.blocks if isinstance(block, Paragraph)]
        if not one.code or len(lines) < len(one.blocks):
            kind = "lt-code" if one.code else ""
            return tag("blockquote", self.blocks(one.blocks), class_=kind, id=here)
        code = [
            tag("code", self.text(line.text, line.address), id=self.id(line.address))
            for line in lines
        ]
        return tag("pre", Html("\n".join(code)), tabindex="0", id=here)

    def reference(self, one: Reference) -> Html:
        label = self.label(one.label, one.label, one.address)
        return tag(
            "p",
            label,
            " " if label else "",
            self.text(one.text, one.address),
            self.hooks.after_reference(one),
            class_="lt-reference",
            id=self.id(one.address),
        )

    def term(self, one: Term) -> Html:
        """The preferred terms stand first, in all languages."""
        link = self.hooks.anchor(one.address)
        number = self.words.within(one.label, one.label, one.address, "label")
        numbered = sorted(
            enumerate(one.designations, 1), key=lambda pair: pair[1].status != "preferred"
        )
        names = [self.designation(one, *pair) for pair in numbered]
        return tag(
            "dl",
            tag("dt", number, link, class_="lt-label") if number or link else "",
            *names,
            tag("dd", self.definitions(one), self.blocks(one.blocks), self.sources(one)),
            class_="lt-entry",
            id=self.id(one.address),
        )

    def designation(self, one: Term, at: int, name: Designation) -> Html:
        """A term or symbol, with what it is where it is not preferred."""
        return tag(
            "dt",
            labels.status(name.status, name.language),
            tag("dfn", self.text(name.text, one.address, f"designation/{at}"),
                lang=language(name.language)),
            " ",
            class_=f"lt-{name.status} lt-{name.kind}",
        )  # fmt: skip

    def definitions(self, one: Term) -> Html:
        """In each language; the domain stands before the first."""
        if not one.definitions:
            return tag("p", labels.domain(one.domain, self.language)) if one.domain else Html()
        first, *_ = one.definitions
        return joined(
            *(
                tag("p", labels.domain(one.domain, said) if one.domain and text is first[1] else "",
                    self.text(text, one.address, f"definition/{said}"),
                    lang=language(said), class_="lt-definition")
                for said, text in one.definitions
            )
        )  # fmt: skip

    def sources(self, one: Term) -> Html:
        before, _, after = labels.source("\0", self.language).partition("\0")
        return joined(
            *(
                tag("p", before, self.text(text, one.address, f"source/{at}"), after,
                    class_="lt-source")
                for at, text in enumerate(one.sources, 1)
            )
        )  # fmt: skip

    def opaque(self, one: Opaque) -> Html:
        return tag("p", one.text, class_="lt-opaque", id=self.id(one.address))


def _explains(one: Item) -> bool:
    return bool(one.label) and sign_of(f"{one.label} x").kind != "item"
