"""Letters that were read for digits (误认的字符): l for 1, O for 0. Labels are mended, both are told."""

import re
from collections.abc import Sequence
from dataclasses import replace

from guiju.core.documents.lines import Line
from guiju.core.documents.model import Text
from guiju.core.documents.structure import labels
from guiju.core.documents.structure.cutting import cut, joined
from guiju.core.documents.structure.words import element, folded, pattern
from guiju.core.documents.texts.doubts import Told

_DIGITS = str.maketrans("lI|OoＯ", "111000")
_SLIP = re.compile(r"[lI|Oo]")
_LABEL = re.compile(
    r"\s*((?:[A-Z]|[0-9lI|Oo]{1,2})(?:\s?\.\s?[0-9lI|Oo]{1,2}){1,5})(?=[\s\u3400-\u9fff]|$)"
)
_ANNEX = re.compile(rf"\s*{pattern('annex', 'word')}\s*([A-Z])(?![A-Za-z])")
_ALONE = re.compile(r"\s*(?:[A-Z]|[0-9lI|Oo]{1,2})(?:\s?\.\s?[0-9lI|Oo]{1,2}){1,5}\s*")
_CHAPTER = re.compile(r"\s*([lI|]|[1-9lI|][0-9lI|Oo])[\s.]+(?=[\u3400-\u9fffA-Z])")
_CAPTION = re.compile(
    rf"\s*(?:{pattern('blocks', 'table')}|{pattern('blocks', 'figure')})\s?((?:[A-Z]\s?\.\s?)?[0-9lI|Oo]{{1,3}})(?=[\s(]|$)"
)
_NUMBER = re.compile(
    r"(?<![A-Za-z])(?:[A-Z]{2,5}\d{0,4}(?:/[TZ])?\s?(?=[0-9lIO.]*[lIO])(?=[lIO.]*\d)[0-9lIO]{1,6}(?:\.[0-9lIO]{1,3})?|\d{0,4}[lO]\.\d+|\d+\.\d*O\d*|\d+O\d*(?=\s?[A-Za-z%℃]))(?![A-Za-z])"
)


def mended(lines: Sequence[Line], told: Told) -> list[Line]:
    """Labels whose letters make the next number in the order are read with digits."""
    out = list(lines)
    known = [_path(one) for one in out]
    for at, one in enumerate(out):
        if one.block is not None or not _SLIP.search(one.text.content[:24]):
            continue
        found = _candidate(one, at, out)
        if found is None:
            continue
        start, end, fixed = found
        path = tuple(fixed.split("."))
        if start == 0 and not _fits(path, at, known, one):
            continue
        told.add("label-slip", one.text.content[start:end].strip(), one.line, one.text.content)
        parts = [cut(one.text, 0, start), Text(fixed + " "), cut(one.text, end)]
        out[at] = replace(one, text=joined(parts))
        known[at] = path if start == 0 else known[at]
    for one in out:
        _doubted(one, told)
    return out


def is_number(words: str) -> bool:
    """A label and nothing else, be it with letters for digits."""
    return bool(_ALONE.fullmatch(folded(words[:40]))) and any(map(str.isdigit, words))


def _path(one: Line) -> labels.Path:
    if one.block is not None:
        return ()
    annex = _ANNEX.match(folded(one.text.content[:40]))
    label = labels.read(one.text.content)
    return (annex[1],) if annex else label.path if label else ()


def _candidate(one: Line, at: int, lines: Sequence[Line]) -> tuple[int, int, str] | None:
    """Where a label with letters stands, and what it would be with digits."""
    line = folded(one.text.content[:200])
    caption = _CAPTION.match(line)
    if caption:
        return _fixed(caption, 1) if len(line) < 120 and not line.rstrip().endswith("。") else None
    label = _LABEL.match(line)
    if label:
        found = _fixed(label, 1)
        return (0, found[1], found[2]) if found else None
    chapter = _CHAPTER.match(line)
    if chapter and element(one.text.content[chapter.end() :].strip()):
        found = _fixed(chapter, 1)
        return (0, found[1], found[2]) if found else None
    return None


def _fixed(match: re.Match[str], group: int) -> tuple[int, int, str] | None:
    said = re.sub(r"\s", "", match[group])
    letter = said[:2] if said[:1].isupper() and said[1:2] == "." else ""
    fixed = letter + said[len(letter) :].translate(_DIGITS)
    is_label = all(part and part[0] != "0" for part in fixed.split("."))
    return (match.start(group), match.end(group), fixed) if fixed != said and is_label else None


def _fits(path: labels.Path, at: int, known: Sequence[labels.Path], one: Line) -> bool:
    if len(path) == 1:
        return True
    before = next((x for x in reversed(known[:at]) if x), ())
    after = next((x for x in known[at + 1 :] if x), ())
    return labels.follows(path, before) == "next" or bool(
        after and labels.follows(after, path) == "next"
    )


def _doubted(one: Line, told: Told) -> None:
    """Numbers inside the words stay as they are."""
    if one.block is not None or len(one.text.content) > 20_000:
        return
    for found in _NUMBER.finditer(folded(one.text.content)):
        said = one.text.content[found.start() : found.end()]
        if _SLIP.search(said):
            told.add("number-slip", said, one.line, one.text.content)
