"""All that a query finds, not only a page (全部结果): for exports and counts of another kind."""

from collections.abc import Iterator
from typing import Any

from guiju.search.execute import Asked
from guiju.search.index import Reader
from guiju.search.paging import ordered_search, total_of
from guiju.search.query import Query
from guiju.search.soundness import guarded, told


@guarded
def ids(reader: Reader, query: Query, most: int) -> list[int]:
    """The keys of at most so many editions, in the order of the query, from one moment."""
    view = reader.view()
    asked = Asked.of(view, query)
    size = min(most, total_of(view.searcher, asked.matched()))
    if not size:
        return []
    hits, _ = ordered_search(view.searcher, asked.ordered(), query.sort, size, 0)
    found: list[Any] = view.searcher.fast_field_values("id", [address for _, address in hits])
    return found


def batches(reader: Reader, query: Query, size: int) -> Iterator[list[int]]:
    """The keys of all editions found, in the order of the query, so many at a time, from one moment."""
    with told(reader.root):
        view = reader.view()
        asked = Asked.of(view, query)
        condition, place = asked.ordered(), 0
        while hits := ordered_search(view.searcher, condition, query.sort, size, place)[0]:
            keys = [address for _, address in hits]
            found: list[Any] = view.searcher.fast_field_values("id", keys)
            yield found
            place += len(hits)
