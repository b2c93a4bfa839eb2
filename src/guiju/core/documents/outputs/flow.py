"""Running text (行文): what Markdown and plain text have in common, block after block."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from guiju.core.documents.model import (
    Block,
    Designation,
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
from guiju.core.documents.outputs import covers, labels
from guiju.core.documents.structure.marks import sign_of

WIDE = "\u3000"


class Flow(ABC):
    """Gives a document as paragraphs; what a format does in its own way is a method below."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.language = document.meta.language
        self.known: dict[type, Callable[..., Iterator[str]]] = {
            Paragraph: lambda one: iter((self.text(one.text),)),
            Items: self.items,
            Note: self.note,
            Table: self.table,
            Figure: self.figure,
            Formula: self.formula,
            Quote: self.quote,
            Reference: self.reference,
            Term: self.term,
            Footnote: self.footnote,
            Opaque: lambda one: iter(map(self.words, one.text.splitlines())),
        }

    # What a format does in its own way.
    @abstractmethod
    def text(self, text: Text) -> str:
        """Words with their marks."""

    def words(self, words: str) -> str:
        """Plain words."""
        return self.text(Text(words))

    @abstractmethod
    def heading(self, level: int, words: str) -> str:
        """A heading line."""

    @abstractmethod
    def formula(self, one: Formula) -> Iterator[str]:
        """A displayed formula with its label."""

    @abstractmethod
    def rows(self, one: Table) -> Iterator[str]:
        """The table itself, with notes and footnotes."""

    @abstractmethod
    def image(self, name: str, title: str) -> str:
        """A picture by its name."""

    @abstractmethod
    def quote(self, one: Quote) -> Iterator[str]:
        """Words of another text, or code."""

    @abstractmethod
    def footnote(self, one: Footnote) -> Iterator[str]:
        """A footnote, where the text ends."""

    # What all have in common.
    def paragraphs(self) -> Iterator[str]:
        yield from (self.words(line) for _, line in covers.lines(self.document.meta))
        for one in self.document.sections:
            yield from self.section(one)
        for note in self.document.footnotes:
            yield from self.footnote(note)

    def section(self, one: Section) -> Iterator[str]:
        label, title = labels.of_section(one, self.language), self.text(one.title)
        if one.kind == "annex" and label and title:
            yield from self.annex(one, title)
            label = title = ""
        blocks = self.blocks(one.blocks)
        if title:
            yield self.heading(one.level, f"{label}{WIDE if label else ''}{title}")
        elif label and one.blocks and isinstance(one.blocks[0], Paragraph):
            yield f"{label}{WIDE}{next(blocks)}"
        elif label:
            yield self.heading(one.level, label)
        yield from blocks
        for below in one.sections:
            yield from self.section(below)

    def annex(self, one: Section, title: str) -> Iterator[str]:
        yield self.heading(one.level, f"{labels.of_section(one, self.language)}{WIDE}{title}")

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        for one in blocks:
            yield from self.known[type(one)](one)

    def led(self, lead: str, blocks: tuple[Block, ...]) -> Iterator[str]:
        """`lead` stands before the first paragraph, or alone."""
        inside = self.blocks(blocks)
        if blocks and isinstance(blocks[0], Paragraph):
            yield lead + next(inside)
        elif lead.strip():
            yield lead.rstrip()
        yield from inside

    def items(self, one: Items) -> Iterator[str]:
        for item in one.items:
            yield from self.led(self.item_lead(item.label), item.blocks)

    def item_lead(self, label: str) -> str:
        """a), 1), —— as they are; a symbol with the dash that explains it."""
        if not label:
            return "——"
        is_sign = sign_of(f"{label} x").kind == "item"
        if is_sign:
            return label if label.strip("—–─·•●") == "" else f"{label} "
        return f"{self.words(label)}——"

    def note(self, one: Note) -> Iterator[str]:
        yield from self.led(labels.of_note(one, self.language), one.blocks)

    def caption(self, one: Table | Figure) -> str:
        label, title = labels.of_float(one, self.language), self.text(one.title)
        return f"{label}{WIDE if label and title else ''}{title}"

    def table(self, one: Table) -> Iterator[str]:
        unit = labels.unit(one.unit, self.language)
        yield from (line for line in (self.caption(one), unit) if line)
        yield from self.rows(one)

    def figure(self, one: Figure) -> Iterator[str]:
        unit = labels.unit(one.unit, self.language)
        yield from ([unit] if unit else [])
        yield from (self.image(name, one.title.content) for name in one.images)
        for part in one.parts:
            yield from self.part(part)
        if has_symbols(one):
            yield self.words(labels.key(self.language))
        yield from self.blocks((*one.key, *one.notes, *one.footnotes))
        yield from (line for line in (self.caption(one),) if line)

    def part(self, one: Figure) -> Iterator[str]:
        """分图 a), below its picture."""
        yield from (self.image(name, one.title.content) for name in one.images)
        yield f"{self.words(one.label)} {self.text(one.title)}".strip()
        yield from self.blocks((*one.key, *one.notes, *one.footnotes))

    def reference(self, one: Reference) -> Iterator[str]:
        yield f"{self.words(one.label)} {self.text(one.text)}".strip()

    def term(self, one: Term) -> Iterator[str]:
        level = one.label.count(".") + 1
        if one.label:
            yield self.heading(level, one.label)
        yield from self.designations(one)
        domain = labels.domain(one.domain, self.language) if one.domain else ""
        for at, (_, text) in enumerate(one.definitions):
            yield (self.words(domain) if not at else "") + self.text(text)
        yield from self.blocks(one.blocks)
        for source in one.sources:
            before, _, after = labels.source("\0", self.language).partition("\0")
            yield self.words(before) + self.text(source) + self.words(after)

    def designations(self, one: Term) -> Iterator[str]:
        """The preferred names on one line, the others a line each."""
        preferred = [name for name in one.designations if name.status == "preferred"]
        first = [name for name in preferred if name.kind == "term"]
        if first:
            yield "".join(
                between + self.text(name.text)
                for between, name in zip(_between(first), first, strict=True)
            )
        for name in one.designations:
            if name not in first:
                status = labels.status(name.status, name.language)
                yield self.words(status) + self.text(name.text)


def _between(names: Sequence[Designation]) -> Iterator[str]:
    """A space before a name in another language, a semicolon before one in the same."""
    yield ""
    for one, other in pairwise(names):
        is_same = one.language == other.language
        yield " " if not is_same else "；" if one.language == "zh" else "; "


def has_symbols(one: Figure) -> bool:
    """Whether a list of symbols explains the figure."""
    return bool(one.key) and isinstance(one.key[0], Items)
