"""The provisions of a document (条款清单): each sentence and each limit of a table, in order."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from guiju.core.documents.model import (
    Block,
    Document,
    Figure,
    Footnote,
    Items,
    Note,
    Paragraph,
    Quote,
    Section,
    Table,
    Term,
    Text,
)
from guiju.core.documents.walking import sections
from guiju.core.drafting.provisions.classifying import classify
from guiju.core.drafting.provisions.extracting import extract
from guiju.core.drafting.provisions.model import Kind, Limit, Part, Place, Provision
from guiju.core.drafting.provisions.surroundings import surroundings, written_in
from guiju.core.drafting.provisions.tables import limits
from guiju.core.drafting.sentences import Sentence, sentences

_INFORMATIVE = frozenset(
    ("foreword", "introduction", "normative-references", "bibliography", "index", "contents")
)
_LEADS: tuple[Kind, ...] = ("requirement", "recommendation", "permission")


@dataclass(frozen=True, slots=True)
class _Lead:
    """The sentence before a list (引导语), whose word holds for the items: 应符合下列要求：."""

    kind: Kind
    condition: tuple[str, ...]


@dataclass(slots=True)
class _Reader:
    language: str
    clause: str = ""
    place: Place = field(default_factory=Place)
    counts: Counter[str] = field(default_factory=Counter)

    def section(self, path: tuple[Section, ...]) -> Iterator[Provision]:
        own = path[-1]
        self.clause = own.address
        self.place = Place(
            section=path[0].kind if path[0].kind != "other" else own.kind,
            titles=tuple(one.title.content for one in path if one.title),
            normative=_is_normative(path),
        )
        yield from self.blocks(own.blocks, "body")

    def blocks(
        self, blocks: tuple[Block, ...], part: Part, lead: _Lead | None = None
    ) -> Iterator[Provision]:
        last: _Lead | None = None
        for block in blocks:
            if isinstance(block, Paragraph):
                last = None
                for one in self.text(block.text, block.address, part, lead):
                    last = _lead_of(one) or (lead if one.text.endswith(("：", ":")) else None)
                    yield one
            elif isinstance(block, Items):
                for item in block.items:
                    yield from self.blocks(item.blocks, part, last or lead)
            else:
                yield from self.other(block, part)

    def other(self, block: Block, part: Part) -> Iterator[Provision]:
        if isinstance(block, Note):
            inner: Part = block.kind if block.kind in ("note", "example") else "warning"
            yield from self.blocks(block.blocks, inner)
        elif isinstance(block, Footnote):
            yield from self.blocks(block.blocks, "footnote")
        elif isinstance(block, Quote) and not block.code:
            yield from self.blocks(block.blocks, part)
        elif isinstance(block, Term):
            for language, text in block.definitions:
                yield from self.text(text, block.address, "definition", None, language)
            yield from self.blocks(block.blocks, part)
        elif isinstance(block, Table):
            yield from self.table(block)
            yield from self.blocks(block.notes, "note")
            for note in block.footnotes:
                yield from self.blocks(note.blocks, "table-note")
        elif isinstance(block, Figure):
            yield from self.blocks(block.parts, part)
            yield from self.blocks(block.notes, "note")
            for note in block.footnotes:
                yield from self.blocks(note.blocks, "table-note")

    def text(
        self, text: Text, address: str, part: Part, lead: _Lead | None, language: str = ""
    ) -> Iterator[Provision]:
        place = replace(self.place, part=part)
        for one in sentences(text):
            yield self.provision(
                one, self.numbered(address), place, lead, language or self.language
            )

    def numbered(self, address: str) -> str:
        self.counts[address] += 1
        return f"{address}/s{self.counts[address]}"

    def provision(
        self, one: Sentence, address: str, place: Place, lead: _Lead | None, language: str
    ) -> Provision:
        known = classify(one, language, place)
        around = surroundings(one.text, written_in(one.text))
        found = extract(one, language, place, known, around)
        kind = known.kind
        condition: tuple[str, ...] = ()
        if lead and kind in ("statement", "instruction", "capability"):
            kind, condition = lead.kind, lead.condition
            found = tuple(_led(limit, lead) for limit in found)
        return Provision(
            address=address,
            clause=self.clause,
            kind=kind,
            text=one.text,
            start=one.start,
            end=one.end,
            normative=_binds(place),
            words=known.words,
            limits=tuple(replace(limit, address=address) for limit in found),
            condition=(*condition, *around.conditions(len(one.text))),
            method=around.method,
            references=around.references,
        )

    def table(self, table: Table) -> Iterator[Provision]:
        for limit in limits(table, self.language, self.place):
            yield Provision(
                address=self.numbered(limit.address),
                clause=self.clause,
                kind=limit.kind,
                text=" ".join(filter(None, (limit.subject, limit.characteristic, _shown(limit)))),
                start=limit.start,
                end=limit.end,
                normative=self.place.normative,
                limits=(limit,),
                condition=limit.condition,
                method=limit.method,
                references=limit.references,
            )


def provisions(document: Document) -> tuple[Provision, ...]:
    """Every sentence of all elements and every limit of a table, in reading order.

    The document has its addresses (`addresses.addressed`). Items of a list take the kind of the
    sentence that leads them, when they say nothing themselves.
    """
    reader = _Reader("en" if document.meta.language.startswith("en") else "zh")
    found = [one for path in sections(document) for one in reader.section(path)]
    reader.clause, reader.place = "", Place(normative=False)
    found += [one for note in document.footnotes for one in reader.other(note, "footnote")]
    return tuple(found)


def _is_normative(path: tuple[Section, ...]) -> bool:
    return not any(one.kind in _INFORMATIVE or one.nature == "informative" for one in path)


def _binds(place: Place) -> bool:
    """Notes, examples and footnotes of clauses bind nobody; footnotes of tables do."""
    return place.normative and place.part not in ("note", "example", "footnote")


def _lead_of(one: Provision) -> _Lead | None:
    if not one.text.endswith(("：", ":")) or one.kind not in _LEADS:
        return None
    return _Lead(one.kind, one.condition)


def _led(limit: Limit, lead: _Lead) -> Limit:
    return replace(limit, kind=lead.kind, condition=(*lead.condition, *limit.condition))


def _shown(limit: Limit) -> str:
    sign = limit.interval.operator if limit.interval.operator in "≥≤><" else ""
    return f"{sign}{limit.interval.full}"
