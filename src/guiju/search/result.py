"""What a search answers (结果): all that a row shows, without a database."""

from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import NamedTuple

from tantivy import DocAddress, Document, Searcher

from guiju.search.query import Reading
from guiju.search.rows import Row, read_row, read_texts
from guiju.search.stored import Stored
from guiju.search.why import Why, explain


class Source(NamedTuple):
    """What the hits of one answer have in common."""

    root: Path
    searcher: Searcher
    day: int
    reading: Reading
    keys: tuple[str, ...]


class Hit(Stored[Source, Row]):
    """One edition found. `score` is 0 where the order is not by relevance."""

    def __init__(self, source: Source, score: float, address: DocAddress) -> None:
        super().__init__(source, address)
        self.score = score

    def _read(self, document: Document) -> Row:
        return read_row(document)

    @property
    def id(self) -> int:
        return self.row.id

    @property
    def number(self) -> str:
        return self.row.number

    @cached_property
    def why(self) -> tuple[Why, ...]:
        """What matched, and where."""
        read = partial(read_texts, self._document)
        return explain(self._source.reading, self._source.keys, self.row, read)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """`total` and `facets` count all that matches, not only the page.

    A facet's counts leave its own filter aside, so that they say what another choice would give.
    `next_cursor` is empty on the last page; `cut` says that the text was longer than is looked at;
    `took` are seconds.
    """

    total: int
    hits: tuple[Hit, ...]
    facets: dict[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    next_cursor: str = ""
    cut: bool = False
    took: float = 0.0
