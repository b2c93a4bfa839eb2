"""Every comment follows its clause through the drafts (意见随条款跟踪)."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise

from guiju.core.compare.documents import align
from guiju.core.compare.documents.aligning import Row
from guiju.core.compare.documents.clauses import moved_clauses
from guiju.core.compare.documents.links import Link
from guiju.core.compare.documents.words import features
from guiju.core.consultations.draft import COVER, WHOLE, Draft
from guiju.core.consultations.in_tables import Tables
from guiju.core.consultations.model import Change, Followed, together
from guiju.core.consultations.places import Range, ranges
from guiju.core.documents.model import Document, Section, Table, Term

# So much of a line that came in the clause is taken from the line that went; shorter ones are so by chance.
FROM_WHOLE = 0.6
LEAST_FEATURES = 4


def follow(old: Document, new: Document, places: Iterable[str]) -> dict[str, Followed]:
    """Where each place of the old draft stands in the new one."""
    follower = Follower(old, new)
    return {place: follower.follow(place) for place in places}


def trail(drafts: Sequence[Document], places: Iterable[str]) -> dict[str, tuple[Followed, ...]]:
    """The same from draft to draft; a way ends where its place is gone or was never there."""
    followers = [Follower(old, new) for old, new in pairwise(drafts)]
    answer = {}
    for place in places:
        way: list[Followed] = []
        here: str | None = place
        for follower in followers:
            if here is None:
                break
            way.append(follower.follow(here))
            here = way[-1].place
        answer[place] = tuple(way)
    return answer


class Follower:
    """Two drafts, aligned once; asked for any number of places."""

    def __init__(self, old: Document, new: Document) -> None:
        self.old, self.new = Draft.of(old), Draft.of(new)
        self.found = align(self.old.document, self.new.document)
        self.clauses = {
            one.address: one.at for one in self.found.a.clauses if one.address in self.old.things
        }
        self.strays = dict(self.found.strays)

    @cached_property
    def moved(self) -> set[int]:
        return moved_clauses(self.found)

    @cached_property
    def rows(self) -> dict[int, Row]:
        return {at: row for row in self.found.rows for at in row.a}

    @cached_property
    def links(self) -> dict[int, Link]:
        return {at: link for row in self.found.rows for link in row.links for at in link.a}

    @cached_property
    def tables(self) -> Tables:
        return Tables(self.found)

    @cached_property
    def passages(self) -> dict[str, list[int]]:
        """The lines of everything smaller than a clause."""
        answer: dict[str, list[int]] = {}
        for at, one in enumerate(self.found.passages_a):
            place = self.old.things.get(one.source)
            around = (*place.above, place.thing) if place else ()
            for thing in around:
                if not isinstance(thing, Section | Term):
                    answer.setdefault(thing.address, []).append(at)
        return answer

    def follow(self, place: str) -> Followed:
        """A place in its normal form: an address, a range, a list of them."""
        return together(
            self._range(one) if one.last else self._one(one.first) for one in ranges(place)
        )

    def _range(self, one: Range) -> Followed:
        """Everything between both ends that is like them; the parts that stayed are a range again."""
        order = self.old.order
        if one.first not in order or one.last not in order:
            return together(self._one(end) for end in one)
        kind = Table if one.first in self.tables.places else (Section, Term)
        first, last = sorted((order[one.first], order[one.last]))
        between = [
            address
            for address, place in self.old.things.items()
            if first <= order[address] <= last and isinstance(place.thing, kind)
        ]
        parts = [self._one(address, alone=False) for address in between]
        every = together(parts)
        left = [part for part in parts if part.change != "moved" and part.place]
        ends = sorted(
            (end for part in left if part.place for end in part.place.split(",")),
            key=self.new.order.__getitem__,
        )
        away = [part.place for part in parts if part.change == "moved" and part.place]
        whole = [str(Range(ends[0], ends[-1] if ends[-1] != ends[0] else ""))] if ends else []
        place = ",".join([*whole, *away]) if whole or away else None
        return Followed(place, every.change, every.before, every.after, every.near)

    def _one(self, address: str, *, alone: bool = True) -> Followed:
        if address in (WHOLE, COVER):
            return self._fixed(address)
        if address in self.clauses:
            return self._clause(self.clauses[address], alone=alone)
        if (in_table := self.tables.follow(address)) and self.old.has(address):
            return self._named(address, *in_table)
        if address in self.passages:
            return self._lines(address)
        return Followed(None, "unknown", near=self._near(self.old.nearest(address)))

    def _fixed(self, address: str) -> Followed:
        before, after = self.old.words(address), self.new.words(address)
        own, other = self.old.document, self.new.document
        same = before == after if address == COVER else own.sections == other.sections
        return Followed(address, "same" if same else "changed", before, after)

    def _clause(self, at: int, *, alone: bool) -> Followed:
        clause, row = self.found.a.clauses[at], self.rows[at]
        targets = [self.found.b.clauses[one] for one in row.b]
        structure: Change | None = None
        if not targets:
            lines = range(clause.first, clause.first + len(clause.passages))
            went = [self.found.passages_b[self.strays[one]] for one in lines if one in self.strays]
            return self._named(clause.address, [one.source for one in went], "moved")
        if len(row.b) > 1:
            structure = "split"
        elif len(row.a) > 1:
            structure = "merged"
        elif at in self.moved:
            structure = "moved"
        elif targets[0].nature != clause.nature:
            structure = "changed"
        return self._named(clause.address, [one.address for one in targets], structure, alone=alone)

    def _lines(self, address: str) -> Followed:
        """Something smaller than a clause, by its lines."""
        own = self.passages[address]
        linked = [self.links[at] for at in own]
        targets = [at for link in linked for at in link.b]
        row = self.rows[self._clause_at(address)]
        structure: Change | None = None
        if not targets:
            went = [self.strays[at] for at in own if at in self.strays] or self._kin(own, row)
            return self._named(address, self._like(address, went), "moved")
        if len(row.b) > 1:
            targets = sorted({*targets, *self._kin(own, row)})
        places = self._like(address, targets)
        if len(places) > 1:
            structure = "split"
        elif any(at not in own for link in linked for at in link.a):
            structure = "merged"
        elif self._clause_at(address) in self.moved:
            structure = "moved"
        return self._named(address, places, structure)

    def _clause_at(self, address: str) -> int:
        return self.clauses[self.old.clause(address)]

    def _kin(self, own: Iterable[int], row: Row) -> list[int]:
        """Lines that came in the same clause and were mostly taken from these."""
        whole = [features(self.found.passages_a[at].text) for at in own]
        fresh = (at for link in row.links if not link.a for at in link.b)
        found = []
        for at in fresh:
            line = self.found.passages_b[at]
            part = features(line.text) if line.kind != "title" else frozenset()
            if len(part) >= LEAST_FEATURES and any(
                len(part & one) >= FROM_WHOLE * len(part) for one in whole
            ):
                found.append(at)
        return found

    def _like(self, address: str, lines: Iterable[int]) -> list[str]:
        """What of the new draft the lines stand in that is the same kind of thing."""
        kind = type(self.old.things[address].thing)
        found: dict[str, None] = {}
        for at in lines:
            line = self.found.passages_b[at]
            place = self.new.things[line.source]
            around = [one for one in (*place.above, place.thing) if type(one) is kind]
            found[around[-1].address if around else line.address] = None
        return list(found)

    def _named(
        self, address: str, places: list[str], structure: Change | None, *, alone: bool = True
    ) -> Followed:
        """`alone`: a heading stands for what is below it; not in a range, which has it anyway."""
        before = self._words(self.old, address, alone=alone)
        if not places:
            return Followed(None, "removed", before, near=self._near(self._around(address)))
        after = "\n".join(self._words(self.new, one, alone=alone) for one in places)
        change: Change = structure or ("changed" if before != after else "same")
        if change == "same" and places != [address]:
            change = "renumbered"
        return Followed(",".join(places), change, before, after, self.new.clause(places[0]))

    def _words(self, draft: Draft, address: str, *, alone: bool) -> str:
        return draft.words(address) if alone else draft.own_words(address)

    def _around(self, address: str) -> str:
        """What holds a place; the whole for a chapter."""
        if table := self.old.table_of(address):
            return table
        holders = (Section, Term, Table)
        above = [one for one in self.old.things[address].above if isinstance(one, holders)]
        return above[-1].address if above else WHOLE

    def _near(self, address: str) -> str:
        """Where this, or the smallest thing around it that is left, stands in the new draft."""
        if not address:
            return WHOLE
        found = self._one(address)
        return found.place.partition(",")[0] if found.place else found.near
