"""Rows of an XLSX workbook, read as hostile input (XLSX 的行)."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from itertools import count
from typing import Any

import openpyxl

from guiju.core.errors import Bilingual
from guiju.core.records.readers.base import Limits, Refused, Unreadable
from guiju.core.records.readers.lines import excerpt

_MOST_ENTRIES = 500
_MOST_ROWS = 1_048_576  # of a sheet; a file may name a far row, and all before it would be walked
_HIGHEST_RATIO = 200
_SMALL = 1 << 20
_WHOLE = (
    4 << 20
)  # bytes of a part that openpyxl keeps whole in memory, at some thirty times the size
_STREAMED = re.compile(
    r"worksheets/[^/]+\.xml|shared_?strings\.xml", re.I
)  # row by row, text by text
_MOST_TAGS = 100_000  # of one row or text; a row has at most 16,384 cells
_ROW_OR_TEXT = re.compile(rb"<(?:\w+:)?(?:row|si)\b")
_BLOCK = 1 << 20
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)|<\x00?!\x00?[DE]\x00")
_TOO_MUCH = Bilingual("解压后的大小或文件数超出安全上限", "it unpacks to more than is safe")
_BAD_SIGNS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


def xlsx_rows(
    data: bytes, *, name: str, sheet: str, limits: Limits
) -> Iterator[tuple[int, list[Any]] | Refused]:
    """Each row of the sheet that is not empty, with its number."""
    _check(data, name, limits)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
        page = book[sheet] if sheet else book.worksheets[0]
    except KeyError:
        why = Bilingual(f"没有工作表“{sheet}”", f"it has no sheet “{sheet}”")
        raise Unreadable(name, why) from None
    except Exception as failure:  # openpyxl raises whatever a damaged part makes it raise
        raise _broken(name) from failure
    page.reset_dimensions()
    rows = page.iter_rows(max_col=limits.columns)
    for number in count(1):
        try:
            cells = next(rows, None)
        except Exception as failure:  # the same, further on
            raise _broken(name) from failure
        if cells is None:
            return
        if number > _MOST_ROWS:
            raise _broken(name)
        filled = [cell for cell in cells if cell.value is not None]
        if filled:
            yield _row(filled[0].row, cells, limits)


def sheets_of(data: bytes, *, name: str, limits: Limits) -> tuple[str, ...]:
    """The names of the sheets, in order."""
    _check(data, name, limits)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
    except Exception as failure:
        raise _broken(name) from failure
    return tuple(book.sheetnames)


class Formula(str):
    """A formula in a cell: not a value, and never calculated here (公式)."""

    __slots__ = ()


def _row(number: int, cells: tuple[Any, ...], limits: Limits) -> tuple[int, list[Any]] | Refused:
    values = [_value(cell) for cell in cells]
    while values and values[-1] is None:
        values.pop()
    texts = [value for value in values if isinstance(value, str)]
    if any(len(text) > limits.line or _BAD_SIGNS.search(text) for text in texts):
        why = Bilingual(
            "含有不能用的字符或过长的文字", "it holds unusable characters or too long a text"
        )
        return Refused(number, why, excerpt(" ".join(texts)[:400]))
    return number, values


def _value(cell: Any) -> Any:
    if cell.data_type == "f":
        return Formula(cell.value)
    return None if cell.data_type == "e" else cell.value  # #N/A and the like say nothing


def _check(data: bytes, name: str, limits: Limits) -> None:
    """Nothing is unpacked before its size is known."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            total = sum(entry.file_size for entry in entries)
            bomb = total > _SMALL and total / (len(data) or 1) > _HIGHEST_RATIO
            if bomb or total > limits.unpacked or len(entries) > _MOST_ENTRIES:
                raise Unreadable(name, _TOO_MUCH)
            for entry in entries:
                with archive.open(entry) as part:
                    if _DECLARES.search(part.read(4096)):
                        raise _broken(name)
                if entry.filename.endswith((".xml", ".rels")) and _swells(archive, entry):
                    raise Unreadable(name, _TOO_MUCH)
    except (
        zipfile.BadZipFile,
        zlib.error,
        RuntimeError,
        EOFError,
        OSError,
        NotImplementedError,
    ) as failure:
        raise _broken(name) from failure


def _swells(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    """Would the part, once it is built, take many times the memory of its text?"""
    if not _STREAMED.search(entry.filename):
        return entry.file_size > _WHOLE
    tags = 0
    with archive.open(entry) as part:
        while block := part.read(_BLOCK):
            first, *others = _ROW_OR_TEXT.split(block)
            tags += first.count(b"<")
            for piece in others:
                if tags > _MOST_TAGS:
                    return True
                tags = piece.count(b"<")
            if tags > _MOST_TAGS:
                return True
    return False


def _broken(name: str) -> Unreadable:
    return Unreadable(
        name, Bilingual("工作簿已损坏或不是 XLSX", "the workbook is damaged or no XLSX")
    )
