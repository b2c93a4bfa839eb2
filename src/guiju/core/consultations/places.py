"""Where a comment belongs (意见所指的位置): from what people write to addresses of the draft.

The normal form is an address of `documents.addresses` (4.2, 5.3/b, table-1, A.1, foreword), with

    ""             the whole draft (全文)
    cover          its cover and title (封面)
    4.2..4.5       from one place to another
    4.2,5.1        several places
"""

import re
from typing import NamedTuple

from guiju.core.consultations.draft import COVER, WHOLE, Draft
from guiju.core.consultations.walk import Walk
from guiju.core.consultations.words import patterns
from guiju.core.documents.structure.words import folded, squashed

_LONGEST = 200
_SIGNS = frozenset({"", "-", "--", "—", "——", "/", "\\", "*"})
_FIXED = {WHOLE: "全文", COVER: "封面"}
_INNER = (
    (re.compile(r"([a-z]|\d+)"), "{})"),
    (re.compile(r"p(\d+)"), "第{}段"),
    (re.compile(r"r(\d+)"), "第{}行"),
    (re.compile(r"c(\d+)"), "第{}列"),
    (re.compile(r"note-(\d+)"), "注{}"),
    (re.compile(r"example-(\d+)"), "示例{}"),
)


class Range(NamedTuple):
    """One place, or all from the first to the last."""

    first: str
    last: str = ""

    def __str__(self) -> str:
        return f"{self.first}..{self.last}" if self.last else self.first


def ranges(place: str) -> tuple[Range, ...]:
    """The parts of a place in its normal form."""
    parts = (one.partition("..") for one in place.split(","))
    return tuple(Range(first, last) for first, _, last in parts)


def joined(parts: tuple[Range, ...]) -> str:
    """The normal form, each part once."""
    return ",".join(dict.fromkeys(map(str, parts)))


def place_of(written: str, draft: Draft | None = None) -> str | None:
    """The place that somebody names, None where nobody can tell.

    With a draft, 范围 is the clause that bears this title there.

    >>> [place_of(one) for one in ("第4.2条", "4. 2 外观", "附录A.1", "表 1", "全文", "第12页")]
    ['4.2', '4.2', 'A.1', 'table-1', '', None]
    >>> place_of("4.2~4.5"), place_of("5.3 b)"), place_of("表1、2")
    ('4.2..4.5', '5.3/b', 'table-1,table-2')
    """
    own, text = patterns(), tidied(written)
    if text in _SIGNS or squashed(text).strip("()") in own.whole:
        return WHOLE
    if len(text) > _LONGEST:
        return None
    found = Walk(text, own).places()
    if not found:
        return COVER if own.cover.match(text) else None
    kinds = draft.kinds if draft else {}
    return joined(tuple(Range(kinds.get(one, one), kinds.get(last, last)) for one, last in found))


def tidied(written: str) -> str:
    """Full-width signs folded, and no space inside a number (4. 2, 4。2)."""
    text = folded(written).replace("．", ".").strip().rstrip(".。:")
    return patterns().points.sub(".", text)


def said(place: str) -> str:
    """The place as tables of comments have it: 4.2, 表 1, 全文.

    >>> said("table-1,4.2..4.5"), said("5.3/b"), said("foreword"), said("")
    ('表1、4.2～4.5', '5.3 b)', '前言', '全文')
    """
    return "、".join(
        "～".join(_said(end) for end in filter(None, one)) or _said("") for one in ranges(place)
    )


def _said(address: str) -> str:
    if address in _FIXED:
        return _FIXED[address]
    names = patterns().names
    head, *inner = address.split("/")
    kind, _, label = head.partition("-")
    named = f"{names[kind]}{label}" if label and kind in names else names.get(head, head)
    if len(head) == 1 and head.isalpha():
        named = f"{names['annex']}{head}"
    return " ".join([named, *map(_inner, inner)])


def _inner(step: str) -> str:
    """b) and 2), 第2段, 注1, 第3行."""
    for pattern, wording in _INNER:
        if found := pattern.fullmatch(step):
            return wording.format(*found.groups())
    return step
