"""Finding standards: the search, suggestions, and results as files."""

from datetime import date
from typing import Annotated, Any, Literal

from django.http import HttpResponse, StreamingHttpResponse
from django.utils import translation
from ninja import Field, Path, Query, Router, Schema

from guiju.apps.catalogue.api.standard_schemas import State
from guiju.apps.catalogue.exports import csv_text
from guiju.apps.catalogue.exports.found_answer import found_answer
from guiju.apps.catalogue.exports.found_records import JSONL_MIME, XLSX_MIME
from guiju.apps.catalogue.keeping import kept, mark_of, unchanged
from guiju.apps.catalogue.selectors.search_answer import answer
from guiju.apps.catalogue.selectors.searching import Filters, find, index_mark, suggestions
from guiju.apps.catalogue.selectors.searching import Query as Asked
from guiju.search import Sort
from guiju.web.access import PUBLIC, needs
from guiju.web.request import Request
from guiju.web.schemas import MOST, Day, Plain
from guiju.web.searching import read_query

router = Router(tags=["standards"])

KEPT = 60  # seconds
_MOST_VALUES = 50
_FACET_SIZE = 50

Value = Annotated[Plain, Field(min_length=1, max_length=200)]
Values = Annotated[list[Value], Field(max_length=_MOST_VALUES)]
Year = Annotated[int, Field(ge=1, le=9999)]
Facet = Literal["level", "nature", "kind", "state", "ics", "ccs", "committee", "issuer", "region", "year"]  # fmt: skip
Language = Literal["zh-hans", "en"]


class StandardsAsked(Schema):
    """What to look for. Of the values of one filter any may hold, of the filters all must.

    A code of ICS or CCS and a region stand for all below them.
    """

    q: Annotated[
        Plain,
        Field(
            max_length=500,
            description="A number in any form, words, pinyin, codes, names; all must occur.",
            examples=["gbt 1.1"],
        ),
    ] = ""
    level: Values = []
    nature: Values = []
    kind: Values = []
    state: Annotated[list[State], Field(max_length=10, description="On the day `on`.")] = []
    ics: Annotated[Values, Field(examples=[["13.060"]])] = []
    ccs: Values = []
    committee: Annotated[Values, Field(examples=[["SAC/TC 286"]])] = []
    issuer: Values = []
    region: Values = []
    year_from: Year | None = None
    year_to: Year | None = None
    on: Annotated[Day | None, Field(description="States are of this day; today if left out.")] = (
        None
    )
    sort: Literal["relevance", "newest", "number", "title", "changed"] = "relevance"

    def query(self, today: date, **more: Any) -> Asked:
        return Asked(
            on=self.on or today,
            text=read_query(self.q).text,
            filters=Filters(
                level=tuple(self.level),
                nature=tuple(self.nature),
                kind=tuple(self.kind),
                state=tuple(self.state),
                ics=tuple(self.ics),
                ccs=tuple(self.ccs),
                committee=tuple(self.committee),
                issuer=tuple(self.issuer),
                region=tuple(self.region),
                year_from=self.year_from,
                year_to=self.year_to,
            ),
            sort=Sort(self.sort),
            **more,
        )


class PageAsked(StandardsAsked):
    """The search, and which part of what it finds."""

    limit: Annotated[int, Field(ge=1, le=MOST)] = 20
    cursor: Annotated[
        Plain, Field(max_length=4000, description="`next_cursor` of the answer before.")
    ] = ""
    facets: Annotated[
        list[Facet], Field(max_length=10, description="What to count; nothing if left out.")
    ] = []


class WhyOut(Schema):
    """Where it matched: the field, its text, and the places in it."""

    field: str
    text: str
    places: list[tuple[int, int]]
    language: str


class StandardHit(Schema):
    """One standard found; `status` is that on the day asked about."""

    number: str
    display: str
    title_zh: str
    title_en: str
    level: str
    nature: str
    year: int | None
    status: str
    why: list[WhyOut]


class StandardsFound(Schema):
    """`total` and `facets` count all that matches; `next_cursor` is empty on the last page.

    A facet's counts leave its own filter aside.
    """

    query: str
    on: date
    total: int
    took_ms: float
    hits: list[StandardHit]
    facets: dict[str, dict[str, int]]
    next_cursor: str


class SuggestionOut(Schema):
    """`kind` is number, title or word; a number and a title name the standard that they open."""

    kind: str
    text: str
    number: str
    title: str


class SuggestionsOut(Schema):
    """What the text may become."""

    suggestions: list[SuggestionOut]


@router.get("/catalogue/search", response=StandardsFound, summary="Find standards")
@needs(PUBLIC)
def find_standards(
    request: Request, asked: Query[PageAsked], response: HttpResponse
) -> HttpResponse | dict[str, Any]:
    """By number, words, pinyin, classification or organisation, in their state on any day. 检索标准"""
    mark = mark_of(request, index_mark())
    if same := unchanged(request, mark):
        return same
    query = asked.query(
        request.viewer.today,
        limit=asked.limit,
        cursor=asked.cursor,
        facets=tuple(dict.fromkeys(asked.facets)),
        facet_size=_FACET_SIZE,
    )
    found = answer(query, find(request.viewer, query))
    if not request.viewer.signed_in:
        kept(response, mark, KEPT)
    return found


@router.get("/catalogue/suggest", response=SuggestionsOut, summary="Complete what is typed")
@needs(PUBLIC)
def suggest_standards(
    request: Request,
    q: Annotated[Plain, Query(max_length=500, examples=["gbt 1."])],
    limit: Annotated[int, Query(ge=1, le=20)] = 8,
) -> dict[str, Any]:
    """Numbers, titles and words that begin so. 输入提示"""
    found = suggestions(request.viewer, read_query(q).text, limit)
    return {
        "suggestions": [
            {"kind": one.kind, "text": one.text, "number": one.number, "title": one.title}
            for one in found
        ]
    }


_MIMES = (csv_text.MIME.partition(";")[0], XLSX_MIME, JSONL_MIME)
_FILE = {
    "responses": {
        200: {
            "content": {mime: {"schema": {"type": "string", "format": "binary"}} for mime in _MIMES}
        }
    }
}


@router.get("/catalogue/export.{form}", summary="Export what a search finds", openapi_extra=_FILE)
@needs(PUBLIC)
def export_standards(
    request: Request,
    form: Annotated[Literal["csv", "xlsx", "jsonl"], Path()],
    asked: Query[StandardsAsked],
    lang: Language = "zh-hans",
) -> StreamingHttpResponse:
    """All of it, in the order of the search; XLSX up to a limit that is told. 导出检索结果"""
    with translation.override(lang):
        return found_answer(request.viewer, asked.query(request.viewer.today), form)
