"""What stands in the margins of every page (页眉页脚): numbers and running heads, left out.

The last page of a printed standard says who printed it (版权页); that is no part of the text.
"""

import re
from collections import Counter
from collections.abc import Sequence

from guiju.core import numbers
from guiju.core.documents.pdf.rows import Row
from guiju.core.documents.structure.words import pattern, squashed

_PAGE = re.compile(
    r"\d{1,4}|[ivxlc]{1,7}|[—–-]\d{1,4}[—–-]|第\d+页(?:[,，/]?共\d+页)?|\d{1,4}/\d{1,4}|page\d+(?:of\d+)?"
)
_NUMBERED = re.compile(r"^\d{1,4}\s{1,9}|\s{1,9}\d{1,4}$")
_ZONE = 0.12
_OFTEN = 3
_LAST = 2  # pages that can be those of the printer
_END = re.compile(r"[_—―─━=\ufe4d\-\s]{5,}")


def body_rows(pages: Sequence[Sequence[Row]], heights: Sequence[float]) -> list[list[Row]]:
    """The rows of each page without its running head and its number."""
    often = Counter(
        key
        for rows, height in zip(pages, heights, strict=True)
        for key in {_key(row) for row in rows if _is_marginal(row, height)}
    )
    kept = [
        [row for row in rows if not (_is_marginal(row, height) and _is_running(row, often))]
        for rows, height in zip(pages, heights, strict=True)
    ]
    first_of_last = max(1, len(kept) - _LAST)
    return [
        [] if at >= first_of_last and _is_printers(rows) else _ended(rows)
        for at, rows in enumerate(kept)
    ]


def _is_marginal(row: Row, height: float) -> bool:
    return row.y > height * (1 - _ZONE) or row.y < height * _ZONE


def _key(row: Row) -> str:
    """A running head, with the number of the page beside it or not."""
    return squashed(_NUMBERED.sub("", row.plain)) or "#"


def _is_running(row: Row, often: Counter[str]) -> bool:
    if _PAGE.fullmatch(squashed(row.plain)):
        return True
    return row.page > 1 and (often[_key(row)] >= _OFTEN or _is_number(row.plain))


def _is_number(text: str) -> bool:
    """The number of a standard alone, or with the page's: that is a running head anywhere."""
    plain = _NUMBERED.sub("", text).strip()
    found = numbers.find(plain) if len(plain) < 80 else []
    return len(found) == 1 and found[0].start == 0 and found[0].end >= len(plain)


def _is_printers(rows: Sequence[Row]) -> bool:
    """The page of the printer: its words, and none of a standard's."""
    imprint = re.compile(pattern("cover", "imprint"))
    text = squashed("".join(row.plain for row in rows))
    return bool(rows) and len(rows) < 30 and bool(imprint.search(text))


def _ended(rows: Sequence[Row]) -> list[Row]:
    """Without the line that ends the text (终结线)."""
    return [row for row in rows if not _END.fullmatch(row.plain)]
