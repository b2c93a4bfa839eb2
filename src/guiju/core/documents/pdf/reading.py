"""A PDF read (读取 PDF): pages to lines, lines to the tree."""

from dataclasses import replace
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from guiju.core.documents.lines import Line
from guiju.core.documents.model import Paragraph, Reading, Table
from guiju.core.documents.pdf import doubts
from guiju.core.documents.pdf.errors import BrokenPdf, EncryptedPdf, GarbledPdf, HugePdf, ScannedPdf
from guiju.core.documents.pdf.glyphs import Page, page
from guiju.core.documents.pdf.images import drawn
from guiju.core.documents.pdf.joining import full_width, is_half_width
from guiju.core.documents.pdf.layout import Laid, laid
from guiju.core.documents.pdf.signs import UNREADABLE
from guiju.core.documents.structure import build

MOST_BYTES, MOST_PAGES = 200_000_000, 1_500
MOST_SIGNS, MOST_SHAPES = 3_000_000, 300_000  # characters, lines and drawings in all
_GARBLED = 0.3
_LEAST = 8  # characters a page, on average


class _Read(NamedTuple):
    pages: list[Page]
    laid: Laid
    images: dict[str, bytes]


def read(data: bytes, *, name: str = "") -> Reading:
    """The tree of a PDF. Raises Broken-, Encrypted-, Garbled-, Scanned- and HugePdf."""
    made = _read(data, name)
    reading = build(made.laid.lines, footnotes=made.laid.footnotes, images=made.images)
    met = [*reading.doubts, *doubts.of(reading.document, made.pages)]
    met.sort(key=lambda one: one.line)
    return replace(reading, doubts=tuple(met), places="page")


def lines(data: bytes, *, name: str = "") -> list[Line]:
    """Paragraphs and tables in reading order, without running heads and page numbers."""
    return _read(data, name).laid.lines


def _read(data: bytes, name: str) -> _Read:
    if len(data) > MOST_BYTES:
        raise HugePdf(name, found=f"{len(data)} bytes", most=f"{MOST_BYTES} bytes")
    document = _open(data, name)
    try:
        if len(document) > MOST_PAGES:
            raise HugePdf(name, found=f"{len(document)} pages", most=f"{MOST_PAGES} pages")
        pages = _pages(document, name)
        made = laid(pages)
        images = drawn(document, pages, made.pictures)
    except pdfium.PdfiumError as failure:
        raise BrokenPdf(name) from failure
    finally:
        document.close()
    texts = [one.text.content for one in made.lines]
    if is_half_width(texts):
        made.lines = [_wide(one) for one in made.lines]
    return _Read(pages, made, images)


def _pages(document: pdfium.PdfDocument, name: str) -> list[Page]:
    """All pages; a page without text is let pass, a document without is refused."""
    pages: list[Page] = []
    signs = shapes = unreadable = 0
    for at in range(len(document)):
        one = page(document, at)
        pages.append(one)
        signs, shapes = signs + len(one.glyphs), shapes + len(one.shapes)
        unreadable += sum(glyph.sign == UNREADABLE for glyph in one.glyphs)
        if signs > MOST_SIGNS:
            raise HugePdf(name, found=f"{signs} characters", most=f"{MOST_SIGNS} characters")
        if shapes > MOST_SHAPES:
            raise HugePdf(name, found=f"{shapes} drawn lines", most=f"{MOST_SHAPES} drawn lines")
    if signs < _LEAST * max(1, len(pages)):
        raise ScannedPdf(name)
    if unreadable > _GARBLED * signs:
        raise GarbledPdf(name)
    return pages


def _open(data: bytes, name: str) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as failure:
        if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD or "assword" in str(failure):
            raise EncryptedPdf(name) from failure
        raise BrokenPdf(name) from failure


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
