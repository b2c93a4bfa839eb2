"""Rows of Markdown made plain (清理): wrappings, front matter, comments, page heads."""

import re
from collections.abc import Sequence

from guiju.core.documents.texts.doubts import Told
from guiju.core.documents.texts.running import without_running_heads
from guiju.core.documents.texts.source import Row

_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})\s*([\w+-]*)\s*$")
_ATTRIBUTE = re.compile(r"[A-Za-z][A-Za-z0-9_-]*\s?:(?:\s|$)|\s+\S|-\s|#\s")
_WRAPPERS = frozenset(("markdown", "md", "html", "text", "txt", "plaintext"))
MOST_ATTRIBUTES, MOST_COMMENT = 60, 50


def cleaned(rows: Sequence[Row], told: Told) -> list[Row]:
    """The rows without what is not of the standard, which is told."""
    rest = _without_comments(_without_attributes(_unwrapped(rows)))
    return without_running_heads(rest, told)


def _unwrapped(rows: Sequence[Row]) -> list[Row]:
    """Fences that say markdown, or stand around everything, are no fences."""
    fences = [(at, found) for at, (_, row) in enumerate(rows) if (found := _FENCE.match(row))]
    gone: set[int] = set()
    filled = [at for at, (_, row) in enumerate(rows) if row.strip()]
    if len(fences) == 2 and filled and (fences[0][0], fences[1][0]) == (filled[0], filled[-1]):
        gone = {filled[0], filled[-1]}
    opened: tuple[int, str, bool] | None = None
    for at, found in fences:
        if opened is None:
            opened = at, found[1], found[2].lower() in _WRAPPERS
        elif not found[2] and found[1].startswith(opened[1]):
            gone |= {opened[0], at} if opened[2] else set()
            opened = None
        elif opened[2]:  # a fence inside what is wrapped
            gone.add(opened[0])
            opened = at, found[1], found[2].lower() in _WRAPPERS
    if opened is not None and opened[2]:
        gone.add(opened[0])
    return [one for at, one in enumerate(rows) if at not in gone]


def _without_attributes(rows: Sequence[Row]) -> list[Row]:
    """Attributes of the file between two --- at its head: keys in ASCII, or it is text."""
    if not rows or rows[0][1].strip() != "---":
        return list(rows)
    end = next(
        (
            at
            for at, (_, row) in enumerate(rows[1 : MOST_ATTRIBUTES + 1], 1)
            if row.strip() == "---"
        ),
        0,
    )
    inside = [row for _, row in rows[1:end] if row.strip()]
    if not inside or not all(map(_ATTRIBUTE.match, inside)):
        return list(rows)
    return list(rows[end + 1 :])


def _without_comments(rows: Sequence[Row]) -> list[Row]:
    """A comment over several lines; one that has no end is words."""
    kept: list[Row] = []
    at = 0
    closes = {place for place, (_, row) in enumerate(rows) if "-->" in row}
    while at < len(rows):
        number, row = rows[at]
        start = row.rfind("<!--")
        end = (
            next((x for x in range(at + 1, at + MOST_COMMENT) if x in closes), 0)
            if start >= 0
            else 0
        )
        if not end or "-->" in row[start:]:
            kept.append((number, row))
            at += 1
            continue
        kept.append((number, row[:start]))
        kept.append((rows[end][0], rows[end][1].split("-->", 1)[1]))
        at = end + 1
    return kept
