"""Clauses of other standards like those of a text, for programs."""

from typing import Annotated, Any, Literal

from django.urls import reverse
from ninja import Field, Query, Router, Schema

from guiju.apps.catalogue.address import slug_of
from guiju.apps.library.api.asking import TextAsked
from guiju.apps.library.models import Passage
from guiju.apps.library.rules import READ_WHOLE
from guiju.apps.library.selectors.overlapping import Alike, overlaps
from guiju.web.access import needs
from guiju.web.request import Request
from guiju.web.schemas import Slice

router = Router(tags=["texts"])
Kind = Literal["same", "like", "contrary"]


class ClausePlace(Schema):
    """A clause and where it stands."""

    number: str
    display: str
    language: str
    version: int
    address: str
    label: str
    title: str
    text: str
    url: str


class OverlapRow(Schema):
    """A clause of the text, and one of another text."""

    kind: Kind
    likeness: float = Field(description="From 0 to 1, by the word pairs that both have.")
    differs: Literal["", "modality", "negation", "limit"] = Field(
        description="What is contrary: the binding word, a denial, a limit."
    )
    own: ClausePlace
    other: ClausePlace


class OverlapPage(Schema):
    """A part of the pairs in reading order, and how many there are."""

    total: int
    items: list[OverlapRow]


@router.get(
    "/library/overlap", response=OverlapPage, summary="Find clauses that other standards repeat"
)
@needs(READ_WHOLE)
def list_overlaps(
    request: Request,
    part: Query[Slice],
    asked: Query[TextAsked],
    kind: Kind | None = None,
    editions: Annotated[
        bool, Query(description="In other editions of the same standard too.")
    ] = False,
) -> dict[str, Any]:
    """Clauses of other published texts that say nearly the same, or the contrary. 条款重复与矛盾"""
    found = overlaps(request.viewer, asked.text(request), editions=editions)
    shown = [one for one in found if kind in (None, one.found.kind)]
    return part.page(shown, lambda one: _row(request, one))


def _row(request: Request, one: Alike) -> dict[str, Any]:
    return {
        "kind": one.found.kind,
        "likeness": one.found.score,
        "differs": one.found.differs,
        "own": _place(request, one.own),
        "other": _place(request, one.other),
    }


def _place(request: Request, one: Passage) -> dict[str, Any]:
    text = one.text
    page = reverse("library:text", args=[slug_of(text.edition.key)])
    return {
        "number": text.edition.key,
        "display": text.edition.display,
        "language": text.language,
        "version": text.version,
        "address": one.address,
        "label": one.label,
        "title": one.title,
        "text": one.plain,
        "url": request.build_absolute_uri(f"{page}?lang={text.language}#{one.address}"),
    }
