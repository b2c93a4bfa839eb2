"""Comments in the order of the draft (意见按章条排序)."""

import re

from guiju.core.consultations.draft import COVER, WHOLE, Draft

_FRONT = ("contents", "foreword", "introduction")
_CHAPTERS = ("scope", "normative-references", "terms", "symbols")
_BACK = ("bibliography", "index")
_CAPTIONED = ("table", "figure", "formula", "footnote")
_MEMBER = re.compile(r"\d+|[A-Za-z]+|/")


def order_key(place: str | None, draft: Draft | None = None) -> str:
    """A word of digits only by which any database sorts places as a reader meets them.

    First the whole and the cover, then what stands in the draft, then what does not, at last what
    nobody could read (None). Without a draft clauses stand by their numbers.
    """
    if place is None:
        return "9"
    first = place.partition(",")[0].partition("..")[0]
    if first in (WHOLE, COVER):
        return "00" if first == WHOLE else "01"
    if draft is None:
        return f"2{_natural(first)}"
    near = draft.nearest(first)
    if near == WHOLE:
        return f"2{_natural(first)}"
    if near == first:
        return f"1{draft.order[near]:06d}"
    return f"1{draft.ends[near]:06d}9{_natural(first)}"


def _natural(address: str) -> str:
    """Front elements, numbers, annexes, back elements, then tables, figures and formulas."""
    head, _, inner = address.partition("/")
    if head in _CHAPTERS:
        head = str(1 + _CHAPTERS.index(head))
    kind, _, label = head.partition("-")
    if head in _FRONT or head in _BACK:
        group, own = ("1", _FRONT.index(head)) if head in _FRONT else ("4", _BACK.index(head))
        return f"{group}{own:03d}{_members(inner, inside=True)}"
    if kind in _CAPTIONED:
        return f"{5 + _CAPTIONED.index(kind)}{_members(label)}{_members(inner, inside=True)}"
    group = "3" if head[:1].isalpha() else "2"
    return f"{group}{_members(head)}{_members(inner, inside=True)}"


def _members(text: str, *, inside: bool = False) -> str:
    """Three digits a member; what stands in a clause comes before the clauses below it."""
    if not text:
        return ""
    found = (_member(one) for one in _MEMBER.findall(text))
    return ("000" if inside else "") + "".join(found)


def _member(one: str) -> str:
    if one.isdigit():
        return f"{min(int(one), 999):03d}"
    return "000" if one == "/" else f"{(ord(one[0].upper()) - 64) % 1000:03d}"
