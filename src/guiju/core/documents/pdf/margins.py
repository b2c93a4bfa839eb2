"""What stands in the margins of every page (页眉页脚): numbers and running heads, left out."""

import re
from collections import Counter
from collections.abc import Sequence

from guiju.core.documents.pdf.rows import Row
from guiju.core.documents.structure.words import squashed

_PAGE = re.compile(r"\d{1,4}|[ivxlc]{1,7}|[—–-]\d{1,4}[—–-]|第\d+页(?:共\d+页)?")
_ZONE = 0.12
_OFTEN = 3


def body_rows(pages: Sequence[Sequence[Row]], heights: Sequence[float]) -> list[list[Row]]:
    """The rows of each page without its running head and its number."""
    often = Counter(
        key
        for rows, height in zip(pages, heights, strict=True)
        for key in {_key(row) for row in rows if _is_marginal(row, height)}
    )
    return [
        [row for row in rows if not (_is_marginal(row, height) and _is_running(row, often))]
        for rows, height in zip(pages, heights, strict=True)
    ]


def _is_marginal(row: Row, height: float) -> bool:
    return row.y > height * (1 - _ZONE) or row.y < height * _ZONE


def _key(row: Row) -> str:
    return re.sub(r"\d+$", "#", squashed(row.plain)) if row.plain.isdigit() else squashed(row.plain)


def _is_running(row: Row, often: Counter[str]) -> bool:
    if _PAGE.fullmatch(squashed(row.plain)):
        return True
    return row.page > 1 and often[_key(row)] >= _OFTEN
