"""Footnotes of Markdown (脚注): [^1] in the text, [^1]: below it."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from guiju.core.documents.model import Footnote, Paragraph, Text
from guiju.core.documents.structure.cutting import cut
from guiju.core.documents.texts.doubts import Told
from guiju.core.documents.texts.inline import Met, label_of, text_of
from guiju.core.documents.texts.source import Row

_DEFINED = re.compile(r"\s{0,3}\[\^([^\]\s]{1,60})\]:\s*")


def taken_out(rows: Sequence[Row]) -> tuple[list[Row], list[tuple[int, str, list[str]]]]:
    """The rows without the footnotes, and each footnote: line, name, paragraphs."""
    kept: list[Row] = []
    found: list[tuple[int, str, list[str]]] = []
    is_open = gap = False
    for number, row in rows:
        match = _DEFINED.match(row)
        if match:
            found.append((number, match[1], [row[match.end() :]]))
            is_open, gap = True, False
        elif is_open and not row.strip():
            gap = True
        elif is_open and row.startswith(("    ", "\t")):
            if gap:
                found[-1][2].append("")
            found[-1][2][-1] = f"{found[-1][2][-1]} {row.strip()}".strip()
            gap = False
        else:
            if gap:
                kept.append((number, ""))
            is_open = gap = False
            kept.append((number, row))
    return kept, found


def made(found: Iterable[tuple[int, str, list[str]]], met: Met) -> list[Footnote]:
    """The footnotes in the order in which they stand; of two with one name the second is told apart."""
    out: list[Footnote] = []
    counts: Counter[str] = Counter()
    for line, name, paragraphs in found:
        texts = [cut(text_of(one, met), 0) for one in paragraphs]
        blocks = tuple(Paragraph(text=text, line=line) for text in texts if text)
        counts[name] += 1
        own = f"{name}~{counts[name]}" if counts[name] > 1 else name
        out.append(Footnote(id=own, label=label_of(name), blocks=blocks, line=line))
    return out


def check(footnotes: Sequence[Footnote], lines: Any, told: Told) -> None:
    """A footnote that nothing marks is told."""
    if not footnotes:
        return
    marked = {
        mark.value for text in _texts(lines) for mark in text.marks if mark.kind == "footnote"
    }
    for one in footnotes:
        if one.id not in marked:
            told.add("footnote-unused", one.label, one.line)


def _texts(value: Any) -> Iterable[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)
    elif is_dataclass(value):
        for one in fields(value):
            yield from _texts(getattr(value, one.name))
