"""What a search for passages answers: all that a row shows, without a database."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from tantivy import Document, Searcher

from guiju.search.passages.rows import Row, body_of, read_plain, read_row
from guiju.search.passages.snippet import Snippet, marked, snippet
from guiju.search.query import Term
from guiju.search.stored import Stored


class Source(NamedTuple):
    """What the hits of one answer have in common."""

    root: Path
    searcher: Searcher
    day: int
    terms: tuple[Term, ...]


class Hit(Stored[Source, Row]):
    """One passage found."""

    def _read(self, document: Document) -> Row:
        return read_row(document)

    @cached_property
    def title(self) -> Snippet:
        """The whole title, the words marked."""
        return marked(self._source.terms, self.row.title)

    @cached_property
    def plain(self) -> str:
        """All that is read in it."""
        return read_plain(self._document)

    @cached_property
    def snippet(self) -> Snippet:
        """Of its words without the title."""
        return snippet(self._source.terms, body_of(self.row.title, self.plain))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """`total` and `facets` count all that matches, not only the page.

    A facet's counts leave its own filter aside, so that they say what another choice would give.
    `cut`: the text was longer than is looked at.
    """

    total: int
    hits: tuple[Hit, ...]
    facets: dict[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    cut: bool = False
