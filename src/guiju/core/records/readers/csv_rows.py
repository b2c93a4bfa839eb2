"""Rows of a CSV in UTF-8, in bounded memory (CSV 的行)."""

import csv
from collections.abc import Iterator
from itertools import islice

from guiju.core.errors import Bilingual
from guiju.core.records.readers.base import Limits, Readable, Refused
from guiju.core.records.readers.lines import excerpt, lines_of

_SIGNS = ",;\t|"
_SAMPLE = 20_000
_TITLES = 5  # lines: titles may stand above the head

Row = tuple[int, list[str]]


def csv_rows(stream: Readable, limits: Limits) -> Iterator[Row | Refused]:
    """Each row that is not empty, with the line on which it ends. The first one is the head."""
    lines = _Lines(stream, limits)
    first = list(islice(lines, _TITLES))
    sign = max(_SIGNS, key="".join(first)[:_SAMPLE].count)
    reader = csv.reader(lines.again(first), delimiter=sign)
    while True:
        try:
            row = next(reader)
        except StopIteration:
            yield from lines.take_refused()
            return
        except csv.Error:
            why = Bilingual(
                "引号没有配对或字段过长", "a quotation mark is not closed, or a field too long"
            )
            yield Refused(lines.number, why, "")
            continue
        yield from lines.take_refused()
        if any(cell.strip() for cell in row):
            yield _checked(lines.number, row, limits)


def _checked(number: int, row: list[str], limits: Limits) -> Row | Refused:
    text = ",".join(row[: limits.columns])
    if len(row) > limits.columns:
        why = Bilingual(f"多于 {limits.columns} 列", f"it has more than {limits.columns} columns")
    elif "\x00" in text:
        why = Bilingual("含有空字符（NUL）", "it holds a NUL character")
    elif "\ufffd" in text:
        why = Bilingual("含有无法解码的字符", "it holds characters that cannot be decoded")
    else:
        return number, [_bare(cell) for cell in row]
    return Refused(number, why, excerpt(text[:400]))


def _bare(cell: str) -> str:
    """Spreadsheets write ="0123" to keep the zero."""
    cell = cell.strip()
    if cell.startswith('="') and cell.endswith('"'):
        return cell[2:-1]
    return cell


class _Lines:
    """Lines as text for the csv module; those that were refused are kept apart."""

    def __init__(self, stream: Readable, limits: Limits) -> None:
        self._lines = lines_of(stream, limits)
        self._refused: list[Refused] = []
        self._seen: list[int] = []
        self.number = 0

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        for item in self._lines:
            if isinstance(item, Refused):
                self._refused.append(item)
                continue
            self.number, line = item
            if len(self._seen) < _TITLES:
                self._seen.append(self.number)
            return line.decode("utf-8", "replace") + "\n"
        raise StopIteration

    def again(self, first: list[str]) -> Iterator[str]:
        """The lines looked at already, under their own numbers, and then the rest."""
        last, numbers = self.number, self._seen
        for self.number, line in zip(numbers, first, strict=True):
            yield line
        self.number = last
        yield from self

    def take_refused(self) -> list[Refused]:
        found, self._refused = self._refused, []
        return found
