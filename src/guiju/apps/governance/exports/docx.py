"""The working ledger as a Word document, laid out as offices print it."""

from datetime import datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from guiju.apps.governance.exports.layout import Block, Sheet

MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
USABLE = 297 - 2 * 12  # millimetres between the margins of landscape A4


def document(sheet: Sheet) -> bytes:
    """The sheet as DOCX: landscape A4, the head on each page, page numbers."""
    is_chinese = sheet.language.startswith("zh")
    body, strong = ("宋体", "黑体") if is_chinese else ("Times New Roman", "Arial")
    paper = Document()
    paper.core_properties.title = sheet.title
    paper.core_properties.author = ""
    day = datetime(sheet.on.year, sheet.on.month, sheet.on.day)  # noqa: DTZ001
    paper.core_properties.created = paper.core_properties.modified = day
    _page(paper)
    normal = paper.styles["Normal"]
    normal.font.size = Pt(9)
    normal.paragraph_format.space_after = Pt(0)
    _set_font(normal.element.get_or_add_rPr(), body)
    tongue = "zh-CN" if is_chinese else "en-GB"
    normal.element.rPr.append(_element("w:lang", {"w:val": tongue, "w:eastAsia": "zh-CN"}))
    _line(paper.add_paragraph(), sheet.title, strong, 18, WD_ALIGN_PARAGRAPH.CENTER)
    _line(paper.add_paragraph(), sheet.subtitle, body, 10, WD_ALIGN_PARAGRAPH.RIGHT)
    _table(paper, sheet, strong)
    _line(paper.add_paragraph(), sheet.footnote, body, 9, WD_ALIGN_PARAGRAPH.LEFT)
    out = BytesIO()
    paper.save(out)
    return out.getvalue()


def _page(paper: Any) -> None:
    section = paper.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(12)
    section.top_margin = section.bottom_margin = Mm(15)
    section.footer_distance = Mm(7)
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for words in ("PAGE", " / ", "NUMPAGES"):
        run = foot.add_run("" if words.isalpha() else words)
        if words.isalpha():
            _field(run, words)


def _field(run: Any, instruction: str) -> None:
    for kind in ("begin", None, "end"):
        if kind is None:
            element = OxmlElement("w:instrText")
            element.text = instruction
        else:
            element = _element("w:fldChar", {"w:fldCharType": kind})
        run._r.append(element)


def _set_font(properties: Any, name: str) -> None:
    fonts = properties.get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia"):
        fonts.set(qn(script), name)


def _line(paragraph: Any, text: str, font: str, size: int, align: Any) -> None:
    paragraph.alignment = align
    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    _set_font(run._r.get_or_add_rPr(), font)
    paragraph.paragraph_format.space_after = Pt(4)


def _table(paper: Any, sheet: Sheet, strong: str) -> None:
    rows = 1 + sum(len(block.rows) for block in sheet.blocks)
    table = paper.add_table(rows=rows, cols=len(sheet.columns))
    table.style = "Table Grid"
    table.autofit = False
    _margins(table._tbl.tblPr, 60)
    total = sum(column.width for column in sheet.columns)
    widths = [Mm(USABLE * column.width / total) for column in sheet.columns]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    head, *grid = table._tbl.tr_lst
    head.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell, column, width in zip(head.tc_lst, sheet.columns, widths, strict=True):
        _fill(cell, column.head, width, centred=True, head_font=strong)
    top = 0
    for block in sheet.blocks:
        _block(grid[top : top + len(block.rows)], sheet, block, widths)
        top += len(block.rows)


def _margins(properties: Any, width: int) -> None:
    """Narrow margins beside the text of every cell, in twentieths of a point."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("w:left", "w:right"):
        margins.append(_element(side, {"w:w": str(width), "w:type": "dxa"}))
    look = properties.find(qn("w:tblLook"))
    look.addprevious(margins)


def _block(rows: list[Any], sheet: Sheet, block: Block, widths: list[Any]) -> None:
    for at, column in enumerate(sheet.columns):
        runs = block.spans(at) if column.merge else [(n, n) for n in range(len(rows))]
        for first, last in runs:
            for row in range(first, last + 1):
                merge = "" if first == last else "restart" if row == first else "continue"
                text = str(block.rows[row][at]) if row == first else ""
                cell = rows[row].tc_lst[at]
                _fill(cell, text, widths[at], centred=column.centred, merge=merge)
    for row in rows:
        # A row stays in one piece; only a merged cell runs over the page.
        row.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _fill(
    cell: Any, text: str, width: Any, *, centred: bool, merge: str = "", head_font: str = ""
) -> None:
    """Write a cell. The order of its properties is that of the schema: Word insists on it."""
    cell.width = width
    properties = cell.get_or_add_tcPr()
    if merge:
        properties.append(_element("w:vMerge", {"w:val": merge}))
    if head_font:
        shade = {"w:val": "clear", "w:color": "auto", "w:fill": "E7E6E6"}
        properties.append(_element("w:shd", shade))
    properties.append(_element("w:vAlign", {"w:val": "center"}))
    paragraph = cell.p_lst[0]
    if centred:
        paragraph.get_or_add_pPr().append(_element("w:jc", {"w:val": "center"}))
    run = paragraph.add_r()
    run.text = text
    if head_font:
        _set_font(run.get_or_add_rPr(), head_font)


def _element(name: str, attributes: dict[str, str]) -> Any:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(key), value)
    return element
