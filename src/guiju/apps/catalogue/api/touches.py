"""What a standard touches, and references that have gone stale."""

from datetime import date
from typing import Annotated, Any, Literal

from ninja import Field, Query, Router, Schema

from guiju.apps.catalogue.exports.touches import touch_record
from guiju.apps.catalogue.models import Edition
from guiju.apps.catalogue.selectors import standard as standards
from guiju.apps.catalogue.selectors.rot import Stale, rot_page, rotten
from guiju.apps.catalogue.selectors.touches import Narrowing, touches
from guiju.web.access import PUBLIC, needs
from guiju.web.request import Request
from guiju.web.schemas import MOST, Day, Plain, Slice

router = Router(tags=["touches"])

Number = Annotated[Plain, Field(min_length=1, max_length=240, examples=["GB/T 1.1-2020"])]
OnDay = Annotated[Day | None, Field(description="The day asked about; today if left out.")]


class TouchesIn(Schema):
    """Whose, on which day, and which of them: nothing given is all."""

    number: Number
    on: OnDay = None
    kind: Literal["", "cites", "adopts", "amends", "builds", "translates", "law", "conflicts"] = ""
    way: Literal["", "direct", "through"] = ""
    dating: Literal["", "this", "other", "undated"] = ""
    state: Literal["", "living", "rotten"] = ""


class StaleIn(Schema):
    """Which standard, on which day."""

    number: Number
    on: OnDay = None


class TouchOut(Schema):
    """A document that is touched. `cited` is the number that it names, `instead` what to cite."""

    type: str
    kind: str
    number: str
    title_zh: str
    title_en: str
    state: str
    cited: str
    dated: bool
    cited_state: str
    through: str
    degree: str
    rotten: bool
    instead: list[str]


class TouchesAnswer(Schema):
    """All counts before narrowing; `total` and `items` after it."""

    number: str
    on: date
    all: int
    rotten: int
    counts: dict[str, int]
    amendments: list[str]
    total: int
    items: list[TouchOut]


class StaleOut(Schema):
    """A dated reference to an edition that has ended, and what to cite instead."""

    number: str
    state: str
    normative: bool
    instead: list[str]


class StaleAnswer(Schema):
    """A document's references that have gone stale by a day."""

    number: str
    on: date
    items: list[StaleOut]


class StaleDocumentOut(Schema):
    """A document in force with stale references."""

    number: str
    title_zh: str
    title_en: str
    references: list[StaleOut]


class RotIn(Schema):
    """The day, the level, and where to go on: `after` is the `next` of the answer before."""

    on: OnDay = None
    level: Annotated[Plain, Field(max_length=20)] = ""
    after: Annotated[Plain, Field(max_length=240)] = ""
    limit: Annotated[int, Field(ge=1, le=MOST)] = 50


class RotAnswer(Schema):
    """A part of the list by number; `next` is empty at its end."""

    on: date
    next: str
    items: list[StaleDocumentOut]


def _edition(request: Request, number: str, on: date) -> Edition:
    return standards.asked_for(request.viewer, number, on).edition


def _stale(one: Stale) -> dict[str, Any]:
    return {
        "number": one.cited.key,
        "state": one.state,
        "normative": one.is_normative,
        "instead": [heir.key for heir in one.instead],
    }


@router.get("/touches", response=TouchesAnswer, summary="What a standard touches")
@needs(PUBLIC)
def get_touches(request: Request, asked: Query[TouchesIn], part: Query[Slice]) -> dict[str, Any]:
    """Everything that cites, adopts, amends, translates or builds on it. 影响面"""
    viewer, on = request.viewer, asked.on or request.viewer.today
    narrowing = Narrowing(
        kind=asked.kind,
        way=asked.way,
        dating=asked.dating,
        living=asked.state == "living",
        rotten=asked.state == "rotten",
    )
    found = touches(viewer, _edition(request, asked.number, on), on, narrowing)
    return {
        "number": found.edition.key,
        "on": on,
        "all": found.total,
        "rotten": found.rotten,
        "counts": found.counts,
        "amendments": [one.key for one in found.amendments],
        "total": found.arrows.count(),
        "items": [touch_record(row) for row in found.rows(viewer, part.of(found.arrows))],
    }


@router.get(
    "/stale-references", response=StaleAnswer, summary="References of a document that have ended"
)
@needs(PUBLIC)
def get_stale_references(request: Request, asked: Query[StaleIn]) -> dict[str, Any]:
    """Each with what to cite instead. 引用失效"""
    on = asked.on or request.viewer.today
    edition = _edition(request, asked.number, on)
    items = [_stale(one) for one in rotten(request.viewer, edition, on)]
    return {"number": edition.key, "on": on, "items": items}


@router.get("/rot", response=RotAnswer, summary="Documents in force with stale references")
@needs(PUBLIC)
def get_rot(request: Request, asked: Query[RotIn]) -> dict[str, Any]:
    """Through the whole catalogue, by number. 引用失效清单"""
    on = asked.on or request.viewer.today
    page = rot_page(request.viewer, on, after=asked.after, level=asked.level, limit=asked.limit)
    items = [
        {
            "number": row.document.key,
            "title_zh": row.document.title_zh,
            "title_en": row.document.title_en,
            "references": [_stale(one) for one in row.references],
        }
        for row in page.rows
    ]
    return {"on": on, "next": page.next, "items": items}
