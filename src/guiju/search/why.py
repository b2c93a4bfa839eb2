"""Why a hit was found (命中说明): the field, and the places of the words in it."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from guiju.search import pinyin
from guiju.search.folding import fold, fold_number, places_in
from guiju.search.query import Reading, Term
from guiju.search.rows import Row
from guiju.search.spots import spots

_AROUND = 60
_ALWAYS = ("number", "title")  # shown anyway, so every term is marked there
Places = tuple[tuple[int, int], ...]


class Why(NamedTuple):
    """`field` is number, title, name, code, text or pinyin; `places` are offsets into `text`.

    `language` is that of a title. A long text is cut to what surrounds the first place.
    """

    field: str
    text: str
    places: Places
    language: str = ""


def explain(
    reading: Reading, keys: tuple[str, ...], row: Row, texts: Callable[[], list[str]]
) -> tuple[Why, ...]:
    """Where each term stands, best fields first; the long texts are read only for what is left."""
    found: list[Why] = []
    left = list(reading.terms)
    for field, language, text in _fields(row):
        terms = reading.terms if field in _ALWAYS else left
        places, met = places_of(field, text, terms)
        if places:
            found.append(Why(field, text, places, language))
            left = [term for term in left if term not in met]
    if left:
        for text in texts():
            places, met = places_of("text", text, left)
            if places:
                found.append(_excerpt(text, places))
                left = [term for term in left if term not in met]
    found.extend(_by_pinyin(row, left))
    if not found and keys:
        found.append(Why("number", row.display, ((0, len(row.display)),)))
    return tuple(found)


def _fields(row: Row) -> Iterator[tuple[str, str, str]]:
    for number in dict.fromkeys((row.display, *row.numbers)):
        yield "number", "", number
    for language, title in row.titles.items():
        yield "title", language, title
    for name in row.names:
        yield "name", "", name
    for code in row.codes:
        yield "code", "", code


def places_of(field: str, text: str, terms: Iterable[Term]) -> tuple[Places, list[Term]]:
    """Where the terms stand, and which of them do."""
    folded = fold(text)
    number = fold_number(text) if field == "number" else ""
    found: list[tuple[int, int]] = []
    inside: list[tuple[int, int]] = []
    met: list[Term] = []
    for term in terms:
        here = spots(term, folded)
        at = number.find(term.number) if number and term.number else -1
        if here or at >= 0:
            met.append(term)
            found.extend(here)
            inside.extend([(at, at + len(term.number))] if at >= 0 else [])
    if not met:
        return (), met
    return _joined([*_led_back(text, found), *_led_back_number(text, inside)]), met


def _led_back(text: str, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """From places in the folded text to places in the text."""
    if not found or text.isascii():
        return found
    places = places_in(text)
    return [(places[start], places[end - 1] + 1) for start, end in found]


def _led_back_number(text: str, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """From places in the folded number, which has no spaces."""
    if not found:
        return found
    places = [at for at, character in enumerate(text) for _ in fold_number(character)]
    return [(places[start], places[end - 1] + 1) for start, end in found]


def _joined(found: Iterable[tuple[int, int]]) -> Places:
    """In order, without overlap."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _excerpt(text: str, places: Places) -> Why:
    start = max(0, places[0][0] - _AROUND)
    end = min(len(text), places[0][1] + 2 * _AROUND)
    inside = tuple((a - start, b - start) for a, b in places if b <= end)
    return Why("text", text[start:end], inside)


def _by_pinyin(row: Row, terms: Iterable[Term]) -> Iterator[Why]:
    for term in terms:
        for language, text in (*row.titles.items(), *(("", name) for name in row.names)):
            places = pinyin.places_of(term.letters, text) if len(term.letters) > 1 else ()
            if places:
                yield Why("pinyin", text, places, language)
                break
