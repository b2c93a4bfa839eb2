"""A PDF read (读取 PDF): pages to lines, lines to the tree."""

from dataclasses import replace

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from guiju.core.documents.lines import Line
from guiju.core.documents.model import Paragraph, Reading, Table
from guiju.core.documents.pdf import filling, fractions, margins, paragraphs, ruled
from guiju.core.documents.pdf.errors import BrokenPdf, EncryptedPdf, HugePdf, ScannedPdf
from guiju.core.documents.pdf.glyphs import Page, page
from guiju.core.documents.pdf.joining import full_width, is_half_width
from guiju.core.documents.pdf.rows import Row, rows
from guiju.core.documents.structure import build

MOST_BYTES, MOST_PAGES = 200_000_000, 1_500
_LEAST = 8  # characters a page, on average


def read(data: bytes, *, name: str = "") -> Reading:
    """The tree of a PDF. Raises BrokenPdf, EncryptedPdf, ScannedPdf and HugePdf."""
    return build(lines(data, name=name))


def lines(data: bytes, *, name: str = "") -> list[Line]:
    """Paragraphs and tables in reading order, without running heads and page numbers."""
    if len(data) > MOST_BYTES:
        raise HugePdf(name, found=f"{len(data)} bytes", most=f"{MOST_BYTES} bytes")
    document = _open(data, name)
    try:
        if len(document) > MOST_PAGES:
            raise HugePdf(name, found=f"{len(document)} pages", most=f"{MOST_PAGES} pages")
        pages = [page(document, at) for at in range(len(document))]
    except pdfium.PdfiumError as failure:
        raise BrokenPdf(name) from failure
    finally:
        document.close()
    if sum(len(one.glyphs) for one in pages) < _LEAST * max(1, len(pages)):
        raise ScannedPdf(name)
    made = _lines(pages)
    texts = [one.text.content for one in made]
    return [_wide(one) for one in made] if is_half_width(texts) else made


def _open(data: bytes, name: str) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as failure:
        if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD or "assword" in str(failure):
            raise EncryptedPdf(name) from failure
        raise BrokenPdf(name) from failure


def _lines(pages: list[Page]) -> list[Line]:
    grids = [[grid for grid in ruled.grids(one.rules) if _is_filled(grid, one)] for one in pages]
    free = [_free_rows(one, own) for one, own in zip(pages, grids, strict=True)]
    free = margins.body_rows(free, [one.height for one in pages])
    out = paragraphs.Paragraphs([])
    for one, own, found in zip(pages, grids, free, strict=True):
        place = paragraphs.frame(found)
        waiting = list(own)
        for row in found:
            while waiting and waiting[0].ys[0] > row.y:
                _put_table(out, one, waiting.pop(0))
            if place is not None:
                out.row(row, place)
        for grid in waiting:
            _put_table(out, one, grid)
    return out.lines


def _is_filled(grid: ruled.Grid, one: Page) -> bool:
    """A frame with words in one place only is a picture, not a table."""
    inside = [glyph for glyph in one.glyphs if grid.holds(glyph)]
    return sum(bool(grid.inside(box, inside)) for box in grid.boxes) > 1


def _put_table(out: paragraphs.Paragraphs, one: Page, grid: ruled.Grid) -> None:
    inside = [glyph for glyph in one.glyphs if grid.holds(glyph)]
    out.block(filling.table(grid, inside, one.number), one.number)


def _free_rows(one: Page, grids: list[ruled.Grid]) -> list[Row]:
    outside = [glyph for glyph in one.glyphs if not any(grid.holds(glyph) for grid in grids)]
    return rows(fractions.on_one_line(outside, one.rules), one.number)


def _wide(one: Line) -> Line:
    if isinstance(one.block, Table):
        return replace(one, block=_wide_table(one.block))
    return replace(one, text=full_width(one.text))


def _wide_table(table: Table) -> Table:
    head, body = (
        tuple(
            tuple(
                replace(
                    cell,
                    blocks=tuple(
                        replace(block, text=full_width(block.text))
                        if isinstance(block, Paragraph)
                        else block
                        for block in cell.blocks
                    ),
                )
                for cell in row
            )
            for row in rows_
        )
        for rows_ in (table.head, table.body)
    )
    return replace(table, head=head, body=body)
