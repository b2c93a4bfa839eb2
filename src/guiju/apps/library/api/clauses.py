"""What is asked of the clause search, and what it answers."""

from typing import Annotated, Any, Literal

from ninja import Field

from guiju.apps.catalogue.api.standard_schemas import State
from guiju.apps.library.api.asking import Number, TextAsked
from guiju.apps.library.selectors.clause_rows import url_of
from guiju.search.passages import Found, Hit, Query
from guiju.web.request import Request
from guiju.web.schemas import Plain, Slice
from guiju.web.searching import read_query

Kind = Literal["clause", "term", "table", "figure", "formula", "annex", "scope", "normative-references", "terms", "symbols", "foreword", "introduction", "bibliography", "index", "contents", "other"]  # fmt: skip
Modality = Literal["requirement", "instruction", "recommendation", "permission", "capability", "possibility", "statement"]  # fmt: skip


class PassagesAsked(TextAsked):
    """A text, or words to look for, or both."""

    number: Number = Field("", description="Of one standard; all texts if left out.")
    q: Annotated[
        Plain,
        Field(
            max_length=500,
            description="Words, units or numbers; all must stand in the passage. “…”: side by side.",
            examples=["霉菌 mg/kg"],
        ),
    ] = ""
    kind: Annotated[list[Kind], Field(max_length=20, description="Only with q.")] = []
    modality: Annotated[
        list[Modality], Field(max_length=10, description="Kinds of its sentences. Only with q.")
    ] = []
    state: Annotated[
        list[State], Field(max_length=10, description="Of the edition on the day. Only with q.")
    ] = []

    def query(self, request: Request, part: Slice) -> Query:
        """What the clause search is asked."""
        return Query(
            on=self.day(request),
            text=read_query(self.q).text,
            kind=tuple(self.kind),
            modality=tuple(self.modality),
            state=tuple(self.state),
            language=(self.language,) if self.language else (),
            text_id=self.text(request).pk if self.number.strip() else None,
            limit=part.limit,
            offset=part.offset,
            counts=True,
        )


def passages_found(request: Request, found: Found) -> dict[str, Any]:
    """The answer of a search."""
    return {
        "total": found.total,
        "items": [_found(request, one) for one in found.hits],
        "facets": {name: dict(counts) for name, counts in found.facets.items()},
    }


def _found(request: Request, one: Hit) -> dict[str, Any]:
    row = one.row
    return {
        "number": row.number,
        "display": row.display,
        "language": row.language,
        "address": row.address,
        "kind": row.kind,
        "label": row.label,
        "title": row.title,
        "text": one.plain,
        "state": one.state,
        "url": request.build_absolute_uri(url_of(row)),
        "found": {
            "title_places": one.title.places,
            "snippet": one.snippet.text,
            "snippet_places": one.snippet.places,
            "modality": row.modality,
        },
    }
