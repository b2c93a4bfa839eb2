"""Plain text (纯文本): any encoding; lines that a page broke are joined again."""

import re
from collections.abc import Sequence
from statistics import quantiles

from guiju.core.decoding import decode
from guiju.core.documents.lines import Line
from guiju.core.documents.model import Reading, Text
from guiju.core.documents.structure import build
from guiju.core.documents.structure.starts import starts
from guiju.core.documents.structure.words import element, folded, squashed

_ENDS = re.compile(r"[。；：:;.!?！？）)]\s*$")
_PAGE = re.compile(r"\s*(?:[-—–]?\s*(?:\d{1,4}|[IVXivx]{1,6}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]{1,4})\s*[-—–]?)\s*")
_CHINESE = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")
_OFTEN, _LONG, _BROKEN_SHARE = 3, 24, 0.3


def read(data: bytes, *, name: str = "") -> Reading:
    """The tree of a plain text in any encoding. Raises NotText and Undecodable."""
    text, _ = decode(data, name=name)
    return build(lines(text))


def lines(text: str) -> list[Line]:
    """Paragraphs: running heads left out, broken lines joined."""
    rows = [
        (number, row.rstrip())
        for number, row in enumerate(text.replace("\f", "\n").splitlines(), 1)
    ]
    kept = without_running_heads(rows)
    return [
        Line(text=Text(row.strip(" \u3000\ufeff") if "\t" not in row else row.strip()), line=number)
        for number, row in unwrapped(kept)
    ]


def without_running_heads(rows: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """Lines that come again beside page numbers are the head of each page."""
    pages = {at for at, (_, row) in enumerate(rows) if row.strip() and _PAGE.fullmatch(row)}
    beside: dict[str, int] = {}
    for at in pages:
        for near in _near(rows, at):
            key = squashed(rows[near][1])
            beside[key] = beside.get(key, 0) + 1
    heads = {key for key, count in beside.items() if count >= _OFTEN}
    gone = {
        near
        for at in pages
        for near in (at, *_near(rows, at))
        if _is_by_head(rows, at, heads) and (near == at or squashed(rows[near][1]) in heads)
    }
    return [one for at, one in enumerate(rows) if at not in gone]


def _near(rows: Sequence[tuple[int, str]], at: int) -> list[int]:
    """The lines with words next to a line, before and after."""
    near = []
    for step in (-1, 1):
        other = at + step
        while 0 <= other < len(rows) and not rows[other][1].strip():
            other += step
        if 0 <= other < len(rows):
            near.append(other)
    return near


def _is_by_head(rows: Sequence[tuple[int, str]], at: int, heads: set[str]) -> bool:
    return any(squashed(rows[near][1]) in heads for near in _near(rows, at))


def unwrapped(rows: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """A line that is full and stops in mid-sentence goes on in the next."""
    full = _full_width([row for _, row in rows])
    joined: list[tuple[int, str]] = []
    is_open = False
    for number, row in rows:
        if not row.strip():
            is_open = False
            continue
        if is_open and joined and not starts(row) and not _is_indented(row) and not element(row):
            first, above = joined[-1]
            joined[-1] = (first, _glued(above, row.strip()))
        else:
            joined.append((number, row))
        is_open = bool(full) and _width(row) >= full and not _ENDS.search(row)
    return joined


def _full_width(rows: Sequence[str]) -> float:
    """From which width on a line is full; 0 where lines are whole paragraphs."""
    long = [_width(row) for row in rows if _width(row) >= 2 * _LONG]
    if len(long) < 4:
        return 0
    widest = quantiles(long, n=20)[-1]
    near = [one for one in long if 0.8 * widest <= one <= 1.1 * widest]
    return 0.8 * widest if len(near) >= _BROKEN_SHARE * len(long) and widest <= 200 else 0


def _width(row: str) -> int:
    return len(row) + len(_CHINESE.findall(row))


def _is_indented(row: str) -> bool:
    return folded(row).startswith("  ")


def _glued(above: str, below: str) -> str:
    chinese = _CHINESE.match(above[-1:]) or _CHINESE.match(below[:1])
    return above + ("" if chinese else " ") + below
