"""The second index (条款索引): clauses, terms, tables of texts, cut by the same knife as the catalogue.

A `TextEntry` with its passages goes in through `Writer` or `rebuild`; `find` answers a `Query` with
`Found`, in the order of `order`, from the same `Reader` as the catalogue's.
"""

from guiju.search.passages.entry import Passage, TextEntry
from guiju.search.passages.execute import find
from guiju.search.passages.query import FACETS, Query
from guiju.search.passages.result import Found, Hit
from guiju.search.passages.rows import Row
from guiju.search.passages.snippet import Snippet
from guiju.search.passages.writing import Writer, rebuild

__all__ = [
    "FACETS",
    "Found",
    "Hit",
    "Passage",
    "Query",
    "Row",
    "Snippet",
    "TextEntry",
    "Writer",
    "find",
    "rebuild",
]
