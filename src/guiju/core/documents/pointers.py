"""Pointers of a document as marks (引用的链接): to other standards, and to places of its own.

What points is found by `pointing.pointers`; here it is looked up among the document's addresses. A
place of another document (GB/T 99999—2020的附录A) is no place of this one.
"""

from collections.abc import Iterator, Mapping

from guiju.core import numbers
from guiju.core.codes.tables import read_table
from guiju.core.documents.mapping import mapped
from guiju.core.documents.model import (
    Document,
    Figure,
    Footnote,
    Formula,
    Items,
    Mark,
    MarkKind,
    Table,
    Term,
    Text,
)
from guiju.core.documents.pointing import Pointer, pointers
from guiju.core.documents.structure.words import squashed
from guiju.core.documents.walking import blocks, cells, plain, sections

_TAKEN = ("standard", "internal", "term", "link", "math")
_LINKS = "、,，;；和与及或至～~—–- \n"

Known = Mapping[str, MarkKind]


def linked(document: Document) -> Document:
    """The same document with every pointer marked.

    Marks: `standard` with the number's canonical key, `internal` (to a term entry: `term`) with the address, "" when it leads nowhere. Marks that stand are kept.
    """
    known = _addresses(document)
    pointing = frozenset(_pointing_cells(document))
    return mapped(document, lambda text, at: _linked(text, known, alone=_cell(at) in pointing))


def _addresses(document: Document) -> Known:
    found: dict[str, MarkKind] = {path[-1].address: "internal" for path in sections(document)}
    for _, block in blocks(document):
        if isinstance(block, Table | Figure | Formula | Footnote):
            found[block.address] = "internal"
        elif isinstance(block, Term):
            found[block.address] = "term"
        elif isinstance(block, Items):
            found.update((item.address, "internal") for item in block.items)
    return found


def _pointing_cells(document: Document) -> Iterator[str]:
    """The cells below a head such as 试验方法: a number that stands alone there is no value."""
    heads = frozenset(map(squashed, read_table("tables.yaml", "drafting")["roles"]["method"]))
    for _, block in blocks(document):
        if isinstance(block, Table):
            columns = {
                column
                for row in block.head or block.body[:1]
                for cell in row
                if squashed("".join(map(plain, cell.blocks))) in heads
                for column in range(cell.column, cell.column + cell.columns)
            }
            yield from (cell.address for cell in cells(block) if cell.column in columns)


def _cell(address: str) -> str:
    """table-1/r2/c3 of table-1/r2/c3/p1."""
    table, _, inside = address.partition("/r")
    return f"{table}/r{'/'.join(inside.split('/')[:2])}"


def _linked(text: Text, known: Known, *, alone: bool) -> Text:
    found = pointers(text.content)
    if not alone and _is_number(text.content, found):
        return text
    marks = [mark for one in found for mark in _mark(one, known) if _is_free(mark, text)]
    if not marks:
        return text
    every = sorted((*text.marks, *marks), key=lambda one: (one.start, -one.end))
    return Text(text.content, tuple(every))


def _is_number(content: str, found: tuple[Pointer, ...]) -> bool:
    """A cell that holds 3.2 or 3.2～3.5 and nothing else."""
    at = 0
    for one in found:
        if (
            one.named
            or one.number
            or not one.label[:1].isdigit()
            or content[at : one.start].strip(_LINKS)
        ):
            return False
        at = one.end
    return bool(found) and not content[at:].strip(_LINKS)


def _mark(one: Pointer, known: Known) -> Iterator[Mark]:
    """None for a place of another document, and for a bare number that is no address here."""
    if one.number:
        yield Mark(one.start, one.end, "standard", numbers.canonical(one.number))
    elif one.of is None:
        target = next((way for way in _targets(one) if way in known), "")
        if target or one.named:
            yield Mark(one.start, one.end, known.get(target, "internal"), target)


def _targets(one: Pointer) -> Iterator[str]:
    """From the innermost item outwards: 5.2/c/2, 5.2/c, 5.2."""
    here = one.label if one.kind in ("clause", "annex") else f"{one.kind}-{one.label}"
    for count in range(len(one.items), -1, -1):
        yield "/".join((here, *one.items[:count]))


def _is_free(mark: Mark, text: Text) -> bool:
    """Whether no reader has marked a pointer there already."""
    taken = [one for one in text.marks if one.kind in _TAKEN]
    return all(one.end <= mark.start or mark.end <= one.start for one in taken)
