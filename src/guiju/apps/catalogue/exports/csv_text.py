"""CSV that a spreadsheet opens rightly (CSV 导出): UTF-8 with its mark, and nothing that computes."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

MIME = "text/csv; charset=utf-8"
_COMPUTES = ("=", "+", "-", "@", "\t", "\r", "\n", *"\uff1d\uff0b\uff0d\uff20")  # full width too


class _Line:
    """Keeps the line that a csv writer has just written."""

    text = ""

    def write(self, text: str) -> None:
        self.text = text


def csv_lines(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    """The file, line by line, so that it can be sent while it is made."""
    line = _Line()
    writer = csv.writer(line)
    writer.writerow(head)
    yield f"\ufeff{line.text}"
    for row in rows:
        writer.writerow([plain_cell(value) for value in row])
        yield line.text


def plain_cell(value: Any) -> str:
    """The value as text that no spreadsheet takes for a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_COMPUTES) else text
