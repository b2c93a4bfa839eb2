"""A filled form written (写出表单) as the file that is asked for."""

from typing import Literal

from guiju.core.forms.layout.laying import laid
from guiju.core.forms.model import Filled
from guiju.core.forms.writing.csv import csv
from guiju.core.forms.writing.docx import docx
from guiju.core.forms.writing.xlsx import xlsx

FileKind = Literal["docx", "xlsx", "csv"]
Language = Literal["zh", "en", "both"]
_WRITERS = {"docx": docx, "xlsx": xlsx, "csv": csv}
MIME: dict[FileKind, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


def write_form(filled: Filled, kind: FileKind = "docx", language: Language = "zh") -> bytes:
    """The bytes of the file; the same form gives the same bytes."""
    return _WRITERS[kind](laid(filled, language))
