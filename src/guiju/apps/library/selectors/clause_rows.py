"""Clauses found as a list shows them (条款检索结果行), and the filters beside it."""

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote, urlencode

from django.urls import reverse

from guiju.apps.catalogue.address import slug_of
from guiju.apps.catalogue.selectors.facet_names import Chip, Choice, Facet
from guiju.apps.catalogue.selectors.result_rows import Piece, pieces
from guiju.apps.library.selectors.clause_asked import Asked
from guiju.apps.library.selectors.clause_names import TITLES, name_of
from guiju.core.codes.words import word
from guiju.core.documents.outputs.html_text import anchor
from guiju.core.errors import Bilingual
from guiju.search.passages import Found, Hit
from guiju.search.passages import Row as Stored

_STATES = {"in_force": "good", "upcoming": "info", "superseded": "warn", "withdrawn": "bad"}
_NUMBERED = frozenset({"table", "figure", "formula"})  # whose label is a number alone
_SAID = ("requirement", "instruction", "recommendation", "permission")


class Row(NamedTuple):
    """One line of the list; `lang` is the language of the text, `said` what kinds of sentences."""

    url: str
    display: str
    place: str
    title: list[Piece]
    snippet: list[Piece]
    lang: str
    state: Bilingual
    state_kind: str
    kind: Bilingual
    said: list[Bilingual]


def rows_of(found: Found, link_on: str) -> list[Row]:
    return [_row(hit, link_on) for hit in found.hits]


def url_of(row: Stored, link_on: str = "") -> str:
    """The place of a passage found, on the reading page."""
    return url_at(row.number, row.language, row.address, link_on)


def url_at(number: str, language: str, address: str, link_on: str = "") -> str:
    """The place of an address on the reading page."""
    query = urlencode({"lang": language, **({"on": link_on} if link_on else {})})
    place = quote(anchor(address), safe="/.:()")
    return f"{reverse('library:text', args=[slug_of(number)])}?{query}#{place}"


def _row(hit: Hit, link_on: str) -> Row:
    row = hit.row
    return Row(
        url=url_of(row, link_on),
        display=row.display,
        place=place_of(row),
        title=list(pieces(*hit.title[:2])),
        snippet=list(_snippet(hit)),
        lang="zh-Hans" if row.language == "zh" else row.language,
        state=word("state", hit.state),
        state_kind=_STATES.get(hit.state, "plain"),
        kind=name_of("kind", row.kind),
        said=[name_of("modality", one) for one in _SAID if one in row.modality],
    )


def place_of(row: Stored) -> str:
    """5.4, 表 1, Annex A: as the text itself calls it."""
    if row.label and (row.kind in _NUMBERED or (row.kind == "annex" and len(row.label) == 1)):
        return f"{name_of('kind', row.kind).say(row.language)} {row.label}"
    return row.label


def _snippet(hit: Hit) -> Iterator[Piece]:
    cut = hit.snippet
    if cut.goes_back:
        yield "…", False
    yield from pieces(cut.text, cut.places)
    if cut.goes_on:
        yield "…", False


def facets_of(asked: Asked, found: Found) -> list[Facet]:
    """The filters that still tell something; a value's link takes it on or off."""
    shown = []
    for key, counts in found.facets.items():
        said: tuple[str, ...] = getattr(asked.query, key)
        choices = [_choice(asked, key, value, total, said) for value, total in counts]
        if len(choices) > 1 or said:
            shown.append(Facet(key, TITLES[key], choices, bool(said), ""))
    return shown


def _choice(asked: Asked, key: str, value: str, total: int, said: tuple[str, ...]) -> Choice:
    is_chosen = value in said
    rest = tuple(one for one in said if one != value) if is_chosen else (*said, value)
    return Choice(name_of(key, value), total, is_chosen, 0, asked.address(**{key: rest}))


def chips_of(asked: Asked) -> list[Chip]:
    """The filters that are set, each with the way to take it off."""
    found = []
    for key, value in asked.filters:
        rest = tuple(one for one in getattr(asked.query, key) if one != value)
        found.append(Chip(TITLES[key], name_of(key, value), asked.address(**{key: rest})))
    return found
