"""The sheets of a workbook (XLSX 的内容), with the cells that are merged downwards."""

import io
import re
import zipfile
from datetime import date
from typing import Any

import openpyxl
from openpyxl.utils.cell import range_boundaries

from guiju.core.errors import Bilingual
from guiju.core.forms.errors import UnreadableForm
from guiju.core.forms.model import Problem
from guiju.core.forms.readers.pieces import Grid, Line, Pieces, limit, refused, too_many_rows
from guiju.core.forms.values import text_of, tidy
from guiju.core.records.readers.base import Limits, Refused, Unreadable
from guiju.core.records.readers.xlsx_rows import Formula, sheets_of, xlsx_rows

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^>]*?ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
_BLOCK, _LAP = 1 << 20, 100
_MOST_MERGED = 20_000

Merged = dict[tuple[int, int], tuple[int, int]]  # a place, and that of the cell that covers it


def xlsx_pieces(data: bytes, name: str) -> Pieces:
    """Raises UnreadableForm."""
    limits = Limits(
        line=limit("line"),
        file=limit("bytes"),
        unpacked=limit("unpacked"),
        columns=limit("columns"),
    )
    found = Pieces()
    try:
        sheets = sheets_of(data, name=name, limits=limits)
        for sheet in sheets[: limit("sheets")]:
            merged, wide = _merged(data, sheet)
            found.items.append(_grid(data, name, sheet, limits, merged, wide, found.problems))
    except Unreadable as failure:
        said = failure.values
        raise UnreadableForm(name, Bilingual(said["why_zh"], said["why_en"])) from failure
    if len(sheets) > limit("sheets"):
        left = "、".join(sheets[limit("sheets") :])[:400]
        says = Bilingual(
            f"只读入前 {limit('sheets')} 个工作表。", f"Only {limit('sheets')} sheets were read."
        )
        found.problems.append(Problem("sheets", says, text=left))
    return found


def _grid(
    data: bytes,
    name: str,
    sheet: str,
    limits: Limits,
    merged: Merged,
    wide: dict[int, int],
    problems: list[Problem],
) -> Grid:
    lines: list[Line] = []
    kept: dict[tuple[int, int], str] = {}
    covering = set(merged.values())
    for row in xlsx_rows(data, name=name, sheet=sheet, limits=limits):
        if isinstance(row, Refused):
            problems.append(refused(row.position, row.reason, row.excerpt))
            continue
        number, values = row
        texts = [_text(value) for value in values]
        kept.update(
            {(number, at): text for at, text in enumerate(texts) if (number, at) in covering}
        )
        copied = set()
        for at in range(limits.columns):
            if (number, at) in merged:
                texts += [""] * (at + 1 - len(texts))
                texts[at] = kept.get(merged[number, at], "")
                copied.add(at)
        problems += _formulas(number, values)
        is_wide = wide.get(number, 0) >= max(len(texts), 2) or not any(texts[1:])
        lines.append(Line(number, tuple(texts), is_wide, frozenset(copied), _guessed(values)))
        if len(lines) > limit("rows"):
            raise too_many_rows(name)
    return Grid(tuple(lines))


def _text(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return tidy(text_of(value))


def _guessed(values: list[Any]) -> frozenset[int]:
    return frozenset(at for at, value in enumerate(values) if isinstance(value, float | date))


def _formulas(number: int, values: list[Any]) -> list[Problem]:
    """A formula is kept as it is written, and said: it was never computed."""
    says = Bilingual(
        f"第 {number} 行有公式，按文字读入，没有计算。",
        f"Row {number} holds a formula; it was read as text and not computed.",
    )
    return [
        Problem("formula", says, row=number, text=str(value))
        for value in values
        if isinstance(value, Formula)
    ]


def _merged(data: bytes, sheet: str) -> tuple[Merged, dict[int, int]]:
    """Places below a merged cell; and rows that are one cell, with its width."""
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
    path = getattr(book[sheet], "_worksheet_path", "")
    down: Merged = {}
    wide: dict[int, int] = {}
    for ref in _ranges(data, path):
        left, top, right, bottom = range_boundaries(ref)
        if left is None or top is None or right is None or bottom is None:
            continue
        if left == 1:
            wide[top] = right
        for row in range(top + 1, min(bottom, top + limit("rows")) + 1):
            if len(down) < 2 * _MOST_MERGED:
                down[row, left - 1] = (top, left - 1)
    return down, wide


def _ranges(data: bytes, path: str) -> list[str]:
    found: list[str] = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if path not in archive.namelist():
            return found
        rest = b""
        with archive.open(path) as part:
            while (block := part.read(_BLOCK)) and len(found) < _MOST_MERGED:
                text = rest + block
                matches = list(_MERGED.finditer(text))
                found += [one[1].decode("ascii") for one in matches]
                rest = text[max(matches[-1].end() if matches else 0, len(text) - _LAP) :]
    return found
