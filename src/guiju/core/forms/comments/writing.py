"""Comments written (意见表的写出): 意见汇总处理表 or the ISO template, as DOCX, XLSX or CSV."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Literal

from guiju.core.forms.comments.cells import iso_cells, table_cells
from guiju.core.forms.comments.model import CommentRow
from guiju.core.forms.files.rulebook import form
from guiju.core.forms.filling import fill
from guiju.core.forms.writing.writing import FileKind, write_form

TableKind = Literal["table", "iso"]
FORMS = {"table": "comment-table", "iso": "iso-comments"}
_LATEST = date(9999, 1, 1)


def write_comments(
    rows: Iterable[CommentRow],
    header: Mapping[str, Any],
    footer: Mapping[str, Any],
    kind: TableKind = "table",
    file: FileKind = "docx",
    language: Literal["zh", "en"] | None = None,
    on: date = _LATEST,
) -> bytes:
    """The file. `header` and `footer` are values by the fields of the form that is in force `on` that day.

    The ISO template is in English where no language is asked for, the other in Chinese.
    """
    tongue = language or ("en" if kind == "iso" else "zh")
    cells = iso_cells if kind == "iso" else table_cells
    given = {**header, **footer, "comments": [cells(row, tongue) for row in rows]}
    return write_form(fill(form(FORMS[kind], on), {}, given), file, tongue)
