"""TeX that is only words (只是文字的 TeX): 5 %, ±, 20 ℃, mg/L, m³ as text with indices."""

import re
import unicodedata
from collections.abc import Sequence

from guiju.core.documents.model import Mark, Text
from guiju.core.documents.structure.cutting import joined
from guiju.core.documents.structure.words import is_unit
from guiju.core.documents.texts.latex.parsing import Node

_SIGNS = frozenset(
    "+-−–—±∓×·~\u223c≤≥<>=≈≠%‰°℃/·.,:;()[]|!?*′″‖…⋯§†‡•□■△◇♦✓→←↑↓⇒↔∘，。、；：（）“”《》&#_"
)
_DEGREES = {"∘": "°", "°": "°", "o": "°", "〇": "°"}
_CELSIUS = re.compile("° ?C(?![A-Za-z])")
_BETWEEN = frozenset("×±=≈<>≤≥+")


def words_of(row: Sequence[Node]) -> Text | None:
    """The row as text; None where it is a formula."""
    row = _units(row)
    if not _is_words(row):
        return None
    made = joined([_text(one, at, row) for at, one in enumerate(row)])
    return _celsius(made)


def _units(row: Sequence[Node]) -> list[Node]:
    """Letters that make a unit are one word: m, g between a number and a stroke."""
    out: list[Node] = []
    at = 0
    while at < len(row):
        end = at
        while end < len(row) and row[end].tag == "mi" and not row[end].upright:
            end += 1
        word = "".join(one.text for one in row[at:end])
        if len(word) > 1 and end > at and is_unit(word):
            out.append(Node("mi", word, gap=row[at].gap, upright=True))
        elif word and _is_upright(word, out, row[end : end + 1]):
            out.append(row[at]._replace(upright=True))
            out += row[at + 1 : end]
        else:
            out += row[at:end]
        if end == at:
            out.append(row[at])
            end += 1
        at = end
    return out


def _is_upright(word: str, before: Sequence[Node], after: Sequence[Node]) -> bool:
    """A single letter that is no variable: μ of μg, C of °C, L of mg/L."""
    if word == "μ":
        return bool(after) and after[0].tag == "mi" and after[0].upright
    if word == "C":
        return bool(before) and _is_degree(before[-1])
    return len(word) == 1 and len(before) > 1 and _divides(before) and is_unit(word)


def _is_degree(one: Node) -> bool:
    return one.text in ("°", "∘") or (one.tag == "msup" and one.parts[1].text in _DEGREES)


def _divides(out: Sequence[Node]) -> bool:
    return out[-1].text == "/" and out[-2].upright


def _is_words(row: Sequence[Node]) -> bool:
    return all(map(_is_word, row))


def _is_word(one: Node) -> bool:
    if one.tag in ("mn", "mtext", "mspace"):
        return True
    if one.tag == "mi":
        return one.upright
    if one.tag == "mo":
        return all(map(_is_shown, one.text))
    if one.tag == "mrow":
        return _is_words(one.parts)
    if one.tag not in ("msub", "msup"):
        return False
    base, script = one.parts
    if one.tag == "msup" and script.text in _DEGREES:
        return _is_word(base)
    is_note = not base.text and not base.parts and script.tag == "mi"
    return _is_word(base) and (_is_word(script) or is_note)


def _is_shown(sign: str) -> bool:
    """A sign that stands in running text as well."""
    in_words = sign in _SIGNS or ord(sign) > 0x2E7F
    return in_words or unicodedata.category(sign) in ("No", "So", "Pd", "Pi", "Pf")


def _text(one: Node, at: int, row: Sequence[Node]) -> Text:
    lead = " " if at and _is_apart(row[at - 1], one) else ""
    if one.tag == "mspace":
        is_between = 0 < at < len(row) - 1 and row[at + 1].tag != "mspace"
        return Text(" " if is_between and not _is_sign(row[at - 1]) else "")
    if one.tag == "mrow":
        inside = joined([_text(part, place, one.parts) for place, part in enumerate(one.parts)])
        return joined([Text(lead), inside])
    if one.tag in ("msub", "msup"):
        base, script = one.parts
        below = _text(base, 0, ())
        above = _text(script, 0, ())
        if one.tag == "msup" and script.text in _DEGREES:
            sign = Text(" " * (script.gap and bool(below)) + _DEGREES[script.text])
            return joined([Text(lead), below, sign])
        kind = Mark(0, len(above.content), "sub" if one.tag == "msub" else "sup")
        return joined([Text(lead), below, Text(above.content, (kind,) if above else ())])
    return Text(lead + one.text)


def _is_apart(before: Node, one: Node) -> bool:
    """A number and the unit behind it, where the source has white space between them."""
    first = one.parts[0] if one.tag in ("msub", "msup") else one
    is_unit_like = first.tag in ("mi", "mtext") or (
        one.tag == "msup" and one.parts[1].text in _DEGREES
    )
    is_apart = is_unit_like or first.tag == "mn"
    return one.gap and before.tag == "mn" and is_apart and first.text[:1] != " "


def _is_sign(one: Node) -> bool:
    return one.tag == "mo" and one.text in _BETWEEN


def _celsius(text: Text) -> Text:
    """°C is one sign, ℃."""
    found = _CELSIUS.search(text.content)
    while found:
        gone = found.end() - found.start() - 1
        moved = [
            one._replace(
                start=one.start - gone if one.start >= found.end() else one.start,
                end=one.end - gone if one.end >= found.end() else one.end,
            )
            for one in text.marks
        ]
        content = f"{text.content[: found.start()]}℃{text.content[found.end() :]}"
        text = Text(content, tuple(moved))
        found = _CELSIUS.search(content)
    return text
