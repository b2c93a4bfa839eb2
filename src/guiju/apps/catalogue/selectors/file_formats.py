"""What a file is that somebody wants to read in (文件格式识别): records, or a table of codes."""

from collections.abc import Callable, Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from guiju.core.codes.readers import read_ccs, read_ics_jsonl, read_iso_ics
from guiju.core.errors import Bilingual
from guiju.core.records.readers import Unreadable
from guiju.core.records.readers.base import Source, name_of
from guiju.core.records.readers.formats import FORMATS, reader_for
from guiju.core.records.readers.iso_lists import read_committees
from guiju.core.records.readers.tables import preview

CODE_READERS: dict[str, Callable[..., Iterator[Any]]] = {
    "ics": read_ics_jsonl,
    "iso_ics": read_iso_ics,
    "ccs": read_ccs,
}
FORMAT_NAMES = FORMATS | {
    "ics": Bilingual("国际标准分类表（逐行 JSON）", "table of the ICS (JSON lines)"),
    "ccs": Bilingual("中国标准文献分类表（CSV）", "table of the CCS (CSV)"),
}
_HEAD = 400  # bytes by which a table of codes is known


def format_of(source: Source) -> str:
    """The format of a file: of records (`readers.formats`), or of a table of codes.

    A stream is read at its beginning and wound back.
    """
    found = _code_format(_begin(source)) or reader_for(_rewound(source))
    _rewound(source)
    return found


def _begin(source: Source) -> str:
    if isinstance(source, str | Path):
        with Path(source).open("rb") as file:
            head = file.read(_HEAD)
    else:
        head = source.read(_HEAD)
    return head.decode("utf-8", "ignore").lstrip("\ufeff").partition("\n")[0]


def _code_format(first: str) -> str:
    if '"fieldcode"' in first:
        return "ics"
    first = first.casefold()
    return "ccs" if first.startswith(("代码", "code")) and "名称" in first else ""


def _rewound(source: Source) -> Source:
    if not isinstance(source, str | Path):
        source.seek(0)
    return source


def is_of_codes(form: str) -> bool:
    """Does a file of this format name codes or committees rather than standards?"""
    return form in CODE_READERS or form == "iso_committees"


def proposed_mapping(source: Source, form: str) -> dict[str, str]:
    """Column to field for a table; other formats need none."""
    if form != "table":
        return {}
    found = preview(source, rows=0).mapping
    _rewound(source)
    return found


def rows_of_codes(source: Source, form: str) -> Iterator[Any]:
    """The rows of a table of codes or committees, the refused ones among them."""
    if form == "iso_committees":
        yield from read_committees(source)
        return
    if isinstance(source, str | Path):
        with Path(source).open("rb") as file:
            yield from rows_of_codes(file, form)
        return
    lines = TextIOWrapper(source, encoding="utf-8-sig", newline="")
    try:
        yield from CODE_READERS[form](lines)
    except UnicodeDecodeError as error:
        why = Bilingual("不是 UTF-8 文本，请另存为 UTF-8", "it is no UTF-8 text; save it as UTF-8")
        raise Unreadable(name_of(source), why) from error
    finally:
        lines.detach()
