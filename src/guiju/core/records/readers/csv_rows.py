"""Rows of a CSV in UTF-8, in bounded memory (CSV 的行)."""

import csv
from collections import deque
from collections.abc import Iterator
from itertools import islice

from guiju.core.errors import Bilingual
from guiju.core.records.readers.base import Headed, Limits, Readable, Refused
from guiju.core.records.readers.lines import excerpt, lines_of

_SIGNS = ",;\t|"
_SAMPLE = 20_000
_TITLES = 5  # lines: titles may stand above the head
_MOST_LINES = 100  # of a row; a quotation mark that stays open for longer was never closed

Row = tuple[int, list[str]]


def csv_rows(stream: Readable, limits: Limits, sign: str = "") -> Iterator[Row | Refused]:
    """Each row that is not empty, with the line on which it ends. The first one is the head.

    Without a `sign` the one between the cells is found by the first lines.

    A quotation mark that is not closed costs the row on which it stands, none of those below.
    """
    lines = _Lines(_with_line_ends(stream), limits)
    sign = sign or lines.sign()
    reader = csv.reader(lines, delimiter=sign, strict=True)
    while True:
        lines.begin()
        try:
            row: list[str] | None = next(reader)
        except StopIteration:
            yield from lines.take_refused()
            return
        except csv.Error:
            text = lines.keep_first()
            row = _alone(text, sign)
        yield from lines.take_refused()
        if row is None:
            why = Bilingual(
                "引号没有配对或字段过长", "a quotation mark is not closed, or a field too long"
            )
            yield Refused(lines.number, why, excerpt(text))
        elif any(cell.strip() for cell in row):
            yield _checked(lines.number, row, limits)


def _alone(line: str, sign: str) -> list[str] | None:
    """The cells of a line with quotation marks where none belong; None if one stays open."""
    reader = csv.reader((line, "\n"), delimiter=sign)
    try:
        row = next(reader)
    except csv.Error:
        return None
    return row if reader.line_num == 1 else None


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
        self._waiting: deque[tuple[int, str]] = deque()
        self._taken: list[tuple[int, str]] = []
        self.number = 0

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        if len(self._taken) == _MOST_LINES:
            raise csv.Error
        self._taken.append(self._waiting.popleft() if self._waiting else self._fresh())
        self.number, line = self._taken[-1]
        return line

    def sign(self) -> str:
        """What stands between the cells, by the first lines, which are to come all the same."""
        self.begin()
        sample = "".join(islice(self, _TITLES))[:_SAMPLE]
        self._waiting.extend(self._taken)
        return max(_SIGNS, key=sample.count)

    def begin(self) -> None:
        """A row begins with the next line."""
        self._taken = []

    def keep_first(self) -> str:
        """The first line of the row; those behind it come again."""
        first, *others = self._taken
        self._waiting.extendleft(reversed(others))
        self.number = first[0]
        return first[1]

    def take_refused(self) -> list[Refused]:
        found, self._refused = self._refused, []
        return found

    def _fresh(self) -> tuple[int, str]:
        for item in self._lines:
            if isinstance(item, Refused):
                self._refused.append(item)
            else:
                return item[0], item[1].decode("utf-8", "replace") + "\n"
        raise StopIteration


def _with_line_ends(stream: Readable) -> Readable:
    """Some spreadsheets end their lines with CR alone."""
    head = stream.read(1 << 16)
    again = Headed(head, stream)
    return _EndedByCR(again) if b"\r" in head and b"\n" not in head else again


class _EndedByCR:
    def __init__(self, stream: Readable) -> None:
        self._stream = stream

    def read(self, size: int = -1, /) -> bytes:
        return self._stream.read(size).replace(b"\r", b"\n")
