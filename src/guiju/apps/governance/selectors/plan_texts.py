"""The texts that a plan has had (历次文本)."""

from django.db.models import QuerySet

from guiju.apps.governance.models import PlanText
from guiju.apps.governance.rules.reading import READ_INTERNAL
from guiju.apps.governance.selectors.plans import PlanFacts, plan_facts
from guiju.core.errors import NotFoundError
from guiju.web.viewer import Viewer


def plan_texts(viewer: Viewer, slug: str) -> tuple[PlanFacts, QuerySet[PlanText]]:
    """The texts of a plan, newest first, without their wording."""
    plan = plan_facts(viewer, slug)
    rows = PlanText.objects.filter(plan=plan.pk).defer("text", "parsed").order_by("-number")
    return plan, rows


def plan_text(viewer: Viewer, slug: str, number: int) -> tuple[PlanFacts, PlanText]:
    """One text as it was imported, for those who work on the plan."""
    plan = plan_facts(viewer, slug)
    READ_INTERNAL.check(viewer, plan)
    found = PlanText.objects.filter(plan=plan.pk, number=number).first()
    if found is None:
        raise NotFoundError(f"{slug}/texts/{number}")
    return plan, found
