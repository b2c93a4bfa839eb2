"""Fractions (分数): what stands above and below a short bar, written on the line of the bar."""

from collections.abc import Sequence

from guiju.core.documents.pdf.glyphs import Glyph, Rule
from guiju.core.documents.pdf.rows import rows

_LONGEST, _REACH = 220.0, 9.0
_INDEX, _SMALL = 0.4, 0.8  # of the largest character: how much lower an index stands, its size
_BRACKETS = set("()（）[]")  # at the ends of a fraction; bars are often too short for them
_OPERATORS = set("+-−×*/= ·⋅")


def on_one_line(glyphs: Sequence[Glyph], bars: Sequence[Rule]) -> list[Glyph]:
    """The characters, each fraction as one sign "a/b" where its bar stands."""
    kept = list(glyphs)
    for bar in sorted(bars, key=lambda one: one.x1 - one.x0):
        if not bar.is_level or bar.x1 - bar.x0 > _LONGEST:
            continue
        above = _near(kept, bar, up=True)
        below = _near(kept, bar, up=False)
        if not above or not below or any(_goes_on(part, kept) for part in (above, below)):
            continue
        size = max(one.size for one in (*above, *below))
        sign = f"{_part(above)}/{_part(below)}"
        gone = {id(one) for one in (*above, *below)}
        kept = [one for one in kept if id(one) not in gone]
        kept.append(Glyph(sign, bar.x0, bar.x1, bar.y0 - 0.25 * size, size))
    return kept


def _near(glyphs: Sequence[Glyph], bar: Rule, up: bool) -> list[Glyph]:
    """Characters over or under the bar, within reach and not beyond its ends, with their indices."""
    beside = [
        (one, one.y - bar.y1 if up else bar.y0 - (one.y + 0.7 * one.size))
        for one in glyphs
        if bar.x0 - _over(one) <= one.x0 and one.x1 <= bar.x1 + _over(one)
    ]
    found = [one for one, far in beside if -2.5 <= far <= _REACH]
    largest = max((one.size for one in found), default=0.0)
    indices = [
        one
        for one, far in beside
        if _REACH < far <= _REACH + _INDEX * largest and one.size < _SMALL * largest
    ]
    return found + indices


def _over(one: Glyph) -> float:
    """How far a character may stand beyond the end of the bar."""
    return 0.8 * one.size if one.sign in _BRACKETS else 2.0


def _goes_on(part: Sequence[Glyph], glyphs: Sequence[Glyph]) -> bool:
    """Whether the row goes on beyond the bar: then the bar is a line under or over text."""
    inside = {id(one) for one in part}
    left, right = min(one.x0 for one in part), max(one.x1 for one in part)
    row = part[0]
    return any(
        id(one) not in inside
        and abs(one.y - row.y) < 1
        and (abs(one.x0 - right) < 0.4 * row.size or abs(left - one.x1) < 0.4 * row.size)
        for one in glyphs
    )


def _part(glyphs: Sequence[Glyph]) -> str:
    text = " ".join(row.plain for row in rows(glyphs)).strip()
    return f"({text})" if len(text) > 1 and _OPERATORS & set(text) else text
