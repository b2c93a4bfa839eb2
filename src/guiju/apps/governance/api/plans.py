"""The plans, and one plan with its figures."""

from typing import Annotated, Any

from ninja import Query, Router

from guiju.apps.governance.api.schemas import PlanAnswer, PlanPage
from guiju.apps.governance.exports import records
from guiju.apps.governance.selectors.bodies import bodies_on
from guiju.apps.governance.selectors.ledger import ledger
from guiju.apps.governance.selectors.plans import PlanRow, plan_rows
from guiju.apps.governance.selectors.views_of_work import Figure, action_figures, measure_figures
from guiju.web.access import PUBLIC, needs
from guiju.web.request import Request
from guiju.web.schemas import NO_NUL, PlanSlug, Slice

router = Router(tags=["plans"])


def _row(row: PlanRow) -> dict[str, Any]:
    counts = {"measures": row.measures, "actions": row.actions, "done": row.done}
    return {**records.plan_record(row.plan), **counts}


@router.get("/plans", response=PlanPage, summary="List the plans open to you")
@needs(PUBLIC)
def list_plans(
    request: Request,
    part: Query[Slice],
    q: Annotated[
        str, Query(pattern=NO_NUL, max_length=200, description="Words of its title or number.")
    ] = "",
) -> dict[str, Any]:
    """The newest first: public plans, and those that you work on. 计划"""
    return part.page(plan_rows(request.viewer, query=q), _row)


def _figures(figures: list[Figure]) -> dict[str, int]:
    return {figure.name: figure.count for figure in figures}


@router.get("/plans/{slug}", response=PlanAnswer, summary="Show one plan and its figures")
@needs(PUBLIC)
def get_plan(request: Request, slug: PlanSlug) -> dict[str, Any]:
    """Each figure equals the `total` of the list with that filter. 计划概览"""
    found = ledger(request.viewer, slug)
    office = found.plan.office_pk
    return {
        **records.plan_record(found.plan),
        "on": found.on,
        "office": records.body_record(bodies_on(found.on, [office])[office]),
        "figures": {
            "actions": _figures(action_figures(found)),
            "measures": _figures(measure_figures(found)),
        },
    }
