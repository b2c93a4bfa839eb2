"""Revisions that a review has ordered and nobody has begun (待启动的修订)."""

from guiju.apps.development.models import Project
from guiju.apps.development.rules.actors import procedure_of
from guiju.apps.development.selectors.reviews_due import REVIEW


def revisions_to_begin() -> list[Project]:
    """The reviews that ended with an order to revise and that no project follows yet."""
    ended = Project.objects.filter(procedure=REVIEW, ended=True, facts__conclusion="revise")
    waiting = ended.filter(followers=None).select_related("edition", "committee")
    return [one for one in waiting.order_by("entered", "pk") if _ordered(one)]


def _ordered(project: Project) -> bool:
    done = {one.transition for one in project.steps.all()}
    transitions = procedure_of(project).transitions.values()
    return any(
        one.id in done and any(effect.kind == "revision_ordered" for effect in one.effects)
        for one in transitions
    )
