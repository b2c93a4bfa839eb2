"""Hits as a list shows them (检索结果行): title in the page's language, state, why it was found."""

from collections.abc import Iterator
from typing import NamedTuple

from django.utils import translation

from guiju.apps.catalogue.address import slug_of
from guiju.core.codes.words import word
from guiju.core.errors import Bilingual
from guiju.search import Hit, Result

Piece = tuple[str, bool]  # text, matched
_FIELDS = {
    "number": Bilingual("编号", "number"),
    "title": Bilingual("名称", "title"),
    "name": Bilingual("分类、机构或委员会", "classification, body or committee"),
    "code": Bilingual("代号", "code"),
    "text": Bilingual("内容", "text"),
    "pinyin": Bilingual("拼音", "pinyin"),
}


_MOST_REASONS = 3
_KINDS = {"in_force": "good", "upcoming": "info", "superseded": "warn", "withdrawn": "bad"}


class Reason(NamedTuple):
    """Why a hit was found: the field, and its text in pieces, the matched ones marked."""

    field: Bilingual
    pieces: list[Piece]


class Row(NamedTuple):
    """One line of the list; `lang` is the language of the title, `other` the other title."""

    slug: str
    number: list[Piece]
    title: list[Piece]
    lang: str
    other: str
    other_lang: str
    state: Bilingual
    state_kind: str
    level: Bilingual | None
    reasons: list[Reason]


def rows_of(result: Result) -> list[Row]:
    language = "en" if (translation.get_language() or "").startswith("en") else "zh"
    return [_row(hit, language) for hit in result.hits]


def _row(hit: Hit, language: str) -> Row:
    row = hit.row
    order = [language, *(one for one in ("zh", "en", "fr", "ru") if one != language)]
    said = {title: one for one in reversed(order) if (title := row.titles.get(one))}
    lang, other = [*(one for one in order if one in said.values()), "", ""][:2]
    shown = {
        ("number", row.display),
        ("title", row.titles.get(lang, "")),
        ("title", row.titles.get(other, "")),
    }
    return Row(
        slug=slug_of(row.number),
        number=_marked(hit, "number", row.display),
        title=_marked(hit, "title", row.titles.get(lang, "")),
        lang=_tag(lang),
        other=row.titles.get(other, ""),
        other_lang=_tag(other),
        state=word("state", hit.state),
        state_kind=_KINDS.get(hit.state, "plain"),
        level=word("level", row.level) if row.level else None,
        reasons=_reasons(hit, shown),
    )


def _reasons(hit: Hit, shown: set[tuple[str, str]]) -> list[Reason]:
    """What the row does not show anyway; other forms of a number only where its own does not match."""
    met = {why.field for why in hit.why if (why.field, why.text) in shown}
    return [
        Reason(_FIELDS[why.field], list(pieces(why.text, why.places)))
        for why in hit.why
        if (why.field, why.text) not in shown and not (why.field == "number" and "number" in met)
    ][:_MOST_REASONS]


def _marked(hit: Hit, field: str, text: str) -> list[Piece]:
    for why in hit.why:
        if why.field == field and why.text == text:
            return list(pieces(text, why.places))
    return [(text, False)]


def pieces(text: str, places: tuple[tuple[int, int], ...]) -> Iterator[Piece]:
    """The text cut at the places that matched."""
    at = 0
    for start, end in places:
        if start > at:
            yield text[at:start], False
        yield text[start:end], True
        at = end
    if at < len(text):
        yield text[at:], False


def _tag(language: str) -> str:
    return "zh-Hans" if language == "zh" else language
