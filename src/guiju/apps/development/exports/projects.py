"""The list of projects as CSV and XLSX (项目清单文件)."""

from collections.abc import Iterable, Iterator
from tempfile import TemporaryFile
from typing import IO

import xlsxwriter
from django.utils.translation import gettext as _

from guiju.apps.catalogue.exports.csv_text import csv_lines
from guiju.apps.development.selectors.projects import Row

XLSX_MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_WIDTHS = (8, 18, 24, 50, 50, 30, 18, 24, 40, 30, 12, 12, 12)
_LONGEST = 32_767  # characters that a cell holds


def heads() -> tuple[str, ...]:
    return (
        _("Project"), _("Plan number"), _("Number"), _("Title in Chinese"), _("Title in English"),
        _("Procedure"), _("Stage"), _("State"), _("Committee"), _("Organisation"), _("Begun"),
        _("In this state since"), _("Last day"),
    )  # fmt: skip


def projects_csv(rows: Iterable[Row], language: str) -> Iterator[str]:
    return csv_lines(heads(), (_line(one, language) for one in rows))


def projects_xlsx(rows: Iterable[Row], language: str) -> IO[bytes]:
    """The workbook in a file that is gone when it is closed."""
    file = TemporaryFile()  # noqa: SIM115 - who sends it closes it
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        page = book.add_worksheet(_("Projects"))
        strong = book.add_format({"bold": True, "bg_color": "#E7E6E6"})
        page.freeze_panes(1, 1)
        for at, (head, width) in enumerate(zip(heads(), _WIDTHS, strict=True)):
            page.set_column(at, at, width)
            page.write_string(0, at, head, strong)
        for number, row in enumerate(rows, 1):
            for at, text in enumerate(_line(row, language)):
                page.write_string(number, at, text[:_LONGEST])
    file.seek(0)
    return file


def _line(row: Row, language: str) -> tuple[str, ...]:
    return (
        str(row.pk),
        row.plan_number,
        row.number,
        row.title_zh,
        row.title_en,
        row.procedure.say(language),
        f"{row.stage} {row.stage_title.say(language)}",
        row.state.say(language),
        row.committee,
        row.organisation,
        row.began.isoformat(),
        row.entered.isoformat(),
        row.due.isoformat() if row.due else "",
    )
