"""The places of a draft (征求意见稿的位置): what stands where, in reading order."""

from dataclasses import dataclass
from functools import cached_property

from guiju.core.compare.documents.grids import grid
from guiju.core.documents.addresses import addressed
from guiju.core.documents.model import Document, Section, Table, Term
from guiju.core.documents.placing import Place
from guiju.core.documents.walking import Addressable, inside

WHOLE = ""
COVER = "cover"


@dataclass(frozen=True)
class Draft:
    """A draft with every place at hand; what has no address yet gets one."""

    document: Document

    @classmethod
    def of(cls, document: Document) -> "Draft":
        known = all(one.address for one in document.sections)
        return cls(document if known else addressed(document))

    @cached_property
    def things(self) -> dict[str, Place]:
        """Everything that has an address, with all that holds it; in reading order."""
        found: dict[str, Place] = {}

        def below(one: Addressable, above: tuple[Addressable, ...]) -> None:
            found.setdefault(one.address, Place(one, above))
            for part in inside(one):
                below(part, (*above, one))

        tops: tuple[Addressable, ...] = (*self.document.sections, *self.document.footnotes)
        for one in tops:
            below(one, ())
        return found

    @cached_property
    def order(self) -> dict[str, int]:
        """The places counted in reading order; the rows of a table (table-1/r3) stand among them."""
        found: dict[str, int] = {WHOLE: 0, COVER: 1}
        for address, place in self.things.items():
            row, _, column = address.rpartition("/c")
            if column and place.above and isinstance(place.above[-1], Table):
                found.setdefault(row, len(found))
            found.setdefault(address, len(found))
        return found

    @cached_property
    def ends(self) -> dict[str, int]:
        """Where the last thing inside a place is counted."""
        found = dict(self.order)
        for address, place in self.things.items():
            found.update((one.address, self.order[address]) for one in place.above)
        return found

    @cached_property
    def kinds(self) -> dict[str, str]:
        """Elements by kind: scope → 1, where 范围 is the first chapter."""
        return {one.kind: one.address for one in reversed(self.document.sections)}

    def has(self, address: str) -> bool:
        return address in self.order

    def nearest(self, address: str) -> str:
        """The place itself, or the smallest one around it that the draft has (the whole at last)."""
        while address and address not in self.order:
            cut = max(address.rfind("/"), address.rfind("."))
            address = address[:cut] if cut > 0 else WHOLE
        return address

    def clause(self, address: str) -> str:
        """The clause or term entry in which a place stands; the whole for what stands in none."""
        near = self.nearest(address)
        place = self.things.get(self.table_of(near) or near)
        if place is None:
            return near
        kinds = (Section, Term)
        around = [one.address for one in (*place.above, place.thing) if isinstance(one, kinds)]
        return around[-1] if around else WHOLE

    def table_of(self, address: str) -> str:
        """The table whose row this is (table-1/r3); "" for anything else."""
        table, _, row = address.rpartition("/r")
        is_row = row.isdigit() and address in self.order and address not in self.things
        return table if is_row else ""

    def words(self, address: str) -> str:
        """What a person reads at a place; under a heading alone, all that stands below it."""
        place = self.things.get(address)
        if place and isinstance(place.thing, Section) and not place.thing.blocks:
            below = (self.words(one.address) for one in place.thing.sections)
            return "\n".join(one for one in (place.words, *below) if one)
        return self.own_words(address)

    def own_words(self, address: str) -> str:
        """What a person reads at a place, without the clauses below it."""
        if address == COVER:
            return "\n".join(title for _, title in self.document.meta.titles)
        if table := self.table_of(address):
            return _row(self.things[table].thing, int(address.rpartition("/r")[2]))
        place = self.things.get(address)
        if place is None:
            return ""
        unit = place.thing.unit if isinstance(place.thing, Table) else ""
        return "\n".join(one for one in (unit, place.words) if one)


def _row(table: Addressable, row: int) -> str:
    """The cells of a row that is counted from 1, each once."""
    laid = grid(table).texts if isinstance(table, Table) else []
    return " | ".join(dict.fromkeys(one for one in laid[row - 1] if one))
