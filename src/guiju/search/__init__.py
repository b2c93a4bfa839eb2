"""Search (检索): Tantivy behind plain values. What is looked for is never missed.

`Entry` goes in through `Writer` or `rebuild`; `Query` asks a `Reader`; `execute` answers with a
`Result` that needs no database, `suggest` completes what is being typed, `rescue` proposes other
ways when nothing was found.
"""

from guiju.search.entry import Entry
from guiju.search.execute import execute
from guiju.search.index import Reader
from guiju.search.listing import batches, ids
from guiju.search.query import Filters, Query, Sort
from guiju.search.rebuild import rebuild
from guiju.search.rescue import Proposal, rescue
from guiju.search.result import Hit, Result
from guiju.search.rows import Row
from guiju.search.suggest import Suggestion, suggest
from guiju.search.why import Why
from guiju.search.writing import Writer

__all__ = [
    "Entry",
    "Filters",
    "Hit",
    "Proposal",
    "Query",
    "Reader",
    "Result",
    "Row",
    "Sort",
    "Suggestion",
    "Why",
    "Writer",
    "batches",
    "execute",
    "ids",
    "rebuild",
    "rescue",
    "suggest",
]
