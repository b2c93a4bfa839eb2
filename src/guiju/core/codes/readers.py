"""Readers of classification files (分类表): text lines in, codes or refused rows out, one by one.

- `read_ics_jsonl`: ICS as JSON lines with `code`, `description` and `notes`
- `read_iso_ics`: ICS of ISO's open data, CSV or JSON lines: identifier, parent, titles, scopes
- `read_ccs`: CCS as CSV, any of its three levels; a row of the third names its group
"""

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Any, TypeVar

from guiju.core.codes import ccs, ics
from guiju.core.codes.classes import ClassCode, ClassCodeError
from guiju.core.errors import Bilingual

_MARK = "\ufeff"  # the byte order mark that spreadsheets write
_SHOWN = 120
_NO_NAME = Bilingual("没有名称", "it has no name")
_NO_JSON = Bilingual("不是一行 JSON 对象", "it is no JSON object on one line")
_LONGEST = 300  # of a name
_UNUSABLE = Bilingual(
    "名称过长，或含有不能用的字符", "a name is too long, or holds characters that cannot be used"
)
_BROKEN = Bilingual("引号没有配对或字段过长", "a quotation mark is not closed, or a field too long")
_NOT_TEXT = re.compile("[\x00\ud800-\udfff]")
_SHORT = Bilingual("列数不足：至少要有代码和名称", "too few columns: a code and a name are needed")


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedRow:
    """A row that could not be used; `line` counts from 1, `text` is its beginning."""

    line: int
    text: str
    reason: Bilingual


Result = ClassCode | RefusedRow
Read = Iterator[Result]
Row = TypeVar("Row")


class _BadRowError(Exception):
    def __init__(self, reason: Bilingual) -> None:
        super().__init__(reason.en)
        self.reason = reason


def read_ics_jsonl(lines: Iterable[str]) -> Read:
    """ICS, an object a line; a note may point to another code, which takes its mark's place."""
    return _json_rows(lines, _ics_row)


def read_iso_ics(lines: Iterable[str]) -> Read:
    """ICS of ISO's open data; the first sign tells JSON lines from CSV."""
    rest = iter(lines)
    first = next(rest, "").removeprefix(_MARK)
    whole = chain([first], rest)
    if first.lstrip().startswith("{"):
        return _json_rows(whole, _iso_row)
    return _csv_rows(whole, lambda head, cells: _iso_row(dict(zip(head, cells, strict=False))))


def read_ccs(lines: Iterable[str]) -> Read:
    """CCS: code and name, then the class or group (also derived) and notes where there are any."""
    return _csv_rows(lines, lambda _head, cells: _ccs_row(cells))


def _ics_row(row: dict[str, Any]) -> ClassCode:
    code = ics.parse(_text(row.get("code")))
    written = [note for note in row.get("notes") or () if isinstance(note, dict)]
    notes = tuple(
        _text(note.get("text")).replace("{ics-code}", _text(note.get("ics-code")))
        for note in written
    )
    return _entry("ics", code, ics.parents(code), notes, name_en=_text(row.get("description")))


def _iso_row(row: dict[str, Any]) -> ClassCode:
    code = ics.parse(_text(row.get("identifier")))
    parents = ics.parents(code)
    given = _text(row.get("parent"))
    if given and ics.parse(given) not in parents[:1]:
        raise _BadRowError(
            Bilingual(f"上级代码 {given} 与代码不符", f"the parent {given} does not fit the code")
        )
    notes = tuple(filter(None, (_text(row.get("scopeEn")), _text(row.get("scopeFr")))))
    names = {"name_en": _text(row.get("titleEn")), "name_fr": _text(row.get("titleFr"))}
    return _entry("ics", code, parents, notes, **names)


def _ccs_row(cells: list[str]) -> ClassCode:
    if len(cells) < 2:
        raise _BadRowError(_SHORT)
    code = ccs.parse(cells[0])
    parents = ccs.parents(code)
    given = cells[2].strip() if len(cells) > 2 else ""
    if given and ccs.parse(given) not in parents:
        raise _BadRowError(
            Bilingual(f"所属类目 {given} 与代码不符", f"the group {given} does not fit the code")
        )
    notes = tuple(cell.strip() for cell in cells[3:] if cell.strip())
    return _entry("ccs", code, parents, notes, name_zh=cells[1].strip())


def _entry(
    scheme: str, code: str, parents: tuple[str, ...], notes: tuple[str, ...], **names: str
) -> ClassCode:
    if not any(names.values()):
        raise _BadRowError(_NO_NAME)
    too_long = any(len(name) > _LONGEST for name in names.values())
    if too_long or any(_NOT_TEXT.search(text) for text in (*names.values(), *notes)):
        raise _BadRowError(_UNUSABLE)
    parent = parents[0] if parents else ""
    return ClassCode(scheme=scheme, code=code, parent=parent, notes=notes, **names)


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _json_rows(lines: Iterable[str], read: Callable[[dict[str, Any]], ClassCode]) -> Read:
    for place, line in enumerate(lines, start=1):
        if text := line.strip().removeprefix(_MARK):
            yield _tried(place, text, lambda text: read(_object(text)), text)


def _object(text: str) -> dict[str, Any]:
    try:
        row = json.loads(text)
    except (ValueError, RecursionError):
        row = None
    if not isinstance(row, dict):
        raise _BadRowError(_NO_JSON)
    return row


def _csv_rows(lines: Iterable[str], read: Callable[[list[str], list[str]], ClassCode]) -> Read:
    reader = csv.reader(lines)
    head = [cell.strip().removeprefix(_MARK) for cell in next(reader, [])]
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield RefusedRow(line=reader.line_num, text="", reason=_BROKEN)
            continue
        if any(cell.strip() for cell in cells):
            yield _tried(reader.line_num, ",".join(cells), partial(read, head), cells)


def _tried(line: int, text: str, read: Callable[[Row], ClassCode], row: Row) -> Result:
    try:
        return read(row)
    except _BadRowError as error:
        return RefusedRow(line=line, text=_printable(text[:_SHOWN]), reason=error.reason)
    except ClassCodeError as error:
        said = error.sentence  # it quotes what was written
        reason = Bilingual(_printable(said.zh), _printable(said.en))
        return RefusedRow(line=line, text=_printable(text[:_SHOWN]), reason=reason)


def _printable(text: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in text)
