"""A paper as a workbook (XLSX): what is said on the first sheet, each table on one of its own."""

import io
import re
from datetime import UTC, datetime
from typing import Any

import xlsxwriter

from guiju.core.errors import Bilingual
from guiju.core.provisions.papers.model import Grid, Languages, Paper, texts, widths_of

MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_LONGEST = 32_767  # characters that a cell holds
_NAME = 31  # characters that the name of a sheet holds
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_FIRST = Bilingual("说明", "Summary")
_FIXED = datetime(2000, 1, 1, tzinfo=UTC)  # the same paper gives the same bytes
_WIDTH = 150  # characters across a sheet


def workbook(paper: Paper, languages: Languages = "both") -> bytes:
    """The paper as XLSX. Every cell is a text: none can become a formula or a link."""
    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        book.set_properties({"title": paper.title.zh, "created": _FIXED.replace(tzinfo=None)})
        strong = book.add_format({"bold": True, "bg_color": "#E7E6E6", "text_wrap": True})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        taken: set[str] = set()
        first = book.add_worksheet(_sheet_name(_FIRST, languages, taken))
        first.set_column(0, 0, _WIDTH, wrapped)
        for row, line in enumerate((paper.title, *paper.lines, *paper.foot)):
            look = strong if row == 0 else wrapped
            first.write_string(row, 0, _text(line, languages), look)
        for grid in paper.grids:
            page = book.add_worksheet(_sheet_name(grid.title, languages, taken))
            _fill(page, grid, languages, strong, wrapped)
    return file.getvalue()


def _fill(page: Any, grid: Grid, languages: Languages, strong: Any, wrapped: Any) -> None:
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.freeze_panes(1, 0)
    total = sum(widths_of(grid))
    for at, width in enumerate(widths_of(grid)):
        page.set_column(at, at, max(8, _WIDTH * width // total), wrapped)
    for row, cells in enumerate((grid.heads, *grid.rows)):
        for at, cell in enumerate(cells):
            page.write_string(row, at, _text(cell, languages), wrapped if row else strong)
    if grid.rows:
        page.autofilter(0, 0, len(grid.rows), len(grid.heads) - 1)


def _text(text: Bilingual, languages: Languages) -> str:
    return "\n".join(texts(text, languages))[:_LONGEST]


def _sheet_name(title: Bilingual, languages: Languages, taken: set[str]) -> str:
    """One that spreadsheets allow and that is not taken."""
    plain = _FORBIDDEN.sub(" ", texts(title, languages)[0]).strip() or "-"
    name, count = plain[:_NAME], 1
    while name.lower() in taken:
        count += 1
        name = f"{plain[: _NAME - len(str(count)) - 1]} {count}"
    taken.add(name.lower())
    return name
