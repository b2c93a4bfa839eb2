"""Footnotes at the foot of a page (条文脚注): below a short line, or small and called above."""

import re
from collections.abc import Sequence
from statistics import median

from guiju.core.documents.model import Footnote, Mark, Paragraph, Text
from guiju.core.documents.pdf.glyphs import Page
from guiju.core.documents.pdf.joining import join
from guiju.core.documents.pdf.rows import Row
from guiju.core.documents.pdf.spans import level_spans
from guiju.core.documents.structure.cutting import cut
from guiju.core.documents.structure.words import folded

_LABEL = re.compile(r"\s*(\d{1,2}\s?\)|[①-⑳]|\*{1,3})\s*")
_CALL = re.compile(r"\d{1,2}\)|[①-⑳]|\*{1,3}")
_SHORTEST, _LONGEST_SHARE, _FOOT = 40.0, 0.5, 0.6


def parted(page: Page, rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """The rows of the text, and those of the footnotes."""
    line = _line(page, rows)
    if line is not None:
        below = [row for row in rows if row.y < line]
        if below and _LABEL.match(folded(below[0].plain)):
            return [row for row in rows if row.y >= line], below
    return _small(rows)


def _line(page: Page, rows: Sequence[Row]) -> float | None:
    if not rows:
        return None
    left, right = min(row.x0 for row in rows), max(row.x1 for row in rows)
    for one in reversed(level_spans(page.rules)):
        wide = one.x1 - one.x0
        is_short = _SHORTEST <= wide <= _LONGEST_SHARE * (right - left)
        if is_short and abs(one.x0 - left) < 30 and one.y1 < _FOOT * page.height:
            return one.y0
    return None


def _small(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Small rows at the foot whose label is called in the text above."""
    usual = median(row.size for row in rows) if rows else 0.0
    at = len(rows)
    while at > 0 and rows[at - 1].size < 0.95 * usual:
        at -= 1
    below = list(rows[at:])
    if not below:
        return list(rows), []
    found = _LABEL.match(folded(below[0].plain))
    called = {call for row in rows[:at] for call in _calls(row.text)}
    if found and found[1].replace(" ", "") in called:
        return list(rows[:at]), below
    return list(rows), []


def _calls(text: Text) -> list[str]:
    found = [folded(text.content[one.start : one.end]) for one in text.marks if one.kind == "sup"]
    return [one for one in found if _CALL.fullmatch(one)]


def read(rows: Sequence[Row], taken: set[str]) -> dict[str, Footnote]:
    """The footnotes by label; `taken` are the names that are no longer free."""
    made: list[tuple[str, Text]] = []
    for row in rows:
        found = _LABEL.match(folded(row.plain))
        if found:
            made.append((found[1].replace(" ", ""), cut(row.text, found.end())))
        elif made:
            made[-1] = (made[-1][0], join(made[-1][1], row.text))
    notes = {}
    for label, text in made:
        number = label.rstrip(")")
        name = f"fn-{number}" if f"fn-{number}" not in taken else f"fn-{rows[0].page}-{number}"
        taken.add(name)
        paragraph = Paragraph(text=text, line=rows[0].page)
        notes[label] = Footnote(id=name, label=label, blocks=(paragraph,), line=rows[0].page)
    return notes


def called(text: Text, notes: dict[str, Footnote]) -> Text:
    """The text with its raised labels as calls of footnotes."""
    marks = [_call(text, one, notes) for one in text.marks]
    return Text(text.content, tuple(marks))


def _call(text: Text, one: Mark, notes: dict[str, Footnote]) -> Mark:
    note = notes.get(folded(text.content[one.start : one.end])) if one.kind == "sup" else None
    return Mark(one.start, one.end, "footnote", note.id) if note else one
