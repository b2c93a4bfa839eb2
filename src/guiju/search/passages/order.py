"""What comes first among passages (条款排序).

Titles before bodies, what demands before what informs, editions in force before others; then the
numbers in their order, and the order of the text. Each step is a condition, so that the order is
total and the same on every page: a step is asked only while the page is not full.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

from tantivy import DocAddress, Occur, Order
from tantivy import Query as Condition

from guiju.search import filtering
from guiju.search.analysis import Word
from guiju.search.index import View
from guiju.search.matching import Matcher, all_of, any_of
from guiju.search.passages.query import Query
from guiju.search.query import Term

_RANKS = (0, 1, 2)


@dataclass(frozen=True, slots=True)
class Wording:
    """What the text of a query asks for: all of its terms, or one of its other writings."""

    matcher: Matcher
    said: tuple[Term, ...]
    words: tuple[Word, ...]
    others: tuple[Term, ...]

    @property
    def terms(self) -> tuple[Term, ...]:
        """All that is marked in a hit."""
        return (*self.said, *self.others)

    def anywhere(self) -> Condition:
        return any_of([*self._all("words"), *self._others("words")])

    def levels(self) -> Iterator[Condition]:
        """The nearest first: side by side in the title, all in the title, side by side in the text."""
        yield self._beside("title")
        if len(self.said) > 1:
            yield any_of(self._all("title"))
            yield self._beside("words")

    def _beside(self, field: str) -> Condition:
        own = self._all(field) if len(self.said) == 1 else []
        if len(self.said) > 1:
            own = [self.matcher.exactly(field, self.words)]
        return any_of([*own, *self._others(field)])

    def _all(self, field: str) -> list[Condition]:
        if not self.said:
            return []
        return [all_of([self._in(field, term) for term in self.said])]

    def _others(self, field: str) -> list[Condition]:
        return [self.matcher.exactly(field, term.words) for term in self.others]

    def _in(self, field: str, term: Term) -> Condition:
        if field == "words":
            return self.matcher.once(Matcher.in_words, term)
        if term.is_beginning:
            return self.matcher.beginning(field, term.words[0].text)
        return self.matcher.exactly(field, term.words)


def page(
    view: View, matched: Condition, wording: Wording, query: Query, total: int
) -> list[DocAddress]:
    """The addresses of the page's hits."""
    wanted = min(query.limit, max(0, total - query.offset))
    found: list[DocAddress] = []
    passed = 0
    for step in _steps(view, wording, query):
        if len(found) == wanted:
            break
        condition = all_of([matched, *step]) if step else matched
        offset = max(0, query.offset - passed)
        answer: Any = view.searcher.search(
            condition,
            limit=wanted - len(found),
            offset=offset,
            order_by_field="place",
            order=Order.Asc,
        )
        found += [address for _, address in answer.hits]
        passed += int(answer.count)
    return found


def _steps(view: View, wording: Wording, query: Query) -> Iterator[list[Condition]]:
    """The conditions of each step; together they hold all that matches, and no two the same."""
    in_force = filtering.in_state(view.schema, "in_force", query.on)
    ranks = [Condition.term_query(view.schema, "rank", rank) for rank in _RANKS]
    for level, rank, state in product(_apart([*wording.levels()]), ranks, _apart([in_force])):
        yield [level, rank, state]


def _apart(conditions: list[Condition]) -> list[Condition]:
    """Each without those before it; the last is what none of them holds."""
    found = []
    for at in range(len(conditions) + 1):
        own = conditions[at] if at < len(conditions) else Condition.all_query()
        found.append(
            Condition.boolean_query(
                [(Occur.Must, own), *((Occur.MustNot, one) for one in conditions[:at])]
            )
        )
    return found
