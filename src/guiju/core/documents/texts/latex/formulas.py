"""TeX as a formula or as words (公式或文字), and the number of a displayed formula."""

import re
from functools import lru_cache
from typing import NamedTuple

from guiju.core.documents.model import Mark, Text
from guiju.core.documents.texts.latex import mathml
from guiju.core.documents.texts.latex.parsing import Unread, parse
from guiju.core.documents.texts.latex.wording import words_of

_LABEL = r"((?:[A-Z]\s*\.\s*)?\d{1,3}(?:\s*[-–.]\s*\d{1,3}){0,2}\s*[a-z]?)"
_TAG = re.compile(r"\\tag\s*\*?\s*\{([^{}]{0,40}(?:\{[^{}]{0,40}\}[^{}]{0,10})?)\}")
_LEADER = r"(?:\\q?quad|\\hfill|\\[clv]?dots|\\hspace\s*\{[^{}]{0,20}\}|\\eqno|\\leqno|\\\\|[….·⋯]{2,}|\\[,;:! ]|~|\\text\s*\{\s*[….·⋯]*\s*\}|\s{2,})"
_AT_END = re.compile(
    rf"(?:{_LEADER}\s*)+(?:\\left|\\(?:text|mathrm)\s*\{{|\{{)?\s*[(（]\s*{_LABEL}\s*(?:\\right)?\s*[)）]\s*\}}?\s*$"
)
_INSIDE = re.compile(rf"[(（]?\s*{_LABEL}\s*[)）]?\s*$")
_COMMAND = re.compile(r"\\[A-Za-z]+|[{}$]")
_KEPT = 4_000


class Made(NamedTuple):
    """A displayed formula. `unread` is the command that was not read, "" where all was."""

    label: str
    linear: str
    mathml: str = ""
    unread: str = ""


def displayed(source: str) -> Made:
    """A displayed formula with its number; what cannot be read is kept as it is written."""
    label, body = _numbered(source)
    try:
        row = parse(body)
    except (Unread, RecursionError) as failure:
        return Made(label, " ".join(body.split()), "", str(failure) or "{")
    value, linear = mathml.written(row)
    return Made(label, linear, value)


def _numbered(source: str) -> tuple[str, str]:
    """The number of a formula, "" without one, and the formula without it."""
    tag = _TAG.search(source)
    if tag:
        said = _INSIDE.search(_COMMAND.sub("", tag[1]))
        label = said[1] if said else tag[1]
        return "".join(label.split()), source[: tag.start()] + source[tag.end() :]
    tail = source[-_KEPT:]
    found = _AT_END.search(tail)
    if not found:
        return "", source
    return "".join(found[1].split()), source[: len(source) - len(tail) + found.start()]


@lru_cache(maxsize=4096)
def inline(source: str) -> tuple[Text, str]:
    """TeX inside a line as text: words, or a formula; and the command that was not read."""
    try:
        row = parse(source)
    except (Unread, RecursionError) as failure:
        kept = " ".join(source.split())
        return Text(kept, (Mark(0, len(kept), "math"),)), str(failure) or "{"
    words = words_of(row)
    if words is not None:
        return words, ""
    value, linear = mathml.written(row)
    if not linear:
        return Text(), ""
    return Text(linear, (Mark(0, len(linear), "math", value),)), ""


def plain_line(source: str) -> str:
    """Whether or not it can be read: one line without the commands of TeX."""
    return inline(source)[0].content
