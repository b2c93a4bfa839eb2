"""Who is told of a step (办理通知): those whom its procedure names."""

from django.urls import reverse
from django.utils import translation

from guiju.apps.accounts.services.notices import notify
from guiju.apps.development.models import Project
from guiju.apps.development.rules.actors import people_of
from guiju.core.errors import Bilingual
from guiju.core.procedures.engine import Outcome
from guiju.core.procedures.model import Procedure, Transition
from guiju.web.viewer import Viewer


def tell_of_step(
    project: Project, procedure: Procedure, step: Transition, outcome: Outcome, by: Viewer
) -> int:
    """One notice each to the people of the roles that the step tells; the actor knows already."""
    people = [one for one in people_of(project, outcome.tells, by.today) if one.pk != by.user]
    state = procedure.states[outcome.case.state].title
    text = Bilingual(
        f"项目“{project.title_zh}”：{step.title.zh}。现在的状态：{state.zh}。",
        f"Project “{project.title_en or project.title_zh}”: {step.title.en}. Its state now: {state.en}.",
    )
    key = f"project-step:{project.pk}:{len(outcome.case.history)}"
    return notify(users=people, key=key, text=text, link=link_to(project))


def link_to(project: Project) -> str:
    """The address of a project's page, in the language of the platform."""
    with translation.override("zh-hans"):
        return reverse("development:project", args=[project.pk])
