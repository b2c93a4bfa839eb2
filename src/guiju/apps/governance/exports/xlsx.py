"""The working ledger as an Excel workbook. What a person wrote never becomes a formula."""

from datetime import date, datetime
from io import BytesIO
from math import ceil
from typing import Any

import xlsxwriter

from guiju.apps.governance.exports.layout import Block, Cell, Sheet, width_of

MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
A4 = 9
LINE = 15  # points of height for one line of 10-point text
TALLEST = 409  # Excel's own limit for a row
HEAD = 2  # the zero-based row of the head: below the title and the line beneath it


def workbook(sheet: Sheet) -> bytes:
    """The sheet as XLSX: frozen head, filter, landscape A4, the head on each page."""
    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        # The ledger's day, not this moment: equal ledgers are equal to the byte.
        book.set_properties({"title": sheet.title, "created": _midnight(sheet.on)})
        page = book.add_worksheet("台账" if sheet.language.startswith("zh") else "Ledger")
        formats = _formats(book, sheet.language)
        _set_up(page, sheet)
        last = len(sheet.columns) - 1
        page.merge_range(0, 0, 0, last, "", formats["title"])
        page.write_string(0, 0, sheet.title, formats["title"])
        page.merge_range(1, 0, 1, last, "", formats["subtitle"])
        page.write_string(1, 0, sheet.subtitle, formats["subtitle"])
        for at, column in enumerate(sheet.columns):
            page.write_string(HEAD, at, column.head, formats["head"])
        row = HEAD + 1
        for block in sheet.blocks:
            _write(page, sheet, block, row, formats)
            row += len(block.rows)
        page.autofilter(HEAD, 0, max(row - 1, HEAD), last)
    return out.getvalue()


def _formats(book: Any, language: str) -> dict[str, Any]:
    is_chinese = language.startswith("zh")
    body, strong = ("宋体", "黑体") if is_chinese else ("Times New Roman", "Arial")
    cell = {"font_name": body, "font_size": 10, "text_wrap": True, "border": 1, "valign": "vcenter"}
    middle = {**cell, "align": "center"}
    return {
        "title": book.add_format(
            {"font_name": strong, "font_size": 18, "align": "center", "valign": "vcenter"}
        ),
        "subtitle": book.add_format(
            {"font_name": body, "font_size": 10, "align": "right", "valign": "vcenter"}
        ),
        "head": book.add_format(
            {**middle, "font_name": strong, "bold": not is_chinese, "bg_color": "#E7E6E6"}
        ),
        "text": book.add_format(cell),
        "middle": book.add_format(middle),
        "day": book.add_format({**middle, "num_format": "yyyy-mm-dd"}),
    }


def _set_up(page: Any, sheet: Sheet) -> None:
    page.set_landscape()
    page.set_paper(A4)
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    page.repeat_rows(HEAD)
    page.freeze_panes(HEAD + 1, 2)
    page.set_footer("&C&P / &N")
    page.set_row(0, 32)
    page.set_row(HEAD, 30)
    for at, column in enumerate(sheet.columns):
        page.set_column(at, at, column.width)


def _write(page: Any, sheet: Sheet, block: Block, top: int, formats: dict[str, Any]) -> None:
    for at, height in enumerate(_heights(sheet, block)):
        page.set_row(top + at, height)
    for at, column in enumerate(sheet.columns):
        for first, last in _runs(sheet, block, at):
            style = formats["middle" if column.centred else "text"]
            if first < last:
                page.merge_range(top + first, at, top + last, at, "", style)
            # Each row keeps the value beneath the merged cell, so that the filter finds it.
            for row in range(first, last + 1):
                _put(page, top + row, at, block.rows[row][at], style, formats["day"])


def _put(page: Any, row: int, column: int, value: Cell, style: Any, day: Any) -> None:
    """Text as text, whatever it begins with; days as days, numbers as numbers."""
    if isinstance(value, date):
        page.write_datetime(row, column, _midnight(value), day)
    elif isinstance(value, int):
        page.write_number(row, column, value, style)
    else:
        page.write_string(row, column, value[:32_767], style)


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001  a cell has no time zone


def _runs(sheet: Sheet, block: Block, column: int) -> list[tuple[int, int]]:
    if sheet.columns[column].merge:
        return block.spans(column)
    return [(at, at) for at in range(len(block.rows))]


def _heights(sheet: Sheet, block: Block) -> list[float]:
    """Heights that show every line: Excel does not measure merged cells by itself."""
    heights = [float(LINE)] * len(block.rows)
    for at in range(len(sheet.columns)):
        for first, last in _runs(sheet, block, at):
            lines = _lines(str(block.rows[first][at]), sheet.columns[at].width)
            wanted = lines * LINE + 4
            missing = wanted - sum(heights[first : last + 1])
            if missing > 0:
                for row in range(first, last + 1):
                    heights[row] += missing / (last + 1 - first)
    return [min(height, TALLEST) for height in heights]


def _lines(text: str, width: int) -> int:
    return sum(max(1, ceil(width_of(line) / (width - 1))) for line in text.split("\n"))
