"""A standards system as a file (标准体系导出): CSV, XLSX, JSON."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from guiju.apps.catalogue.exports.systems import delimited, workbook
from guiju.apps.catalogue.exports.systems.records import whole_record
from guiju.apps.catalogue.selectors.systems.values import Line, SystemView
from guiju.core.errors import NotFoundError

FORMS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}


@dataclass(frozen=True, slots=True)
class File:
    """A finished file: its name bears the system and the day."""

    name: str
    mime: str
    content: bytes


def export_system(
    view: SystemView, form: str, language: str, lines: Sequence[Line] | None = None
) -> File:
    """The system as csv, xlsx or json; `lines` narrows the detail table.

    Raises NotFoundError for another form.
    """
    shown = view.lines if lines is None else lines
    if form == "csv":
        content = delimited.table(view, shown, language)
    elif form == "xlsx":
        content = workbook.workbook(view, shown, language)
    elif form == "json":
        told = json.dumps(whole_record(view, shown), ensure_ascii=False, indent=2)
        content = f"{told}\n".encode()
    else:
        raise NotFoundError(f"{view.system.slug}/export.{form}")
    name = f"{view.system.slug}-{view.on.isoformat()}.{form}"
    return File(name, FORMS[form], content)
