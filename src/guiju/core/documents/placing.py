"""What stands at an address (地址所指), with all in which it stands."""

from typing import NamedTuple

from guiju.core.documents import grids
from guiju.core.documents.model import Cell, Document, Figure, Item, Note, Section, Table, Term
from guiju.core.documents.walking import Addressable, inside, plain


class Place(NamedTuple):
    """A thing; `above` are the sections, lists, tables and notes that hold it, the outermost first."""

    thing: Addressable
    above: tuple[Addressable, ...]

    @property
    def words(self) -> str:
        """What a person reads there, a line a paragraph; of a section without those below it."""
        if isinstance(self.thing, Section):
            lines = [self.thing.title.content, *map(plain, self.thing.blocks)]
        elif isinstance(self.thing, Item | Cell):
            lines = list(map(plain, self.thing.blocks))
        else:
            return plain(self.thing)
        return "\n".join(one for one in lines if one)

    @property
    def heads(self) -> tuple[str, ...]:
        """Of a cell: the heads of its column, from the top, and of its row."""
        if not isinstance(self.thing, Cell) or not isinstance(self.above[-1], Table):
            return ()
        return _heads(self.above[-1], self.thing)


class Name(NamedTuple):
    """What a thing is called; the title of a term entry is its first term."""

    address: str
    kind: str
    label: str
    title: str


def name_of(one: Addressable) -> Name:
    """The kind of a section or note is its own, of all else the word for it."""
    kind = one.kind if isinstance(one, Section | Note) else type(one).__name__.lower()
    title = ""
    if isinstance(one, Section | Table | Figure):
        title = one.title.content
    elif isinstance(one, Term) and one.designations:
        title = one.designations[0].text.content
    return Name(one.address, kind, getattr(one, "label", ""), title)


def place(document: Document, address: str) -> Place | None:
    """What stands at an address; None where nothing does."""
    everything: tuple[Addressable, ...] = (*document.sections, *document.footnotes)
    for one in everything:
        if found := _below(one, (), address):
            return found
    return None


def _below(one: Addressable, above: tuple[Addressable, ...], address: str) -> Place | None:
    if one.address == address:
        return Place(one, above)
    for part in inside(one):
        if found := _below(part, (*above, one), address):
            return found
    return None


def _heads(table: Table, cell: Cell) -> tuple[str, ...]:
    """Where no cell of its row is a head, the first one names the row, as in most tables of limits."""
    rows = (*table.head, *table.body)
    columns = grids.width(rows)
    grid = grids.laid(rows, columns)
    at = next(at for at, row in enumerate(grid) if any(one is cell for one in row))
    over = [row[cell.column] for row in grid[: min(at, len(table.head))]]
    before = [one for one in grid[at][: cell.column] if one is not None]
    beside = [one for one in before if one.head] or (before[:1] if at >= len(table.head) else [])
    heads = {id(one): one for one in (*over, *beside) if one is not None and one is not cell}
    words = ("\n".join(map(plain, one.blocks)) for one in heads.values())
    return tuple(one for one in words if one)
