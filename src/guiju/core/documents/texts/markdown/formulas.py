r"""Displayed formulas of Markdown (行间公式): $$…$$, \[…\], environments, a $…$ alone on its line."""

import re
from collections.abc import Sequence

from guiju.core.documents.model import Formula
from guiju.core.documents.texts import latex
from guiju.core.documents.texts.doubts import Told
from guiju.core.documents.texts.source import Row

_OPEN = (("$$", "$$"), ("\\[", "\\]"))
_BEGIN = re.compile(
    r"\\begin\s*\{\s*((?:equation|align|gather|displaymath|eqnarray|multline)\*?)\s*\}"
)
_ENTRY = re.compile(r"\\\[\s*\d{1,3}\s*\\\]")  # [1] of a list of documents
_NUMBER = r"[(（]\s*((?:[A-Z]\s?\.\s?)?\d{1,3}(?:[-.]\d{1,3})?)\s*[)）]"
_NUMBER_ALONE = re.compile(rf"\s*(?:[….·⋯—\-]|\s|\\c?dots|\\quad)*{_NUMBER}\s*$")
_INLINE_ALONE = re.compile(
    rf"\s*\$([^$\n]{{3,4000}})\$\s*[,，.。;；]?\s*(?:[….·⋯\s]*{_NUMBER})?\s*$"
)
_RELATION = re.compile(
    r"=|\\(?:approx|le|ge|leq|geq|leqslant|geqslant|equiv|propto|lt|gt|neq?)(?![a-z])|[<>≤≥≈]"
)
MOST_ROWS = 80


def formula(rows: Sequence[Row], at: int, told: Told) -> tuple[Formula, int, str] | None:
    """A formula that begins here, how many rows it takes, and the words that stand behind it."""
    number, row = rows[at]
    start = row.strip()
    for opening, closing in _OPEN:
        if start.startswith(opening) and not _ENTRY.match(start):
            return _fenced(rows, at, start[2:], closing, told)
    begun = _BEGIN.match(start)
    if begun:
        return _fenced(rows, at, start[begun.end() :], f"\\end{{{begun[1]}}}", told)
    alone = _INLINE_ALONE.match(row) if len(row) < 5_000 else None
    if alone and (alone[2] or (_RELATION.search(alone[1]) and "\\" in alone[1])):
        made = _made(alone[1], number, told)
        return (_labelled(made, alone[2] or ""), 1, "") if made.mathml or alone[2] else None
    return None


def _fenced(
    rows: Sequence[Row], at: int, first: str, closing: str, told: Told
) -> tuple[Formula, int, str] | None:
    taken = [first]
    while closing not in taken[-1]:
        following = at + len(taken)
        is_out = following >= len(rows) or len(taken) > MOST_ROWS
        if is_out or rows[following][1].lstrip().startswith("#"):
            told.add("formula-open", rows[at][1].strip(), rows[at][0])
            return None
        taken.append(rows[following][1])
    taken[-1], _, behind = taken[-1].partition(closing)
    found = _NUMBER_ALONE.match(behind)
    made = _made("\n".join(taken), rows[at][0], told)
    return _labelled(made, found[1] if found else ""), len(taken), "" if found else behind


def _made(source: str, line: int, told: Told) -> Formula:
    made = latex.displayed(source)
    if made.unread:
        told.add("formula-unread", made.linear, line, made.unread)
    return Formula(label=made.label, linear=made.linear, mathml=made.mathml, line=line)


def _labelled(one: Formula, label: str) -> Formula:
    known = one.label or "".join(label.split())
    return Formula(label=known, linear=one.linear, mathml=one.mathml, line=one.line)


def number_alone(row: str) -> str:
    """The number of the formula above, where it stands on a line of its own."""
    found = _NUMBER_ALONE.match(row) if len(row) < 200 else None
    return "".join(found[1].split()) if found else ""
