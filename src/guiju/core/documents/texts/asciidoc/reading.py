"""AsciiDoc to the tree (读取 AsciiDoc): read twice, since a pointer may lead to what comes later."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from guiju.core import numbers
from guiju.core.decoding import decode
from guiju.core.documents.addresses import addressed
from guiju.core.documents.model import (
    Block,
    Document,
    Doubt,
    Nature,
    Paragraph,
    Reading,
    Reference,
    Section,
    SectionKind,
    Term,
    Text,
)  # fmt: skip
from guiju.core.documents.structure.cutting import joined
from guiju.core.documents.structure.doubts import Doubts
from guiju.core.documents.structure.references import reference
from guiju.core.documents.structure.words import element
from guiju.core.documents.texts.asciidoc import terms
from guiju.core.documents.texts.asciidoc.blocks import Blocks, numbered_notes
from guiju.core.documents.texts.asciidoc.inline import Inline
from guiju.core.documents.texts.asciidoc.meta import meta
from guiju.core.documents.texts.asciidoc.numbering import Numbering
from guiju.core.documents.texts.asciidoc.scanning import Piece, pieces
from guiju.core.documents.texts.asciidoc.targets import Target

_ENTRY = re.compile(r"\[\[\[\s*([^,\]]+?)\s*(?:,\s*([^\]]*?)\s*)?\]\]\]\s*,?\s*")
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_WORD = re.compile(r"[A-Za-z]{2,}")
_NATURES: dict[str, Nature] = {"normative": "normative", "informative": "informative"}
DEEPEST = 8


def read(data: bytes, *, name: str = "") -> Reading:
    """The tree of an AsciiDoc file, numbered as it will be printed; includes are not followed.

    Raises NotText and Undecodable.
    """
    text, _ = decode(data, name=name)
    rows = list(enumerate(text.lstrip("\ufeff").splitlines(), 1))
    every = list(pieces(rows))
    language = _language(text, every)
    first = _Reader(every, language, {})
    first.inline.is_first = True
    first.read()
    second = _Reader(every, language, first.targets)
    return second.read()


def _language(text: str, every: Sequence[Piece]) -> str:
    said = next(
        (one.text for one in every if one.kind == "attribute" and one.sign == "language"), ""
    )
    if said:
        return said.split(",")[0].strip()
    return "zh" if len(_CHINESE.findall(text)) > len(_WORD.findall(text)) else "en"


@dataclass(slots=True)
class _Open:
    """A section under way."""

    kind: SectionKind
    label: str
    title: str
    level: int
    line: int
    nature: Nature = ""
    blocks: list[Block] = field(default_factory=list)
    below: list["_Open"] = field(default_factory=list)
    entries: list["_Entry"] = field(default_factory=list)


@dataclass(slots=True)
class _Entry:
    """A term entry under way: what stands under its heading, in order."""

    term: Term
    pieces: list[Piece] = field(default_factory=list)


@dataclass(slots=True)
class _Reader:
    pieces: Sequence[Piece]
    language: str
    known: dict[str, Target]
    targets: dict[str, Target] = field(default_factory=dict)
    attributes: dict[str, str] = field(default_factory=dict)
    numbering: Numbering = field(default_factory=Numbering)
    top: list[_Open] = field(default_factory=list)
    open_sections: list[_Open] = field(default_factory=list)
    doubts: Doubts = field(default_factory=Doubts)
    is_numbered: bool = True
    inline: Inline = field(init=False)
    blocks: Blocks = field(init=False)

    def __post_init__(self) -> None:
        self.inline = Inline(self.language, self.known, self.attributes)
        self.blocks = Blocks(self.inline, self.numbering, self.targets)

    def read(self) -> Reading:
        for piece in self.pieces:
            if piece.kind == "attribute":
                self._attribute(piece)
            elif piece.kind == "include":
                self.doubts.add("include", piece.text, piece.line)
            elif piece.kind == "section":
                self._heading(piece)
            else:
                self._content(piece)
        sections = tuple(self._made(one) for one in self.top)
        for lost in dict.fromkeys(self.inline.lost):
            self.doubts.add("pointer", lost)
        document = Document(
            meta=meta(self.attributes, self.language),
            sections=sections,
            footnotes=tuple(self.inline.footnotes),
        )
        doubts: tuple[Doubt, ...] = tuple(sorted(self.doubts.met, key=lambda one: one.line))
        return Reading(document=addressed(document), doubts=doubts)

    def _attribute(self, piece: Piece) -> None:
        name = piece.sign
        if name in ("sectnums", "sectnums!", "!sectnums"):
            self.is_numbered = name == "sectnums"
        else:
            self.attributes[name] = piece.text

    def _heading(self, piece: Piece) -> None:
        level = len(piece.sign) - 1
        if level == 0:
            self.attributes.setdefault("title", piece.text)
            return
        above = next((one for one in reversed(self.open_sections) if one.level < level), None)
        if above is not None and above.kind == "terms" and not element(piece.text):
            self._entry(above, piece, level)
            return
        title = self.inline.text(piece.text).content
        kind: SectionKind = (
            element(title) or "clause"
            if level == 1 or (above and above.kind == "terms")
            else "clause"
        )
        self._open(kind, title, level, piece)

    def _open(self, kind: SectionKind, title: str, level: int, piece: Piece) -> None:
        nature: Nature = ""
        if "appendix" in piece.said.options and level == 1:
            kind, label = "annex", self.numbering.annex()
            nature = _NATURES.get(
                piece.said.option("subtype") or piece.said.option("obligation"), ""
            )
            if not nature:
                self.doubts.add("annex-nature", label, piece.line)
        elif kind in ("foreword", "introduction", "bibliography", "index") or not self.is_numbered:
            label = ""
        else:
            label = self.numbering.section(level)
        if piece.said.anchor:
            target = Target("annex" if kind == "annex" else "section", label, label or kind)
            self.targets[piece.said.anchor] = target
        one = _Open(kind, label, title, level, piece.line, nature)
        while self.open_sections and self.open_sections[-1].level >= level:
            self.open_sections.pop()
        (self.open_sections[-1].below if self.open_sections else self.top).append(one)
        self.open_sections.append(one)

    def _entry(self, above: _Open, piece: Piece, level: int) -> None:
        while self.open_sections[-1] is not above:
            self.open_sections.pop()
        label = self.numbering.section(level)
        if piece.said.anchor:
            self.targets[piece.said.anchor] = Target("term", label, label)
        title = piece.text.partition("\n")[0]
        found = _Entry(terms.entry(label, terms.named(title, self.inline), piece.line))
        above.entries.append(found)

    def _content(self, piece: Piece) -> None:
        title = (
            element(piece.said.title) if piece.kind == "paragraph" and piece.said.title else None
        )
        if title in ("foreword", "introduction"):
            self._open(title, piece.said.title, 1, Piece("section", "", piece.line))
        if not self.open_sections:
            if piece.kind in ("paragraph", "item"):
                self._open(
                    "foreword" if title else "other", "", 1, Piece("section", "", piece.line)
                )
            else:
                return
        here = self.open_sections[-1]
        if here.entries:
            here.entries[-1].pieces.append(piece)
        elif here.kind in ("normative-references", "bibliography") and piece.kind == "item":
            here.blocks.append(self._reference(piece))
        else:
            self.blocks.add(here.blocks, piece)

    def _reference(self, piece: Piece) -> Reference:
        found = _ENTRY.match(piece.text)
        if not found:
            return reference(self.inline.text(piece.text), piece.line)
        named = (found[2] or found[1]).strip()
        rest = self.inline.text(piece.text[found.end() :].lstrip(", "))
        named = re.sub(r":\s?-{1,2}$", ":—", named)
        number = numbers.try_read(named.removesuffix(":—"))
        if number is None:
            self.targets[found[1]] = Target("entry", named, "")
            return Reference(number="", title=rest, text=rest, label=f"[{named}]", line=piece.line)
        self.targets[found[1]] = Target("standard", named)
        whole = joined([Text(named), rest], ", ")
        dated = bool(number.year) or named.endswith(":—")
        return Reference(number=named, title=rest, text=whole, dated=dated, line=piece.line)

    def _made(self, one: _Open) -> Section:
        blocks = numbered_notes(one.blocks, self.language) + tuple(
            self._finished(entry) for entry in one.entries
        )
        return Section(
            kind=one.kind,
            label=one.label,
            title=self.inline.text(one.title),
            level=one.level,
            blocks=blocks,
            sections=tuple(self._made(below) for below in one.below),
            nature=one.nature,
        )

    def _finished(self, entry: _Entry) -> Term:
        """The entry from what stands under it: names, domain, definition, the rest, sources."""
        designations = list(entry.term.designations)
        domain = ""
        definitions: list[tuple[str, Text]] = []
        sources: list[Text] = []
        out: list[Block] = []
        for piece in entry.pieces:
            if piece.kind == "paragraph" and ".source" in piece.said.options:
                sources.append(self.inline.text(piece.text))
                continue
            below = terms.said_below(piece.text, self.inline) if piece.kind == "paragraph" else None
            if below is not None and not definitions:
                designations += below[0]
                domain = below[1] or domain
            elif (
                piece.kind == "paragraph" and not definitions and not out and not piece.said.options
            ):
                definitions.append((self.language, self.inline.text(piece.text)))
            else:
                self.blocks.add(out, piece)
        if not definitions:
            self.doubts.add("term-no-definition", entry.term.label, entry.term.line)
        return Term(
            label=entry.term.label,
            designations=tuple(designations),
            definitions=tuple(definitions),
            domain=domain,
            blocks=numbered_notes(
                [one for one in out if not _is_empty(one)], self.language, entry=True
            ),
            sources=tuple(sources),
            line=entry.term.line,
        )


def _is_empty(one: Block) -> bool:
    return isinstance(one, Paragraph) and not one.text
