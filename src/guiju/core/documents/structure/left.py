"""What would be left out (遗漏): words that stand in the file and in no part of the tree."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from guiju.core.documents.lines import Line
from guiju.core.documents.model import Block, Document, Text
from guiju.core.documents.structure import contents
from guiju.core.documents.structure.marks import sign_of
from guiju.core.documents.structure.seen import Seen, see
from guiju.core.documents.structure.words import pattern, words
from guiju.core.documents.walking import plain

_WORD = re.compile(r"[^\W\d_]{2,}")
_PARTS = re.compile(r"[\s—–―─:：]+")


def is_whole(seen: Sequence[Seen], made: Block) -> bool:
    """Whether all words of the lines, behind the signs with which they begin, are in the block."""
    there = letters("".join(strings(made)))
    return all(letters(part) in there for one in seen for part in _parts(one))


def letters(text: str) -> str:
    """Letters, digits and Chinese characters alone: the rest may be a sign between parts."""
    return "".join(filter(str.isalnum, text))


def _parts(one: Seen) -> Iterator[str]:
    if one.line.block is not None:
        yield from plain(one.line.block).split("\n")
        return
    sign = sign_of(one.plain)
    text = one.plain[: sign.end] if sign.kind == "formula" else one.plain[sign.end :]
    yield from _PARTS.split(sign.label if sign.kind == "unit" else text)


def strings(one: Any) -> Iterator[str]:
    """All texts inside a value, in order."""
    if isinstance(one, Text):
        yield one.content
    elif isinstance(one, str):
        yield one
    elif isinstance(one, tuple):
        for part in one:
            yield from strings(part)
    elif is_dataclass(one) and not isinstance(one, type):
        for field in fields(one):
            yield from strings(getattr(one, field.name))


def of_cover(lines: Sequence[Line], document: Document) -> list[str]:
    """Lines before the first heading of which the facts of the cover took up no more than a part."""
    first = document.sections[0].line if document.sections else None
    seen = see(one for one in lines if first is None or one.line < first)
    listed = contents.find(see(lines))
    known = letters("".join(strings(document.meta))).casefold()
    return [
        text
        for at, one in enumerate(seen)
        if not listed.start <= at < listed.end
        and (text := plain(one.line.block) if one.line.block is not None else one.plain)
        and not all(letters(part).casefold() in known for part in _said(text))
    ]


def _said(text: str) -> list[str]:
    """The words of a line without those that every cover has."""
    return _WORD.findall(_fixed().sub(" ", text))


@cache
def _fixed() -> re.Pattern[str]:
    facts = [pattern("cover", one) for one in ("issued", "effective", "replaces", "registration")]
    return re.compile("|".join((*facts, *map(re.escape, words("cover", "fixed")))))
