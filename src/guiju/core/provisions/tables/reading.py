"""Tables of results, read in batches (数据文件的读取): CSV, XLSX, Parquet, JSON lines.

What is written stays as it is written: no column is guessed to be a number.
"""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

import polars as pl

from guiju.core.provisions.tables.errors import TableError
from guiju.core.provisions.tables.layout import Layout, distinct, with_units
from guiju.core.provisions.tables.texts import as_utf8
from guiju.core.records.readers.base import Limits, Refused
from guiju.core.records.readers.xlsx_rows import xlsx_rows

ROWS = 200_000
FORMS = {
    ".csv": "csv", ".tsv": "csv", ".txt": "csv", ".xlsx": "xlsx", ".parquet": "parquet",
    ".jsonl": "jsonl", ".ndjson": "jsonl",
}  # fmt: skip
MOST_COLUMNS = 10_000
_SEPARATORS = ",;\t|"
_LONGEST_LINE = 4 << 20
_LARGEST_ARRAY = 32 << 20
_START = 4096
# How Polars names a head that stands twice.
_REPEATED = re.compile(r"(?P<head>.*)_duplicated_\d+", re.S)
_AS_IS = Layout()


def form_of(path: Path) -> str:
    """What kind of table a file's name says. Raises TableError."""
    found = FORMS.get(path.suffix.lower())
    if found is None:
        raise TableError(
            path.name,
            why_zh=f"后缀应当是 {'、'.join(FORMS)} 之一。",
            why_en=f"its name should end in one of {', '.join(FORMS)}.",
        )
    return found


def batches(path: Path, layout: Layout = _AS_IS) -> Iterator[pl.DataFrame]:
    """The table in pieces of at most ROWS rows; a table without rows is one empty piece.

    Raises TableError.
    """
    pieces = _pieces(path, layout.head, None)
    return with_units(pieces) if layout.units else pieces


def beginning(path: Path, rows: int, layout: Layout = _AS_IS) -> pl.DataFrame:
    """The first rows, without reading all of the file. Raises TableError."""
    pieces = _pieces(path, layout.head, rows + layout.units)
    return next(with_units(pieces) if layout.units else pieces).head(rows)


def _pieces(path: Path, head: int, most: int | None) -> Iterator[pl.DataFrame]:
    form = form_of(path)
    if form == "csv":
        return _csv(path, head, most)
    if form == "parquet":
        return _scanned(pl.scan_parquet(path, n_rows=most), path)
    if form == "jsonl":
        return _framed(_json_rows(path))  # its heads are those of all its lines
    return _sheet(path, head, most)


def _csv(path: Path, head: int, most: int | None) -> Iterator[pl.DataFrame]:
    with as_utf8(path) as plain:
        separator = _separator(plain, head, path.name)
        lazy = pl.scan_csv(
            plain, infer_schema=False, separator=separator, skip_lines=head - 1, n_rows=most
        )
        yield from _named_apart(_scanned(lazy, path))


def _separator(plain: Path, head: int, name: str) -> str:
    """The sign between the cells of the heads, once it is known that there are heads."""
    with plain.open("rb") as stream:
        for _ in range(head - 1):
            stream.readline(_LONGEST_LINE)
        line = stream.readline(_LONGEST_LINE)
    text = line.decode("utf-8-sig", "replace")
    if not text.strip():
        raise _no_heads(name, head)
    separator = max(_SEPARATORS, key=text.count)
    if len(line) == _LONGEST_LINE:
        raise TableError(
            name,
            why_zh="列名一行太长，文件可能没有换行。",
            why_en="the line of the heads is too long; the file may have no line ends.",
        )
    _check_width(text.count(separator) + 1, name)
    return separator


def _no_heads(name: str, head: int) -> TableError:
    return TableError(
        name,
        why_zh=f"第 {head} 行应当是列名。",
        why_en=f"line {head} should be the heads.",
    )


def _check_width(columns: int, name: str) -> None:
    if columns > MOST_COLUMNS:
        raise TableError(
            name,
            why_zh=f"有 {columns} 列，最多 {MOST_COLUMNS} 列。请确认分隔符和换行。",
            why_en=f"it has {columns} columns, at most {MOST_COLUMNS} can be read. Check separators and line ends.",
        )


def _named_apart(pieces: Iterator[pl.DataFrame]) -> Iterator[pl.DataFrame]:
    for piece in pieces:
        known = set(piece.columns)
        heads = [
            found["head"] if (found := _REPEATED.fullmatch(one)) and found["head"] in known else one
            for one in piece.columns
        ]
        yield piece.rename(dict(zip(piece.columns, distinct(heads), strict=True)))


def _scanned(lazy: pl.LazyFrame, path: Path) -> Iterator[pl.DataFrame]:
    """In order, in batches; what Polars refuses is refused in our words."""
    empty = True
    try:
        for batch in lazy.collect_batches(chunk_size=ROWS, maintain_order=True):
            empty = False
            yield batch
        if empty:
            yield lazy.head(0).collect()
    except (pl.exceptions.PolarsError, OSError) as failure:
        reason = str(failure).splitlines()[0][:200]
        raise TableError(
            path.name,
            why_zh=f"内容不合格式（{reason}）。",
            why_en=f"it is not well-formed ({reason}).",
        ) from failure


def _framed(
    rows: Iterator[dict[str, str | None]], heads: list[str] | None = None
) -> Iterator[pl.DataFrame]:
    """Rows of texts as pieces of one shape: the heads given, or those of the first piece."""
    first = True
    while (piece := list(islice(rows, ROWS))) or first:
        first = False
        if heads is None:
            heads = list(dict.fromkeys(key for row in piece for key in row))
        yield pl.DataFrame(
            {head: [row.get(head) for row in piece] for head in heads},
            schema=dict.fromkeys(heads, pl.String),
        )


def _json_rows(path: Path) -> Iterator[dict[str, str | None]]:
    with path.open("rb") as stream:
        if _is_array(stream):
            yield from _array_rows(stream, path)
            return
        for number, line in enumerate(iter(lambda: stream.readline(_LONGEST_LINE), b""), 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line, parse_float=str, parse_int=str, parse_constant=str)
            except (ValueError, RecursionError) as failure:
                raise _bad_line(path, number) from failure
            if not isinstance(row, dict):
                raise _bad_line(path, number)
            yield {str(key): _text(value) for key, value in row.items()}


def _is_array(stream: BinaryIO) -> bool:
    start = stream.read(_START).removeprefix(b"\xef\xbb\xbf").lstrip()
    stream.seek(0)
    return start.startswith(b"[")


def _array_rows(stream: BinaryIO, path: Path) -> Iterator[dict[str, str | None]]:
    """One array of objects, which is read as a whole and therefore bounded."""
    data = stream.read(_LARGEST_ARRAY + 1)
    if len(data) > _LARGEST_ARRAY:
        size = _LARGEST_ARRAY >> 20
        raise TableError(
            path.name,
            why_zh=f"JSON 数组大于 {size} MB。请改为 JSON 行（每行一个对象）。",
            why_en=f"the JSON array is larger than {size} MB. Write JSON lines, one object a line.",
        )
    try:
        rows = json.loads(data, parse_float=str, parse_int=str, parse_constant=str)
    except (ValueError, RecursionError) as failure:
        raise TableError(
            path.name,
            why_zh="不是完整的 JSON 数组。",
            why_en="it is no whole JSON array.",
        ) from failure
    for number, row in enumerate(rows, 1):
        if not isinstance(row, dict):
            raise TableError(
                path.name,
                why_zh=f"数组的第 {number} 项不是 JSON 对象。",
                why_en=f"item {number} of the array is no JSON object.",
            )
        yield {str(key): _text(value) for key, value in row.items()}


def _bad_line(path: Path, number: int) -> TableError:
    return TableError(
        path.name,
        why_zh=f"第 {number} 行不是 JSON 对象。",
        why_en=f"line {number} is no JSON object.",
    )


def _sheet(path: Path, head: int, most: int | None) -> Iterator[pl.DataFrame]:
    rows = _xlsx_rows(path, head)
    heads = next(rows, None)
    if heads is None:
        raise _no_heads(path.name, head)
    yield from _framed(islice(rows, most), list(heads))


def _xlsx_rows(path: Path, head: int) -> Iterator[dict[str, str | None]]:
    """The heads, as a row without values, then the rows."""
    heads: list[str] | None = None
    limits = Limits(columns=MOST_COLUMNS + 1)
    for row in xlsx_rows(path.read_bytes(), name=path.name, sheet="", limits=limits):
        if isinstance(row, Refused):
            raise TableError(
                path.name,
                why_zh=f"第 {row.position} 行：{row.reason.zh}。",
                why_en=f"row {row.position}: {row.reason.en}.",
            )
        number, cells = row
        texts = [_text(cell) for cell in cells]
        if heads is None:
            if number >= head:
                _check_width(len(texts), path.name)
                heads = distinct([text or f"column {at}" for at, text in enumerate(texts, 1)])
                yield dict.fromkeys(heads)
            continue
        if len(texts) > len(heads):
            raise TableError(
                path.name,
                why_zh=f"第 {number} 行的格数多于列名。",
                why_en=f"row {number} has more cells than there are heads.",
            )
        yield dict(zip(heads, [*texts, *[None] * (len(heads) - len(texts))], strict=True))


def _text(value: Any) -> str | None:
    """A cell as a person reads it: 8.50 typed as a number is 8.5, and no float's tail is shown."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, float):
        return format(Decimal(repr(value)).normalize(), "f")
    return str(value)
