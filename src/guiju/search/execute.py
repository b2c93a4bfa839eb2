"""Ask the index (执行检索): one search for the page, one pass for the counts."""

import time
from dataclasses import dataclass

from tantivy import Query as Condition

from guiju.search import facets, filtering, paging, ranking
from guiju.search.folding import without_halves
from guiju.search.index import Reader, View
from guiju.search.matching import Matcher, all_of, any_of
from guiju.search.query import Query, Reading, Sort, as_number, read
from guiju.search.result import Hit, Result, Source
from guiju.search.soundness import guarded

_MOST_KEPT = 200


@guarded
def execute(reader: Reader, query: Query) -> Result:
    """The page of hits, the total and the counts. No text of a query makes it fail."""
    began = time.perf_counter()
    asked = Asked.of(reader.view(), query)
    found = paging.page(asked.view.searcher, asked.ordered(), query)
    source = Source(
        reader.root, asked.view.searcher, query.on.toordinal(), asked.reading, asked.keys
    )
    scored = query.sort is Sort.RELEVANCE
    hits = tuple(Hit(source, key if scored else 0.0, address) for key, address in found.hits)
    return Result(
        total=found.total,
        hits=hits,
        facets=asked.counts(),
        next_cursor=found.next_cursor,
        cut=asked.reading.cut,
        took=time.perf_counter() - began,
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """A query put to one view of the index."""

    view: View
    query: Query
    reading: Reading
    keys: tuple[str, ...]
    matcher: Matcher
    text: Condition
    filters: dict[str, Condition]

    @classmethod
    def of(cls, view: View, query: Query) -> "Asked":
        reading = read(query.text, query.longest, query.most_terms)
        matcher = Matcher(view.schema, view.searcher, view.terms)
        keys = tuple(key for key in map(without_halves, query.reading) if matcher.holds("key", key))
        if keys and reading.terms:
            reading = as_number(reading, query.text, query.longest)
        text = _text(matcher, query.text, reading, keys)
        filters = filtering.conditions(view.schema, query.filters, query.on)
        return cls(view, query, reading, keys, matcher, text, filters)

    def matched(self, without: str = "") -> Condition:
        """All conditions, but for the filter of one facet."""
        filters = [condition for name, condition in self.filters.items() if name != without]
        return all_of([self.text, *filters])

    def ordered(self) -> Condition:
        """All conditions; with scores where the order needs them."""
        if self.query.sort is not Sort.RELEVANCE:
            return self.matched()
        text = self.query.text[: self.query.longest]
        standing = filtering.in_state(self.view.schema, "in_force", self.query.on)
        series = tuple(map(without_halves, self.query.reading[:1]))
        return ranking.scored(
            self.matcher, self.matched(), self.reading, text, self.keys, series, standing
        )

    def counts(self) -> dict[str, facets.Counts]:
        names = self.query.facets
        together = tuple(name for name in names if name not in self.filters)
        found = self._count(together, "")
        for name in names:
            if name in self.filters:
                found |= self._count((name,), name)
        return {name: found[name] for name in names}

    def _count(self, names: tuple[str, ...], without: str) -> dict[str, facets.Counts]:
        query = self.query
        if query.text.strip() or query.reading:
            return self._counted(names, without)
        kept = self.view.counts
        asked = (query.filters, query.on, query.facet_size, names, without)
        if asked not in kept:
            if len(kept) >= _MOST_KEPT:
                kept.clear()
            kept[asked] = self._counted(names, without)
        return dict(kept[asked])

    def _counted(self, names: tuple[str, ...], without: str) -> dict[str, facets.Counts]:
        return facets.count(
            self.view.searcher,
            self.matched(without),
            names,
            self.query.on,
            self.query.facet_size,
        )


def _text(matcher: Matcher, text: str, reading: Reading, keys: tuple[str, ...]) -> Condition:
    """What the text asks for: one of its readings as a number, or all of its terms."""
    found = [matcher.key("key", key) for key, _ in ranking.key_steps(keys)]
    if reading.terms:
        found.append(all_of([matcher.matches(term) for term in reading.terms]))
    elif not text.strip():
        return Condition.all_query()
    return any_of(found)
