"""Tables as STS (表写出): XHTML tables with spans, notes and footnotes under them."""

from collections.abc import Sequence

from lxml import etree

from guiju.core.documents.model import Cell, Paragraph, Table, Text
from guiju.core.documents.sts.cells import ABSENT
from guiju.core.documents.sts.labels import full
from guiju.core.documents.sts.writer import Writer


def table(writer: Writer, parent: etree._Element, one: Table) -> None:
    made = writer.element(parent, "table-wrap", one.address)
    writer.label(made, full("table", one.label, writer.language))
    caption(writer, made, one.title, one.unit)
    if one.head or one.body:
        grid = etree.SubElement(made, "table")
        if one.head:
            _rows(writer, etree.SubElement(grid, "thead"), one.head)
        body = etree.SubElement(grid, "tbody")
        if one.body:
            _rows(writer, body, one.body)
        else:
            body.set("content-type", ABSENT)
            etree.SubElement(etree.SubElement(body, "tr"), "td")
    if one.notes or one.footnotes:
        foot = etree.SubElement(made, "table-wrap-foot")
        writer.blocks(foot, one.notes, narrow=True)
        writer.footnotes(foot, one.footnotes)


def caption(writer: Writer, parent: etree._Element, title: Text, unit: str) -> None:
    """A title and, below it, the unit of all values (单位为…)."""
    if not (title.content or title.marks or unit):
        return
    made = etree.SubElement(parent, "caption")
    if title.content or title.marks:
        writer.put(etree.SubElement(made, "title"), title)
    if unit:
        writer.put(etree.SubElement(made, "p", {"content-type": "unit"}), Text(unit))


def _rows(writer: Writer, part: etree._Element, rows: Sequence[Sequence[Cell]]) -> None:
    reach: dict[int, int] = {}  # column → rows that a cell above still takes
    for row in rows:
        made = etree.SubElement(part, "tr")
        over = {column for column, left in reach.items() if left}
        reach = {column: left - 1 for column, left in reach.items() if left > 1}
        column = 0
        for cell in row:
            column = _fill(made, column, cell.column, over)
            _cell(writer, made, cell)
            column = max(column, cell.column) + cell.columns
            for at in range(cell.column, cell.column + cell.columns):
                reach[at] = max(reach.get(at, 0), cell.rows - 1)
        if not row:
            etree.SubElement(made, "td", {"content-type": ABSENT})


def _fill(row: etree._Element, column: int, until: int, over: set[int]) -> int:
    """Cells that nobody sees, up to the column where the next one begins."""
    for at in range(column, until):
        if at not in over:
            etree.SubElement(row, "td", {"content-type": ABSENT})
    return max(column, until)


def _cell(writer: Writer, row: etree._Element, cell: Cell) -> None:
    made = writer.element(row, "th" if cell.head else "td", cell.address)
    for name, count in (("rowspan", cell.rows), ("colspan", cell.columns)):
        if count > 1:
            made.set(name, str(count))
    if cell.align:
        made.set("align", cell.align)
    first = cell.blocks[0] if len(cell.blocks) == 1 else None
    if isinstance(first, Paragraph):
        writer.put(made, first.text)
    else:
        writer.blocks(made, cell.blocks, narrow=True)
