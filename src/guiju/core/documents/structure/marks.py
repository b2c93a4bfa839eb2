"""How blocks announce themselves at the start of a line (段首标志): 注、示例、列项、图、表、公式."""

import re
from typing import Literal, NamedTuple

from guiju.core.documents.structure.words import NoteKind, folded, pattern

Kind = Literal[
    "note", "example", "important", "danger", "warning", "caution",
    "item", "table", "figure", "formula", "unit", "where", "key", "plain",
]  # fmt: skip
NOTES: tuple[NoteKind, ...] = (
    "note", "example", "important", "danger", "warning", "caution",
)  # fmt: skip
LONGEST_CAPTION, LONGEST_FORMULA = 120, 400


class Sign(NamedTuple):
    """What a line begins with. `label` as written, `end` where its own text begins."""

    kind: Kind
    label: str = ""
    end: int = 0
    continued: bool = False


PLAIN = Sign("plain")
_ENTRY_NOTE = re.compile(r"\s*(Note(?: (\d+))? to entry)\s*[:：]?\s*", re.I)
_NOTE = {
    kind: re.compile(
        rf"\s*({pattern('blocks', kind)}\s?(?:[A-Z]\.)?(?:\d{{1,3}})?)"
        r"(?:\s*[:：]\s*|\s*[—–]{1,2}\s*|\s{2,}|$)"
    )
    for kind in NOTES
}
_CAPITAL = re.compile(r"\s*((?:NOTE|EXAMPLE)(?: \d{1,3})?)\s+(?=\S)")
_ITEM = re.compile(
    r"\s*(?:([(（]?(?:[a-z]|\d{1,2})[)）])\s*(?=\S)|([—–―─－]{1,3}|-{2})\s*(?=[^\s—–―─－])|([·•●▪○◆■])\s*(?=\S)|(-)\s+(?=\S))"
)
_NUMBER = r"((?:[A-Z]\s?\.\s?)?\d{1,3}(?:[.\-]\d{1,3})*)"
_MORE = rf"(\s*[(（]\s*{pattern('blocks', 'continued')}\s*[)）])?"
_CAPTION = {
    kind: re.compile(
        rf"\s*({pattern('blocks', 'continued')}\s*)?{pattern('blocks', kind)}\s*{_NUMBER}(?![\d.]){_MORE}"
        r"(\s*[—–:：]\s*|\s+|$|(?=\S))",
        re.I,
    )
    for kind in ("table", "figure")
}
_AT_END = re.compile(rf"\s*[(（]\s*{pattern('blocks', 'continued')}\s*[)）]\s*$", re.I)
_UNIT = re.compile(rf"\s*{pattern('blocks', 'unit')}\s*[:：]?\s*(.{{1,40}}?)\s*$")
_WHERE = re.compile(rf"\s*({pattern('blocks', 'where')})\s*(?:[:：]|,|，|——|$)\s*")
_KEY = re.compile(rf"\s*({pattern('blocks', 'key')})\s*(?:[:：]\s*$|$)")
_NUMBERED_FORMULA = re.compile(
    r"^(.*?)\s*(?:[….·⋯]{3,}|\s{2,}|\t)\s*[(（]\s*((?:[A-Z]\s?\.\s?)?\d{1,3})\s*[)）]\s*$", re.S
)
_SENTENCE = re.compile(r"[。；;]\s*$|[，,。；]")
_GOES_ON = re.compile(r"[的中和与或至及给列规、，,)）是]")
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_OPERATOR = re.compile(r"[=＝≈≤≥<>]")


def sign_of(text: str) -> Sign:
    """The sign at the start of a line; PLAIN for a paragraph."""
    line = folded(text)
    return (
        _note(line) or _small(text, line) or caption(text) or formula(text) or _item(line) or PLAIN
    )


def _note(line: str) -> Sign | None:
    entry = _ENTRY_NOTE.match(line)
    if entry:
        return Sign("note", entry[1], entry.end())
    for kind in NOTES:
        found = _NOTE[kind].match(line)
        if found:
            return Sign(kind, found[1].strip(), found.end())
    capital = _CAPITAL.match(line)
    if capital:
        return Sign(
            "note" if capital[1].startswith("NOTE") else "example", capital[1], capital.end()
        )
    return None


def _small(text: str, line: str) -> Sign | None:
    where = _WHERE.match(line)
    if where:
        return Sign("where", text[where.start(1) : where.end()].strip(), where.end())
    key = _KEY.match(line)
    if key:
        return Sign("key", text.strip(), len(text))
    unit = _UNIT.match(line)
    if unit and not _SENTENCE.search(unit[1]) and len(line) < 50:
        return Sign("unit", unit[1])
    return None


def caption(text: str) -> Sign | None:
    """表1 …, Figure A.2 — …, also （续）; a sentence about a table is none."""
    if len(text) > LONGEST_FORMULA:
        return None
    line = folded(text)
    for kind in ("table", "figure"):
        found = _CAPTION[kind].match(line)
        if (
            not found
            or len(line) > LONGEST_CAPTION
            or line.rstrip().endswith(("。", ";", ".", ":"))
        ):
            continue
        rest = line[found.end() :]
        if found[4] == "" and rest and (_GOES_ON.match(rest) or _SENTENCE.search(rest)):
            continue
        label = re.sub(r"\s", "", found[2])
        name: Kind = "table" if kind == "table" else "figure"
        return Sign(name, label, found.end(), bool(found[1] or found[3] or _AT_END.search(line)))
    return None


def caption_end(text: str) -> int:
    """Where the title of a caption ends: before a （续） behind it."""
    found = _AT_END.search(folded(text))
    return found.start() if found else len(text)


def formula(text: str) -> Sign | None:
    """A line that ends in leader dots and a number in brackets; `end` is where the formula ends."""
    if len(text) > LONGEST_FORMULA:
        return None
    line = folded(text)
    found = _NUMBERED_FORMULA.match(line)
    if found and (_OPERATOR.search(found[1]) or len(_CHINESE.findall(found[1])) < 4):
        return Sign("formula", re.sub(r"\s", "", found[2]), found.end(1))
    return None


def _item(line: str) -> Sign | None:
    found = _ITEM.match(line)
    if not found:
        return None
    return Sign("item", next(one for one in found.groups() if one), found.end())


def shape(label: str) -> str:
    """Labels of one list have one shape: a), 1), ——, ·."""
    plain = label.strip("()（）")
    if plain.isdigit():
        return "1" + label[-1] + label[0].strip("0123456789")
    return (
        "a"
        if plain.isascii() and plain.isalpha()
        else "·"
        if len(plain) == 1 and plain in "·•●▪○◆■"
        else "—"
    )
