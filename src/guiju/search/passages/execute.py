"""Ask the index of passages: one condition for all that matches, then the page in order."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tantivy import Occur, Schema
from tantivy import Query as Condition

from guiju.search import facets, filtering
from guiju.search.index import Reader, View
from guiju.search.matching import Matcher, all_of, any_of
from guiju.search.paging import total_of
from guiju.search.passages.order import Wording, page
from guiju.search.passages.query import FACETS, Query
from guiju.search.passages.result import Found, Hit, Source
from guiju.search.passages.schema import CHOICES
from guiju.search.query import Reading, Term, read
from guiju.search.soundness import guarded

_MOST_VALUES = 20


@guarded
def find(reader: Reader, query: Query) -> Found:
    """The page of hits, the total and the counts. No text of a query makes it fail."""
    view = reader.view()
    asked = Asked.of(view, query)
    total = total_of(view.searcher, asked.matched())
    addresses = page(view, asked.matched(), asked.wording, query, total)
    source = Source(reader.root, view.searcher, query.on.toordinal(), asked.wording.terms)
    return Found(
        total=total,
        hits=tuple(Hit(source, address) for address in addresses),
        facets=dict(asked.counts()) if query.counts else {},
        cut=asked.reading.cut,
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """A query put to one view of the index."""

    view: View
    query: Query
    reading: Reading
    wording: Wording
    filters: dict[str, Condition]

    @classmethod
    def of(cls, view: View, query: Query) -> "Asked":
        reading = read(query.text)
        matcher = Matcher(view.schema, view.searcher, view.terms)
        others = [term for text in query.written for term in _as_one(text)]
        wording = Wording(matcher, reading.terms, reading.words, tuple(others))
        return cls(view, query, reading, wording, dict(_filters(view.schema, query)))

    def matched(self, without: str = "") -> Condition:
        """All conditions, but for the filter of one facet."""
        filters = [condition for name, condition in self.filters.items() if name != without]
        found = all_of([self.wording.anywhere(), *filters])
        if not self.query.without:
            return found
        taken_back = Condition.term_set_query(self.view.schema, "id", [*self.query.without])
        return Condition.boolean_query([(Occur.Must, found), (Occur.MustNot, taken_back)])

    def counts(self) -> Iterator[tuple[str, facets.Counts]]:
        """The counts of a facet leave its own filter aside."""
        together = tuple(name for name in FACETS if name not in self.filters)
        found = self._count(together, "")
        for name in FACETS:
            own = found if name in found else self._count((name,), name)
            yield name, own[name]

    def _count(self, names: tuple[str, ...], without: str) -> dict[str, facets.Counts]:
        condition, on = self.matched(without), self.query.on
        return facets.count(self.view.searcher, condition, names, on, _MOST_VALUES)


def _as_one(text: str) -> Iterator[Term]:
    """The whole text as one piece of words side by side."""
    words = read(text).words
    if words:
        yield Term(words, "", "", quoted=True)


def _filters(schema: Schema, query: Query) -> Iterator[tuple[str, Condition]]:
    if not query.whole:
        yield "is_open", Condition.term_query(schema, "is_open", 1)
    if query.text_id is not None:
        yield "id", Condition.term_query(schema, "id", query.text_id)
    for name in CHOICES:
        values: Any = getattr(query, name)
        if values:
            yield name, Condition.term_set_query(schema, name, [*values])
    if query.state:
        states = [filtering.in_state(schema, one, query.on) for one in query.state]
        yield "state", any_of(states)
