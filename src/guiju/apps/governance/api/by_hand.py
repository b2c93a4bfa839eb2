"""What the office changes by hand in a plan, each with its reason: facts, publication, days, headings."""

from typing import Any

from ninja import Field, Router, Schema

from guiju.apps.accounts.selectors.register import organisation_by_slug
from guiju.apps.governance.api.measures import router as measures
from guiju.apps.governance.api.plans import router as plans
from guiju.apps.governance.api.schemas import Action, Plan
from guiju.apps.governance.exports import records
from guiju.apps.governance.models import Plan as PlanRow
from guiju.apps.governance.rules.plans import EDIT_PLAN, PUBLISH_PLAN
from guiju.apps.governance.selectors.by_hand import action_in, plan_to_change
from guiju.apps.governance.selectors.ledger import action_line
from guiju.apps.governance.selectors.plans import facts_of
from guiju.apps.governance.services import plans as act
from guiju.web.access import needs
from guiju.web.request import Request
from guiju.web.schemas import Day, Id, InPath, Key, Plain, PlanSlug, Reason

TAGS = ["by hand"]
router = Router(tags=TAGS)


class PlanEdit(Schema):
    """What to change; what is left out stays. `office` is the slug of the new keeper."""

    title_en: Plain = Field("", max_length=300)
    starts: Day | None = None
    ends: Day | None = None
    office: Key | None = None
    reason: Reason


class PublicationIn(Schema):
    """Whether everybody may see the plan, its text and its public reports."""

    is_public: bool
    reason: Reason


class DueIn(Schema):
    """The last day of a task; null means that of the plan."""

    due: Day | None
    reason: Reason


class HeadingIn(Schema):
    """The English heading of one measure; empty takes it away."""

    measure: Id
    title_en: Plain = Field(max_length=400)


class HeadingsIn(Schema):
    """English headings; measures that are not named keep theirs."""

    titles: list[HeadingIn] = Field(min_length=1, max_length=2_000)
    reason: Reason


class HeadingsAnswer(Schema):
    """How many headings changed."""

    changed: int


def _facts(plan: PlanRow) -> dict[str, Any]:
    """The plan as its office sees it, also when this very act took the plan out of its hands."""
    return records.plan_record(facts_of(plan, inside=True))


@plans.patch("/plans/{slug}", tags=TAGS, response=Plan, summary="Edit what the text does not say")
@needs(EDIT_PLAN)
def edit_plan(request: Request, slug: PlanSlug, edit: PlanEdit) -> dict[str, Any]:
    """English title, period, keeping office. 修改计划信息"""
    plan = plan_to_change(request.viewer, slug, EDIT_PLAN)
    given = edit.dict(exclude_unset=True)
    saved = act.edit_plan(
        plan=plan,
        title_en=given.get("title_en", plan.title_en),
        starts=given.get("starts", plan.starts),
        ends=given.get("ends", plan.ends),
        office=organisation_by_slug(edit.office) if edit.office else plan.office,
        reason=edit.reason,
        by=request.viewer,
    )
    return _facts(saved)


@router.post("/plans/{slug}/publish", response=Plan, summary="Publish a plan, or withdraw it")
@needs(PUBLISH_PLAN)
def publish_plan(request: Request, slug: PlanSlug, asked: PublicationIn) -> dict[str, Any]:
    """A plan that is in that state already is an error `same_state`. 公开、撤回计划"""
    plan = plan_to_change(request.viewer, slug, PUBLISH_PLAN)
    return _facts(act.publish_plan(plan=plan, by=request.viewer, **asked.dict()))


@router.put("/plans/{slug}/actions/{pk}/due", response=Action, summary="Set by when a task is due")
@needs(EDIT_PLAN)
def set_due(request: Request, slug: PlanSlug, pk: InPath, asked: DueIn) -> dict[str, Any]:
    """The same day again changes nothing. 完成时限"""
    action = action_in(plan_to_change(request.viewer, slug, EDIT_PLAN), pk)
    act.set_due(action=action, by=request.viewer, **asked.dict())
    return records.action_record(action_line(request.viewer, slug, pk)[2])


@measures.patch(
    "/plans/{slug}/measures",
    tags=TAGS,
    response=HeadingsAnswer,
    summary="Set English headings of measures",
)
@needs(EDIT_PLAN)
def name_measures(request: Request, slug: PlanSlug, asked: HeadingsIn) -> dict[str, int]:
    """Measures of other plans are left alone. 措施英文标题"""
    plan = plan_to_change(request.viewer, slug, EDIT_PLAN)
    titles = {one.measure: one.title_en for one in asked.titles}
    changed = act.name_measures(plan=plan, titles=titles, reason=asked.reason, by=request.viewer)
    return {"changed": changed}
