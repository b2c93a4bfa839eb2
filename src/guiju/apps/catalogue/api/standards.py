"""Standards for programs: lists, and one record on any day."""

from typing import Annotated, Any

from ninja import Query, Router

from guiju.apps.catalogue.api.standard_schemas import (
    NumberAsked,
    StandardDetail,
    StandardPage,
    State,
)
from guiju.apps.catalogue.selectors import browsing
from guiju.apps.catalogue.selectors.standard import asked_for, shown, standard_json
from guiju.web.access import PUBLIC, needs
from guiju.web.request import Request
from guiju.web.schemas import NO_NUL, Day, Slice

router = Router(tags=["standards"])
Short = Annotated[str, Query(max_length=80, pattern=NO_NUL)]


@router.get("/catalogue/standards", response=StandardPage, summary="List standards by number")
@needs(PUBLIC)
def list_standards(
    request: Request,
    part: Query[Slice],
    ics: Short = "",
    ccs: Short = "",
    committee: Short = "",
    region: Short = "",
    level: Short = "",
    nature: Short = "",
    work: Annotated[
        str, Query(max_length=200, pattern=NO_NUL, description="All editions of a number.")
    ] = "",
    state: State | None = None,
    on: Day | None = None,
) -> dict[str, Any]:
    """All that fit every filter; `state` is that on the day `on`, today if left out. 标准列表

    A code, committee or region stands for all below it. Words are looked for by the search.
    """
    day = on or request.viewer.today
    rows = browsing.editions(
        ics=ics, ccs=ccs, committee=committee, region=region, nature=nature, work=work
    )
    found = browsing.narrowed(rows, day, state=state or "", level=level)
    return part.page(found, lambda one: _row(shown(one, day)))


def _row(one: Any) -> dict[str, Any]:
    names = ("display", "title_zh", "title_en", "form", "level", "issued", "effective", "state")
    return {"number": one.key, **{name: getattr(one, name) for name in names}}


@router.get(
    "/catalogue/standards/record", response=StandardDetail, summary="Show one standard on a day"
)
@needs(PUBLIC)
def get_standard(request: Request, number: NumberAsked, on: Day | None = None) -> dict[str, Any]:
    """Its record, its state on the day and why, its relations and sources. 一项标准

    The same as `guiju catalogue show NUMBER --on DATE --json`.
    """
    day = on or request.viewer.today
    edition = asked_for(request.viewer, number.strip(), day).edition
    return standard_json(request.viewer, edition, day)
