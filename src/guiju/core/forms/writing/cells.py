"""Cells of spreadsheets (单元格): none becomes a formula, and none is cut short."""

import re
from collections.abc import Iterator, Sequence

# Spreadsheets take a text that begins so for a formula, in full width too.
_COMPUTES = ("=", "+", "-", "@", "\t", "\r", "\n", *"\uff1d\uff0b\uff0d\uff20")
_KEPT = re.compile(f"'+[{re.escape(''.join(_COMPUTES))}]")
CONTINUED = "（接上行）"
_MOST_SIGNS, _MOST_LINES = 30_000, 80  # of a cell; Excel holds 32,767 signs


def protected(text: str) -> str:
    """A text with an apostrophe where it would be computed; `unprotected` takes it off again."""
    return f"'{text}" if text.startswith(_COMPUTES) or _KEPT.match(text) else text


def unprotected(text: str) -> str:
    return text[1:] if _KEPT.match(text) else text


def continued(row: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The row, and rows that go on where a cell holds no more: they begin with “（接上行）”."""
    pieces = [_pieces(text) for text in row]
    for at in range(max(map(len, pieces), default=1)):
        yield tuple(
            (CONTINUED if at else "") + of[at] if at < len(of) and (of[at] or not at) else ""
            for of in pieces
        )


def _pieces(text: str) -> list[str]:
    if len(text) <= _MOST_SIGNS and text.count("\n") < _MOST_LINES:
        return [text]
    found, start = [], 0
    while start < len(text):
        end = min(start + _MOST_SIGNS, len(text))
        lines = [one.start() for one in re.finditer("\n", text[start:end])]
        if len(lines) > _MOST_LINES:
            end = start + lines[_MOST_LINES]
        # White space at the end of a cell would be lost; it begins the next one.
        found.append(text[start:end].rstrip() if text[start:end].strip() else text[start:end])
        start += len(found[-1])
    return found
