"""Words and tables of a DOCX (DOCX 的内容), by the reader of documents: changes, controls, merged cells."""

import re

from guiju.core.documents import grids
from guiju.core.documents.docx.package import opened
from guiju.core.documents.docx.reading import lines
from guiju.core.documents.model import Cell, Table
from guiju.core.documents.walking import plain
from guiju.core.errors import Bilingual
from guiju.core.forms.errors import UnreadableForm
from guiju.core.forms.readers.pieces import Grid, Line, Pieces, Words, limit, too_many_rows
from guiju.core.forms.values import tidy

_ROW = re.compile(rb"<(?:\w+:)?tr[ >/]")


def docx_pieces(data: bytes, name: str) -> Pieces:
    """Raises BrokenDocx, OldWord, EncryptedDocx, HugeDocx and UnreadableForm."""
    _check(data, name)
    found = Pieces()
    for one in lines(data, name=name):
        if isinstance(one.block, Table):
            found.items.append(_grid(one.block))
        else:
            text = plain(one.block) if one.block is not None else one.text.content
            words = tidy(f"{one.number} {text}" if one.number else text)
            if words:
                found.items.append(Words(words))
    return found


def _check(data: bytes, name: str) -> None:
    """The size and the rows of the main part, before anything is built of it."""
    package = opened(data, name)
    if package.main in package.known:
        most = limit("part")
        if package.archive.getinfo(package.main).file_size > most:
            why = Bilingual(f"正文超过 {most} 字节", f"its text has more than {most} bytes")
            raise UnreadableForm(name, why)
        rows = _ROW.finditer(package.bytes(package.main))
        if any(count > limit("rows") for count, _ in enumerate(rows, 1)):
            raise too_many_rows(name)


def _grid(table: Table) -> Grid:
    rows = (*table.head, *table.body)
    columns = min(grids.width(rows), limit("columns"))
    made = []
    above: tuple[Cell | None, ...] = (None,) * columns
    for number, row in enumerate(grids.laid(rows, columns), 1):
        made.append(_line(number, row, above))
        above = row
    return Grid(tuple(made))


def _line(number: int, row: grids.Row, above: grids.Row) -> Line:
    """A cell over several columns is told once, one over several rows in each of them."""
    texts = []
    for at, cell in enumerate(row):
        is_again = at > 0 and cell is row[at - 1]
        texts.append("" if cell is None or is_again else _text(cell))
    is_wide = len(row) > 1 and row[0] is not None and all(cell is row[0] for cell in row)
    copied = {at for at, cell in enumerate(row) if cell is not None and cell is above[at]}
    return Line(number, tuple(texts), is_wide, frozenset(copied))


def _text(cell: Cell) -> str:
    return tidy("\n".join(plain(block) for block in cell.blocks))
