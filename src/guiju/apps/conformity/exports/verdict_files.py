"""The table with its verdicts as a file (判定结果文件)."""

import tempfile
from pathlib import Path, PurePath
from typing import NamedTuple

from guiju.apps.conformity.models import Judgement
from guiju.core.provisions.tables.reading import batches
from guiju.core.provisions.tables.writing import write

FORMS = ("csv", "xlsx", "parquet", "jsonl")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MIMES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": XLSX,
    "parquet": "application/vnd.apache.parquet",
    "jsonl": "application/x-ndjson",
}


class File(NamedTuple):
    """A file to be sent; `name` is plain ASCII."""

    name: str
    mime: str
    data: bytes


def verdict_file(judgement: Judgement, form: str) -> File | None:
    """The rows with their verdicts in a form; None where there is no such form."""
    if form not in _MIMES:
        return None
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / f"verdicts.{form}"
        write(batches(Path(judgement.result.path)), made)
        return File(f"{stem_of(judgement)}.{form}", _MIMES[form], made.read_bytes())


def stem_of(judgement: Judgement) -> str:
    """The start of the names of its files, in what a header can carry."""
    stem = PurePath(judgement.name).stem
    plain = "".join(one for one in stem if one.isascii() and (one.isalnum() or one in "._-"))
    return f"{plain.strip('.') or 'data'}.verdicts"
