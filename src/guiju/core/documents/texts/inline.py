"""Marks inside a line of Markdown (行内标记): emphasis, code, links, formulas, indices."""

import re

from guiju.core.documents.model import Mark, MarkKind, Text
from guiju.core.documents.structure.cutting import sorted_marks
from guiju.core.documents.texts.latex import linear

_SIGNS: tuple[tuple[MarkKind, re.Pattern[str]], ...] = (
    ("code", re.compile(r"`([^`\n]{1,400})`")),
    ("math", re.compile(r"\$([^$\n]{1,400})\$|\\\((.{1,400}?)\\\)")),
    ("link", re.compile(r"\[([^\]\n]{1,400})\]\(([^)\s]{1,400})\)")),
    ("bold", re.compile(r"\*\*(?=\S)([^\n]{1,2000}?\S?)\*\*|__(?=\S)([^\n]{1,2000}?)__")),
    ("italic", re.compile(r"(?<![A-Za-z0-9*])\*(?=[^\s*])([^*\n]{1,2000}?)\*(?![A-Za-z0-9*])|(?<![A-Za-z0-9])_(?=\S)([^_\n]{1,2000}?)_(?![A-Za-z0-9])")),
    ("sub", re.compile(r"<sub>([^<]{1,200})</sub>", re.I)),
    ("sup", re.compile(r"<sup>([^<]{1,200})</sup>", re.I)),
    ("break", re.compile(r"<br\s*/?>", re.I)),
)  # fmt: skip
LONGEST = 8_000  # a longer paragraph is taken as it stands
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!~$|>])")
_TAG = re.compile(r"</?(?:p|div|span|center|font|b|i|u|strong|em|a|img)\b[^>]{0,300}>", re.I)


def text_of(source: str) -> Text:
    """The words of a line and the marks on them."""
    return _tidied(_read(source, 0)) if len(source) <= LONGEST else Text(source)


def _read(source: str, depth: int) -> Text:
    first = _first(source) if depth < 4 else None
    if first is None:
        return Text(_ESCAPED.sub(r"\1", _TAG.sub("", source)))
    kind, found = first
    inside = next((one for one in found.groups() if one is not None), "")
    before = _read(source[: found.start()], depth)
    if kind == "break":
        middle = Text("\n", (Mark(0, 1, "break"),))
    elif kind in ("code", "math"):
        inside = linear(inside) if kind == "math" else inside
        middle = Text(inside, (Mark(0, len(inside), kind),))
    else:
        middle = _read(inside, depth + 1)
        value = found[2] if kind == "link" else ""
        middle = Text(middle.content, (Mark(0, len(middle.content), kind, value), *middle.marks))
    return _added(_added(before, middle), _read(source[found.end() :], depth))


def _first(source: str) -> tuple[MarkKind, re.Match[str]] | None:
    found = [(kind, match) for kind, sign in _SIGNS if (match := sign.search(source))]
    return min(found, key=lambda one: one[1].start(), default=None)


def _added(left: Text, right: Text) -> Text:
    moved = [
        one._replace(start=one.start + len(left.content), end=one.end + len(left.content))
        for one in right.marks
    ]
    return Text(left.content + right.content, (*left.marks, *moved))


def _tidied(text: Text) -> Text:
    return Text(text.content, sorted_marks([one for one in text.marks if one.end > one.start]))
