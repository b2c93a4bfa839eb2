"""A form as a workbook (写成 XLSX). Every cell is a text: none can become a formula or a link."""

import io
import re
from datetime import datetime
from math import ceil
from typing import Any
from unicodedata import east_asian_width

import xlsxwriter

from guiju.core.forms.layout.blocks import Block, Grid, Heading, Laid, Pairs, Signed, Words
from guiju.core.forms.writing.cells import continued

_FIXED = datetime(2000, 1, 1)  # noqa: DTZ001  the same form gives the same bytes
_PAPER_A4, _LINE, _TALLEST = 9, 15, 409
_PLAIN_WIDTHS = (24, 76)
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_LABEL_WIDTH = 20


def xlsx(form: Laid) -> bytes:
    """The bytes of the file: one sheet, A4, the head of the table on each page."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": form.title[:255], "created": _FIXED})
        page = book.add_worksheet(_FORBIDDEN.sub(" ", form.title)[:31].strip() or "-")
        _Writer(page, _looks(book), form).write()
    return out.getvalue()


def _looks(book: Any) -> dict[str, Any]:
    cell = {"font_name": "宋体", "font_size": 10, "text_wrap": True, "valign": "vcenter"}
    strong = {**cell, "font_name": "黑体"}
    ruled = {"border": 1}
    return {
        "title": book.add_format({**strong, "font_size": 16, "align": "center"}),
        "head": book.add_format({**strong, "font_size": 12}),
        "label": book.add_format({**strong, **ruled, "bg_color": "#F2F2F2"}),
        "cell": book.add_format({**cell, **ruled}),
        "words": book.add_format(cell),
    }


class _Writer:
    """Goes down the sheet."""

    def __init__(self, page: Any, looks: dict[str, Any], form: Laid) -> None:
        self._page, self._looks, self._form, self._row = page, looks, form, 0
        grids = [one for one in form.blocks if isinstance(one, Grid)]
        self._widths = grids[0].widths if grids else _PLAIN_WIDTHS
        self._head = -1

    def write(self) -> None:
        if self._form.page == "landscape":
            self._page.set_landscape()
        self._page.set_paper(_PAPER_A4)
        self._page.fit_to_pages(1, 0)
        self._page.set_footer("&C共 &N 页　第 &P 页")
        for at, width in enumerate(self._widths):
            self._page.set_column(at, at, width)
        for block in self._form.blocks:
            self._block(block)
        if self._head >= 0:
            self._page.repeat_rows(self._head)

    def _block(self, block: Block) -> None:
        match block:
            case Heading(text):
                self._across(text, "head")
            case Words(text, place):
                self._across(text, "title" if place == "title" else "words")
            case Pairs(pairs, _):
                for one in pairs:
                    self._labelled(one.label, one.value)
            case Signed(lines):
                for label, name, _ in lines:
                    self._labelled(label, name)
            case Grid():
                self._grid(block)

    def _grid(self, grid: Grid) -> None:
        self._head = self._row if self._head < 0 else self._head
        self._line(grid.heads, "label")
        for row in grid.rows:
            for part in continued(row):
                self._line(part, "cell")

    def _line(self, row: tuple[str, ...], look: str) -> None:
        for at, text in enumerate(row):
            self._page.write_string(self._row, at, text, self._looks[look])
        widths = (*self._widths, *(20 for _ in row))
        self._next(max(_lines(text, width) for text, width in zip(row, widths, strict=False)))

    def _across(self, text: str, look: str) -> None:
        for (part,) in continued((text,)):
            self._merged(0, len(self._widths) - 1, part, look)
            size = 2 if look == "title" else 1
            self._next(size * _lines(part, sum(self._widths)))

    def _labelled(self, label: str, value: str) -> None:
        """The label over the first columns that are wide enough together, the value over the rest."""
        last, wide = 0, self._widths[0]
        while wide < _LABEL_WIDTH and last < len(self._widths) - 2:
            last += 1
            wide += self._widths[last]
        for name, part in continued((label, value)):
            self._merged(0, last, name, "label")
            self._merged(last + 1, len(self._widths) - 1, part, "cell")
            room = sum(self._widths) - wide
            self._next(max(_lines(name, wide), _lines(part, room)))

    def _merged(self, first: int, last: int, text: str, look: str) -> None:
        style = self._looks[look]
        if first < last:
            self._page.merge_range(self._row, first, self._row, last, "", style)
        self._page.write_string(self._row, first, text, style)

    def _next(self, lines: int) -> None:
        self._page.set_row(self._row, min(lines * _LINE + 4, _TALLEST))
        self._row += 1


def _lines(text: str, width: int) -> int:
    """How many lines a text takes: Excel does not measure merged cells by itself."""
    return sum(max(1, ceil(_wide(line) / max(width - 1, 1))) for line in text.split("\n"))


def _wide(text: str) -> int:
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)
