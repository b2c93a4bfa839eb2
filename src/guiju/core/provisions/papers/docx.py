"""A paper as a Word document (DOCX): landscape A4, heads on every page, page numbers."""

import io
import zipfile
from datetime import datetime
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from guiju.core.documents.docx.writing.making import clean
from guiju.core.errors import Bilingual
from guiju.core.provisions.papers.model import Grid, Languages, Paper, texts, widths_of

MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_USABLE = 297 - 2 * 15  # millimetres between the margins
_FIXED = (2000, 1, 1, 0, 0, 0)  # the same paper gives the same bytes
_BODY, _STRONG = ("Times New Roman", "宋体"), ("Arial", "黑体")


def document(paper: Paper, languages: Languages = "both") -> bytes:
    """The paper as DOCX."""
    file = Document()
    file.core_properties.title = clean(paper.title.say("en" if languages == "en" else "zh"))
    file.core_properties.author = ""
    file.core_properties.created = file.core_properties.modified = datetime(*_FIXED)  # noqa: DTZ001
    _page(file)
    normal = file.styles["Normal"]
    normal.font.size = Pt(9)
    normal.paragraph_format.space_after = Pt(3)
    _set_font(normal.element.get_or_add_rPr(), _BODY)
    for text in texts(paper.title, languages):
        _line(file, text, 16, centred=True)
    _lines(file, paper.lines, languages)
    for grid in paper.grids:
        for text in texts(grid.title, languages):
            _line(file, text, 11)
        _table(file, grid, languages)
        file.add_paragraph()
    _lines(file, paper.foot, languages)
    out = io.BytesIO()
    file.save(out)
    return _without_clock(out.getvalue())


def _page(file: Any) -> None:
    section = file.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(15)
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for code in ("PAGE", "NUMPAGES"):
        if code == "NUMPAGES":
            foot.add_run(" / ")
        run = foot.add_run()
        for kind in ("begin", "", "end"):
            run._r.append(_field(kind, code))


def _field(kind: str, code: str) -> Any:
    if not kind:
        element = OxmlElement("w:instrText")
        element.text = code
        return element
    element = OxmlElement("w:fldChar")
    element.set(qn("w:fldCharType"), kind)
    return element


def _lines(file: Any, lines: tuple[Bilingual, ...], languages: Languages) -> None:
    for line in lines:
        for text in texts(line, languages):
            file.add_paragraph(clean(text))


def _line(file: Any, text: str, size: int, *, centred: bool = False) -> None:
    paragraph = file.add_paragraph()
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.keep_with_next = True
    run = paragraph.add_run(clean(text))
    run.font.size = Pt(size)
    _set_font(run._r.get_or_add_rPr(), _STRONG)


def _table(file: Any, grid: Grid, languages: Languages) -> None:
    table = file.add_table(rows=1 + len(grid.rows), cols=len(grid.heads))
    table.style = "Table Grid"
    table.autofit = False
    total = sum(widths_of(grid))
    widths = [Mm(_USABLE * width / total) for width in widths_of(grid)]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    head, *rows = table._tbl.tr_lst
    head.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    _row(head, grid.heads, widths, languages, head=True)
    for row, cells in zip(rows, grid.rows, strict=True):
        # A row stays in one piece.
        row.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        _row(row, cells, widths, languages)


def _row(
    row: Any,
    cells: tuple[Bilingual, ...],
    widths: list[Any],
    languages: Languages,
    *,
    head: bool = False,
) -> None:
    for cell, text, width in zip(row.tc_lst, cells, widths, strict=True):
        cell.width = width
        if head:
            shade = OxmlElement("w:shd")
            for key, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", "E7E6E6")):
                shade.set(qn(key), value)
            cell.get_or_add_tcPr().append(shade)
        run = cell.p_lst[0].add_r()
        run.text = clean("\n".join(texts(text, languages)))
        if head:
            _set_font(run.get_or_add_rPr(), _STRONG)


def _set_font(properties: Any, names: tuple[str, str]) -> None:
    fonts = properties.get_or_add_rFonts()
    for script, name in zip(("w:ascii", "w:hAnsi", "w:eastAsia"), (names[0], *names), strict=True):
        fonts.set(qn(script), name)


def _without_clock(data: bytes) -> bytes:
    """The same parts, of one day."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.infolist():
            entry = zipfile.ZipInfo(part.filename, _FIXED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(part))
    return out.getvalue()
