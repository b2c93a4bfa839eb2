"""Tables of results, read in batches (数据文件的读取): CSV, XLSX, Parquet, JSON lines.

What is written stays as it is written: no column is guessed to be a number.
"""

import codecs
import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

import polars as pl

from guiju.core.decoding import decode
from guiju.core.errors import InputError
from guiju.core.records.readers.base import Limits, Refused
from guiju.core.records.readers.xlsx_rows import xlsx_rows

ROWS = 200_000
FORMS = {
    ".csv": "csv", ".tsv": "csv", ".txt": "csv", ".xlsx": "xlsx", ".parquet": "parquet",
    ".jsonl": "jsonl", ".ndjson": "jsonl",
}  # fmt: skip
_SEPARATORS = ",;\t|"
_HEAD = 1 << 20
_LONGEST_LINE = 4 << 20


class TableError(InputError):
    """A table that cannot be read (数据文件无法读取)."""

    code = "provisions.table"
    zh = "数据文件“{subject}”无法读取：{why_zh}"
    en = "The table “{subject}” cannot be read: {why_en}"


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


def batches(path: Path) -> Iterator[pl.DataFrame]:
    """The table in pieces of at most ROWS rows; a table without rows is one empty piece.

    Raises TableError.
    """
    form = form_of(path)
    if form == "csv":
        return _csv(path)
    if form == "parquet":
        return _scanned(pl.scan_parquet(path), path)
    if form == "jsonl":
        return _framed(_json_rows(path))
    return _framed(_xlsx_rows(path))


def _csv(path: Path) -> Iterator[pl.DataFrame]:
    with _as_utf8(path) as plain:
        with plain.open("rb") as stream:
            head = stream.readline(_LONGEST_LINE).decode("utf-8-sig", "replace")
        if not head.strip():
            raise TableError(
                path.name, why_zh="第一行应当是列名。", why_en="its first line should be the heads."
            )
        separator = max(_SEPARATORS, key=head.count)
        yield from _scanned(
            pl.scan_csv(plain, infer_schema=False, separator=separator),
            path,
        )


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


@contextmanager
def _as_utf8(path: Path) -> Iterator[Path]:
    """The file itself, or a copy of it in UTF-8."""
    with path.open("rb") as stream:
        start = stream.read(_HEAD)
    if _is_utf8(start):
        yield path
        return
    # Whole lines only: a character must not be cut.
    _, encoding = decode(start[: start.rfind(b"\n") + 1] or start, name=path.name)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "table.csv"
        try:
            with path.open(encoding=encoding) as source, copy.open("w", encoding="utf-8") as target:
                while block := source.read(_HEAD):
                    target.write(block)
        except UnicodeDecodeError as failure:
            raise TableError(
                path.name, why_zh=f"不是 {encoding} 文字。", why_en=f"it is no text in {encoding}."
            ) from failure
        yield copy


def _is_utf8(start: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(start)
    except UnicodeDecodeError:
        return False
    return b"\x00" not in start


def _framed(rows: Iterator[dict[str, str | None]]) -> Iterator[pl.DataFrame]:
    """Rows of texts as pieces of one shape: the heads are those of the first piece."""
    heads: list[str] | None = None
    while piece := list(islice(rows, ROWS)) or heads is None:
        some = piece if isinstance(piece, list) else []
        if heads is None:
            heads = list(dict.fromkeys(key for row in some for key in row))
        yield pl.DataFrame(
            {head: [row.get(head) for row in some] for head in heads},
            schema=dict.fromkeys(heads, pl.String),
        )
        if not some:
            return


def _json_rows(path: Path) -> Iterator[dict[str, str | None]]:
    with path.open("rb") as stream:
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


def _bad_line(path: Path, number: int) -> TableError:
    return TableError(
        path.name,
        why_zh=f"第 {number} 行不是 JSON 对象。",
        why_en=f"line {number} is no JSON object.",
    )


def _xlsx_rows(path: Path) -> Iterator[dict[str, str | None]]:
    heads: list[str] | None = None
    for row in xlsx_rows(path.read_bytes(), name=path.name, sheet="", limits=Limits()):
        if isinstance(row, Refused):
            raise TableError(
                path.name,
                why_zh=f"第 {row.position} 行：{row.reason.zh}。",
                why_en=f"row {row.position}: {row.reason.en}.",
            )
        number, cells = row
        texts = [_text(cell) for cell in cells]
        if heads is None:
            heads = [text or f"column {at}" for at, text in enumerate(texts, 1)]
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
