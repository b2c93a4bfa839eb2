"""Captions on the other side (标题位置): above a table and below a figure, where the tree looks for them."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from guiju.core.documents.lines import Line
from guiju.core.documents.model import Figure, Table
from guiju.core.documents.structure.marks import caption, sign_of

_SIDES = {"table": Table, "figure": Figure}


def placed(lines: Sequence[Line]) -> list[Line]:
    """The lines with each caption on the side where GB/T 1.1 has it.

    A document that puts them on the other side does so throughout; in others a caption changes its
    place only where there is nothing else that it can belong to.
    """
    out = list(lines)
    # 单位为毫米 between a caption and its table parts nothing.
    at = [at for at, one in enumerate(out) if one.block is not None or not _is_unit(one)]
    for kind in _SIDES:
        kinds = [_kind(out[one], kind) for one in at]
        below = kinds.count("block") and _count(kinds, "block", "caption")
        above = _count(kinds, "caption", "block")
        is_other = below > above if kind == "table" else above > below
        moved = _swapped([out[one] for one in at], kinds, kind, is_other)
        for place, line in zip(at, moved, strict=True):
            out[place] = line
    return out


def _is_unit(line: Line) -> bool:
    return sign_of(line.text.content).kind == "unit"


def _count(kinds: Sequence[str], first: str, second: str) -> int:
    return sum(pair == (first, second) for pair in pairwise(kinds))


def _kind(line: Line, kind: str) -> str:
    block = line.block
    if block is not None:
        is_bare = isinstance(block, Table | Figure) and not (block.label or block.title)
        return "block" if is_bare and isinstance(block, _SIDES[kind]) else ""
    content = f"{line.number} {line.text.content}" if line.number else line.text.content
    sign = caption(content.strip())
    return "caption" if sign is not None and sign.kind == kind else ""


def _swapped(lines: list[Line], kinds: list[str], kind: str, is_other: bool) -> list[Line]:
    first, second = ("block", "caption") if kind == "table" else ("caption", "block")
    at = 0
    while at + 1 < len(lines):
        if (kinds[at], kinds[at + 1]) == (first, second):
            is_free = not _has_own(kinds, at, kind)
            if is_other or is_free:
                one, other = lines[at], lines[at + 1]
                lines[at], lines[at + 1] = replace(other, line=one.line), one
                at += 1
        at += 1
    return lines


def _has_own(kinds: Sequence[str], at: int, kind: str) -> bool:
    """Whether the block or the caption of this pair has its partner on the usual side."""
    before = kinds[at - 1] if at else ""
    after = kinds[at + 2] if at + 2 < len(kinds) else ""
    return (
        (before == "caption" or after == "block")
        if kind == "table"
        else (before == "block" or after == "caption")
    )
