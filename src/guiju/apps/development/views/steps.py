"""The workspace of a project (项目工作区): what is next, the steps, the history, deadlines."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from guiju.apps.accounts.views.parts import language
from guiju.apps.development.forms.steps import ExtendForm, StepForm
from guiju.apps.development.rules.projects import WORK_IN_PROJECT
from guiju.apps.development.selectors.projects import project_inside, rows_of
from guiju.apps.development.selectors.workspace import (
    Opened,
    checklist,
    facts_asked,
    history,
    longest_extension,
    open_project,
    owed,
    passed_stages,
    possible_steps,
    told,
    turn,
    what_happens,
)
from guiju.apps.development.selectors.workspace_people import own_electors
from guiju.apps.development.services.duties import extend_duty
from guiju.apps.development.services.stepping import take_step
from guiju.core.procedures.engine import refusals
from guiju.core.procedures.picture import svg
from guiju.web.access import needs
from guiju.web.request import Request

METHODS = ["GET", "HEAD", "POST"]


def sent(request: Request) -> tuple[Any, Any]:
    """What a form is bound to: nothing before it is sent."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def opened_here(request: Request, pk: int) -> Opened:
    """The project of an address, for who takes part in it."""
    return open_project(request.viewer, project_inside(request.viewer, pk))


def context_of(opened: Opened, tab: str, **more: Any) -> dict[str, Any]:
    """What every page of the workspace shows at its head."""
    row = rows_of(opened.viewer, [opened.project], language(), inside=True)[0]
    return {
        "project": opened.project,
        "procedure": opened.procedure,
        "state": opened.procedure.states[opened.case.state],
        "row": row,
        "tab": tab,
        **more,
    }


@require_safe
@needs(WORK_IN_PROJECT)
def workspace(request: Request, pk: int) -> HttpResponse:
    """Whose turn it is, what is due, and every step out of the state."""
    opened = opened_here(request, pk)
    materials = [one for one in checklist(opened) if one.needed]
    context = context_of(
        opened,
        "work",
        turn=turn(opened),
        duties=owed(opened),
        steps=possible_steps(opened),
        stages=passed_stages(opened.procedure, opened.case),
        needed=materials,
        electors=[
            (one, opened.procedure.ballots[one.ballot.kind].title) for one in own_electors(opened)
        ],
    )
    return render(request, "development/projects/workspace.html", context)


@require_http_methods(METHODS)
@needs(WORK_IN_PROJECT)
def step(request: Request, pk: int, transition: str) -> HttpResponse:
    """The form of a step: what it asks, what it does, who is told."""
    opened = opened_here(request, pk)
    found = opened.procedure.transitions.get(transition)
    if found is None:
        raise Http404(transition)
    form = StepForm(
        sent(request)[0], asked=facts_asked(opened, found), initial={"seen": opened.seen}
    )
    if (
        form.is_bound
        and form.is_valid()
        and form.carried_out(lambda: _take(opened, form, found.id))
    ):
        state = opened.procedure.states[form.result.project.state].title
        messages.success(
            request, _("Done. The project is now: %(state)s") % {"state": state.say(language())}
        )
        return redirect("development:workspace", pk)
    here = opened.case.state
    context = context_of(
        opened,
        "work",
        step=found,
        form=form,
        effects=what_happens(opened.procedure, found),
        told=told(opened.procedure, found),
        target=opened.procedure.states[found.goes_to(here)].title,
        reasons=refusals(
            opened.procedure, opened.case, found.id, by=opened.actor, on=request.viewer.today
        ),
    )
    return render(request, "development/projects/step.html", context)


def _take(opened: Opened, form: StepForm, transition: str) -> Any:
    said = form.cleaned_data
    return take_step(
        project=opened.project,
        transition=transition,
        facts=form.facts,
        note=said["note"],
        seen=said["seen"],
        by=opened.viewer,
    )


@require_safe
@needs(WORK_IN_PROJECT)
def project_history(request: Request, pk: int) -> HttpResponse:
    """What was done, by whom, with notes."""
    opened = opened_here(request, pk)
    context = context_of(opened, "history", happened=history(opened))
    return render(request, "development/projects/history.html", context)


@require_safe
@needs(WORK_IN_PROJECT)
def diagram(request: Request, pk: int) -> HttpResponse:
    """The diagram of its procedure, the present state marked."""
    opened = opened_here(request, pk)
    picture = svg(opened.procedure, language(), here=opened.case.state)
    context = context_of(opened, "diagram", picture=picture)
    return render(request, "development/projects/diagram.html", context)


@require_http_methods(METHODS)
@needs(WORK_IN_PROJECT)
def extension(request: Request, pk: int, duty: str) -> HttpResponse:
    """More time is asked for a duty, as far as the law allows."""
    opened = opened_here(request, pk)
    longest = longest_extension(opened, duty)
    if longest is None:
        raise Http404(duty)
    most, times, before = longest
    unit = most.says.say(language()).partition(" ")[2]
    form = ExtendForm(sent(request)[0], unit=unit)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        if form.carried_out(
            lambda: extend_duty(
                project=opened.project,
                duty=duty,
                count=said["count"],
                reason=said["reason"],
                by=request.viewer,
            )
        ):
            messages.success(request, _("The deadline is extended."))
            return redirect("development:workspace", pk)
    context = context_of(
        opened,
        "work",
        form=form,
        duty=opened.procedure.duties[duty],
        most=most,
        times=times,
        before=before,
    )
    return render(request, "development/projects/extension.html", context)
