"""A list of standards as CSV, XLSX and JSON lines (检索结果文件)."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from tempfile import TemporaryFile
from typing import IO

import xlsxwriter
from django.utils.translation import gettext as _

from guiju.apps.catalogue.exports.csv_text import csv_lines
from guiju.apps.catalogue.selectors.found_records import FoundRecord
from guiju.core.codes.words import word
from guiju.core.errors import Bilingual, InputError
from guiju.core.records.readers.table_fields import FIELDS

ENDED = Bilingual("终止日期", "Ended")
_COLUMNS = (
    "number",
    "title_zh",
    "title_en",
    "level",
    "nature",
    "status",
    "issued",
    "effective",
    "ended",
    "ics",
    "ccs",
    "committees",
    "issuer",
)
XLSX_MOST = 50_000
XLSX_MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
JSONL_MIME = "application/x-ndjson"
_WIDTHS = (20, 50, 50, 12, 12, 12, 12, 12, 12, 16, 12, 24, 36)
_LONGEST = 32_767  # characters that a cell holds


class TooManyRowsError(InputError):
    """More than a workbook is made of here (行数过多)."""

    code = "too_many_rows"
    zh = "结果有 {subject} 条，超过 XLSX 的上限 {most} 条。请改用 CSV 或 JSON 行，或先缩小范围。"
    en = (
        "{subject} standards are found, more than the {most} that an XLSX file may hold here. "
        "Take CSV or JSON lines, or narrow the search."
    )


def heads(language: str) -> tuple[str, ...]:
    """Those by which an import knows the columns again."""
    return tuple((FIELDS[name][0] if name in FIELDS else ENDED).say(language) for name in _COLUMNS)


def found_csv(rows: Iterable[FoundRecord], language: str) -> Iterator[str]:
    return csv_lines(heads(language), (_line(row, language) for row in rows))


def found_jsonl(rows: Iterable[FoundRecord]) -> Iterator[str]:
    """A record a line, with the values of the catalogue, not their names."""
    for row in rows:
        yield json.dumps(asdict(row), ensure_ascii=False) + "\n"


def found_xlsx(rows: Iterable[FoundRecord], language: str) -> IO[bytes]:
    """The workbook in a file that is gone when it is closed; rows go to it one by one."""
    file = TemporaryFile()  # noqa: SIM115 - who sends it closes it
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        page = book.add_worksheet(_("Standards"))
        strong = book.add_format({"bold": True, "bg_color": "#E7E6E6"})
        for at, width in enumerate(_WIDTHS):
            page.set_column(at, at, width)
        page.freeze_panes(1, 1)
        for at, head in enumerate(heads(language)):
            page.write_string(0, at, head, strong)
        for number, row in enumerate(rows, 1):
            for at, text in enumerate(_line(row, language)):
                if text:
                    page.write_string(number, at, text[:_LONGEST])
    file.seek(0)
    return file


def _line(row: FoundRecord, language: str) -> tuple[str, ...]:
    return (
        row.number,
        row.title_zh,
        row.title_en,
        _name("level", row.level, language),
        _name("nature", row.nature, language),
        _name("state", row.status, language),
        row.issued,
        row.effective,
        row.ended,
        "; ".join(row.ics),
        "; ".join(row.ccs),
        "; ".join(row.committees),
        "; ".join(row.issuers),
    )


def _name(kind: str, value: str, language: str) -> str:
    return word(kind, value).say(language) if value else ""
