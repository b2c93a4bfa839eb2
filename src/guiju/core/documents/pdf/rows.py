"""From characters to rows of text (行): reading order, spaces, sub- and superscripts by place."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from guiju.core.documents.model import Mark, Text
from guiju.core.documents.pdf.glyphs import Glyph

_SMALL = 0.82  # of the size of its row: an index
_LETTER_GAP, _SIGN_GAP, _MIXED_GAP, _WIDE_GAP, _NARROW_GAP = 0.24, 0.55, 0.75, 0.7, 0.42
_FAR = 3.0  # the number of a formula stands apart
_STOP_GAP = 0.16  # between a stop and a word
_WORD_GAP = 0.2  # between a word and a bracket
_UNIT_GAP = 0.28  # before ℃ and %, whose width is not told well
_UNITS = set("℃%‰")
_STOPS = set("，。、；：")
_CLOSING, _OPENING = set("，。、；：）》」,;)]"), set("（《「([")
_DOTS = re.compile(r"[….·⋯]")


@dataclass(slots=True)
class Row:
    """Characters on one base line, from left to right."""

    y: float
    size: float
    glyphs: list[Glyph] = field(default_factory=list)
    text: Text = field(default_factory=Text)
    page: int = 0

    @property
    def x0(self) -> float:
        return self.glyphs[0].x0

    @property
    def x1(self) -> float:
        return max(one.x1 for one in self.glyphs)

    @property
    def plain(self) -> str:
        return self.text.content


def rows(glyphs: Iterable[Glyph], page: int = 0) -> list[Row]:
    """Rows from top to bottom, whatever the order of the file."""
    every = list(glyphs)
    if not every:
        return []
    usual = _usual_size(every)
    found: list[Row] = []
    large = [one for one in every if one.size > usual * _SMALL]
    for one in sorted(large, key=lambda one: (-one.y, one.x0)):
        row = found[-1] if found and _is_on(one, found[-1]) else None
        if row is None:
            row = Row(y=one.y, size=one.size, page=page)
            found.append(row)
        row.glyphs.append(one)
        row.size = max(row.size, one.size)
    _add_small([one for one in every if one.size <= usual * _SMALL], found, page)
    found.sort(key=lambda row: -row.y)
    for row in found:
        row.glyphs.sort(key=lambda one: (one.x0, -one.y))
        row.text = _text(row)
    return found


def _usual_size(glyphs: Sequence[Glyph]) -> float:
    return median(one.size for one in glyphs)


def _is_on(one: Glyph, row: Row) -> bool:
    return abs(one.y - row.y) <= 0.42 * min(one.size, row.size)


def _add_small(small: Sequence[Glyph], found: list[Row], page: int) -> None:
    """Small characters stand beside larger ones of a row, or make rows of their own."""
    alone: list[Glyph] = []
    for one in small:
        near = [row for row in found if _is_beside(one, row)]
        if near:
            min(near, key=lambda row: abs(row.y - one.y)).glyphs.append(one)
        else:
            alone.append(one)
    if len(alone) == len(small) and not found:
        found += _on_lines(alone, page)
    elif alone:
        found += rows(alone, page)


def _on_lines(alone: Sequence[Glyph], page: int) -> list[Row]:
    own: list[Row] = []
    for one in sorted(alone, key=lambda one: (-one.y, one.x0)):
        row = next((row for row in own[-3:] if _is_on(one, row)), None)
        if row is None:
            row = Row(y=one.y, size=one.size, page=page)
            own.append(row)
        row.glyphs.append(one)
    return own


def _is_beside(one: Glyph, row: Row) -> bool:
    is_near = -0.35 * row.size <= one.y - row.y <= 0.75 * row.size
    reach = 1.7 * row.size
    touches = any(other.x0 - reach < one.middle < other.x1 + reach for other in row.glyphs)
    return is_near and one.size < row.size * _SMALL and touches


def is_chinese(sign: str) -> bool:
    return (
        "\u3400" <= sign <= "\u9fff"
        or "\uff01" <= sign <= "\uff60"
        or sign in "、。《》“”〈〉【】〔〕"
    )


def _text(row: Row) -> Text:
    glyphs = row.glyphs
    usual = _chinese_gap(glyphs)
    content, marks = "", []
    for at, one in enumerate(glyphs):
        if at:
            content += _space(glyphs[at - 1], one, usual, row.size)
        start = len(content)
        content += one.sign
        if one.size <= row.size * _SMALL:
            if one.y - row.y > 0.15 * row.size:
                marks.append(Mark(start, len(content), "sup"))
            elif row.y - one.y > 0.05 * row.size:
                marks.append(Mark(start, len(content), "sub"))
    return Text(content, tuple(_merged(marks)))


def _merged(marks: Sequence[Mark]) -> list[Mark]:
    merged: list[Mark] = []
    for one in marks:
        if merged and merged[-1].end == one.start and merged[-1].kind == one.kind:
            merged[-1] = merged[-1]._replace(end=one.end)
        else:
            merged.append(one)
    return merged


def _chinese_gap(glyphs: Sequence[Glyph]) -> float:
    """The gap between neighbours as the row is set: letter-spaced rows have wide ones."""
    gaps = [
        (b.x0 - a.x1) / a.size
        for a, b in pairwise(glyphs)
        if is_chinese(a.sign) and is_chinese(b.sign) and a.sign not in "，。、；：）"
    ]
    return median(gaps) if gaps else 0.08


def _space(left: Glyph, right: Glyph, usual: float, size: float) -> str:
    gap = (right.x0 - left.x1) / size
    a, b = left.sign, right.sign
    if b in _CLOSING or a in _OPENING or (a in _STOPS and gap < 1.0):
        return ""
    if a in "μµ" or (b == "-" and gap < 0.9):
        return ""
    if b in _UNITS and a.isdigit():
        return " " if gap > _UNIT_GAP else ""
    if a == ":" and b.isdigit():
        return " " if gap > _WIDE_GAP else ""
    if is_chinese(a) and is_chinese(b):
        if gap > usual + _WIDE_GAP:
            return "\u3000"
        return " " if gap > usual + _NARROW_GAP else ""
    if gap > _FAR and b in _OPENING:
        return "  "
    if is_chinese(a) or is_chinese(b):
        return " " if gap > max(_MIXED_GAP, usual + 0.5) else ""
    if _DOTS.match(a) or _DOTS.match(b):
        return " " if gap > _WIDE_GAP else ""
    if a in ".,;:" and b.isascii() and b.isalpha():
        return " " if gap > _STOP_GAP else ""
    if b == "(" and a.isascii() and a.islower():
        return " " if gap > _WORD_GAP else ""
    is_sign = not (a.isalnum() or a in ",.;:") or not b.isalnum()
    if is_sign:
        return " " if gap > _SIGN_GAP else ""
    return " " if gap > _LETTER_GAP else ""
