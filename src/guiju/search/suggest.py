"""Suggestions while a text is being typed (输入提示): numbers, titles, words."""

from dataclasses import dataclass

from tantivy import Occur
from tantivy import Query as Condition

from guiju.search.folding import fold, fold_number, without_halves
from guiju.search.index import Reader, View
from guiju.search.matching import Matcher, all_of, any_of
from guiju.search.query import LONGEST, Reading, Term, read
from guiju.search.ranking import key_steps
from guiju.search.rows import Row, read_row
from guiju.search.soundness import guarded

_MOST_TERMS = 8
_BONUS = 50.0
_BEGINS = 20.0
_LONG_ENOUGH = 6  # letters; fewer begin thousands of titles


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """`kind` is number, title or word; a number and a title name the edition that they open."""

    kind: str
    text: str
    id: int | None = None
    number: str = ""
    title: str = ""


@guarded
def suggest(
    reader: Reader, text: str, *, reading: tuple[str, ...] = (), limit: int = 8
) -> tuple[Suggestion, ...]:
    """What the text may become: the last word counts as begun."""
    view = reader.view()
    matcher = Matcher(view.schema, view.searcher, view.terms)
    cut = read(text, LONGEST, _MOST_TERMS)
    if not cut.terms and not reading:
        return ()
    found = [*_numbers(view, matcher, text, reading, limit), *_titles(view, matcher, cut, limit)]
    kept: dict[tuple[str, str], Suggestion] = {}
    numbers = {one.id for one in found if one.kind == "number"}
    for one in found:
        if one.kind != "title" or one.id not in numbers:
            kept.setdefault((one.kind, one.text.casefold()), one)
    words = _words(view, cut.terms, limit - min(len(kept), limit - 2))
    return (*list(kept.values())[: limit - len(words)], *words)


def _numbers(
    view: View, matcher: Matcher, text: str, reading: tuple[str, ...], limit: int
) -> list[Suggestion]:
    """Editions of the number, or whose number holds what was typed."""
    piece = fold_number(text[:LONGEST])
    if not any(character.isdigit() for character in piece):
        return []
    keys = [
        Condition.const_score_query(matcher.key("key", without_halves(key)), score)
        for key, score in key_steps(reading)
    ]
    begins = Condition.const_score_query(matcher.beginning("key", piece), _BONUS)
    anywhere = [Condition.const_score_query(one, 1.0) for one in matcher.in_number(piece)]
    rows = _rows(view, any_of([*keys, begins, *anywhere]), limit)
    return [
        Suggestion(kind="number", text=row.display, id=row.id, number=row.number, title=_title(row))
        for row in rows
    ]


def _titles(view: View, matcher: Matcher, cut: Reading, limit: int) -> list[Suggestion]:
    """Titles that hold all words, the last of them perhaps only begun; pinyin too."""
    if not cut.terms:
        return []
    must = [_in_title(matcher, term, last=term is cut.terms[-1]) for term in cut.terms]
    begun, better = " ".join(word.text for word in cut.words), None
    if len(begun) >= _LONG_ENOUGH or not begun.isascii():
        better = Condition.const_score_query(matcher.beginning("title_key", begun), _BEGINS)
    rows = _rows(view, all_of(must), limit, better)
    return [
        Suggestion(kind="title", text=_title(row, cut.terms), id=row.id, number=row.number)
        for row in rows
        if _title(row)
    ]


def _in_title(matcher: Matcher, term: Term, *, last: bool) -> Condition:
    found = [Condition.boost_query(matcher.exactly("title", term.words), 2.0)]
    if last and term.is_beginning:
        begins = matcher.beginning("title", term.words[0].text)
        found.append(Condition.const_score_query(begins, 1.0))
    if len(term.letters) > 1:
        found.extend(
            Condition.const_score_query(one, 1.0) for one in matcher.by_pinyin(term.letters)
        )
    return any_of(found)


def _words(view: View, terms: tuple[Term, ...], limit: int) -> list[Suggestion]:
    """Completions of the last word, the most frequent first."""
    if not terms or limit < 1:
        return []
    (kind, text), *more = terms[-1].words
    if kind != "word" or more or len(text) < 3:
        return []
    found = view.searcher.terms_with_prefix("title", text, limit=limit + 1)
    return [Suggestion(kind="word", text=word) for word, _ in found if word != text][:limit]


def _rows(
    view: View, condition: Condition, limit: int, better: Condition | None = None
) -> list[Row]:
    """The rows of the best, those that meet the second condition before the others."""
    parts = [(Occur.Must, condition)]
    if better is not None:
        parts.append((Occur.Should, better))
    weighed = Condition.boolean_query(parts)
    hits = view.searcher.search(weighed, limit=limit, count=False, weight_by_field="weight").hits
    return [read_row(view.searcher.doc(address)) for _, address in hits]


def _title(row: Row, terms: tuple[Term, ...] = ()) -> str:
    """The title in whose language the words are, else the first."""
    titles = [title for title in row.titles.values() if title]
    for title in titles:
        if terms and all(term.words[0].text in fold(title) for term in terms):
            return title
    return titles[0] if titles else ""
