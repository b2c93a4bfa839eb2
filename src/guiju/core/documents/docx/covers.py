"""A cover that is laid out by tables (表格排版的封面): its cells as lines."""

from collections.abc import Iterator, Sequence

from guiju.core.documents.lines import Line
from guiju.core.documents.model import Paragraph, Table
from guiju.core.documents.structure import cover
from guiju.core.documents.structure.seen import see
from guiju.core.documents.walking import cells

_LONGEST = 40  # lines of a cover


def spread(lines: Sequence[Line]) -> list[Line]:
    """The lines with the paragraphs of such tables among them, where the cover is."""
    out: list[Line] = []
    is_cover = True
    for at, one in enumerate(lines):
        is_cover = is_cover and at < _LONGEST and not one.heading
        found = list(_parts(one.block)) if isinstance(one.block, Table) and is_cover else []
        out += found if _says_facts(found) else [one]
    return out


def _parts(table: Table) -> Iterator[Line]:
    for cell in cells(table):
        for one in cell.blocks:
            if isinstance(one, Table):
                yield from _parts(one)
            elif isinstance(one, Paragraph):
                yield Line(text=one.text, line=one.line)
            else:
                yield Line(block=one, line=table.line)


def _says_facts(lines: Sequence[Line]) -> bool:
    said = cover.read(see(lines))
    return bool(said.ics or said.ccs or said.registration or said.issued or said.effective)
