"""A system as a workbook: detail table, statistics, structure. What was written is never a formula."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from guiju.apps.catalogue.exports.systems.columns import clean, columns, titled
from guiju.apps.catalogue.selectors.systems.statistics import statistics
from guiju.apps.catalogue.selectors.systems.values import Count, Line, SystemView
from guiju.core.errors import Bilingual

A4 = 9
HEAD = 2  # the zero-based row of the heads: below the title and the line beneath it
DETAIL, COUNTS, TREE = (
    Bilingual("标准明细表", "Detail table"),
    Bilingual("标准统计表", "Statistics"),
    Bilingual("结构图", "Structure"),
)
COUNT_HEADS = (
    Bilingual("标准类别", "Category"),
    Bilingual("应有数", "Needed"),
    Bilingual("现有数", "Existing"),
    Bilingual("现有/应有（%）", "Existing / needed (%)"),
    Bilingual("缺口", "Gaps"),
    Bilingual("其中待核", "Of these unverified"),
)
TREE_HEADS = (
    Bilingual("体系编号", "Node code"),
    Bilingual("节点名称", "Node title"),
    Bilingual("英文名称", "Title (English)"),
    Bilingual("负责单位", "Owner"),
    Bilingual("应有数", "Needed"),
    Bilingual("现有数", "Existing"),
)
Rows = Sequence[Sequence[str | int | float]]


def workbook(view: SystemView, lines: Sequence[Line], language: str) -> bytes:
    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        # The day of the table, not this moment: equal tables are equal to the byte.
        day = datetime(view.on.year, view.on.month, view.on.day)  # noqa: DTZ001
        book.set_properties({"title": titled(view.title, language), "created": day})
        formats = _formats(book, language)
        every = columns(view)
        heads = [(column.head.say(language), column.width) for column in every]
        rows = [[clean(column.fill(line, language)) for column in every] for line in lines]
        _sheet(book, formats, DETAIL.say(language), _title(view, DETAIL, language), heads, rows)
        heads = [(head.say(language), 14) for head in COUNT_HEADS]
        rows = _counts(view, language)
        _sheet(book, formats, COUNTS.say(language), _title(view, COUNTS, language), heads, rows)
        widths = (14, 36, 36, 24, 10, 10)
        heads = [(head.say(language), wide) for head, wide in zip(TREE_HEADS, widths, strict=True)]
        rows = _tree(view)
        _sheet(book, formats, TREE.say(language), _title(view, TREE, language), heads, rows)
    return out.getvalue()


def _title(view: SystemView, name: Bilingual, language: str) -> tuple[str, str]:
    day = view.on.isoformat()
    marks = [view.keeper.full, Bilingual(f"截至 {day}", f"As of {day}").say(language)]
    if view.system.is_example:
        marks.append(Bilingual("示例", "Example").say(language))
    title = titled(view.title, language)
    joined = f"{title}{name.zh}" if language.startswith("zh") else f"{title}: {name.en.lower()}"
    return joined, "　".join(mark for mark in marks if mark)


def _counts(view: SystemView, language: str) -> list[list[Any]]:
    found = statistics(view)
    rows = [
        _count_row(f"{one.code} {titled(one.title, language)}", one.count)
        for one in found.categories
    ]
    return [*rows, _count_row(Bilingual("合计", "Total").say(language), found.total)]


def _count_row(name: str, count: Count) -> list[Any]:
    share = "" if count.percent is None else count.percent
    return [clean(name), count.wanted, count.there, share, count.gaps, count.unverified]


def _tree(view: SystemView) -> list[list[Any]]:
    return [
        [
            box.code,
            clean("　" * (box.depth - 1) + box.title.zh),
            clean(box.title.en),
            clean(box.owner),
            box.count.wanted,
            box.count.there,
        ]
        for box in view.boxes
    ]


def _formats(book: Any, language: str) -> dict[str, Any]:
    body, strong = ("宋体", "黑体") if language.startswith("zh") else ("Times New Roman", "Arial")
    cell = {"font_name": body, "font_size": 10, "text_wrap": True, "border": 1, "valign": "vcenter"}
    head = {**cell, "font_name": strong, "align": "center", "bg_color": "#E7E6E6"}
    return {
        "title": book.add_format({"font_name": strong, "font_size": 16, "align": "center"}),
        "subtitle": book.add_format({"font_name": body, "font_size": 10, "align": "right"}),
        "head": book.add_format(head),
        "cell": book.add_format(cell),
    }


def _sheet(
    book: Any,
    formats: dict[str, Any],
    name: str,
    title: tuple[str, str],
    heads: Sequence[tuple[str, int]],
    rows: Rows,
) -> None:
    page = book.add_worksheet(name)
    page.set_landscape()
    page.set_paper(A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(HEAD)
    page.freeze_panes(HEAD + 1, 0)
    page.set_footer("&C&P / &N")
    page.set_row(0, 28)
    last = len(heads) - 1
    for row, (text, style) in enumerate(zip(title, ("title", "subtitle"), strict=True)):
        page.merge_range(row, 0, row, last, "", formats[style])
        page.write_string(row, 0, str(clean(text)), formats[style])
    for at, (head, width) in enumerate(heads):
        page.set_column(at, at, width)
        page.write_string(HEAD, at, head, formats["head"])
    for row, cells in enumerate(rows, start=HEAD + 1):
        for at, value in enumerate(cells):
            if isinstance(value, str):
                page.write_string(row, at, value, formats["cell"])
            else:
                page.write_number(row, at, value, formats["cell"])
    page.autofilter(HEAD, 0, max(HEAD + len(rows), HEAD), last)
