"""Term entries (术语条目): TBX entries and term-display."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from lxml import etree

from guiju.core.documents.model import Block, Designation, Note, Paragraph, Term, Text
from guiju.core.documents.sts.flow import flow, opaque, run
from guiju.core.documents.sts.inline import text_of
from guiju.core.documents.sts.labels import word
from guiju.core.documents.sts.names import LANG, child, line_of, local
from guiju.core.documents.sts.reader import Reader, label_of

Status = Literal["preferred", "admitted", "deprecated"]
Kind = Literal["term", "symbol", "abbreviation", "formula"]
_STATUS: dict[str, Status] = {"admittedTerm": "admitted", "deprecatedTerm": "deprecated"}
_KINDS: dict[str, Kind] = {
    "abbreviation": "abbreviation",
    "acronym": "abbreviation",
    "symbol": "symbol",
    "formula": "formula",
    "equation": "formula",
}
_NOTES: dict[str, Literal["note", "example"]] = {"note": "note", "example": "example"}


def is_entry(element: etree._Element) -> bool:
    """Whether a term-sec holds an entry of its own, not only other term-secs."""
    return any(local(one) in ("termEntry", "term-display") for one in element)


def entry(reader: Reader, element: etree._Element, /) -> Iterator[Block]:
    """A term-sec, or a TBX entry or term-display without one; entries inside follow it."""
    found = _Entry(reader)
    below: list[etree._Element] = []
    label = child(element, "label")
    loose: list[etree._Element] = []
    own = element if local(element) == "term-sec" else None
    for one in element if own is not None else [element]:
        name = local(one)
        if name == "termEntry":
            found.entry(one)
        elif name == "term-display":
            found.display(one)
        elif name == "term-sec":
            below.append(one)
        elif one is not label and name:
            loose.append(one)
    found.blocks += run(reader, loose, None, element)
    made = Term(
        label="" if label is None else label_of(label),
        designations=tuple(found.designations),
        definitions=tuple(found.definitions),
        domain="；".join(dict.fromkeys(found.domains)),
        blocks=tuple(found.blocks),
        sources=tuple(found.sources),
        line=line_of(element),
    )
    yield reader.made(made, element)
    for one in below:
        yield from entry(reader, one)


@dataclass(slots=True)
class _Entry:
    reader: Reader
    designations: list[Designation] = field(default_factory=list)
    definitions: list[tuple[str, Text]] = field(default_factory=list)
    domains: list[str] = field(default_factory=list)
    sources: list[Text] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)

    def entry(self, element: etree._Element) -> None:
        for one in element:
            if local(one) == "langSet":
                self.language_set(one, str(one.get(LANG, self.reader.language)))
            else:
                self.other(one)

    def language_set(self, element: etree._Element, language: str) -> None:
        notes: list[etree._Element] = []
        for one in element:
            name = local(one)
            if name == "tig":
                self.designation(one, language)
            elif name == "definition":
                text = text_of(self.reader, one)
                if text:
                    self.definitions.append((language, text))
            elif name in _NOTES:
                notes.append(one)
            elif name == "subjectField":
                self.domains.append(label_of(one))
            elif name == "source":
                self.sources.append(text_of(self.reader, one))
            else:
                self.other(one)
        self.blocks += self.notes(notes, language)

    def designation(self, element: etree._Element, language: str) -> None:
        term = child(element, "term")
        status = child(element, "normativeAuthorization")
        kind = child(element, "termType")
        text = text_of(self.reader, term)
        if text.content or text.marks:
            self.designations.append(
                Designation(
                    text=text,
                    language=language,
                    status=_STATUS.get(
                        "" if status is None else status.get("value", ""), "preferred"
                    ),
                    kind=_KINDS.get("" if kind is None else kind.get("value", ""), "term"),
                )
            )
        for one in element:
            if one is not term:
                self.other(one)

    def other(self, element: etree._Element) -> None:
        """What has words but no place in an entry of the view."""
        if local(element) and str(element.xpath("string()")).strip():
            self.blocks.append(self.reader.made(opaque(element), element))

    def notes(self, elements: Sequence[etree._Element], language: str) -> Iterator[Note]:
        names = [local(one) for one in elements]
        labels = numbered([_NOTES[name] for name in names], language)
        for one, name, label in zip(elements, names, labels, strict=True):
            note = Note(
                kind=_NOTES[name],
                label=label,
                blocks=tuple(flow(self.reader, one)),
                line=line_of(one),
            )
            yield self.reader.made(note, one)

    def display(self, element: etree._Element) -> None:
        """A term-display: its title is the term, its first paragraph the definition."""
        language = str(element.get(LANG, self.reader.language))
        rest: list[etree._Element] = []
        for one in element:
            if local(one) == "title":
                text = text_of(self.reader, one)
                self.designations.append(Designation(text=text, language=language))
            elif local(one):
                rest.append(one)
        blocks = list(run(self.reader, rest, None, element))
        first = blocks[0] if blocks else None
        if isinstance(first, Paragraph) and not self.definitions:
            self.definitions.append((language, first.text))
            del blocks[0]
        self.blocks += blocks


def numbered(kinds: Sequence[Literal["note", "example"]], language: str) -> list[str]:
    """注1, 注2; 注 alone; Note 1 to entry: how TBX notes are called that have no label."""
    return [
        _called(kind, kinds[: at + 1].count(kind), kinds.count(kind), language)
        for at, kind in enumerate(kinds)
    ]


def _called(kind: Literal["note", "example"], at: int, count: int, language: str) -> str:
    if language.startswith("zh"):
        name = word("blocks", kind, language)
        return name if count == 1 else f"{name}{at}"
    if kind == "note":
        return f"Note {at} to entry"
    return "EXAMPLE" if count == 1 else f"EXAMPLE {at}"
