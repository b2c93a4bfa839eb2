"""Pages of a list (翻页): each hit on one page, none left out, also when the index changed between.

A list sorted by a field has a total order, so the cursor is the key of the last hit shown, with
the place at which to look for it first. By relevance the cursor is a place alone.
"""

import base64
import binascii
import hashlib
import json
from dataclasses import dataclass
from typing import Any

from tantivy import DocAddress, Order, Searcher
from tantivy import Query as Condition

from guiju.search.errors import CursorInvalid
from guiju.search.query import Filters, Query, Sort

_ORDERS = {
    Sort.NEWEST: ("by_newest", Order.Desc),
    Sort.NUMBER: ("by_number", Order.Asc),
    Sort.TITLE: ("by_title", Order.Asc),
    Sort.CHANGED: ("by_changed", Order.Desc),
}
_NO_FILTERS = Filters()
_SLACK = 32  # so far may the last hit have moved before it is looked for again

Found = tuple[Any, DocAddress]


@dataclass(frozen=True, slots=True)
class Page:
    """The hits of a page with their scores or sort keys, and how many there are on all pages."""

    hits: list[Found]
    total: int
    next_cursor: str


def page(searcher: Searcher, condition: Condition, query: Query) -> Page:
    """The page that the cursor asks for."""
    place, key = _read(query, searcher.num_docs)
    if key is None:
        hits, total = ordered_search(searcher, condition, query.sort, query.limit + 1, place)
    else:
        place, hits, total = _after(searcher, condition, query, place, key)
    shown = hits[: query.limit]
    more = len(hits) > query.limit
    cursor = _write(query, place + len(shown), shown[-1][0]) if more else ""
    return Page(shown, total, cursor)


def ordered_search(
    searcher: Searcher, condition: Condition, sort: Sort, limit: int, offset: int
) -> tuple[list[Found], int]:
    """Hits in order, each with its score or sort key; and how many match."""
    answer: Any
    if sort is Sort.RELEVANCE:
        answer = searcher.search(condition, limit=limit, offset=offset, weight_by_field="weight")
    else:
        field, order = _ORDERS[sort]
        answer = searcher.search(
            condition, limit=limit, offset=offset, order_by_field=field, order=order
        )
    return answer.hits, answer.count


def total_of(searcher: Searcher, condition: Condition) -> int:
    """How many documents the condition matches."""
    answer: Any = searcher.search(condition, limit=1)
    return int(answer.count)


def _after(
    searcher: Searcher, condition: Condition, query: Query, place: int, key: Any
) -> tuple[int, list[Found], int]:
    """The place of the first hit after the key, the hits from there (one more than the page), the total.

    Looked for around the place where it was; `floor` is the place before which none can be.
    """
    order = _ORDERS[query.sort][1]
    wanted = query.limit + 1
    start, size, floor = max(0, place - _SLACK), wanted + 2 * _SLACK, 0
    while True:
        found, total = ordered_search(searcher, condition, query.sort, size, start)
        first = next((at for at, (one, _) in enumerate(found) if _later(one, key, order)), None)
        full = len(found) == size
        if start > floor and (first == 0 or (first is None and not full)):
            start, size = max(floor, start - size), size * 2
        elif first is None and full:
            start = floor = start + size
        elif first and full and len(found) - first < wanted:
            start = floor = start + first
        else:
            at = len(found) if first is None else first
            return start + at, found[at : at + wanted], total


def _later(one: Any, key: Any, order: Order) -> bool:
    return bool(one > key if order is Order.Asc else one < key)


def _mark(query: Query) -> str:
    """Of the list that a cursor belongs to."""
    filters = query.filters if query.filters != _NO_FILTERS else ""
    asked = f"{query.text}\n{query.reading}\n{query.sort}\n{query.on}\n{filters}"
    return hashlib.blake2b(asked.encode(errors="replace"), digest_size=6).hexdigest()


def _write(query: Query, place: int, key: Any) -> str:
    said = [_mark(query), place, None if query.sort is Sort.RELEVANCE else key]
    return base64.urlsafe_b64encode(json.dumps(said).encode()).decode().rstrip("=")


def _read(query: Query, most: int) -> tuple[int, Any]:
    """The place and the key; a place beyond all documents would cost memory for each before it."""
    if not query.cursor:
        return 0, None
    try:
        padded = query.cursor + "=" * (-len(query.cursor) % 4)
        mark, place, key = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (ValueError, TypeError, binascii.Error, RecursionError):
        raise CursorInvalid(query.cursor[:80]) from None
    kind = int if query.sort in (Sort.NEWEST, Sort.CHANGED) else str
    fits = key is None if query.sort is Sort.RELEVANCE else type(key) is kind
    if mark != _mark(query) or type(place) is not int or place < 0 or not fits:
        raise CursorInvalid(query.cursor[:80])
    return min(place, most), key
