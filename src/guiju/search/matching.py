"""From a term to conditions on the index (匹配): no document that holds it is missed."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from tantivy import Occur, Schema, Searcher
from tantivy import Query as Condition

from guiju.search.analysis import PREFIX, Word, phrase
from guiju.search.pinyin import spellings
from guiju.search.query import Term

_TRIPLE = 3
_FEW = 16
_MOST_KNOWN = 4_000
T = TypeVar("T")


def any_of(conditions: list[Condition]) -> Condition:
    if not conditions:
        return Condition.empty_query()
    if len(conditions) == 1:
        return conditions[0]
    return Condition.boolean_query([(Occur.Should, one) for one in conditions])


def all_of(conditions: list[Condition]) -> Condition:
    if len(conditions) == 1:
        return conditions[0]
    return Condition.boolean_query([(Occur.Must, one) for one in conditions])


@dataclass(frozen=True, slots=True)
class Matcher:
    """Builds conditions for one view of the index.

    Words come again in other queries: `known` keeps what was made for a term, under the maker.
    """

    schema: Schema
    searcher: Searcher
    known: dict[Any, Any] = field(default_factory=dict)

    def once(self, make: Callable[["Matcher", Term], T], term: Term) -> T:
        """What `make` makes of the term, made once."""
        found: T | None = self.known.get((make, term))
        if found is None:
            if len(self.known) >= _MOST_KNOWN:
                self.known.clear()
            found = self.known[make, term] = make(self, term)
        return found

    def matches(self, term: Term) -> Condition:
        """What the term matches: in words, in a number, by pinyin."""
        return self.once(Matcher._matches, term)

    def _matches(self, term: Term) -> Condition:
        found = [self.in_words(term)]
        if not term.chinese:
            found.extend(self.in_number(term.number))
        if len(term.letters) > 1:
            found.extend(self.by_pinyin(term.letters))
        return any_of(found)

    def in_words(self, term: Term) -> Condition:
        """A whole word or its beginning; for more than one word, whole words side by side."""
        if term.is_beginning:
            return self.beginning("words", term.words[0].text)
        return self.exactly("words", term.words)

    def beginning(self, field: str, text: str) -> Condition:
        """A word that begins so. Words that are few are named, since that is faster."""
        if len(text) <= PREFIX and field == "words":
            return self._term("begins", text, "basic")
        known = self.searcher.terms_with_prefix(field, text, limit=_FEW + 1)
        if len(known) <= _FEW:
            return any_of([self._term(field, word) for word, _ in known])
        return Condition.fuzzy_term_query(
            self.schema, field, text, distance=0, transposition_cost_one=True, prefix=True
        )

    def exactly(self, field: str, words: tuple[Word, ...]) -> Condition:
        """These words side by side in one field; characters anywhere in a run."""
        placed = phrase(words)
        if len(placed) == 1:
            return self._term(field, placed[0][1])
        return Condition.phrase_query(self.schema, field, [*placed])

    def in_number(self, piece: str) -> list[Condition]:
        """A piece of a number, of one sign or more."""
        if len(piece) < _TRIPLE:
            return [self._term("short", piece, "basic")] if piece else []
        return self._grams("triples", piece)

    def by_pinyin(self, letters: str) -> list[Condition]:
        """Letters read as syllables, in every way; and as initials."""
        ways = [
            self._side_by_side("spoken", way)
            for way in spellings(letters)
            if self._known("spoken", way)
        ]
        if len(letters) < _TRIPLE:
            return [*ways, self._term("initials", letters)]
        return [*ways, *self._grams("initials", letters)]

    def key(self, field: str, value: str) -> Condition:
        return self._term(field, value, "basic")

    def holds(self, field: str, token: str) -> bool:
        """Whether any document has this token."""
        return self.searcher.doc_freq(field, token) > 0

    def _grams(self, field: str, piece: str) -> list[Condition]:
        if not self.holds(field, piece[:_TRIPLE]):
            return []  # most words end here
        grams = tuple(piece[at : at + _TRIPLE] for at in range(len(piece) - _TRIPLE + 1))
        return [self._side_by_side(field, grams)] if self._known(field, grams) else []

    def _known(self, field: str, tokens: tuple[str, ...]) -> bool:
        """Asked first, since most words are no number and no pinyin."""
        return all(self.holds(field, token) for token in tokens)

    def _side_by_side(self, field: str, tokens: tuple[str, ...]) -> Condition:
        if len(tokens) == 1:
            return self._term(field, tokens[0])
        return Condition.phrase_query(self.schema, field, [*tokens])

    def _term(self, field: str, text: str, option: str = "position") -> Condition:
        return Condition.term_query(self.schema, field, text, option)
