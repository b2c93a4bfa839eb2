"""What to try when nothing was found (无结果建议): each proposal is known to find something."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace

from tantivy import Query as Condition

from guiju.search.execute import Asked
from guiju.search.index import Reader
from guiju.search.paging import total_of
from guiju.search.query import Filters, Query, Term, read
from guiju.search.soundness import guarded

_MOST = 6
_SPLITS = 12
_PIECE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Another query and how much it finds.

    `kind`: filters (`dropped` names those left out), number (a piece of it), spelling, words
    (Chinese taken apart), fewer (a word left out).
    """

    kind: str
    query: Query
    total: int
    dropped: tuple[str, ...] = ()


@guarded
def rescue(reader: Reader, query: Query) -> tuple[Proposal, ...]:
    """Proposals for a query that found nothing, the nearest first."""
    view = reader.view()
    plain = replace(query, cursor="", facets=())
    found: list[Proposal] = []
    seen: set[tuple[str, Filters]] = set()
    for proposal in _ideas(Asked.of(view, plain)):
        other = proposal.query
        if (other.text, other.filters) in seen:
            continue
        seen.add((other.text, other.filters))
        total = total_of(view.searcher, Asked.of(view, other).matched())
        if total:
            found.append(replace(proposal, total=total))
        if len(found) == _MOST:
            break
    return tuple(found)


def _ideas(asked: Asked) -> Iterator[Proposal]:
    yield from _fewer_filters(asked.query)
    terms = asked.reading.terms
    lost = [term for term in terms if not _finds(asked, asked.matcher.matches(term))]
    for term in lost:
        yield from _other_spellings(asked, term)
    for term in lost or terms:
        yield from _apart(asked, term)
        yield from _shorter_numbers(asked.query, term)
    if len(terms) > 1:
        for term in lost or terms:
            yield _said(asked.query, "fewer", term, "")


def _finds(asked: Asked, condition: Condition) -> bool:
    return total_of(asked.view.searcher, condition) > 0


def _fewer_filters(query: Query) -> Iterator[Proposal]:
    """Without one of the filters; without all."""
    empty = Filters()
    names = [
        one.name
        for one in fields(Filters)
        if getattr(query.filters, one.name) != getattr(empty, one.name)
    ]
    for name in names:
        fewer = replace(query.filters, **{name: getattr(empty, name)})
        yield Proposal(
            kind="filters", query=replace(query, filters=fewer), total=0, dropped=(name,)
        )
    if len(names) > 1:
        other = replace(query, filters=empty)
        yield Proposal(kind="filters", query=other, total=0, dropped=tuple(names))


def _said(query: Query, kind: str, term: Term, instead: str) -> Proposal:
    """The text with one term said otherwise."""
    cut = read(query.text, query.longest, query.most_terms)
    words = [instead if one == term else _written(one) for one in cut.terms]
    text = " ".join(word for word in words if word)
    return Proposal(kind=kind, query=replace(query, text=text, reading=()), total=0)


def _written(term: Term) -> str:
    text = " ".join(word.text for word in term.words)
    if term.quoted:
        return f'"{text}"'
    return term.number if len(term.words) > 1 else text


def _other_spellings(asked: Asked, term: Term) -> Iterator[Proposal]:
    """Words of titles that differ in one letter, or two in a long word; the frequent first."""
    (kind, text), *more = term.words
    if kind != "word" or more or len(text) < 4 or not text.isalpha():
        return
    searcher = asked.view.searcher
    distance = 1 if len(text) < 8 else 2
    for begin in dict.fromkeys((text[:2], text[:1])):
        near = {
            word: count
            for word, count in searcher.terms_with_prefix("title", begin)
            if abs(len(word) - len(text)) <= distance and _apart_by(text, word, distance)
        }
        for word in sorted(near, key=lambda one: (-near[one], one))[:_PIECE]:
            yield _said(asked.query, "spelling", term, word)
        if near:
            return


def _apart_by(one: str, other: str, most: int) -> bool:
    """Whether so few insertions, omissions, changes and swaps of neighbours lie between."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return False
    return row[-1] <= most


def _apart(asked: Asked, term: Term) -> Iterator[Proposal]:
    """生活用水标准 as 生活用水 标准: the cuts of which both sides are found."""
    (kind, text), *more = term.words
    if kind != "cjk" or more or len(text) < _PIECE:
        return
    middle = len(text) / 2
    cuts = sorted(
        range(1, len(text)), key=lambda at: (at == 1 or at == len(text) - 1, abs(at - middle))
    )
    for at in cuts[:_SPLITS]:
        yield _said(asked.query, "words", term, f"{text[:at]} {text[at:]}")


def _shorter_numbers(query: Query, term: Term) -> Iterator[Proposal]:
    """A number without its year, then by its digits alone."""
    piece = term.number
    if not any(character.isdigit() for character in piece):
        return
    undated = piece.rpartition("-")[0] or piece.rpartition(":")[0]
    digits = "".join(c if c.isdigit() or c == "." else " " for c in undated or piece).split()
    for other in (undated, max(digits, key=len, default="")):
        if other and other != piece:
            yield _said(query, "number", term, other)
