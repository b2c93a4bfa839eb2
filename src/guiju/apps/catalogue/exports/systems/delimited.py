"""The detail table as CSV: UTF-8 with a mark, so that spreadsheets read it; never a formula."""

import csv
import io
from collections.abc import Sequence

from guiju.apps.catalogue.exports.systems.columns import clean, columns
from guiju.apps.catalogue.selectors.systems.values import Line, SystemView

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table(view: SystemView, lines: Sequence[Line], language: str) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    every = columns(view)
    writer.writerow([column.head.say(language) for column in every])
    for line in lines:
        writer.writerow([_safe(clean(column.fill(line, language))) for column in every])
    return out.getvalue().encode("utf-8-sig")


def _safe(value: str | int) -> str | int:
    """A text that a spreadsheet would take for a formula begins with an apostrophe."""
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value
