"""Asking the search index (检索): the question in our words, the answer ready to show.

The catalogue is public, so that no row depends on the viewer; the viewer brings the day.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from django.conf import settings

from guiju.core import numbers
from guiju.core.errors import StateError
from guiju.search import (
    Filters,
    Proposal,
    Query,
    Reader,
    Result,
    Suggestion,
    batches,
    execute,
    rescue,
    suggest,
)
from guiju.search.errors import IndexMissing, IndexOutdated
from guiju.web.viewer import Viewer

FACETS = ("level", "nature", "state", "ics", "ccs", "committee", "issuer", "year")
_reader: Reader | None = None


class IndexNotReadyError(StateError):
    """There is no index yet (索引尚未建立)."""

    code = "index_not_ready"
    zh = "检索索引正在建立，请稍候几分钟再试；按分类浏览不受影响。"
    en = "The search index is being built; try again in a few minutes. Browsing works meanwhile."


def reader() -> Reader:
    """The one reader of this process; it follows commits and rebuilds by itself."""
    global _reader  # noqa: PLW0603 - one a process
    root = Path(settings.GUIJU_INDEX)
    if _reader is None or _reader.root != root:
        _reader = Reader(root)
    return _reader


def index_mark() -> tuple[int, ...]:
    """Another one after every change of the index; the same in all processes."""
    try:
        return reader().view().stamp
    except (IndexMissing, IndexOutdated) as error:
        raise IndexNotReadyError from error


def find(viewer: Viewer, query: Query) -> Result:
    """The page of hits with total and counts; the text is also read as a number."""
    try:
        return execute(reader(), with_reading(query))
    except (IndexMissing, IndexOutdated) as error:
        raise IndexNotReadyError from error


def proposals(viewer: Viewer, query: Query) -> tuple[Proposal, ...]:
    """What to try when nothing was found."""
    return rescue(reader(), with_reading(query))


def everything(viewer: Viewer, query: Query, size: int) -> Iterator[list[int]]:
    """All editions that the query finds, in its order, so many keys at a time, from one moment."""
    return batches(reader(), with_reading(query), size)


def suggestions(viewer: Viewer, text: str, limit: int = 8) -> tuple[Suggestion, ...]:
    """What the text may become while it is being typed."""
    try:
        return suggest(reader(), text, reading=numbers.lookup_keys(text), limit=limit)
    except (IndexMissing, IndexOutdated) as error:
        raise IndexNotReadyError from error


def with_reading(query: Query) -> Query:
    return replace(query, reading=numbers.lookup_keys(query.text))


__all__ = [
    "FACETS",
    "Filters",
    "Query",
    "everything",
    "find",
    "index_mark",
    "proposals",
    "suggestions",
]
