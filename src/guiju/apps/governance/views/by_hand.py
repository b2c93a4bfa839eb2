"""What the office changes by hand: the plan's facts, duties, names, days."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from guiju.apps.governance.forms import by_hand as make
from guiju.apps.governance.rules.plans import ASSIGN, EDIT_PLAN, PUBLISH_PLAN
from guiju.apps.governance.selectors import by_hand as find
from guiju.apps.governance.selectors.previews import choices_for
from guiju.apps.governance.services import duties
from guiju.apps.governance.services import plans as write
from guiju.core.errors import Bilingual, InputError, StateError
from guiju.web.access import needs
from guiju.web.request import Request

form_page = require_http_methods(["GET", "HEAD", "POST"])


def _handle(
    request: Request,
    form: forms.Form,
    act: Callable[[dict[str, Any]], Any],
    page: dict[str, Any],
) -> HttpResponse:
    """Show the form; when it is right, act and go back to `page["back"]`.

    A refusal by the service is said at the form.
    """
    if form.is_bound and form.is_valid():
        try:
            act(form.cleaned_data)
        except (InputError, StateError) as error:
            form.add_error(None, error.sentence.say(get_language() or "zh"))
        else:
            messages.success(request, _("The change is in the ledger and in the journal."))
            return redirect(page["back"])
    title = Bilingual(page["plan"].title_zh, page["plan"].title_en)
    return render(request, "governance/by_hand.html", {"form": form, "title": title, **page})


def _given(request: Request) -> tuple[Any, ...]:
    return (request.POST,) if request.method == "POST" else ()


@form_page
@needs(EDIT_PLAN)
def edit_plan(request: Request, slug: str) -> HttpResponse:
    plan = find.plan_to_change(request.viewer, slug, EDIT_PLAN)

    def act(data: dict[str, Any]) -> None:
        write.edit_plan(
            plan=plan,
            title_en=data["title_en"],
            starts=data["starts"],
            ends=data["ends"],
            office=data["organisation"],
            reason=data["reason"],
            by=request.viewer,
        )

    page = {
        "plan": plan,
        "heading": _("Edit the plan"),
        "back": reverse("governance:plan", args=[slug]),
    }
    form = make.PlanForm(plan, request.viewer, *_given(request))
    return _handle(request, form, act, page)


@form_page
@needs(PUBLISH_PLAN)
def publish_plan(request: Request, slug: str) -> HttpResponse:
    plan = find.plan_to_change(request.viewer, slug, PUBLISH_PLAN)
    wanted = not plan.is_public

    def act(data: dict[str, Any]) -> None:
        write.publish_plan(plan=plan, is_public=wanted, reason=data["reason"], by=request.viewer)

    page = {
        "plan": plan,
        "heading": _("Publish the plan") if wanted else _("Withdraw the plan from the public"),
        "about": _(
            "Everybody sees its text, its measures and the reports that are accepted and public."
        )
        if wanted
        else _("Only those who work on it will see it."),
        "back": reverse("governance:plan", args=[slug]),
    }
    return _handle(request, make.PublishForm(*_given(request)), act, page)


@form_page
@needs(ASSIGN)
def assign(request: Request, slug: str, pk: int) -> HttpResponse:
    plan = find.plan_to_change(request.viewer, slug, ASSIGN)
    note = find.note_in(plan, pk)

    def act(data: dict[str, Any]) -> None:
        duties.assign(note=note, by=request.viewer, **data)

    page = {
        "plan": plan,
        "measure": note.measure,
        "heading": _("Assign an organisation"),
        "quote": note.raw,
        "back": reverse("governance:measure", args=[slug, note.measure_id]),
    }
    return _handle(request, make.AssignForm(request.viewer, *_given(request)), act, page)


@form_page
@needs(ASSIGN)
def end_assignment(request: Request, slug: str, pk: int) -> HttpResponse:
    plan = find.plan_to_change(request.viewer, slug, ASSIGN)
    duty = find.assignment_in(plan, pk)

    def act(data: dict[str, Any]) -> None:
        duties.end_assignment(assignment=duty, by=request.viewer, **data)

    page = {
        "plan": plan,
        "measure": duty.note.measure,
        "heading": _("End a duty"),
        "quote": f"{duty.as_written} · {duty.get_role_display()}",
        "back": reverse("governance:measure", args=[slug, duty.note.measure_id]),
    }
    return _handle(request, make.EndForm(request.viewer.today, *_given(request)), act, page)


@form_page
@needs(EDIT_PLAN)
def set_due(request: Request, slug: str, pk: int) -> HttpResponse:
    plan = find.plan_to_change(request.viewer, slug, EDIT_PLAN)
    action = find.action_in(plan, pk)

    def act(data: dict[str, Any]) -> None:
        write.set_due(action=action, by=request.viewer, **data)

    page = {
        "plan": plan,
        "measure": action.measure,
        "heading": _("Set by when a task is due"),
        "quote": action.text,
        "back": reverse("governance:action", args=[slug, pk]),
    }
    return _handle(request, make.DueForm(action, *_given(request)), act, page)


@form_page
@needs(ASSIGN)
def resolve_name(request: Request, slug: str) -> HttpResponse:
    """One written name, `?name=…`: say whom it means, for all duties that bear it."""
    plan = find.plan_to_change(request.viewer, slug, ASSIGN)
    name = find.open_name(plan, request.GET.get("name", ""))
    choices = choices_for([name], request.viewer, get_language() or "zh-hans")[name]

    def act(data: dict[str, Any]) -> None:
        duties.resolve_name(
            plan=plan,
            name=name,
            organisation=data["organisation"],
            reason=data["reason"],
            by=request.viewer,
        )

    page = {
        "plan": plan,
        "heading": _("Say whom a name means"),
        "about": _(
            "All duties under this name receive the organisation, and the name becomes its alias."
        ),
        "quote": name,
        "back": reverse("governance:unresolved_names", args=[slug]),
    }
    form = make.ResolveForm(choices, request.viewer, *_given(request))
    return _handle(request, form, act, page)


@form_page
@needs(EDIT_PLAN)
def name_measures(request: Request, slug: str) -> HttpResponse:
    plan = find.plan_to_change(request.viewer, slug, EDIT_PLAN)
    form = make.TitlesForm(find.measures_in(plan), *_given(request))

    def act(data: dict[str, Any]) -> None:
        write.name_measures(plan=plan, titles=form.titles, reason=data["reason"], by=request.viewer)

    page = {
        "plan": plan,
        "heading": _("English headings of the measures"),
        "back": reverse("governance:measures", args=[slug]),
    }
    return _handle(request, form, act, page)
