"""Rows parted where a block stands among words (拆分行): tables, pictures and headings in HTML."""

import re
from collections.abc import Iterator, Sequence

from guiju.core.documents.texts.source import Row

_TABLE = re.compile(r"<(/?)table\b[^<>]{0,2000}>", re.I)
_PICTURE = re.compile(r"!\[[^\]\n]{0,300}\]\([^)\n]{1,700}\)|<img\s[^<>\n]{1,2000}>", re.I)
_HEADING = re.compile(r"<h([1-6])\b[^<>]{0,300}>(.*?)</h\1\s*>", re.I)
LONGEST = 200_000


def parted(rows: Sequence[Row]) -> list[Row]:
    """Each table, picture and heading on rows of its own."""
    out: list[Row] = []
    depth = 0
    for number, row in rows:
        if depth or "<table" in row.lower():
            for piece, deep in _tables(row, depth):
                depth = deep
                if piece.strip() or not row.strip():
                    out.append((number, piece))
        elif "<" in row or "![" in row:
            out += [(number, piece) for piece in _others(row)]
        else:
            out.append((number, row))
    return out


def _tables(row: str, depth: int) -> Iterator[tuple[str, int]]:
    """Pieces of a row, each with how deep in tables it ends."""
    start = 0
    for found in _TABLE.finditer(row):
        if not found[1]:
            if not depth:
                yield row[start : found.start()], depth
                start = found.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                yield row[start : found.end()], depth
                start = found.end()
    yield row[start:], depth


def _others(row: str) -> Iterator[str]:
    if len(row) > LONGEST or _is_piped(row):
        yield row
        return
    heading = _HEADING.search(row)
    if heading:
        yield from filter(str.strip, _others(row[: heading.start()]))
        yield f"{'#' * int(heading[1])} {heading[2]}"
        yield from filter(str.strip, _others(row[heading.end() :]))
        return
    found = list(_PICTURE.finditer(row))
    if not found:
        yield row
        return
    at = 0
    for one in found:
        if row[at : one.start()].strip(" \t*_#>"):
            yield row[at : one.start()]
        yield one[0]
        at = one.end()
    if row[at:].strip(" \t*_"):
        yield row[at:]


def _is_piped(row: str) -> bool:
    return row.strip().startswith("|") or row.count("|") > 2
