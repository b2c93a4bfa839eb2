"""All of one standard on one day, gathered (标准全貌)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from guiju.apps.catalogue.models import Committee, Conflict, Edition, Source, SystemEntry
from guiju.apps.catalogue.selectors.facts import facts_of
from guiju.apps.catalogue.selectors.standard import around
from guiju.apps.catalogue.selectors.standard.arrows import Arrow, arrows
from guiju.apps.catalogue.selectors.standard.bodies import Body, Code, bodies, codes, committees
from guiju.apps.catalogue.selectors.standard.chain import Step, chain
from guiju.apps.catalogue.selectors.standard.citation import Citation, citation
from guiju.apps.catalogue.selectors.standard.life import (
    Life,
    in_force_amendments,
    life_of,
    sentence,
    status_of,
    with_other_editions,
)
from guiju.apps.catalogue.selectors.standard.shown import Shown, shown, shown_all
from guiju.apps.catalogue.selectors.standard.sources import Word, merged, names_of, words_of
from guiju.apps.journal.models import Event
from guiju.core.codes.words import word
from guiju.core.errors import Bilingual
from guiju.core.records.facts import Facts
from guiju.core.records.identity import identity
from guiju.core.records.merge import Merged
from guiju.core.records.model import Record
from guiju.core.records.status import Status
from guiju.web.viewer import Viewer

_CITES = ("cites_normatively", "cites_informatively")


@dataclass(frozen=True)
class Standard:
    """One edition as of a day, with everything about it. Lists are ready to show."""

    edition: Edition
    on: date
    status: Status
    merged: Merged
    life: Life
    base: Shown | None
    amendments: list[Shown]
    steps: list[Step]
    arrows: list[Arrow]
    parts: list[Shown]
    parts_total: int
    committees: list[Committee]
    codes: list[Code]
    bodies: list[Body]
    words: list[Word]
    conflicts: list[Conflict]
    doubts: list[around.Doubt]
    systems: list[SystemEntry]
    edits: list[Event]
    citation: Citation

    @property
    def record(self) -> Record:
        return self.merged.record

    @property
    def sentence(self) -> Bilingual:
        """The status line in words."""
        return sentence(self.status)

    @property
    def newest(self) -> Shown | None:
        """The newest edition of the work, if it is another."""
        newest = self.edition.work.newest
        return shown(newest, self.on) if newest and newest.pk != self.edition.pk else None

    @property
    def mentioned(self) -> dict[str, str]:
        """Other numbers as the status line may write them, with their canonical form."""
        others = [one for step in self.steps if step.distance for one, _ in step.members]
        keys = [one.key for one in (*others, *self.amendments)]
        keys += [line.edition.key for line in self.life.lines if not line.is_this]
        printed = {identity(key).display: key for key in keys}
        return {**printed, **{key: key for key in keys}}

    @property
    def open_conflicts(self) -> list[Conflict]:
        return [one for one in self.conflicts if not one.settled]

    @property
    def settled_conflicts(self) -> list[Conflict]:
        return [one for one in self.conflicts if one.settled]

    @property
    def contested(self) -> list[tuple[Bilingual, Bilingual, str]]:
        """Claims that cannot be true beside the rest: the source, the state, the day."""
        names = names_of(self.words)
        return [
            (
                names.get(one.source, Bilingual(one.source, one.source)),
                word("state", one.state),
                one.as_of,
            )
            for one in self.status.contested
        ]

    @cached_property
    def adopts(self) -> list[Arrow]:
        return self._of(("adopts",), outgoing=True)

    @cached_property
    def adopted_by(self) -> list[Arrow]:
        return self._of(("adopts",), outgoing=False)

    @cached_property
    def cites(self) -> list[Arrow]:
        return self._of(_CITES, outgoing=True)

    @cached_property
    def cited_by(self) -> list[Arrow]:
        return self._of(_CITES, outgoing=False)

    @cached_property
    def others(self) -> list[Arrow]:
        """Those that have no place of their own, and replacements that the chain cannot show."""
        in_chain = {one.key for step in self.steps for one, _ in step.members}
        return [
            one
            for one in self.arrows
            if one.type not in ("adopts", *_CITES)
            and not (one.type == "replaces" and one.other.key in in_chain and not one.kept_out)
        ]

    def _of(self, types: Iterable[str], *, outgoing: bool) -> list[Arrow]:
        return [one for one in self.arrows if one.type in types and one.outgoing == outgoing]


def _names(words: list[Word], facts: Facts) -> dict[str, Bilingual]:
    """The names of the sources that speak of it, and of those whose word on another edition counts."""
    names = names_of(words)
    named = {one.claim.source for one in facts.alongside if one.claim}
    for one in Source.objects.filter(slug__in=unknown) if (unknown := named - set(names)) else ():
        names[one.slug] = Bilingual(one.name_zh, one.name_en)
    return names


def standard_on(viewer: Viewer, edition: Edition, on: date) -> Standard:
    """Everything about an edition on a day. The catalogue is public; systems may not be."""
    editions = list(Edition.objects.filter(work=edition.work_id).order_by("sort"))
    facts = with_other_editions(editions, facts_of(editions))
    life = life_of(editions, facts, edition, on, viewer.today)
    words = words_of(edition)
    one = merged(edition, words)
    parts, parts_total = around.parts(edition, on)
    base = next((row for row in editions if row.key == edition.base_key), None)
    return Standard(
        edition=edition,
        on=on,
        status=status_of(facts[edition.pk], on, _names(words, facts[edition.pk])),
        merged=one,
        life=life,
        base=shown(base, on) if base else None,
        amendments=shown_all(in_force_amendments(editions, life, edition), on),
        steps=chain(edition, on),
        arrows=arrows(edition, on),
        parts=parts,
        parts_total=parts_total,
        committees=committees(edition),
        codes=codes(edition),
        bodies=bodies(edition, on),
        words=words,
        conflicts=list(Conflict.objects.filter(edition=edition)),
        doubts=around.doubts(edition),
        systems=around.systems(viewer, edition),
        edits=around.edits(viewer, edition),
        citation=citation(one.record, edition.display, viewer.today),
    )
