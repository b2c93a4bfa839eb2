"""What a rule sees (检查的上下文): the document with its texts, once cut and once read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from guiju.core import numbers
from guiju.core.documents.model import (
    Block,
    Document,
    Figure,
    Formula,
    Section,
    Table,
    Term,
)
from guiju.core.documents.walking import Path, blocks, sections
from guiju.core.drafting.modes import Mode, edition_changed
from guiju.core.drafting.provisions import Modality, classify, conflicts
from guiju.core.drafting.provisions.model import Conflict, ModalWord, Part
from guiju.core.drafting.provisions.model import Place as Where
from guiju.core.drafting.rulebook import any_word
from guiju.core.drafting.rules.citing import Citation, citations
from guiju.core.drafting.rules.places import Place, places
from guiju.core.drafting.sentences import Sentence, sentences

_CAPTIONED: dict[type, str] = {Table: "table", Figure: "figure", Formula: "formula"}
_PARTS: dict[str, Part] = {
    "note": "note",
    "example": "example",
    "footnote": "footnote",
    "table-footnote": "table-note",
    "safety": "warning",
    "definition": "definition",
}


@dataclass(frozen=True, slots=True)
class Cited:
    """What is known on the day about a number that the document cites (被引用文件的状态)."""

    state: str  # "in_force", "withdrawn", "replaced", "not_public"
    by: tuple[str, ...] = ()  # numbers that replaced it


@dataclass(frozen=True, slots=True)
class Facts:
    """What the caller knows and the text does not say: by canonical number, as cited."""

    cited: Mapping[str, Cited] = field(default_factory=dict)


class Said(NamedTuple):
    """A sentence, the text that it is of, and what kind of provision it is."""

    place: Place
    sentence: Sentence
    modality: Modality


@dataclass(frozen=True, eq=False)
class Context:
    """The document under one check. What several rules need is computed once, on demand."""

    document: Document
    mode: Mode
    on: date
    facts: Facts | None = None

    @property
    def language(self) -> str:
        return "en" if self.document.meta.language.startswith("en") else "zh"

    @cached_property
    def places(self) -> tuple[Place, ...]:
        return tuple(places(self.document))

    @cached_property
    def paths(self) -> tuple[Path, ...]:
        return tuple(sections(self.document))

    @cached_property
    def blocks(self) -> tuple[tuple[Path, Block], ...]:
        return tuple(blocks(self.document))

    @cached_property
    def terms(self) -> tuple[tuple[Path, Term], ...]:
        return tuple((path, one) for path, one in self.blocks if isinstance(one, Term))

    @cached_property
    def number(self) -> numbers.Number | None:
        return numbers.try_read(self.document.meta.number) if self.document.meta.number else None

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        return citations(self.places, self.number, self.language)

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        return conflicts(self.document)

    @cached_property
    def labels(self) -> Mapping[str, frozenset[str]]:
        """The numbers of clauses (terms among them), annexes, tables, figures and formulas."""
        found: dict[str, set[str]] = {
            kind: set() for kind in ("clause", "annex", *_CAPTIONED.values())
        }
        found["clause"] |= {
            path[-1].label for path in self.paths if path[-1].kind != "annex" or len(path) > 1
        }
        found["clause"] |= {term.label for _, term in self.terms}
        found["annex"] |= {one.label for one in self.top("annex")}
        for _, one in self.blocks:
            if isinstance(one, Table | Figure | Formula):
                found[_CAPTIONED[type(one)]].add(one.label)
        return {kind: frozenset(some - {""}) for kind, some in found.items()}

    @cached_property
    def adopts(self) -> bool:
        return bool(self.document.meta.adopts)

    @cached_property
    def is_old(self) -> bool:
        """Whether the document follows the edition of 2009 (or an older one) of GB/T 1.1."""
        named = any_word("edition_of_2009", self.language)
        if any(one.zone == "foreword" and named.search(one.content) for one in self.places):
            return True
        return self.dated < edition_changed()

    @cached_property
    def dated(self) -> date:
        """The day of issue, else the year of the number, else the day of the check."""
        try:
            return date.fromisoformat(self.document.meta.issued)
        except ValueError:
            year = self.number.year if self.number else ""
            return date(int(year), 12, 31) if year else self.on

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """Every sentence with its kind, but those of titles, captions, terms and references."""
        skipped = ("title", "caption", "reference", "designation", "source", "quote")
        return tuple(
            Said(place, one, classify(one, self.language, _where(place)))
            for place in self.places
            if place.role not in skipped
            for one in sentences(place.text)
        )

    def provisions(self) -> Iterator[tuple[Said, ModalWord]]:
        """The sentences with a modal word, and the first one that is more than part of an adjective."""
        adjective = any_word("adjectives", self.language)
        for said in self.said:
            for word in said.modality.words:
                if not adjective.match(said.place.content, word.start):
                    yield said, word
                    break

    def top(self, *kinds: str) -> Iterator[Section]:
        """The sections of the first level that are of these kinds."""
        return (one for one in self.document.sections if one.kind in kinds)

    def in_zone(self, *zones: str) -> Iterator[Place]:
        return (one for one in self.places if one.zone in zones)


def _where(place: Place) -> Where:
    zone = place.path[0].kind if place.path else "clause"
    return Where(
        section=zone,
        titles=tuple(one.title.content for one in place.path),
        normative=zone not in ("foreword", "introduction", "bibliography", "index", "contents")
        and not place.is_informative_annex,
        part=_PARTS.get(place.role, "body"),
    )
