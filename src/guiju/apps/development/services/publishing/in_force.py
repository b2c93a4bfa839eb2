"""On the day (实施): the catalogue is asked whether it says so too, and what it says is recorded."""

from typing import Any

from guiju.apps.catalogue.models import Edition
from guiju.apps.catalogue.selectors.facts import facts_of
from guiju.apps.catalogue.selectors.standard.life import sentence, status_of
from guiju.apps.development.models import Project
from guiju.apps.development.services.publishing.context import StepContext
from guiju.apps.development.services.publishing.editions import replaced_editions
from guiju.apps.development.services.publishing.statements import published_of
from guiju.core.procedures.case import Case

_ENDED = ("superseded", "withdrawn", "abandoned")


def edition_in_force(project: Project, case: Case, context: StepContext) -> dict[str, Any]:
    """The edition is in force by its dates; where it is not, why (标准实施)."""
    return _stands(published_of(project), ("in_force",), context)


def edition_superseded(project: Project, case: Case, context: StepContext) -> dict[str, Any]:
    """What it replaces has ended by its dates; where it has not, why (代替旧标准)."""
    old = replaced_editions(project)
    return {"editions": [_stands(one, _ENDED, context) for one in old]}


def _stands(edition: Edition, states: tuple[str, ...], context: StepContext) -> dict[str, Any]:
    status = status_of(facts_of([edition])[edition.pk], context.by.today)
    agrees = status.state in states
    told: dict[str, Any] = {"edition": edition.key, "state": status.state, "agrees": agrees}
    if not agrees:
        told["why"] = sentence(status)._asdict()
    return told
