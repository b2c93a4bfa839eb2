"""The register of terms for programs."""

from typing import Annotated, Any, Literal

from ninja import Query, Router

from guiju.apps.library.api.asking import Language
from guiju.apps.library.api.schemas import TermPage
from guiju.apps.library.models import TermEntry
from guiju.apps.library.selectors.terms import Registered, registered, term_keys
from guiju.web.access import PUBLIC, needs
from guiju.web.request import Request
from guiju.web.schemas import NO_NUL, Slice

router = Router(tags=["texts"])


@router.get("/library/terms", response=TermPage, summary="List terms of all texts")
@needs(PUBLIC)
def list_terms(
    request: Request,
    part: Query[Slice],
    q: Annotated[str, Query(max_length=100, pattern=NO_NUL)] = "",
    language: Language | None = None,
    which: Annotated[
        Literal["definitions", "words"] | None,
        Query(description="Terms with several definitions, or definitions with several terms."),
    ] = None,
) -> dict[str, Any]:
    """Terms of the published texts with their definitions, and where these stand. 术语库"""
    keys = term_keys(request.viewer, q=q, which=which or "", language=language or "")
    terms = registered(request.viewer, part.of(keys))
    return {"total": keys.count(), "items": [_term(one) for one in terms]}


def _term(one: Registered) -> dict[str, Any]:
    return {
        "term": one.term,
        "language": one.language,
        "definitions": [
            {
                "definition": defined.definition,
                "entries": [_place(entry) for entry in defined.entries],
                "others": list(defined.others),
            }
            for defined in one.definitions
        ],
    }


def _place(entry: TermEntry) -> dict[str, Any]:
    edition = entry.text.edition
    return {
        "number": edition.key,
        "display": edition.display,
        "address": entry.address,
        "status": entry.status,
        "sources": entry.sources,
    }
