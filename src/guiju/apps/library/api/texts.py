"""Texts of standards for programs: which there are, and what stands at an address."""

from datetime import date
from typing import Annotated, Any

from django.urls import reverse
from ninja import Query, Router

from guiju.apps.catalogue.address import slug_of
from guiju.apps.catalogue.selectors.standard import asked_for, state_of
from guiju.apps.library.api.asking import Address, TextAsked
from guiju.apps.library.api.clauses import PassagesAsked, passages_found
from guiju.apps.library.api.schemas import PassageDetail, PassagePage, StandardTextPage
from guiju.apps.library.models import Passage, Text
from guiju.apps.library.rules import READ_TEXT
from guiju.apps.library.selectors.clause_rows import url_at
from guiju.apps.library.selectors.clauses import NothingAskedError, find_clauses
from guiju.apps.library.selectors.passages import passage_at, passages_of
from guiju.apps.library.selectors.texts import texts
from guiju.web.access import needs
from guiju.web.request import Request
from guiju.web.schemas import NO_NUL, Slice

router = Router(tags=["texts"])


@router.get("/library/texts", response=StandardTextPage, summary="List texts of standards")
@needs(READ_TEXT)
def list_standard_texts(
    request: Request,
    part: Query[Slice],
    number: Annotated[str, Query(max_length=240, pattern=NO_NUL)] = "",
) -> dict[str, Any]:
    """All texts that you may see, or those of one standard. 标准文本列表"""
    rows = texts(request.viewer)
    if number.strip():
        rows = rows.filter(
            edition=asked_for(request.viewer, number.strip(), request.viewer.today).edition
        )
    return part.page(rows, _row)


@router.get(
    "/library/passages",
    response=PassagePage,
    summary="List the passages of a text, or find them by their words",
)
@needs(READ_TEXT)
def list_passages(
    request: Request, part: Query[Slice], asked: Query[PassagesAsked]
) -> dict[str, Any]:
    """Clauses, terms, tables, figures and formulas in reading order. 文本的条款、条款检索

    With `q` those in which all its words stand, of one text or of all that are published, as the
    page of the clause search shows them. Of a text that is not open the public gets scope,
    references and terms.
    """
    if asked.q.strip():
        return passages_found(request, find_clauses(request.viewer, asked.query(request, part)))
    if not asked.number.strip():
        raise NothingAskedError()
    text, day = asked.text(request), asked.day(request)
    rows = passages_of(request.viewer, text)
    return part.page(rows, lambda one: _passage(request, text, one, day))


@router.get("/library/passage", response=PassageDetail, summary="Show one passage of a text")
@needs(READ_TEXT)
def get_passage(
    request: Request, asked: Query[TextAsked], address: Annotated[Address, Query()]
) -> dict[str, Any]:
    """What stands at an address, with its context, and its standard's state on a day. 一个条款"""
    text, day = asked.text(request), asked.day(request)
    found = passage_at(request.viewer, text, address)
    page = reverse("library:text", args=[slug_of(text.edition.key)])
    return {
        "number": text.edition.key,
        "display": text.edition.display,
        "language": text.language,
        "version": text.version,
        **found.name._asdict(),
        "text": found.words,
        "heads": list(found.heads),
        "context": [one._asdict() for one in found.above],
        "on": day.isoformat(),
        "state": state_of(text.edition, day),
        "url": request.build_absolute_uri(f"{page}?lang={text.language}#{found.anchor}"),
    }


def _row(text: Text) -> dict[str, Any]:
    return {
        "id": text.pk,
        "number": text.edition.key,
        "display": text.edition.display,
        "language": text.language,
        "version": text.version,
        "state": text.state,
        "title": text.title,
        "is_open": text.is_open,
        "format": text.format,
        "digest": text.digest,
        "added": text.added.isoformat(),
        "published": text.published.isoformat() if text.published else None,
    }


def _passage(request: Request, text: Text, one: Passage, day: date) -> dict[str, Any]:
    url = url_at(text.edition.key, text.language, one.address)
    return {
        "number": text.edition.key,
        "display": text.edition.display,
        "language": text.language,
        "address": one.address,
        "kind": one.kind,
        "label": one.label,
        "title": one.title,
        "text": one.plain,
        "state": state_of(text.edition, day),
        "url": request.build_absolute_uri(url),
    }
