"""Plain text (纯文本): any encoding; lines that a page broke are joined again."""

import re
from collections.abc import Sequence
from statistics import quantiles

from guiju.core.documents.lines import Line
from guiju.core.documents.model import Reading, Text
from guiju.core.documents.structure import build
from guiju.core.documents.structure.starts import starts
from guiju.core.documents.structure.words import element, folded
from guiju.core.documents.texts.covers import told_with
from guiju.core.documents.texts.doubts import Told
from guiju.core.documents.texts.repairs import repaired
from guiju.core.documents.texts.running import without_running_heads
from guiju.core.documents.texts.source import Row, rows_of

_ENDS = re.compile(r"[。；：:;.!?！？）)]\s*$")
_CHINESE = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")
_LONG, _BROKEN_SHARE = 24, 0.3


def read(data: bytes, *, name: str = "") -> Reading:
    """The tree of a plain text in any encoding. Raises NotText and Undecodable."""
    told = Told()
    rows = rows_of(data, name, told)
    read = repaired(lines(rows, told), told)
    return told_with(build(read), read, told)


def lines(rows: Sequence[Row], told: Told) -> list[Line]:
    """Paragraphs: running heads left out, broken lines joined."""
    kept = without_running_heads([(number, row.rstrip()) for number, row in rows], told)
    return [
        Line(text=Text(row.strip(" \u3000\ufeff") if "\t" not in row else row.strip()), line=number)
        for number, row in unwrapped(kept)
    ]


def unwrapped(rows: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """A line that is full and stops in mid-sentence goes on in the next."""
    full = _full_width([row for _, row in rows])
    joined: list[tuple[int, str]] = []
    is_open = False
    for number, row in rows:
        if not row.strip():
            is_open = False
            continue
        if is_open and joined and not _begins(row):
            first, above = joined[-1]
            joined[-1] = (first, _glued(above, row.strip()))
        else:
            joined.append((number, row))
        is_open = bool(full) and _width(row) >= full and not _ENDS.search(row)
    return joined


def _begins(row: str) -> bool:
    """A row of cells, or one that begins something, goes on with nothing."""
    return "\t" in row or _is_indented(row) or bool(element(row)) or starts(row)


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
