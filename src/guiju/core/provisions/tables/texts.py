"""Text tables as UTF-8 with lines (文本表格): whatever their encoding and line ends are."""

import codecs
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from guiju.core.decoding import NotText, Undecodable, decode
from guiju.core.provisions.tables.errors import TableError

START = 1 << 20
_HIGH_SURROGATES = range(0xD8, 0xDC)


@contextmanager
def as_utf8(path: Path) -> Iterator[Path]:
    """The file itself, or a copy of it in UTF-8. Raises TableError."""
    with path.open("rb") as stream:
        start = stream.read(START)
    if _is_utf8(start) and (b"\n" in start or b"\r" not in start):
        yield path
        return
    encoding = _encoding(start, path.name)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "table.csv"
        _copy(path, copy, encoding)
        yield copy


def _is_utf8(start: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(start)
    except UnicodeDecodeError:
        return False
    return b"\x00" not in start


def _encoding(start: bytes, name: str) -> str:
    try:
        return decode(_whole(start), name=name)[1]
    except NotText as failure:
        raise TableError(
            name,
            why_zh="它不是文字，也不是 XLSX 或 Parquet。请另存为 CSV（UTF-8）或 XLSX。",
            why_en="it is neither text nor XLSX nor Parquet. Save it as CSV (UTF-8) or XLSX.",
        ) from failure
    except Undecodable as failure:
        raise TableError(
            name,
            why_zh="文字编码不是 UTF-8、UTF-16 或 GB 18030。请另存为 CSV（UTF-8）。",
            why_en="its text is not UTF-8, UTF-16 or GB 18030. Save it as CSV (UTF-8).",
        ) from failure


def _whole(start: bytes) -> bytes:
    """Without a character that was cut at the end of the sample."""
    if len(start) < START:
        return start
    if b"\x00" not in start:
        return start[: start.rfind(b"\n") + 1] or start
    even = start[: len(start) // 2 * 2]
    cut = any(one in _HIGH_SURROGATES for one in even[-2:])
    return even[:-2] if cut else even


def _copy(path: Path, copy: Path, encoding: str) -> None:
    """In UTF-8, every line ended by one sign."""
    try:
        with path.open(encoding=encoding) as source, copy.open("w", encoding="utf-8") as target:
            target.write(source.read(START).removeprefix("\ufeff"))
            while block := source.read(START):
                target.write(block)
    except UnicodeDecodeError as failure:
        raise TableError(
            path.name, why_zh=f"不是 {encoding} 文字。", why_en=f"it is no text in {encoding}."
        ) from failure
