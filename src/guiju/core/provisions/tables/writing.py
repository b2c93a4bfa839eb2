"""Tables of verdicts, written batch by batch (结果文件的写出). No cell can become a formula."""

import tempfile
from collections.abc import Iterable
from pathlib import Path

import polars as pl
import xlsxwriter

from guiju.core.provisions.tables.errors import TableError
from guiju.core.provisions.tables.reading import form_of

# A dash alone, as stations write it for "no result", is harmless.
_FORMULA = r"^[=+\-@\t\r].*[\w(]"
_NUMBER = r"^[+-]?[\d.]+$"
_XLSX_ROWS = 1_048_575


def write(pieces: Iterable[pl.DataFrame], path: Path) -> None:
    """All pieces into one file, by its name. What stood there is replaced when the new is whole."""
    form = form_of(path)
    with tempfile.TemporaryDirectory(dir=path.parent or None) as folder:
        made = Path(folder) / f"made.{form}"
        if form == "csv":
            _csv(pieces, made, "\t" if path.suffix.lower() == ".tsv" else ",")
        elif form == "jsonl":
            _jsonl(pieces, made)
        elif form == "parquet":
            _parquet(pieces, made, Path(folder))
        else:
            _xlsx(pieces, made, path.name)
        made.replace(path)


def _csv(pieces: Iterable[pl.DataFrame], made: Path, separator: str) -> None:
    """With the mark that tells spreadsheets that it is UTF-8."""
    with made.open("wb") as out:
        for at, piece in enumerate(pieces):
            _harmless(piece).write_csv(
                out, include_header=at == 0, include_bom=at == 0, separator=separator
            )


def _jsonl(pieces: Iterable[pl.DataFrame], made: Path) -> None:
    with made.open("wb") as out:
        for piece in pieces:
            piece.write_ndjson(out)


def _parquet(pieces: Iterable[pl.DataFrame], made: Path, folder: Path) -> None:
    parts = []
    for at, piece in enumerate(pieces):
        parts.append(folder / f"part-{at:06}.parquet")
        piece.write_parquet(parts[-1])
    pl.scan_parquet(parts).sink_parquet(made)


def _xlsx(pieces: Iterable[pl.DataFrame], made: Path, name: str) -> None:
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(made, options) as book:
        sheet, row = book.add_worksheet(), 0
        for piece in pieces:
            if row == 0:
                sheet.write_row(0, 0, piece.columns)
            if row + len(piece) > _XLSX_ROWS:
                raise TableError(
                    name,
                    why_zh="行数超出 XLSX 的上限 1,048,575，请写成 .csv 或 .parquet。",
                    why_en="XLSX holds 1,048,575 rows at most; write .csv or .parquet.",
                )
            for cells in piece.iter_rows():
                row += 1
                sheet.write_row(row, 0, ["" if cell is None else cell for cell in cells])


def _harmless(piece: pl.DataFrame) -> pl.DataFrame:
    """A text that a spreadsheet would take for a formula gets an apostrophe; numbers stay."""
    texts = pl.col(pl.String)
    risky = texts.str.contains(_FORMULA) & ~texts.str.contains(_NUMBER)
    return piece.with_columns(pl.when(risky).then(pl.lit("'") + texts).otherwise(texts).name.keep())
